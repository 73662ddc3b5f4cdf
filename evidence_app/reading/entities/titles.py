"""A title for an exhibit from the strongest facts it shows: who, what, when. In the script of the exhibit. Pure."""

import re
from collections.abc import Sequence
from functools import lru_cache

from evidence_app.characters import HAN, simplified
from evidence_app.domain.events import Direction
from evidence_app.domain.machine_text import Place
from evidence_app.domain.money import plain_amount
from evidence_app.domain.suggestions import PageKind, ReadEvent, Suggested, SuggestionKind
from evidence_app.reading.entities.promises import promising
from evidence_app.reading.entities.words import either, phrases
from evidence_app.reading.layout.page import Recognised
from evidence_app.rules.introductions import introduces

LONGEST = 28
"""Characters of what is promised or threatened: a title is read at a glance."""

_HAN = re.compile(f"[{HAN}]")


def title(
    suggested: Sequence[Suggested],
    events: Sequence[ReadEvent],
    found: Sequence[Recognised],
    subject: str | None = None,
) -> Suggested | None:
    """Return a title, None where an exhibit shows nothing that is worth one.

    ``subject`` is that of a mail, empty for mails of several or of none, None for what is no mail.
    """
    words = phrases("titles", _script(found))
    for kind, phrase, brief in (
        (SuggestionKind.PROMISE, "promise", _promised),
        (SuggestionKind.THREAT, "threat", _shortened),
        (SuggestionKind.THIRD_PARTY, "threat", _shortened),
    ):
        for each in suggested:
            if each.kind is kind and (what := brief(each.value)):
                who = _who([one for one in suggested if _speaks(one, events)], each, found, words)
                value = _told(words[phrase], who, what, brief(_unsigned(each.value, who)))
                return Suggested(
                    SuggestionKind.TITLE,
                    value,
                    each.quote,
                    each.place,
                    round(each.confidence * 0.8, 3),
                    each.due,
                    each.event_index,
                )
    return _of_page(events, found, words, subject)


def reworded(title: str, before: str, after: str) -> str:
    """Return a title that tells of a promise as it reads once the promise is corrected; another one stays."""
    told, now = _promised(before), _promised(after)
    return title.replace(told, now) if told and now else title


def _of_page(
    events: Sequence[ReadEvent], found: Sequence[Recognised], words: dict[str, str], subject: str | None
) -> Suggested | None:
    """Return a title that says what kind of page it is, whose, how much, and of which days."""
    first = next((each for each in found if each.kind is not PageKind.TEXT and each.events), None)
    if first is None:
        return None
    parties = {each.facts.party for each in events if each.facts.party}
    who = first.party or (parties.pop() if len(parties) == 1 else "")
    kind = "bills" if first.kind is PageKind.BILL and not who else first.kind.value
    phrase = words.get(kind if subject is None else "mail" if subject else "mails", "")
    if not phrase or ("{who}" in phrase and not who):
        return None
    days = sorted({reading.wall.date() for each in events if (reading := each.facts.time.reading) and reading.wall})
    shown = [day.isoformat() for day in (days if len(days) < 2 else (days[0], days[-1]))]
    value = " ".join(
        [
            phrase.format(who=who, amount=_amount(events), subject=_shortened(subject or "")),
            *([words["until"].join(shown)] if shown else []),
        ]
    )
    quote, place = _rests_on(first, who)
    return Suggested(SuggestionKind.TITLE, value, quote, place, 0.5)


def _rests_on(found: Recognised, who: str) -> tuple[str, Place]:
    """Return the words that name the other side, and where they stand; else those of the first event.

    A title bar names it better than the messages do, of which one may speak of it in passing.
    """
    of_events = len(found.events)
    for passage in (*found.passages[of_events:], *found.passages[:of_events]):
        at = passage.text.find(who) if who else -1
        if at >= 0:
            return who, passage.place_of(at, at + len(who))
    return found.passages[0].text, found.events[0].place


def _told(phrase: str, who: str, what: str, unsigned: str) -> str:
    """Return what somebody says, named once: a sentence that goes on behind the name says itself whose it is."""
    if unsigned and unsigned != what:
        return phrase.format(who=who, what=unsigned)
    return what if what.casefold().startswith(who.casefold()) else phrase.format(who=who, what=what)


