"""Which exhibits lay around another where it was found: a chat's pictures beside it, or in folders below it."""

from collections import defaultdict
from collections.abc import Sequence

from evidence_app.domain.exhibits import Exhibit


class Surroundings:
    """The exhibits around one, found by the names by which it calls them (``photos/photo_1.jpg``, ``IMG-0001.jpg``).

    A file's own folder counts first, then the folder that is named, then any folder below; last, where only one exhibit
    of the dispute has the name, that one: files that were given one by one have no folder. Of several that fit equally
    well none is meant.
    """

    def __init__(self, exhibit: Exhibit, in_use: Sequence[Exhibit]) -> None:
        self._place = exhibit.came_from
        self._by_name: defaultdict[str, list[Exhibit]] = defaultdict(list)
        for each in in_use:
            if each.id != exhibit.id:
                for name in {each.name, *each.also_named}:
                    self._by_name[name].append(each)

    def named(self, name: str) -> str:
        """Return the id of the exhibit that is called so from here; empty where there is none, or more than one."""
        folder, _, own = name.replace("\\", "/").rpartition("/")
        found = self._by_name.get(own, [])
        exact = [each for each in found if each.came_from in {self._place, self._below(folder)}]
        below = [each for each in found if self._is_below(each.came_from)]
        for close in (exact, below, found):
            if close:
                return close[0].id if len(close) == 1 and (close is not found or self._is_telling(own)) else ""
        return ""

    def _below(self, folder: str) -> str:
        parts = [part for part in folder.split("/") if part not in ("", ".", "..")]
        return "/".join(filter(None, (self._place, *parts)))

    def _is_below(self, place: str) -> bool:
        return not self._place or place == self._place or place.startswith(f"{self._place}/")

    @staticmethod
    def _is_telling(name: str) -> bool:
        """Tell whether a name is one that other files hardly have: it has a number in it."""
        return sum(char.isdigit() for char in name) >= TELLING_DIGITS


TELLING_DIGITS = 4
"""``image.jpg`` and ``1.png`` are anybody's; ``IMG-20250224-WA0001.jpg`` is one file."""
