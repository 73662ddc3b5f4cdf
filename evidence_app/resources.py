"""Where the files that come with the program lie."""

from pathlib import Path

RESOURCES = Path(__file__).resolve().parent.parent / "resources"


def resource(*parts: str) -> Path:
    """Return the path of a bundled file, such as ``resource("fonts", "NotoEmoji-Regular.ttf")``."""
    return RESOURCES.joinpath(*parts)