def _unsigned(sentence: str, who: str) -> str:
    """Return a sentence without the name with which it is signed: ``SplitEasy: Pay today``."""
    head, rest = sentence[: len(who)], sentence[len(who) :].lstrip()
    is_signed = bool(who) and head.casefold() == who.casefold() and rest[:1] in (":", "：")
    return rest[1:].lstrip() if is_signed else sentence


_SIGNS = {"CNY": " {}元", "HKD": " HK${}", "TWD": " NT${}"}


def _amount(events: Sequence[ReadEvent]) -> str:
    """Return the amount of a page's only event, empty without one."""
    facts = events[0].facts
    if len(events) != 1 or facts.amount is None:
        return ""
    return _SIGNS.get(facts.currency, f" {{}} {facts.currency}").format(plain_amount(facts.amount))


def _speaks(each: Suggested, events: Sequence[ReadEvent]) -> bool:
    """Tell of an agent's ID whether it may be that of whoever speaks: not one that others only tell of."""
    if each.kind is not SuggestionKind.AGENT_ID or each.event_index is None:
        return True
    facts = events[each.event_index].facts
    return introduced_by_them(each.value, facts.direction, facts.text)


def introduced_by_them(agent_id: str, direction: Direction, text: str) -> bool:
    """Tell whether a message of the other side gives the ID as its writer's own."""
    return direction is not Direction.OUT and introduces(simplified(text), agent_id)


def _who(suggested: Sequence[Suggested], said: Suggested, found: Sequence[Recognised], words: dict[str, str]) -> str:
    """Return who speaks: the agent whom the sentence names, or the one named last before; else whom the page names."""
    index = next(at for at, each in enumerate(suggested) if each is said)
    agents = [(at, each.value) for at, each in enumerate(suggested) if each.kind is SuggestionKind.AGENT_ID]
    inside = [agent for _, agent in agents if agent in said.value]
    before = [agent for at, agent in agents if at < index]
    if inside or before:
        return words["agent"].format(agent=(inside or before[-1:])[0])
    institutions = [each.value for each in suggested if each.kind is SuggestionKind.INSTITUTION]
    party = next((each.party for each in found if each.party), "")
    return party or (institutions[0] if institutions else words["somebody"])


def _script(found: Sequence[Recognised]) -> str:
    text = "".join(passage.text for each in found for passage in each.passages)
    han = len(_HAN.findall(text))
    if han * MOST_LATIN < sum(char.isascii() and char.isalpha() for char in text):
        return "en"
    traditional = sum(before != after for before, after in zip(text, simplified(text), strict=True))
    return "zh-Hant" if traditional * 10 > han else "zh-Hans"


MOST_LATIN = 6
"""Letters for each Chinese character on a page that is still Chinese: one of names and addresses of devices is."""


def _promised(sentence: str) -> str:
    """Return what a sentence promises, without greeting, subject and 您: 3个工作日内结清并撤销征信查询记录."""
    start, end = promising(sentence)
    words = _without(_openings(), sentence[start:end])
    return _shortened(_without(_fillers(), words))


def _without(expression: re.Pattern[str], words: str) -> str:
    """Return the words without what the expression finds in their simplified form."""
    kept, at = "", 0
    for each in expression.finditer(simplified(words)):
        kept, at = kept + words[at : each.start()], each.end()
    return kept + words[at:]


def _shortened(words: str) -> str:
    words = words.strip().strip("，。,.;；!！~～ ")
    if len(words) <= LONGEST:
        return words
    cut = max(words.rfind(mark, 6, LONGEST) for mark in "，,；; ")
    return words[: cut if cut > 0 else LONGEST] + ("" if cut > 0 else "…")


@lru_cache(maxsize=1)
def _openings() -> re.Pattern[str]:
    return re.compile(rf"^{either('titles', 'openings')}+")


@lru_cache(maxsize=1)
def _fillers() -> re.Pattern[str]:
    return re.compile(either("titles", "fillers"))
