"""Make the sample dispute, export its dossier, check the vault, and show both: the whole program in one minute.

Usage: demo.py FOLDER. Everything after the drawing goes through the public command line, as a script would do it.
The language is the window's: the one chosen in it, or the system's.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from evidence_app import starting
from evidence_app.actions.sample import make_sample_dispute
from evidence_app.actions.session import open_session
from evidence_app.phrases import Language
from evidence_app.progress import Silent

ROOT = Path(__file__).resolve().parent.parent
VAULT, DOSSIER = "vault", "dossier.pdf"


class Counted(Silent):
    """Progress as one line that counts up, where somebody watches."""

    def __init__(self) -> None:
        self.done, self.total, self.unit = 0, 0, ""

    def start(self, total: int, unit: str) -> None:
        """Begin to count units of one kind."""
        self.done, self.total, self.unit = 0, total, unit

    def advance(self, count: int = 1) -> None:
        """Count up."""
        self.done += count
        if sys.stdout.isatty():
            print(f"\r{self.unit} {self.done}/{self.total}  ", end="", flush=True)


def main(folder: Path) -> int:
    """Build everything anew in ``folder`` and return the exit code of the first step that failed."""
    language = window_language()
    vault, dossier = folder / VAULT, folder / DOSSIER
    _clear(folder)
    dispute_id = _sample(vault, language)
    steps = (
        ("export", dispute_id, str(dossier), "--profile", "plain", "--language", language.value),
        ("verify", str(dossier)),
        ("verify", str(vault)),
    )
    for step in steps:
        if code := _command_line(vault, language, *step):
            return code
    print(f"\n{dossier}\n{vault}")
    if has_display():
        _open(dossier)
        return _show_window(folder, language)
    return 0


def window_language() -> Language:
    """Return the language in which the window would open."""
    from ui.i18n import system_language
    from ui.settings import Settings

    return Settings().language or system_language()


def _clear(folder: Path) -> None:
    if folder.exists() and not (folder / VAULT).is_dir() and any(folder.iterdir()):
        sys.exit(f"{folder} holds something else than an earlier demo; nothing was touched")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)


def _sample(vault: Path, language: Language) -> str:
    session = open_session(vault, create=True)
    try:
        return make_sample_dispute(session, language, Counted()).id
    finally:
        session.close()


def _command_line(vault: Path, language: Language, *arguments: str) -> int:
    print(f"\n$ {starting.COMMAND_LINE} {' '.join(arguments)}", flush=True)
    command = [*starting.command_line(), "--vault", str(vault), "--lang", language.value, *arguments]
    return subprocess.call(command, cwd=ROOT)


def has_display() -> bool:
    """Tell whether a window can be shown."""
    if sys.platform in ("win32", "darwin"):
        return "CI" not in os.environ
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _show_window(folder: Path, language: Language) -> int:
    """Show the window over the demo's vault, with settings of its own: nobody's usual vault is touched."""
    from PySide6.QtCore import QSettings, QTimer

    from ui.app import make_application
    from ui.settings import Settings
    from ui.window import MainWindow

    settings = Settings(QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat))
    settings.vault_folder, settings.language = folder / VAULT, language
    app = make_application(sys.argv[:1], settings)
    window = MainWindow(settings, [])
    QTimer.singleShot(0, window.start)
    return app.exec()


def _open(path: Path) -> None:
    if sys.platform == "win32":
        os.startfile(path)
    elif opener := shutil.which("open" if sys.platform == "darwin" else "xdg-open"):
        subprocess.Popen([opener, path], stderr=subprocess.DEVNULL)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else ROOT / "build" / "demo"))
