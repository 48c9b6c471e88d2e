from .facts import FigureBlock, OrganiserBlock, PictureBlock, RecordingBlock, TrackBlock
from .programme import DayBlock, SessionBlock

__all__ = [
    "DayBlock",
    "FigureBlock",
    "OrganiserBlock",
    "PictureBlock",
    "RecordingBlock",
    "SessionBlock",
    "TrackBlock",
]
