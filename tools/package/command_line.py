"""What the built program runs where its source has ``python -m evidence_app``, ``make install`` and ``make demo``."""

import sys
from collections.abc import Sequence
from pathlib import Path

from evidence_app.starting import give_libraries_back, served_as_worker


def main(arguments: Sequence[str]) -> int:
    """Do what is asked for and return the exit code; ``arguments`` begin with the program's name."""
    if served_as_worker(arguments):
        return 0
    give_libraries_back()
    if arguments[1:] in (["--install"], ["--uninstall"]):
        from tools import install

        return install.main(list(arguments[1:]))
    if len(arguments) == 3 and arguments[1] == "--demo":
        from tools import demo

        return demo.main(Path(arguments[2]).resolve())
    from evidence_app import __main__

    return __main__.main(arguments[1:])


if __name__ == "__main__":
    sys.exit(main(sys.argv))
