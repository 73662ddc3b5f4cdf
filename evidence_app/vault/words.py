"""Where words stand: SQLite's full-text index, in a file of its own beside the catalog. All that only SQLite has.

Made from the catalog, so it may be deleted at any time: it is no evidence, and in no backup and no log. Texts are
indexed character by character, each as the hexadecimal number that Unicode gives it: any run of characters is found,
parts of words and numbers too, whatever they are, and nothing in a query can be taken for an operator.
"""

import sqlite3
import threading
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from evidence_app.domain.finding import FoundIn, Worded, has_all
from evidence_app.vault.engine import BUSY_TIMEOUT_S, catalog_uri
from evidence_app.vault.word_names import TABLES as NAMES_TABLES
from evidence_app.vault.word_names import Names

WORDS_NAME = "search.sqlite3"
WORDS_NAMES = (WORDS_NAME, f"{WORDS_NAME}-wal", f"{WORDS_NAME}-shm", f"{WORDS_NAME}-journal")
"""The index's file and those that SQLite puts beside it."""

FORM = 5
"""Of the index and of what `folded` makes of a text; another one means making it anew."""

LONGEST_PHRASE = 64
MOST_PHRASES = 16
"""Of a query, so much is asked of the index; longer words and further ones are looked for in what it finds."""

MOST_NAMES = 30_000
"""Of tokens, kept at hand: no language has more characters in use."""

_PRAGMAS = (
    "synchronous=NORMAL",  # a power cut may cost the last changes, never the index
    "secure_delete=ON",  # texts that go are overwritten
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "temp_store=MEMORY",
)
_TABLES = (
    "CREATE TABLE dispute (number INTEGER PRIMARY KEY, id TEXT UNIQUE, length INTEGER, leaf BLOB)",
    "CREATE TABLE thing (number INTEGER PRIMARY KEY, id TEXT, shape TEXT, at_ms INTEGER)",
    "CREATE INDEX thing_id ON thing (id)",
    "CREATE TABLE missing (dispute INTEGER, first TEXT, last TEXT)",
    *NAMES_TABLES,
    "CREATE VIRTUAL TABLE word USING fts5(characters, content='', tokenize='ascii')",
    f"INSERT INTO word (word, rank) VALUES ('hashsize', {8 << 20})",  # of what was not yet written: fewer, longer parts
    f"PRAGMA user_version={FORM}",
)

_KINDS = tuple(FoundIn)
_KIND_BITS, _SERIAL_BITS = 2, 40
"""A thing's number holds its dispute's, its kind, and its own, so that the order of numbers is a sensible one and a
dispute's things are a range."""

SERIALS = 1 << _SERIAL_BITS
"""So many things of a kind a dispute may have."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Up to where a dispute's log is indexed: its length then, and the hash of its last entry."""

    number: int
    length: int
    leaf: bytes
    missing: tuple[tuple[str, str], ...] = ()
    """Ranges of ids, of events that were imported before and are not indexed yet."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A thing that has the words, as it was when it was indexed."""

    dispute_id: str
    thing: Worded


class WordsProblem(Exception):
    """The index cannot be used as it is; never shown: whoever needs it goes on without."""


@contextmanager
def _problems() -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, OSError, UnicodeError) as error:
        raise WordsProblem(getattr(error, "sqlite_errorname", "") or str(error)) from error


