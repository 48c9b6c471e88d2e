"""The editors' and the responsible bodies' side of follow-up."""
