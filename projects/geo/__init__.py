"""Boundaries, addresses and maps of a town, which know no pages: pure geometry, and a model field for boundaries."""
