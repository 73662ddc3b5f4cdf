"""What the window remembers between runs; nothing about evidence."""

import json
from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from evidence_app.phrases import Language
from ui.tokens import TEXT_SCALES, Appearance, Density, Motion
from ui.witnessing.choice import Consent, WitnessChoice

MOST_TABLES = 50
"""Kinds of tables of which it is remembered what their columns hold."""


class Purpose(StrEnum):
    """What a folder is chosen for."""

    EVIDENCE = "evidence"
    DOSSIER = "dossier"
    VAULT = "vault"
    BACKUP = "backup"


class Settings:
    """Typed access to the stored settings; unreadable values count as not set."""

    def __init__(self, store: QSettings | None = None) -> None:
        self._store = store or QSettings("Juzheng", "Juzheng")
        self.authorities_folder = Path(store.fileName()).parent / "authorities" if store is not None else None
        """Where one's own timestamp authorities are kept: beside settings of their own, None for the usual place."""

    @property
    def vault_folder(self) -> Path | None:
        """The vault that was open last."""
        text = self._text("vault/folder")
        return Path(text) if text else None

    @vault_folder.setter
    def vault_folder(self, folder: Path | None) -> None:
        self._store.setValue("vault/folder", str(folder) if folder else "")

    @property
    def dispute_id(self) -> str:
        """The dispute that was chosen last."""
        return self._text("vault/dispute")

    @dispute_id.setter
    def dispute_id(self, dispute_id: str) -> None:
        self._store.setValue("vault/dispute", dispute_id)

    @property
    def language(self) -> Language | None:
        """The language somebody chose; None follows the system."""
        text = self._text("window/language")
        return Language(text) if text in set(Language) else None

    @language.setter
    def language(self, chosen: Language | None) -> None:
        self._store.setValue("window/language", chosen.value if chosen else "")

    @property
    def appearance(self) -> Appearance:
        """Light, dark or the system's."""
        text = self._text("window/appearance")
        return Appearance(text) if text in set(Appearance) else Appearance.SYSTEM

    @appearance.setter
    def appearance(self, chosen: Appearance) -> None:
        self._store.setValue("window/appearance", chosen.value)

    @property
    def text_scale(self) -> float:
        """How large text is beside the usual size, 1.0–2.0."""
        text = self._text("window/text_scale")
        return next((scale for scale in TEXT_SCALES if f"{scale:g}" == text), TEXT_SCALES[0])

    @text_scale.setter
    def text_scale(self, scale: float) -> None:
        self._store.setValue("window/text_scale", f"{scale:g}")

    @property
    def motion(self) -> Motion:
        """How much may move on the screen."""
        text = self._text("window/motion")
        return Motion(text) if text in set(Motion) else Motion.SYSTEM

    @motion.setter
    def motion(self, chosen: Motion) -> None:
        self._store.setValue("window/motion", chosen.value)

    @property
    def density(self) -> Density:
        """How much of a timeline one screen shows."""
        text = self._text("window/density")
        return Density(text) if text in set(Density) else Density.COMFORTABLE

    @density.setter
    def density(self, chosen: Density) -> None:
        self._store.setValue("window/density", chosen.value)

    @property
    def page(self) -> str:
        """Which page of a dispute was shown last, empty if none was."""
        return self._text("window/page")

    @page.setter
    def page(self, key: str) -> None:
        self._store.setValue("window/page", key)

    def place(self, key: str) -> QByteArray:
        """Return a stored geometry or splitter state, empty if there is none."""
        value = self._store.value(f"places/{key}")
        return value if isinstance(value, QByteArray) else QByteArray()

    def set_place(self, key: str, value: QByteArray) -> None:
        """Remember a geometry or splitter state."""
        self._store.setValue(f"places/{key}", value)

    @property
    def prepared_by(self) -> str:
        """Who prepares dossiers at this computer; not in a vault, because it is the same person for each of them."""
        return self._text("export/prepared_by")

    @prepared_by.setter
    def prepared_by(self, name: str) -> None:
        self._store.setValue("export/prepared_by", name)

    @property
    def of_other_people(self) -> str:
        """What the last dossier held of other people, as its page calls it; empty if nobody chose."""
        return self._text("export/of_other_people")

    @of_other_people.setter
    def of_other_people(self, chosen: str) -> None:
        self._store.setValue("export/of_other_people", chosen)

    @property
    def seal(self) -> tuple[str, str, str, str]:
        """How the last dossier was handed over: form, attachments, signature, certificate file; empty if none was."""
        form, attach, signature, certificate = (
            self._text(f"export/{name}") for name in ("form", "attach", "signature", "certificate")
        )
        return form, attach, signature, certificate

    @seal.setter
    def seal(self, chosen: tuple[str, str, str, str]) -> None:
        for name, value in zip(("form", "attach", "signature", "certificate"), chosen, strict=True):
            self._store.setValue(f"export/{name}", value)

    @property
    def witnesses(self) -> WitnessChoice:
        """Whether the time may be witnessed, and by whom."""
        consent = self._text("witnesses/consent")
        return WitnessChoice(
            Consent(consent) if consent in set(Consent) else Consent.UNASKED,
            tuple(self._text("witnesses/chosen").split()),
        )

    @witnesses.setter
    def witnesses(self, choice: WitnessChoice) -> None:
        self._store.setValue("witnesses/consent", choice.consent.value)
        self._store.setValue("witnesses/chosen", " ".join(choice.codes))

    @property
    def reads_pictures(self) -> bool:
        """Whether the text on pictures is read by itself, on this computer."""
        return self._text("reading/automatic") != "no"

    @reads_pictures.setter
    def reads_pictures(self, automatic: bool) -> None:
        self._store.setValue("reading/automatic", "yes" if automatic else "no")

    def backed_up_at(self, vault: Path) -> datetime | None:
        """When a vault was backed up last from this computer, None if it never was or another one was since."""
        at, _, folder = self._text("vault/backed_up").partition(" ")
        return datetime.fromisoformat(at) if at and folder == str(vault) else None

    def remember_backup(self, vault: Path, at: datetime) -> None:
        """Remember that a vault was backed up; ``at`` is aware."""
        self._store.setValue("vault/backed_up", f"{at.isoformat()} {vault}")

    def columns(self) -> dict[str, list[list[str]]]:
        """Return what people said that the columns of tables hold, by the tables' fingerprints."""
        try:
            known = json.loads(self._text("imports/columns") or "{}")
        except ValueError:
            return {}
        return known if isinstance(known, dict) else {}

    def remember_columns(self, fingerprint: str, columns: Sequence[tuple[str, str]]) -> None:
        """Remember what the columns of a kind of table hold; the kinds used last are kept."""
        known = {key: value for key, value in self.columns().items() if key != fingerprint}
        known[fingerprint] = [list(each) for each in columns]
        self._store.setValue("imports/columns", json.dumps(dict(list(known.items())[-MOST_TABLES:])))

    def folder(self, purpose: Purpose) -> Path | None:
        """Return the folder that was chosen last for a purpose."""
        text = self._text(f"folders/{purpose.value}")
        return Path(text) if text else None

    def set_folder(self, purpose: Purpose, folder: Path) -> None:
        """Remember a folder."""
        self._store.setValue(f"folders/{purpose.value}", str(folder))

    def forget_vault(self) -> None:
        """Forget everything that tells of a vault's content: names, folders, which dispute was open."""
        for key in ("vault", "export", "folders"):
            self._store.remove(key)

    def _text(self, key: str) -> str:
        value = self._store.value(key, "")
        return value if isinstance(value, str) else ""
