"""Exercise figures drawn from records: pose → points → view model → SVG. Everything here is a pure function.

`read_figure` turns the plain data of a record's `figure:` block into a frozen `Figure` or faults with paths into the
block; the other functions take that `Figure`.
"""

from .alt_text import describe_figure
from .checks import check_figure
from .drawing import DESK, PHONE, Room, draw_figure
from .language import read_figure
from .model import Fault, Figure
from .motion import can_move, draw_motion
from .move_checks import first_turns, lone_limbs, moving_limbs
from .muscle_map import MUSCLES, Mark, draw_muscle_map
from .writing import figure_text

__all__ = [
    "DESK",
    "MUSCLES",
    "PHONE",
    "Fault",
    "Figure",
    "Mark",
    "Room",
    "can_move",
    "check_figure",
    "describe_figure",
    "draw_figure",
    "draw_motion",
    "draw_muscle_map",
    "figure_text",
    "first_turns",
    "lone_limbs",
    "moving_limbs",
    "read_figure",
]
