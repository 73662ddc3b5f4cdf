"""How well screens are read: ``python -m benchmarks.truth.measure [--lines] [--half tuning | --all] [--style NAME]``.

Draws the two halves of the truth set (again only where a generator changed; all working trees share what was drawn and
read), has the product read them through its command line, and prints what is right, each half apart; with ``--all``
the further parts, too. ``--lines`` is for working on the reading: the engine reads a picture once, its lines are kept,
and only `interpret` runs, in this process. Misses are written to ``build/bench-reading/misses-HALF.json``, those of the
held-out half only if its name is given with ``--misses``: whoever reads them has to draw another one.
"""

import argparse
import json
import sys
from pathlib import Path

from benchmarks.truth.build import cache, made
from benchmarks.truth.format import Truth, loaded
from benchmarks.truth.scoring import ENTITY_KINDS, ROW_KINDS, Score, add

OUT = Path("build/bench-reading")
HELD_OUT = "heldout_10"
"""The newest half: measured before anybody looked at it. Once its misses are read, a new one has to take its place."""

HALVES = ("tuning", HELD_OUT)

FURTHER = ("fresh", "heldout", *(f"heldout_{number}" for number in range(2, 10)), "chance")
"""What was drawn before to see what the rules had overlooked; the looks of the last one are made by chance: with
another seed there, none of them was seen before."""

GOALS = {
    "messages clean": 0.97, "messages long": 0.97, "messages photo": 0.90, "rows call": 0.97, "rows payment": 0.97,
    "rows repayment": 0.97, "agent_id": 0.98, "amount": 0.98, "reference": 0.97, "phone": 0.97, "promise": 0.92,
}  # fmt: skip
MOST_INVENTED = 0.005


def main() -> None:
    """Measure and print."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--lines", action="store_true", help="interpret kept lines in this process: seconds")
    asked.add_argument("--half", choices=(*HALVES, *FURTHER), help="only this half")
    asked.add_argument("--all", action="store_true", help="the further parts, too")
    asked.add_argument("--style", default="", help="only screens whose style begins so")
    asked.add_argument("--form", default="", choices=("", "clean", "long", "photo"), help="only these")
    asked.add_argument("--misses", action="store_true", help="print the misses, too")
    given = asked.parse_args()
    OUT.mkdir(parents=True, exist_ok=True)
    for half in [given.half] if given.half else (*HALVES, *FURTHER) if given.all else HALVES:
        screens = _screens(half, given.style, given.form)
        score = _score(screens, given.lines)
        _report(half, len(screens), score)
        _write(half, score, given.misses)


def _screens(half: str, style: str, form: str) -> list[tuple[Path, Truth]]:
    folder = made(half)
    found = [(path.with_suffix(""), loaded(path)) for path in sorted(folder.glob("*.json"))]
    return [(path, truth) for path, truth in found if truth.style.startswith(style) and form in ("", truth.form)]


def _score(screens: list[tuple[Path, Truth]], from_lines: bool) -> Score:
    score = Score()
    if from_lines:
        from benchmarks.truth.lines import Reader, interpreted

        reader = Reader(cache() / "lines")
        for path, truth in screens:
            add(score, truth, interpreted(truth, path, reader))
        return score
    from benchmarks.truth.through_commands import readings

    for path, reading in readings(screens, OUT):
        add(score, dict(screens)[path], reading)
    return score


def _report(half: str, count: int, score: Score) -> None:
    print(f"== {half}: {count} screens")
    for name in ("messages clean", "messages long", "messages photo"):
        _line(name, score.right[name], score.wanted[name], score.part(name))
    for kind in ROW_KINDS:
        _line(f"rows {kind}", score.right[f"rows {kind}"], score.wanted[f"rows {kind}"], score.part(f"rows {kind}"))
        for name in sorted(name for name in score.wanted if name.startswith(f"rows {kind} ")):
            _line(f"  {name.split()[-1]}", score.right[name], score.wanted[name], score.part(name))
    for kind in (*ENTITY_KINDS, "promise", "promise sentence"):
        counts = (
            f"right {score.right[kind]}, missed {score.wanted[kind] - score.right[kind]}, false {score.false[kind]}"
        )
        _goal(f"F1 {kind}", score.f1(kind), GOALS.get(kind), counts)
    share = score.invented / score.events if score.events else 0.0
    verdict = "ok" if share <= MOST_INVENTED else "MISSED"
    print(
        f"{'invented events':24} {share:7.2%}  goal {MOST_INVENTED:.1%} {verdict}  {score.invented} of {score.events}"
    )
    for what, number in score.errors.most_common():
        print(f"    {number:4} × {what}")


def _line(name: str, right: int, wanted: int, part: float) -> None:
    if wanted:
        _goal(name, part, GOALS.get(name), f"{right} of {wanted}")


def _goal(name: str, value: float, goal: float | None, counts: str) -> None:
    verdict = "" if goal is None else f"  goal {goal:.0%} {'ok' if value >= goal else 'MISSED'}"
    print(f"{name:24} {value:7.2%}{verdict}  {counts}")


def _write(half: str, score: Score, aloud: bool) -> None:
    if half == HELD_OUT and not aloud:
        return
    text = ",\n".join(json.dumps(miss, ensure_ascii=False) for miss in score.misses)
    (OUT / f"misses-{half}.json").write_text(f"[\n{text}\n]\n", encoding="utf-8")
    if aloud:
        sys.stdout.write(text + "\n")


if __name__ == "__main__":
    main()
