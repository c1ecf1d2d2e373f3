"""How often MkDocs warned: a strict build has no warning."""

import logging


class Warned(logging.Handler):
    """Counts warnings and errors, and keeps no words: the plain way will say them."""

    def __init__(self) -> None:
        """Start at none."""
        super().__init__(logging.WARNING)
        self.count = 0

    def emit(self, _record: logging.LogRecord) -> None:
        """Count one."""
        self.count += 1
