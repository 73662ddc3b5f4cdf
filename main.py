"""Starts Juzheng. Arguments are files to add."""

import sys

from ui.app import run

if __name__ == "__main__":
    sys.exit(run(sys.argv))