class Words:
    """The index of one vault's folder. Safe to use from any thread; only the vault's holder may write."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / WORDS_NAME
        self._one_writer = threading.Lock()
        self._checked = False

    @contextmanager
    def reading(self) -> Iterator["IndexView | None"]:
        """Give the index as it is at this moment; None if there is none that can be read."""
        connection = self._opened_for_reading()
        if connection is None:
            yield None
            return
        with closing(connection):
            try:
                view = IndexView(connection)
            except WordsProblem:
                view = None
            yield view

    @contextmanager
    def writing(self) -> Iterator["IndexChanges"]:
        """Give the index to be changed, a new one where there was none that is whole.

        Raises WordsProblem, for a SQLite without full-text search too.
        """
        with self._one_writer, closing(self._opened_for_writing()) as connection:
            changes = IndexChanges(connection)
            if not self._checked:  # once: disks lose bits between runs, not within one
                changes.check()
                self._checked = True
            yield changes

    def exists(self) -> bool:
        """Tell whether there is an index, of whatever use."""
        return self._path.exists()

    def erase(self) -> None:
        """Delete the index. Raises OSError where another program holds it."""
        with self._one_writer:
            self._erase()

    def _erase(self) -> None:
        for name in WORDS_NAMES:
            self._path.with_name(name).unlink(missing_ok=True)

    def _opened_for_reading(self) -> sqlite3.Connection | None:
        if not self._path.exists():
            return None
        wal = self._path.with_name(f"{WORDS_NAME}-wal")
        modes = ("ro", "ro&immutable=1") if not (wal.exists() and wal.stat().st_size) else ("ro",)
        for mode in modes:  # the second for a medium on which SQLite cannot make its helper files
            connection = None
            try:
                connection = self._connect(mode)
                connection.execute("PRAGMA query_only=ON")
                connection.execute("BEGIN")
                if connection.execute("PRAGMA user_version").fetchone() == (FORM,):
                    connection.execute("SELECT 1 FROM dispute").fetchone()
                    return connection
            except sqlite3.Error:
                pass
            if connection is not None:
                connection.close()
        return None

    def _opened_for_writing(self) -> sqlite3.Connection:
        with suppress(WordsProblem):
            return self._prepared()
        with _problems():
            self._erase()
        return self._prepared()

    def _prepared(self) -> sqlite3.Connection:
        with _problems():
            connection = self._connect("rwc")
            try:
                connection.execute("PRAGMA journal_mode=WAL")
                (form,) = connection.execute("PRAGMA user_version").fetchone()
                if form == 0:
                    _make(connection)
                elif form != FORM:
                    raise WordsProblem(f"form {form}")
                connection.execute("SELECT 1 FROM dispute, thing, word LIMIT 1").fetchone()
            except BaseException:
                connection.close()
                raise
        return connection

    def _connect(self, mode: str) -> sqlite3.Connection:
        connection = sqlite3.connect(
            catalog_uri(self._path, mode),
            uri=True,
            isolation_level=None,
            check_same_thread=False,
            timeout=BUSY_TIMEOUT_S,
        )
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        return connection


def _make(connection: sqlite3.Connection) -> None:
    connection.execute("BEGIN IMMEDIATE")
    for statement in _TABLES:
        connection.execute(statement)
    connection.execute("COMMIT")


class IndexView:
    """What the index says at one moment. ``standings`` are those of the disputes that are indexed to their end."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.standings: Mapping[str, Standing] = _standings(connection)
        self._whole: dict[tuple[int, int], tuple[str, str]] = {}  # of this moment, for each word of one question

    def having(self, words: Sequence[str], dispute_id: str | None = None) -> Iterator[Candidate]:
        """Yield the things that have all of the words, of one dispute or of all that are indexed, in their order.

        Found while they are asked for: who wants the first few waits for no more. Raises WordsProblem.
        """
        names = {standing.number: each for each, standing in self.standings.items()}
        wanted = [self.standings[dispute_id].number] if dispute_id is not None else sorted(names)
        if not words or not wanted:
            return
        first, last = _range(wanted[0])[0], _range(wanted[-1])[1]
        for number, thing_id, shape, at_ms in self._having(words, first, last):
            dispute = names.get(number >> (_KIND_BITS + _SERIAL_BITS))
            if dispute is not None:
                yield Candidate(dispute, Worded(_kind_of(number), thing_id, shape, at_ms))

    def _having(self, words: Sequence[str], first: int, last: int) -> Iterator[tuple[int, str, str, int | None]]:
        """Yield the rows of the things in a range of numbers that have all of the words, in their order."""
        rest = words if len(words) > MOST_PHRASES or any(len(word) > LONGEST_PHRASE for word in words) else ()
        with _problems():
            for row in self._connection.execute(_HAVING, (_query(words), first, last)):
                if has_all(rest, row[2]):
                    yield row

    def ids_having(self, word: str, dispute_id: str) -> dict[FoundIn, set[str]]:
        """Return the ids of a dispute's things that have a word, by kind. Raises WordsProblem."""
        text = self.numbers_having(word, dispute_id)
        numbers = sorted(map(int, text.split(","))) if text else []
        bounds = {kind: bisect_left(numbers, serials_begin(kind)) for kind in FoundIn}
        ends = [*bounds.values(), len(numbers)][1:]
        return {
            kind: self._ids(dispute_id, kind, numbers[begin:end])
            for (kind, begin), end in zip(bounds.items(), ends, strict=True)
        }

    def numbers_having(self, word: str, dispute_id: str) -> str:
        """Return numbers of a dispute's things that have a word, with commas; those of a kind begin at its own.

        A thing's number less that with which its kind's begin, as `serials_begin` says, is its serial number. All in
        one text, because that they come in so many rows is what takes long, and with few digits, which is what takes
        long then. Raises WordsProblem.
        """
        first, last = _range(self.standings[dispute_id].number)
        events = self._first(dispute_id, FoundIn.EVENT)
        if len(word) > LONGEST_PHRASE:
            return ",".join(str(number - events) for number, *_ in self._having([word], first, last))
        with _problems():
            asked = self._connection.execute(_NUMBERS_HAVING, (events, _query([word]), first, last))
            (text,) = asked.fetchone()
        return text or ""

    def names_stamp(self) -> bytes:
        """Return what is another one whenever `all_ids` may return something else. Raises WordsProblem."""
        with _problems():
            return Names(self._connection).stamp()

    def all_ids(self, dispute_id: str, kind: FoundIn) -> tuple[str, str]:
        """Return the ids of all things of a kind that a dispute has or had, as `Names.whole`. Raises WordsProblem."""
        within = _range(self.standings[dispute_id].number, kind)
        if within not in self._whole:
            with _problems():
                self._whole[within] = Names(self._connection).whole(*within)
        return self._whole[within]

    def _ids(self, dispute_id: str, kind: FoundIn, numbers: Sequence[int]) -> set[str]:
        if not numbers:
            return set()
        begin = serials_begin(kind)
        with _problems():
            return Names(self._connection).of(self._first(dispute_id, kind), [number - begin for number in numbers])

    def _first(self, dispute_id: str, kind: FoundIn) -> int:
        return _range(self.standings[dispute_id].number, kind)[0]


