"""gunicorn for production and for ``make serve``; each value can be given on its command line as well."""

import os

import gunicorn.http.wsgi

gunicorn.http.wsgi.SERVER = "site"  # says nothing of the program and its version

chdir = "site"
wsgi_app = "config.wsgi"
bind = os.environ.get("BIND", "127.0.0.1:8000")
workers = int(os.environ.get("WEB_WORKERS", "2"))
threads = int(os.environ.get("WEB_THREADS", "4"))
timeout = 60
graceful_timeout = 30
max_requests = 5000
max_requests_jitter = 500
# The application answers addresses that are too long with a page of its own; nginx refuses them at 8 KB in production.
limit_request_line = 0
# Only a proxy on this machine may say how the visitor came.
forwarded_allow_ips = os.environ.get("FORWARDED_ALLOW_IPS", "127.0.0.1,::1")
loglevel = "warning"


def child_exit(server, worker):
    """The numbers of a process that ends are added to the others'."""
    if os.environ.get("PROMETHEUS_MULTIPROC_DIR"):
        from prometheus_client import multiprocess

        multiprocess.mark_process_dead(worker.pid)
