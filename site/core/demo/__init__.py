"""The kit that the apps' ``demo`` packages build the invented town with."""

from .kit import DemoKit, body
from .removal import remove_demo

__all__ = ["DemoKit", "body", "remove_demo"]
