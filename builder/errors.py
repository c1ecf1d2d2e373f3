"""Why a command cannot do its work: one clear line for the person at the terminal, exit code 2."""


class Unable(Exception):
    """The environment or the arguments do not allow it; the message is a whole sentence without a full stop."""
