"""The forms in which a program can be printed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SheetForm:
    """One way to print a program: the paper, the size of the type in points, and whether it is the one-page card."""

    suffix: str
    words: str
    paper: str
    size: float
    mini: bool = False


SHEET_FORMS = (
    SheetForm("a4", "Sheet on A4 (PDF)", "a4", 12),
    SheetForm("a4-large", "Large print on A4 (PDF)", "a4", 16),
    SheetForm("a4-mini", "Pictures on one page of A4 (PDF)", "a4", 12, mini=True),
    SheetForm("letter", "Sheet on US Letter (PDF)", "us-letter", 12),
    SheetForm("letter-large", "Large print on US Letter (PDF)", "us-letter", 16),
    SheetForm("letter-mini", "Pictures on one page of US Letter (PDF)", "us-letter", 12, mini=True),
)
