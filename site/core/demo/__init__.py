"""The kit that the apps' ``demo`` packages build the invented town with."""

from .kit import DemoKit
from .removal import remove_demo
from .translating import Words

__all__ = ["DemoKit", "Words", "remove_demo"]
