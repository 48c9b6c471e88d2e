"""The admin of this app: forms, widgets, listings; `wagtail_hooks` registers them."""