class IndexChanges:
    """Changes of the index: what is put in is found once the dispute is settled."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    @property
    def standings(self) -> Mapping[str, Standing]:
        """What is indexed up to where; of a dispute whose indexing was cut off, a length of 0."""
        with _problems():
            return _standings(self._connection, unfinished=True)

    @contextmanager
    def at_once(self) -> Iterator[None]:
        """Make the changes within the block all together, or none. Raises WordsProblem."""
        with _problems():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):
                    self._connection.execute("ROLLBACK")
                raise

    def begin(self, dispute_id: str) -> None:
        """Begin a dispute anew: none of its things is found before it is settled."""
        self.drop(dispute_id)
        self._connection.execute("INSERT INTO dispute (id, length, leaf) VALUES (?, 0, x'')", (dispute_id,))

    def settle(self, dispute_id: str, length: int, leaf: bytes, missing: Iterable[tuple[str, str]] = ()) -> None:
        """Say that a dispute is indexed as far as its log went, but for ranges of ids that are ``missing``."""
        self._connection.execute("UPDATE dispute SET length = ?, leaf = ? WHERE id = ?", (length, leaf, dispute_id))
        number = self.standings[dispute_id].number
        self._connection.execute("DELETE FROM missing WHERE dispute = ?", (number,))
        rows = ((number, *each) for each in missing)
        self._connection.executemany("INSERT INTO missing (dispute, first, last) VALUES (?, ?, ?)", rows)

    def go_on(self, dispute_id: str, between: tuple[str, str], reached: str | None) -> None:
        """Say that of a missing range only what comes from an id on is missing; None: nothing any more."""
        number = self.standings[dispute_id].number
        if reached is None:
            self._connection.execute("DELETE FROM missing WHERE dispute = ? AND last = ?", (number, between[1]))
        else:
            moved = "UPDATE missing SET first = ? WHERE dispute = ? AND last = ?"
            self._connection.execute(moved, (reached, number, between[1]))

    def add(self, dispute_id: str, things: Sequence[Worded]) -> None:
        """Put in things that are not there."""
        for kind in FoundIn:
            new = [thing for thing in things if thing.found_in is kind]
            if new:
                first = self._free(dispute_id, kind)
                self._insert(enumerate(new, first))
                Names(self._connection).keep(first, [thing.id for thing in new])

    def replace(self, dispute_id: str, ids: Iterable[str], things: Iterable[Worded]) -> None:
        """Put in things for all that was known of these ids; one that was there keeps its place."""
        places = {(thing_id, _kind_of(number)): number for thing_id in ids for number in self._take_out(thing_id)}
        numbered = [(places.get((thing.id, thing.found_in)), thing) for thing in things]
        self._insert((number, thing) for number, thing in numbered if number is not None)
        self.add(dispute_id, [thing for number, thing in numbered if number is None])

    def keep_only(self, dispute_id: str, living: Callable[[Sequence[str]], set[str]]) -> None:
        """Take out a dispute's things that are not living; ``living`` returns which of some ids are."""
        first, last = _range(self.standings[dispute_id].number)
        while there := self._connection.execute(_NEXT_IDS, (first, last)).fetchall():
            ids = [thing_id for _, thing_id in there]
            for thing_id in sorted(set(ids) - living(ids)):
                self._take_out(thing_id)
            first = there[-1][0] + 1

    def drop(self, dispute_id: str) -> None:
        """Take a dispute out."""
        standing = self.standings.get(dispute_id)
        if standing is not None:
            first, last = _range(standing.number)
            while things := self._connection.execute(_NEXT_THINGS, (first, last)).fetchall():
                self._delete(things)
            Names(self._connection).drop(*_range(standing.number))
            self._connection.execute("DELETE FROM missing WHERE dispute = ?", (standing.number,))
            self._connection.execute("DELETE FROM dispute WHERE number = ?", (standing.number,))

    def wipe(self) -> None:
        """Leave no byte of what was taken out in the file. Raises WordsProblem."""
        with _problems():
            self._connection.execute("INSERT INTO word (word) VALUES ('optimize')")
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def check(self) -> None:
        """Look whether the index is whole. Raises WordsProblem; slow for a large one."""
        with _problems():
            self._connection.execute("INSERT INTO word (word) VALUES ('integrity-check')")
            if self._connection.execute("PRAGMA quick_check").fetchall() != [("ok",)]:
                raise WordsProblem("quick_check")

    def _free(self, dispute_id: str, kind: FoundIn) -> int:
        first, last = _range(self.standings[dispute_id].number, kind)
        (used,) = self._connection.execute(
            "SELECT max(number) FROM thing WHERE number BETWEEN ? AND ?", (first, last)
        ).fetchone()
        return first if used is None else int(used) + 1

    def _insert(self, numbered: Iterable[tuple[int, Worded]]) -> None:
        rows = [(number, thing.id, thing.shape, thing.at_ms) for number, thing in numbered]
        self._connection.executemany("INSERT INTO thing (number, id, shape, at_ms) VALUES (?, ?, ?, ?)", rows)
        words = ((number, _tokens(shape)) for number, _, shape, _ in rows)
        self._connection.executemany("INSERT INTO word (rowid, characters) VALUES (?, ?)", words)

    def _take_out(self, thing_id: str) -> list[int]:
        rows = self._connection.execute(f"{_THING} WHERE id = ?", (thing_id,)).fetchall()
        self._delete(rows)
        return [number for number, _ in rows]

    def _delete(self, rows: Sequence[tuple[int, str]]) -> None:
        for number, shape in rows:
            self._connection.execute(_DELETE_WORDS, (number, _tokens(shape)))
            self._connection.execute("DELETE FROM thing WHERE number = ?", (number,))


