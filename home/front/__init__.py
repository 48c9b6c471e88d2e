"""The front page: its sections, and what each of them finds."""
