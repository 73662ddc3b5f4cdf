"""A backup of a million messages (400 MB) from the command line into a new vault.

The baseline does nothing but read: lxml's iterparse goes through the same file in a process of its own. Time is until
the vault has everything, durably; memory is that of all processes together.
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
GOAL_MB = 250

ITERPARSE = """
import sys
from lxml import etree
for _, element in etree.iterparse(sys.argv[1], tag="sms", recover=True, huge_tree=True):
    element.clear()
    while element.getprevious() is not None:
        del element.getparent()[0]
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
        print(f"importing {MESSAGES} messages, {messages.stat().st_size / 1e6:.0f} MB: {took_s:.1f} s, {most_mb} MB")
        print(f"  bare iterparse of lxml: {bare_s:.1f} s; ratio {took_s / bare_s:.1f}, goal {GOAL_RATIO}; ", end="")
        print(f"goal {GOAL_MB} MB")
        return 0 if took_s / bare_s <= GOAL_RATIO and most_mb <= GOAL_MB else 1
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    sys.exit(main())
