# Django comes untyped, and stays so: what is not described below is Any.
from typing import Any

def __getattr__(name: str) -> Any: ...
