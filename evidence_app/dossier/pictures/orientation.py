"""Which side of a photo is up, read from its EXIF block (TIFF 6.0; CIPA DC-008, tag 274)."""

from evidence_app.dossier.pictures.stream import Buffer

UPRIGHT = 1
ORIENTATION_TAG = 0x0112
SHORT = 3
MAX_ENTRIES = 1000  # of a real camera: some dozens


def exif_orientation(tiff: Buffer) -> int:
    """Return 1–8 from a TIFF block, 1 if it says nothing or nothing sensible."""
    mark = bytes(tiff[:2])
    if mark not in (b"II", b"MM"):
        return UPRIGHT

    def number(at: int, size: int) -> int:
        return int.from_bytes(tiff[at : at + size], "little" if mark == b"II" else "big")

    directory = number(4, 4)
    for index in range(min(number(directory, 2), MAX_ENTRIES)):
        entry = directory + 2 + 12 * index
        if number(entry, 2) == ORIENTATION_TAG and number(entry + 2, 2) == SHORT:
            value = number(entry + 8, 2)
            return value if 1 <= value <= 8 else UPRIGHT
    return UPRIGHT


Matrix = tuple[float, float, float, float, float, float]


def placing_matrix(orientation: int, x: float, y: float, width: float, height: float) -> Matrix:
    """Return the PDF matrix that puts a stored picture upright into a box; ``x``, ``y`` is its lower left corner."""
    right, top = x + width, y + height
    return {
        1: (width, 0, 0, height, x, y),
        2: (-width, 0, 0, height, right, y),
        3: (-width, 0, 0, -height, right, top),
        4: (width, 0, 0, -height, x, top),
        5: (0, -height, -width, 0, right, top),
        6: (0, -height, width, 0, x, top),
        7: (0, height, width, 0, x, y),
        8: (0, height, -width, 0, right, y),
    }[orientation]
