"""The kit that the apps' ``demo`` packages build the invented town with."""

from .kit import DemoKit
from .removal import remove_demo

__all__ = ["DemoKit", "remove_demo"]
