"""Pure geometry: boundaries, addresses, maps. Nothing here knows of pages, requests or the database."""
