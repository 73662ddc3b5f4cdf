"""People who lose patience: progress that is cancelled."""

from evidence_app.progress import Cancelled, Silent


class CancelledAtCheck(Silent):
    """Is cancelled when it is asked once more than so many times."""

    def __init__(self, checks: int) -> None:
        self.left = checks

    def check(self) -> None:
        self.left -= 1
        if self.left < 0:
            raise Cancelled


class CancelledAfterSteps(Silent):
    """Is cancelled once so many steps are done."""

    def __init__(self, steps: int) -> None:
        self.left = steps

    def advance(self, count: int = 1) -> None:
        self.left -= count

    def check(self) -> None:
        if self.left <= 0:
            raise Cancelled
