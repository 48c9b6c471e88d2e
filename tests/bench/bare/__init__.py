"""What our pages are measured beside: a Django view of one line, and the page of a new Wagtail site."""