_THING = "SELECT number, shape FROM thing"
_NEXT_THINGS = f"{_THING} WHERE number BETWEEN ? AND ? LIMIT 5000"
_FOUND = "FROM word JOIN thing ON thing.number = word.rowid WHERE word MATCH ? AND word.rowid BETWEEN ? AND ?"
_HAVING = f"SELECT thing.number, thing.id, thing.shape, thing.at_ms {_FOUND} ORDER BY word.rowid"
_NUMBERS_HAVING = "SELECT group_concat(rowid - ?) FROM word WHERE word MATCH ? AND rowid BETWEEN ? AND ?"
"""All kinds in one go: where a phrase is not found, SQLite only knows it at the end of all that have its characters."""

_NEXT_IDS = "SELECT number, id FROM thing WHERE number BETWEEN ? AND ? ORDER BY number LIMIT 5000"
_DELETE_WORDS = "INSERT INTO word (word, rowid, characters) VALUES ('delete', ?, ?)"


def _standings(connection: sqlite3.Connection, *, unfinished: bool = False) -> dict[str, Standing]:
    with _problems():
        missing: dict[int, list[tuple[str, str]]] = {}
        for number, *between in connection.execute("SELECT dispute, first, last FROM missing ORDER BY first"):
            missing.setdefault(number, []).append((between[0], between[1]))
        rows = connection.execute("SELECT id, number, length, leaf FROM dispute")
        return {
            dispute_id: Standing(number, length, leaf, tuple(missing.get(number, ())))
            for dispute_id, number, length, leaf in rows
            if unfinished or length
        }


