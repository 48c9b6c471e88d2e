from .newsletter import Newsletter
from .subscription import Subscription

__all__ = [
    "Newsletter",
    "Subscription",
]
