"""An open vault with what the actions need beside it; the handle that the window and the command line hold."""

import tempfile
import threading
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from evidence_app.domain.contacts import Contact
from evidence_app.errors import EnvironmentProblem
from evidence_app.vault.location import is_vault, location_warnings
from evidence_app.vault.storage import storage_problems
from evidence_app.vault.temporary import sweep_temporary_folders, temporary_folder
from evidence_app.vault.vault import Clock, Vault, erase_if_possible, now

if TYPE_CHECKING:
    from evidence_app.intake.decoders import Decoders
    from evidence_app.reading.readers import Readers

IMPORT_WORKERS = 2
VIEW_WORKERS = 1
DEADLINE_S = 60.0  # the largest picture takes ten seconds on a slow laptop
PLAY_DEADLINE_S = 20.0  # nobody waits longer for a second of sound
SCRATCH = "scratch"


@dataclass(eq=False)
class Session:
    """An open vault and its decoder processes, which start when first needed. Safe to use from any thread.

    Importing and viewing have processes of their own, so that a screen is drawn while four hundred files come in.
    ``contacts`` are those of address books that were read already, by the hash of the original.
    """

    vault: Vault
    contacts: dict[str, tuple[Contact, ...]] = field(default_factory=dict)
    _decoders: "dict[str, Decoders]" = field(default_factory=dict)
    _starting: threading.Lock = field(default_factory=threading.Lock)
    _readers: "Readers | None" = None
    _closed: bool = False
    _scratch: Path | None = None
    _elsewhere: ExitStack = field(default_factory=ExitStack)

    @property
    def folder(self) -> Path:
        """Where the vault lies."""
        return self.vault.folder

    @property
    def read_only(self) -> bool:
        """Whether only reading is possible: another instance holds the vault, or its disk cannot be written."""
        return self.vault.read_only

    @property
    def import_decoders(self) -> "Decoders":
        """The processes that look into files being added and pages being exported."""
        return self._started("import", IMPORT_WORKERS)

    @property
    def view_decoders(self) -> "Decoders":
        """The process that draws what is on screen."""
        return self._started("view", VIEW_WORKERS)

    @property
    def sound_decoders(self) -> "Decoders":
        """The process that decodes what is listened to."""
        return self._started("sound", VIEW_WORKERS, PLAY_DEADLINE_S)

    @property
    def film_decoders(self) -> "Decoders":
        """The process that decodes the pictures of a film, so that its sound does not wait for them."""
        return self._started("film", VIEW_WORKERS, PLAY_DEADLINE_S)

    @property
    def reading_decoders(self) -> "Decoders":
        """The process that decodes the pictures that a machine reads; it keeps the one that is being read."""
        return self._started("reading", VIEW_WORKERS, again=True)

    @property
    def export_decoders(self) -> "Decoders":
        """The process that reads exports; it keeps those that are being read."""
        return self._started("exports", VIEW_WORKERS)

    @property
    def text_readers(self) -> "Readers":
        """The process that recognises text."""
        from evidence_app.reading.readers import Readers

        with self._starting:
            if self._closed:
                raise EnvironmentProblem("vault-closed", folder=str(self.folder))
            if self._readers is None:
                self._readers = Readers()
            return self._readers

    def stop_playing(self) -> None:
        """Let go of the recordings that are open for being played. Does not wait."""
        with self._starting:
            for purpose in ("sound", "film"):
                if purpose in self._decoders:
                    self._decoders[purpose].forget()

    def _started(
        self, purpose: str, workers: int, deadline_s: float = DEADLINE_S, *, again: bool = False
    ) -> "Decoders":
        from evidence_app.intake.decoders import Decoders

        with self._starting:
            if self._closed:  # a pool started now would never be ended
                raise EnvironmentProblem("vault-closed", folder=str(self.folder))
            if purpose not in self._decoders:
                self._decoders[purpose] = Decoders(workers, deadline_s=deadline_s, again=again)
            return self._decoders[purpose]

    def scratch_folder(self) -> Path:
        """Return a folder for what is only looked at, a dossier's preview for example; gone when the vault is closed.

        It lies in the vault, so that nothing of the evidence stays on a borrowed computer; what a crash leaves there
        goes at the next opening. Only a vault that cannot be written has it among the system's temporary files.
        Raises EnvironmentProblem (``vault-closed``, ``disk-…``).
        """
        with self._starting:
            if self._closed:
                raise EnvironmentProblem("vault-closed", folder=str(self.folder))
            if self._scratch is None:
                place = self.vault.opened_folder(SCRATCH)
                with storage_problems(self.folder if self.read_only else place):
                    self._scratch = self._elsewhere.enter_context(temporary_folder()) if self.read_only else _in(place)
            return self._scratch

    def now(self) -> datetime:
        """Return the present as the vault's clock has it, in UTC."""
        return self.vault.clock()

    def close(self) -> None:
        """End the decoder processes and let go of the vault."""
        with self._starting:
            self._closed = True
            for decoders in self._decoders.values():
                decoders.close()
            self._decoders.clear()
            if self._readers is not None:
                self._readers.close()
            self._elsewhere.close()
            if self._scratch is not None:
                erase_if_possible(self._scratch)  # what cannot go now goes at the next opening
        self.vault.close()


def _in(place: Path) -> Path:
    """Return a new folder in ``place``, which is made if need be."""
    place.mkdir(parents=True, exist_ok=True)
    return Path(tempfile.mkdtemp(prefix="juzheng-", dir=place))


def open_session(folder: Path, *, read_only: bool = False, create: bool = False, clock: Clock = now) -> Session:
    """Open a vault. With ``create``, make one where there is none; with ``read_only``, leave its lock alone.

    What killed runs left of evidence among the system's temporary files goes first. Raises EnvironmentProblem
    (``vault-missing``, ``vault-locked``, ``vault-newer``, ``vault-older``, ``disk-…``) or
    IntegrityFailure("catalog-damaged").
    """
    sweep_temporary_folders()
    if read_only:
        return Session(Vault.open_for_reading(folder, clock=clock))
    return Session(Vault.open(folder, create=create, clock=clock))


def default_vault_folder() -> Path:
    """Return the platform's own place for the vault: per user, not synced to a cloud as documents often are."""
    from platformdirs import user_data_path

    return user_data_path("Juzheng", appauthor=False) / "vault"


__all__ = ["Session", "default_vault_folder", "is_vault", "location_warnings", "open_session"]
