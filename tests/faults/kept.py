"""A vault that a command was stopped in the middle of: what it had told of is compared byte for byte."""

import math
import random
import re
import time
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from evidence_app.actions.exhibits import list_exhibits
from evidence_app.actions.export_dossier import exports
from evidence_app.actions.session import open_session
from evidence_app.actions.verify import verify_vault
from evidence_app.progress import Silent
from tests.faults.program import PATIENCE_S, Ended, Program

TOLD = re.compile(r"^(?:added|kept-unread) +#\d+ +([^\s:]+)", re.MULTILINE)


def acknowledged(out: str) -> list[str]:
    """Return the names of the items whose whole line was printed."""
    return TOLD.findall("".join(line for line in out.splitlines(keepends=True) if line.endswith("\n")))


class Kills:
    """``kill -9`` at moments spread over the time that a command takes.

    That time is another one with each run: there is more to do, and other programs come and go. So it is measured
    whenever the command ends by itself.
    """

    def __init__(self, program: Program, chance: random.Random, *words: str) -> None:
        self.in_the_middle = 0
        self._program, self._chance, self._takes_s = program, chance, 0.0
        ended = self._run(math.inf, words)
        assert ended.code == 0, ended.err

    def during(self, *words: str) -> Ended:
        """Run a command and kill it at some moment, or find it ended by then."""
        return self._run(self._chance.random() * self._takes_s, words)

    def _run(self, until_s: float, words: tuple[str, ...]) -> Ended:
        running, begun = self._program.start(*words), time.monotonic()
        while running.is_there() and time.monotonic() - begun < min(until_s, PATIENCE_S):
            time.sleep(0.001)
        running.kill()
        ended = running.ended()
        if ended.code < 0:
            self.in_the_middle += 1
        else:
            self._takes_s = time.monotonic() - begun
        return ended


@dataclass
class KeptVault:
    """A vault with one dispute, and the bytes of all that was told of as added to it."""

    folder: Path
    dispute: str
    items: dict[str, bytes] = field(default_factory=dict)

    @property
    def words(self) -> tuple[str, ...]:
        """How a command line names it."""
        return "--vault", str(self.folder), "--lang", "en"

    def lost(self) -> list[str]:
        """Return the names of acknowledged items that are not there byte for byte, as the program itself opens it."""
        with closing(open_session(self.folder)) as session:
            exhibits = list_exhibits(session, self.dispute)
            kept = {each.name: session.vault.originals.path(each.original.sha256) for each in exhibits}
        return [name for name, data in self.items.items() if name not in kept or kept[name].read_bytes() != data]

    def holds(self) -> bool:
        """Tell whether everything in it verifies."""
        return verify_vault(self.folder, Silent()).holds

    def exported(self) -> list[str]:
        """Return the SHA-256 of every dossier that the log says left the vault, the last one first."""
        with closing(open_session(self.folder, read_only=True)) as session:
            return [each.sha256 for each in exports(session, self.dispute)]


def new_vault(program: Program, folder: Path) -> KeptVault:
    """Return a vault with one dispute, made by the command line."""
    made = program.run("--vault", str(folder), "--lang", "en", "new", "t", "--type", "other", "--institution", "i")
    assert made.code == 0, made.err
    return KeptVault(folder, made.out.split()[-1])


def filled_vault(program: Program, folder: Path, inputs: dict[str, bytes]) -> KeptVault:
    """Return a vault that holds the inputs."""
    vault = new_vault(program, folder)
    place = folder.with_name(f"{folder.name}-in")
    write_all(place, inputs)
    told = program.run(*vault.words, "add", vault.dispute, str(place))
    vault.items = {name: inputs[name] for name in acknowledged(told.out)}
    assert set(vault.items) == set(inputs), told
    return vault


def write_all(folder: Path, contents: dict[str, bytes]) -> None:
    """Write files into a new folder."""
    folder.mkdir()
    for name, content in contents.items():
        (folder / name).write_bytes(content)
