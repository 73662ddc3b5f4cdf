"""What is typed on the command line is refused, and explained, in the language asked for."""

import argparse
import re
from collections.abc import Iterator
from inspect import signature
from pathlib import Path

import pytest

from evidence_app.__main__ import main, parser
from evidence_app.arguments import (
    CODES,
    Parser,
    amount,
    amount_or_empty,
    language_asked_for,
    seen_lines,
    seen_width,
)
from evidence_app.phrases import Language, section

HAN = re.compile(r"[一-鿿]")

MISTYPED = (
    ("complaint c --accepted 2026-11-40", "--accepted", "2026-11-40", "2026-02-28"),
    ("dispute d --since 2026/1/1", "--since", "2026/1/1", "2026-02-28"),
    ("accept s --due soon", "--due", "soon", "2026-02-28"),
    ("dispute d --amount 3k", "--amount", "3k", "3000.00"),
    ("fee d 3k --on 2026-01-01", "amount", "3k", "3000.00"),
    ("frames d three", "number", "three", "3"),
    ("frames d 1_0", "number", "1_0", "3"),
    ("frames d ٣", "number", "٣", "3"),
    ("accept d --all --exhibit=-1", "--exhibit", "-1", "3"),
    ("complaint c --outcome lost", "--outcome", "lost", "upheld"),
    ("institution d --circumstances rich", "--circumstances", "rich", "new_account"),
    ("mark d e friendly", "TAG", "friendly", "threat"),
    ("dispute d --currency yuan", "--currency", "yuan", "--currency"),
    ("dispute d --currency XYZ", "--currency", "XYZ", "HKD"),
    ("loan d --currency dollars", "--currency", "dollars", "HKD"),
    ("new t --type other --institution i --zone Mars/X", "--zone", "Mars/X", "Asia/Taipei"),
    ("liste", "COMMAND", "liste", "list"),
)
MISPUT = (
    ("timeline", "dispute"),
    ("timeline d e", "e"),
    ("complaint c --accepted", "--accepted"),
    ("add d f --day-first --month-first", "--day-first"),
    ("read d --again=yes", "yes"),
    ("export d o --p plain", "--profile"),
    ("accept d --all --kind message --value x", "--value"),
    ("accept d --all --kind message --due none", "--due"),
    ("accept s --kind message", "--all"),
    ("accept d --all", "--exhibit"),
)


def refusal(capsys: pytest.CaptureFixture[str], words: str, language: Language) -> str:
    assert main(["--lang", language.value, *words.split()]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    return told.err


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(("words", "option", "given", "example"), MISTYPED)
def test_a_value_is_refused_by_its_option_with_what_was_given_and_an_example(
    capsys: pytest.CaptureFixture[str], words: str, option: str, given: str, example: str, language: Language
) -> None:
    told = refusal(capsys, words, language)
    assert all(each in told for each in (option, given, example))
    assert bool(HAN.search(told)) == (language is not Language.EN)
    assert "invalid" not in told


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(("words", "named"), MISPUT)
def test_a_call_put_together_wrongly_is_refused_in_the_language_asked_for(
    capsys: pytest.CaptureFixture[str], words: str, named: str, language: Language
) -> None:
    *usage, told = refusal(capsys, words, language).splitlines()
    assert named in told
    assert all("python -m evidence_app" in each for each in usage[:1])
    assert bool(HAN.search(told)) == (language is not Language.EN)
    assert "argument " not in told  # argparse's own words


def texts_used(language: Language) -> Iterator[tuple[str, argparse.Action]]:
    program = parser(language)
    for action in program._actions:  # noqa: SLF001
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001
            for verb, sub in action.choices.items():
                yield from ((verb, each) for each in sub._actions)  # noqa: SLF001
        else:
            yield "program", action


@pytest.mark.parametrize("language", Language)
def test_every_verb_and_option_says_what_it_is_for_and_no_text_is_left_over(language: Language) -> None:
    texts = set(section("usage", language))
    used = {key for key in texts if key.startswith("heading.") or key.endswith(".does")}
    for topic, action in texts_used(language):
        assert action.help, (topic, action.dest)
        name = action.option_strings[-1].lstrip("-") if action.option_strings else action.dest
        used.add(f"{topic}.{name}" if f"{topic}.{name}" in texts else f"common.{name}")
    assert texts == used


def test_a_verbs_parser_takes_what_later_pythons_make_it_with() -> None:
    assert not Parser(Language.EN, color=False).color  # 3.14: add_parser hands it on


def test_what_argparse_is_told_otherwise_here_is_still_its_own_way() -> None:
    asked = {"_add_action": ["action"], "_get_value": ["action", "arg_string"], "_check_value": ["action", "value"]}
    for name, names in asked.items():
        assert list(signature(getattr(argparse.ArgumentParser, name)).parameters) == ["self", *names]
    for name in ("_split_lines", "_fill_text"):
        assert list(signature(getattr(argparse.HelpFormatter, name)).parameters)[:3] == ["self", "text", "width"]


@pytest.mark.parametrize(
    ("language", "reason"),
    [
        (Language.ZH_HANS, "没有这个文件或文件夹"),
        (Language.ZH_HANT, "沒有這個檔案或資料夾"),
        (Language.EN, "no such file"),
    ],
)
def test_why_the_system_fails_is_told_in_the_language_asked_for(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, language: Language, reason: str
) -> None:
    assert main(["--lang", language.value, "verify", str(tmp_path / "nothing.pdf")]) != 0
    assert reason in capsys.readouterr().err


def test_an_option_without_a_text_is_a_defect() -> None:
    with pytest.raises(KeyError):
        Parser(Language.EN, "list").add_argument("--unheard-of")


@pytest.mark.parametrize("language", Language)
def test_help_is_in_the_language_asked_for(capsys: pytest.CaptureFixture[str], language: Language) -> None:
    with pytest.raises(SystemExit) as end:
        main(["--lang", language.value, "complaint", "--help"])
    lines = capsys.readouterr().out.splitlines()
    assert end.value.code == 0
    chinese = [line for line in lines if HAN.search(line)]
    assert len(chinese) == 0 if language is Language.EN else len(chinese) > len(lines) / 2
    assert not any(english in "\n".join(lines) for english in ("usage:", "show this", "positional", "options:"))


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("--lang zh-Hant list", Language.ZH_HANT),
        ("--vault --lang --lang=zh-Hans list", Language.ZH_HANS),
        ("--lang xx list", Language.EN),
        ("list --lang zh-Hant", Language.ZH_HANT),
        ("--lang en list --lang=zh-Hant", Language.ZH_HANT),
        ("search d -- --lang zh-Hant", Language.EN),
        ("", Language.EN),
    ],
)
def test_the_language_is_the_one_named_before_or_after_the_verb_else_ones_own(words: str, language: Language) -> None:
    assert language_asked_for(words.split(), Language.EN) is language


