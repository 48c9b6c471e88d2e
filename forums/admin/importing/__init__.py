"""The screen that turns a document into a draft resolution: upload, review, draft."""
