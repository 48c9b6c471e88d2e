"""What each section of the front page finds: few queries, however much the site holds."""
