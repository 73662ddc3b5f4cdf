"""Fail unless every text of the window is translated into all three languages and nothing is left over."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
CATALOGS = ROOT / "resources" / "translations"
LANGUAGES = ("zh_CN", "zh_TW", "en")


def main() -> int:
    """Collect the texts from the sources once more, compare them with the catalogs, and report each gap."""
    with tempfile.TemporaryDirectory() as scratch:
        fresh = _collected(Path(scratch))
        gaps = [gap for catalog in fresh for gap in _gaps(catalog)]
    for gap in gaps:
        print(gap, file=sys.stderr)
    count = len(_messages(CATALOGS / f"juzheng_{LANGUAGES[0]}.ts"))
    print(f"translations: {count} texts, {len(LANGUAGES)} languages, {len(gaps)} gaps")
    return 1 if gaps else 0


def _collected(scratch: Path) -> list[Path]:
    """Return copies of the catalogs into which the sources' present texts were merged."""
    catalogs = [Path(shutil.copy(CATALOGS / f"juzheng_{language}.ts", scratch)) for language in LANGUAGES]
    sources = [ROOT / "main.py", *sorted((ROOT / "ui").rglob("*.py"))]
    subprocess.run(
        [Path(sys.executable).with_name("pyside6-lupdate"), *sources, "-ts", *catalogs],
        check=True,
        capture_output=True,
        cwd=ROOT,
    )
    return catalogs


def _messages(catalog: Path) -> list[tuple[str, ElementTree.Element]]:
    return [
        (context.findtext("name", ""), message)
        for context in ElementTree.parse(catalog).getroot().iter("context")
        for message in context.iter("message")
    ]


def _gaps(catalog: Path) -> list[str]:
    return [
        f"{catalog.name}: {context}: {message.findtext('source', '')!r} is {state}"
        for context, message in _messages(catalog)
        if (state := _state(message))
    ]


def _state(message: ElementTree.Element) -> str:
    translation = message.find("translation")
    if translation is None:
        return "missing"
    if kind := translation.get("type", ""):
        return kind  # unfinished, vanished or obsolete
    texts = [form.text for form in translation.iter("numerusform")] or [translation.text]
    return "" if all(text and text.strip() for text in texts) else "empty"


if __name__ == "__main__":
    sys.exit(main())