def test_the_programs_options_may_stand_after_the_verb_too() -> None:
    read = parser(Language.EN).parse_args
    for words in ("--vault v --lang zh-Hant list", "list --vault v --lang zh-Hant", "--vault v list --lang zh-Hant"):
        given = read(words.split())
        assert (given.vault, given.lang) == (Path("v"), "zh-Hant")
    assert (read(["list"]).vault, read(["list"]).lang) == (None, "en")


def test_every_type_of_value_has_its_words_for_what_cannot_be_read() -> None:
    types = {action.type for _, action in texts_used(Language.EN)} - {None, Path}
    assert types == CODES.keys()
    for language in Language:
        assert {f"{code}.what" for code in CODES.values()} < set(section("errors", language))


@pytest.mark.parametrize("words", ["", " ", "-1"])
def test_a_fee_has_an_amount_and_what_may_be_taken_off_again_may_be_empty(words: str) -> None:
    with pytest.raises(ValueError, match=f"^{words}$"):
        amount(words)
    assert amount_or_empty(" ") == ""


def test_lines_are_as_wide_as_they_look_and_no_mark_begins_one() -> None:
    lines = seen_lines("按这一天来算，不写则为今天，例如 2026-02-28。", 12)
    assert "".join(lines).replace(" ", "") == "按这一天来算，不写则为今天，例如2026-02-28。"
    assert max(map(seen_width, lines)) <= 14
    assert not any(line[0] in "，。" for line in lines)


@pytest.mark.parametrize("mark", ["（）", "“”", "《》", "「」"])
def test_no_opening_mark_ends_a_line_and_no_closing_one_begins_it(mark: str) -> None:
    text = f"写作{mark[0]}三月{mark[1]}，或写 {mark[0]}none{mark[1]}都行{mark[0]}"
    for width in range(6, 30):
        lines = seen_lines(text, width)
        assert "".join(lines).replace(" ", "") == text.replace(" ", "")
        assert not any(line[-1] == mark[0] for line in lines[:-1]), lines
        assert not any(line[0] == mark[1] for line in lines), lines


@pytest.mark.parametrize(
    ("language", "meaning"), [(Language.ZH_HANS, "app_chat（App内客服）"), (Language.EN, "hotline (Hotline)")]
)
def test_help_says_what_each_choice_means(capsys: pytest.CaptureFixture[str], language: Language, meaning: str) -> None:
    with pytest.raises(SystemExit):
        main(["--lang", language.value, "channel", "--help"])
    assert meaning in " ".join(capsys.readouterr().out.split())
