#!/usr/bin/env python3
"""Front door of Strong Back: check, fix, new, render, build, serve.

Thin on purpose: arguments, exit codes and the clock. The work is in builder/.
"""

import sys
from pathlib import Path

sys.dont_write_bytecode = True

if __name__ == "__main__":
    from builder.cli import main

    raise SystemExit(main(sys.argv[1:], home=Path(__file__).resolve().parent))
