"""`python -m builder.fast CONFIG SITE`: the fast way in a process of its own.

Ends with 0 only when all is well, with 3 and a line where versions or settings are not known, and with 1 otherwise.
"""

import logging
import sys
from pathlib import Path

from builder.fast.trust import doubt_settings, doubt_versions

DOUBT = 3


def main(config_file: str, site: str) -> int:
    """Build; return 0, or 3 with a line that says why the fast way was not taken, or 1 after a warning."""
    doubt = doubt_versions()
    if not doubt:
        from mkdocs.config import load_config

        from builder.fast.publisher import build_site
        from builder.fast.warned import Warned

        warned = Warned()
        logging.getLogger("mkdocs").addHandler(warned)
        config = load_config(config_file, site_dir=site, strict=True)
        doubt = doubt_settings(config)
    if doubt:
        print(doubt)
        return DOUBT
    config.plugins.on_startup(command="build", dirty=False)
    build_site(config, warned)
    config.plugins.on_shutdown()
    return 1 if warned.count else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], str(Path(sys.argv[2]))))
