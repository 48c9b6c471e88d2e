"""From a resolution value to a draft page: nothing is published, nothing is overwritten."""
