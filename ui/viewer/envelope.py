"""How loud a recording is over its time, for any width. No widgets.

A file may claim hundreds of hours: what is drawn wide is taken from each second's loudest value, not from all values.
"""

BINS_PER_S = 50  # of the values; a test holds it to what the workers send
COARSE = 4 * BINS_PER_S  # values in a column, from which on whole seconds are exact enough


class Envelope:
    """The loudest value, 0–255, of each fiftieth of a second, as far as it is known."""

    def __init__(self) -> None:
        self._values = bytearray()
        self._seconds = bytearray()

    @property
    def known_ms(self) -> int:
        """How much of the recording is known."""
        return len(self._values) * 1000 // BINS_PER_S

    def clear(self) -> None:
        """Forget everything."""
        self._values.clear()
        self._seconds.clear()

    def add(self, first: int, values: bytes) -> None:
        """Take a part, from a bin on; what was known from there on is forgotten."""
        del self._values[first:]
        self._values += values
        del self._seconds[first // BINS_PER_S :]
        for start in range(len(self._seconds) * BINS_PER_S, len(self._values), BINS_PER_S):
            self._seconds.append(max(self._values[start : start + BINS_PER_S]))

    def columns(self, width: int, length_ms: int) -> list[int]:
        """Return the loudest value in each of ``width`` parts of a length, as far as they are known."""
        per_column, values = length_ms / 1000 * BINS_PER_S / width, self._values
        if per_column >= COARSE:
            per_column, values = per_column / BINS_PER_S, self._seconds
        found: list[int] = []
        for column in range(width):
            first = int(column * per_column)
            if first >= len(values):
                break
            found.append(max(values[first : max(int((column + 1) * per_column), first + 1)]))
        return found
