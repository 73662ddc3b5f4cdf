"""What the built program runs where its source has main.py."""

import sys

from evidence_app.starting import give_libraries_back, served_as_worker

if __name__ == "__main__" and not served_as_worker(sys.argv):
    give_libraries_back()
    from ui.app import run

    sys.exit(run(sys.argv))
