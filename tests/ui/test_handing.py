"""What other threads hand to the UI thread, also to those who are gone by then."""

from threading import Thread, current_thread, main_thread

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from ui.handing import hand_over


def test_what_a_thread_hands_over_runs_on_the_ui_thread_in_its_order(qtbot: QtBot) -> None:
    receiver, seen = QObject(), list[tuple[int, bool]]()

    def work() -> None:
        for number in range(500):
            hand_over(receiver, lambda number=number: seen.append((number, current_thread() is main_thread())))

    Thread(target=work).start()
    qtbot.waitUntil(lambda: len(seen) == 500)
    assert seen == [(number, True) for number in range(500)]


def test_a_receiver_may_go_at_any_moment(qtbot: QtBot) -> None:
    told, last = [0], QObject()

    def tell() -> None:
        told[0] += 1

    receivers = [QObject() for _ in range(2000)]
    workers = [Thread(target=lambda: [hand_over(receiver, tell) for receiver in receivers]) for _ in range(3)]
    for worker in workers:
        worker.start()
    for receiver in receivers:
        Shiboken.delete(receiver)
    for worker in workers:
        worker.join()
    ended = list[bool]()
    hand_over(last, lambda: ended.append(True))
    qtbot.waitUntil(lambda: ended == [True])
    print(f"{3 * len(receivers)} handed over")
    assert told == [0]  # all were gone before the UI thread came to listen
