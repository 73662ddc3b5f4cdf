"""Pictures that are no screens of a conversation give no messages, whatever stands on them, and end nothing."""

import contextlib
import io
import json
import os
from collections import Counter
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from evidence_app.__main__ import main
from tests.fakes.no_screens import SIZES, make

SOAK = bool(os.environ.get("JUZHENG_SOAK"))
COUNT = 300 if SOAK else 9  # one from each maker
SMALL = ((540, 960), (900, 600), (640, 640))
"""Which are read in a third of the time."""


def printed(*command: str) -> str:
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        assert main(list(command)) == 0
    return out.getvalue()


def test_pictures_of_nothing_give_no_events(tmp_path: Path) -> None:
    application = QGuiApplication.instance() or QGuiApplication([])
    assert application is not None
    pictures = tmp_path / "pictures"
    pictures.mkdir()
    for number in range(COUNT):
        make(number, pictures, SIZES if SOAK else SMALL)
    vault = ("--vault", str(tmp_path / "vault"))
    kind = ("--type", "unauthorised_loan", "--institution", "速融宝")
    dispute = printed(*vault, "new", "图片", *kind).split()[-1]
    added = json.loads(printed(*vault, "add", dispute, str(pictures), "--json"))
    read = json.loads(printed(*vault, "read", dispute, "--json"))
    events = json.loads(printed(*vault, "timeline", dispute, "--json"))["events"]
    names = {item["exhibit"]: item["name"] for item in added["items"]}
    invented = [(names[each["exhibit"]], each["kind"], each["text"]) for each in events if each["kind"] != "document"]
    kinds = Counter(item["name"].split("_", 2)[2].split(".")[0] for item in added["items"])
    lines = sum(item["lines"] for item in read["items"])
    print(f"{len(added['items'])} pictures ({dict(kinds)}), {lines} lines read, {len(invented)} events invented")
    assert read["read"] + added["duplicate"] == COUNT
    assert (read["failed"], invented) == (0, [])
