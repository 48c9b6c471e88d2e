"""What editors see of forums."""
