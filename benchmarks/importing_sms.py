"""A backup of a million messages (400 MB) from the command line into a new vault.

The baseline does nothing but read: lxml's iterparse goes through the same file in a process of its own. Time is until
the vault has everything, durably, and then until all of it can be searched, which the window has done beside itself;
memory is that of all processes together.
"""

import os
import shutil
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from material.exports_written import write_messages
from material.importing import events_in, imported, seconds

MESSAGES = int(os.environ.get("JUZHENG_BENCH_MESSAGES", "1000000"))
GOAL_RATIO = 5.0
GOAL_SEARCHED_RATIO = 15.0
GOAL_MB = 250

ITERPARSE = """
import sys
from lxml import etree
for _, element in etree.iterparse(sys.argv[1], tag="sms", recover=True, huge_tree=True):
    element.clear()
    while element.getprevious() is not None:
        del element.getparent()[0]
"""

INDEXING = """
import sys
from pathlib import Path
from evidence_app.actions.search import refresh_index
from evidence_app.actions.session import open_session
session = open_session(Path(sys.argv[1]))
refresh_index(session)
session.close()
"""


def main() -> int:
    """Print times, memory and ratios; exit 1 if a goal is missed."""
    folder = Path(tempfile.mkdtemp(prefix="juzheng-bench-"))
    try:
        messages = folder / "sms.xml"
        write_messages(messages, MESSAGES)
        bare_s = seconds(sys.executable, "-c", ITERPARSE, messages)
        took_s, most_mb = imported(folder / "messages", messages)
        if events_in(folder / "messages") != MESSAGES:
            sys.exit("messages are missing")
        indexed_s = seconds(sys.executable, "-c", INDEXING, folder / "messages")
        print(f"importing {MESSAGES} messages, {messages.stat().st_size / 1e6:.0f} MB: {took_s:.1f} s, {most_mb} MB")
        print(f"  bare iterparse of lxml: {bare_s:.1f} s; ratio {took_s / bare_s:.1f}, goal {GOAL_RATIO}; ", end="")
        print(f"goal {GOAL_MB} MB")
        print(f"  indexing {indexed_s:.1f} s; ratio with search {(took_s + indexed_s) / bare_s:.1f}, ", end="")
        print(f"goal {GOAL_SEARCHED_RATIO}")
        is_fast = took_s <= GOAL_RATIO * bare_s and took_s + indexed_s <= GOAL_SEARCHED_RATIO * bare_s
        return 0 if is_fast and most_mb <= GOAL_MB else 1
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    sys.exit(main())
