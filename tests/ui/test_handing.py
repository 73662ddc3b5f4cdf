"""What other threads hand to the UI thread, also to those who are gone by then."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Thread, current_thread, main_thread

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from ui.handing import hand_over, run_elsewhere


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


def test_what_a_thread_was_given_ends_on_the_ui_thread(qtbot: QtBot) -> None:
    receiver, ends = QObject(), list[Thread]()
    told = list[str | None]()

    class Held:
        def __del__(self) -> None:
            ends.append(current_thread())

    def asked(held: Held) -> Callable[[], str]:
        return lambda: f"{held and 'answer'}"

    def taken(held: Held) -> Callable[[str | None, BaseException | None], None]:
        return lambda result, error: told.append(held and result)

    with ThreadPoolExecutor(1) as pool:
        for _ in range(200):
            run_elsewhere(pool.submit, receiver, asked(Held()), taken(Held()))
        qtbot.waitUntil(lambda: len(told) == 200)
    assert told == ["answer"] * 200
    assert ends == [main_thread()] * 400


def test_what_went_wrong_elsewhere_is_told_on_the_ui_thread(qtbot: QtBot) -> None:
    receiver, told = QObject(), list[tuple[None, BaseException | None]]()
    with ThreadPoolExecutor(1) as pool:
        run_elsewhere(pool.submit, receiver, lambda: [].pop(), lambda result, error: told.append((result, error)))
        qtbot.waitUntil(lambda: bool(told))
    assert [type(error) for _, error in told] == [IndexError]
