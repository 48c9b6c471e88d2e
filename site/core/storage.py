"""Where uploads are kept: on the disk, whole or not at all; in a bucket, what is private under signed addresses."""

import os
import tempfile
from pathlib import Path
from typing import Any

from django.core.files.base import File
from django.core.files.storage import FileSystemStorage
from storages.backends.s3 import S3Storage

#: Below it everything may be read by everybody: resized pictures, as on the disk.
PUBLIC_PREFIX = "images/"


class WholeFileStorage(FileSystemStorage):
    """Writes beside the place first and moves the file there when it is whole: a full disk leaves no piece of it."""

    def _save(self, name: str, content: Any) -> str:
        if hasattr(content, "temporary_file_path") and _same_disk(content.temporary_file_path(), self.location):
            return super()._save(name, content)
        waiting = Path(self.location) / ".incoming"
        waiting.mkdir(parents=True, exist_ok=True)
        handle, path = tempfile.mkstemp(dir=waiting)
        try:
            with os.fdopen(handle, "wb") as target:
                for chunk in content.chunks():
                    target.write(chunk)
                target.flush()
                os.fsync(target.fileno())
            return super()._save(name, _Waiting(path))
        finally:
            Path(path).unlink(missing_ok=True)


class _Waiting(File):
    """A file that ``FileSystemStorage`` moves instead of copying."""

    def __init__(self, path: str) -> None:
        super().__init__(None, name=path)
        self.path = path

    def temporary_file_path(self) -> str:
        return self.path

    def close(self) -> None:
        pass


def _same_disk(path: str, folder: str) -> bool:
    return os.path.isdir(folder) and os.stat(path).st_dev == os.stat(folder).st_dev


class BucketStorage(S3Storage):
    """Objects are private. Resized pictures have plain addresses that caches may keep; originals and documents do not.

    The bucket's policy lets everybody read below ``images/``; docs/operations.md has it.
    """

    def url(self, name: str, parameters: Any = None, expire: Any = None, http_method: Any = None) -> str:
        address = super().url(name, parameters, expire, http_method)
        return address.partition("?")[0] if name.startswith(PUBLIC_PREFIX) else address
