"""The table that an organiser sends round: written as XLSX, filled in, read back, previewed, applied."""