class _TokenNames(dict[int, str]):
    """The tokens of characters, each made when it is first met."""

    def __missing__(self, code: int) -> str:
        name = f"{code:x} "
        if len(self) < MOST_NAMES:
            self[code] = name
        return name


_TOKEN_NAMES = _TokenNames()


def _tokens(shape: str) -> str:
    return shape.translate(_TOKEN_NAMES)


def _query(words: Sequence[str]) -> str:
    return " ".join(f'"{_tokens(word[:LONGEST_PHRASE])}"' for word in words[:MOST_PHRASES])


def _range(dispute_number: int, kind: FoundIn | None = None) -> tuple[int, int]:
    """Return the first and the last number that things of a dispute may have."""
    bits = _SERIAL_BITS if kind is not None else _KIND_BITS + _SERIAL_BITS
    place = dispute_number if kind is None else (dispute_number << _KIND_BITS) | _KINDS.index(kind)
    return place << bits, ((place + 1) << bits) - 1


def _kind_of(number: int) -> FoundIn:
    return _KINDS[(number >> _SERIAL_BITS) & ((1 << _KIND_BITS) - 1)]


def serials_begin(kind: FoundIn) -> int:
    """Return the number of a kind's first thing, as `IndexView.numbers_having` counts: events, the most, from 0."""
    return (_KINDS.index(kind) - _KINDS.index(FoundIn.EVENT)) << _SERIAL_BITS
