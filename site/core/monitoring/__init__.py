"""The site seen from outside: health, logs, metrics, maintenance."""
