"""Folders for one run of the tests."""

import atexit
import shutil
import tempfile


def vanishing_folder() -> str:
    """A new folder's path; the folder is removed when the process that asked for it ends."""
    folder = tempfile.mkdtemp(prefix="forum-site-test-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder
