"""Closing the program in order and starting it anew."""

from PySide6.QtCore import QProcess
from PySide6.QtWidgets import QWidget

from evidence_app import starting


class Restart:
    """Remembers that somebody wants to begin anew once everything is closed."""

    def __init__(self) -> None:
        self.wanted = False

    def ask(self, window: QWidget) -> None:
        """Close the main window, which saves what is typed and lets go of the vault, then start again."""
        self.wanted = True
        window.close()

    def carry_out(self, file_count: int) -> None:
        """Start the program again as it was started, without the ``file_count`` files that came with it."""
        if self.wanted:
            self.wanted = False
            program, *arguments = starting.command_again(file_count)
            QProcess.startDetached(program, arguments)


restart = Restart()
