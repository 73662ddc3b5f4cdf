"""By which name an institution's agent calls himself or herself: 客服小李, 我是王主任, 法务部李经理. Pure.

Whom words only speak of (请联系法务部李经理) is not who wrote them.
"""

import re
from functools import lru_cache

from evidence_app.characters import HAN
from evidence_app.domain.suggestions import SuggestionKind
from evidence_app.reading.entities.flat import Flat, flat, flat_text
from evidence_app.reading.entities.found import Found, Known
from evidence_app.reading.entities.words import either
from evidence_app.reading.passages import Passage, Speaker

_GAP = r"[\s:.#()\[\]【】「」《》<>*—·|_\"“”'-]{0,4}"

_NO_NAMES = "马上|高[兴效级]|万分|安[心全排]|方便|温[馨暖]|向您|任意|金牌|文明|钱包|余额|小[二编蜜助秘]|阿姨"
"""What begins like a name and is none."""


def agent_name(passage: Passage) -> str:
    """Return the name by which an agent introduces himself or herself, empty if there is not exactly one."""
    names = {passage.text[start:end] for start, end in _places(flat(passage).text)}
    return names.pop() if len(names) == 1 else ""


def find_names(text: Flat, known: Known) -> list[Found]:
    """Return the name by which the other side's writer is introduced, nothing if there is not exactly one."""
    if known.speaker is Speaker.COMPLAINANT:
        return []
    places = sorted(_places(text.words))
    if len({text.words[start:end] for start, end in places}) != 1:
        return []
    start, end = places[0]
    if text.words[start:end].lower() in map(str.lower, known.institutions):
        return []
    confidence = 0.85 if known.speaker is Speaker.INSTITUTION else 0.5
    return [Found(SuggestionKind.AGENT_NAME, text.words[start:end], start, end, confidence)]


def _places(said: str) -> set[tuple[int, int]]:
    known = (_introduction(), _after_number(), _before_number(), _titled(), _of_department(), _english())
    found = {each.span("name") for expression in known for each in expression.finditer(said)}
    return found or {each.span(each.lastgroup or 0) for each in _english_greeting().finditer(said)}


@lru_cache(maxsize=1)
def _called_by_title() -> str:
    return rf"{either('agents', 'surnames')}(?:{either('agents', 'forms_of_address')})"


@lru_cache(maxsize=1)
def _titled() -> re.Pattern[str]:
    """Return what finds a name with a title that its bearer says: 我是王主任, 我是速融宝法务部的李经理."""
    return re.compile(
        rf"我[是叫係系]\s?(?:(?![受找问跟和与给向被由经])[^,。!?;\n]){{0,14}}?(?P<name>{_called_by_title()}){_SAID}"
    )


@lru_cache(maxsize=1)
def _of_department() -> re.Pattern[str]:
    """Return what finds the name of who writes for a department, at the beginning of a clause, as in 法务部李经理."""
    spoken_of = either("agents", "spoken_of")
    return re.compile(
        rf"(?:^|[,.。!?;:】\]\s])(?:这[里边]是|本人是?|我[是係系])?(?:(?!{spoken_of})[{HAN}]){{0,8}}?"
        rf"{either('agents', 'departments')}\s?(?P<name>{_called_by_title()}){_SAID}"
    )


@lru_cache(maxsize=1)
def _english() -> re.Pattern[str]:
    name = rf"(?:(?:Mr|Ms|Mrs|Miss)\.?\s)?(?!(?:{_NO_ENGLISH_NAMES})\b)[A-Z][a-z]+(?:\s[A-Z][a-z]+)?"
    told = rf"\b(?:[Mm]y name is|[Tt]his is(?=[^.!?]{{0,40}}(?:speaking|\sfrom\s)))\s(?P<name>{name})\b"
    return re.compile(told)


@lru_cache(maxsize=1)
def _english_greeting() -> re.Pattern[str]:
    """Return what finds a name with which somebody begins: Hi Jane, this is Tom. Tom here from QuickPay."""
    name = rf"(?P<name>(?!(?:{_NO_ENGLISH_NAMES})\b)[A-Z][a-z]{{1,14}})\b"
    begins = (
        r"(?:^|[.!?]\s+)(?:(?:[Hh]i|[Hh]ello|[Hh]ey|[Gg]ood (?:morning|afternoon|evening))\b[^.!?]{0,24}?[,.!]?\s+)?"
    )
    role = r"(?:agent|adviso?r|advis[eo]r|operator|representative|staff|employee|case handler)"
    goes_on = rf"(?=\s*[,.!]|\s*$|,?\s(?:your|an?|the)?\s?{role}\b|\sand\sI)"
    ways = (
        rf"[Tt]his is {name}{goes_on}",
        rf"{name} here(?=\s*[,.!]|,?\s(?:from|at|with)\s)".replace("<name>", "<here>"),
        rf"I(?:'m| am) {name}(?=,?\s(?:from|at|with)\s|,?\s(?:your|an?|the)?\s?{role}\b)".replace("<name>", "<am>"),
    )
    return re.compile(rf"{begins}(?:{'|'.join(ways)})")


_NO_ENGLISH_NAMES = (
    "Customer|The|Your|Our|Not|A|An|All|Any|Because|Final|First|Good|Great|How|If|Important|It|Just|My|Noted|Now|On|Only|"
    "Apply|Call|Check|Click|Come|From|Go|Join|Log|Login|Pay|Press|Reply|See|Sign|Start|Stay|Still|Tap|Visit|Write|"
    "Anyone|Are|Back|Contact|Down|Enter|Everyone|Everything|Find|Hold|Is|Leave|Look|Nobody|Nothing|Open|Over|Read|Same|"
    "Scan|Send|Someone|Something|Stop|Type|Up|Upload|Wait|"
    "Please|Regarding|Right|So|Sorry|Support|Thanks?|That|There|They|To|Urgent|Very|We|What|When|Why|Wrong|You"
)
"""What begins a sentence's or a title's words with a capital and is nobody's name."""


_SAID = r"(?=[,.!。?;:\s()]|$|提醒|通知您|告知您|为您|负责|联系您|给您|[这在])"
"""What follows a name that somebody said of himself or herself; 的 behind it makes it somebody else's."""


@lru_cache(maxsize=1)
def _introduction() -> re.Pattern[str]:
    roles, surnames = either("agents", "roles"), either("agents", "surnames")
    called = rf"(?:小[{HAN}]|{surnames}(?:女士|先生|小姐|经理|主管|老师))"
    end = rf"(?={_GAP}(?:工号|员编|编号)|[,.!。\s(]|很高兴|为您|$)"
    after_role = rf"(?:我[是叫係系]|这里是|(?:^|[,!。])(?=客服))[^,。!?]{{0,12}}?{roles}"
    return re.compile(
        rf"(?:{after_role}(?={called}|{surnames})|我[是係系]\s?(?={called})|我叫\s?(?={surnames}))"
        rf"(?P<name>{called}|{surnames}[{HAN}]{{1,2}}){end}"
    )


def name_beside_number(sender: str) -> str:
    """Return the agent's name of a sender that is called by name and number, as written: 客服雅婷 工號K208."""
    found = _named_sender().fullmatch(flat_text(sender))
    return sender[slice(*found.span("name"))] if found else ""


@lru_cache(maxsize=1)
def _after_number() -> re.Pattern[str]:
    """Return what finds a name between an agent's number and the service that is offered: 工号3017小李为您服务."""
    labels, surnames = either("agents", "labels"), either("agents", "surnames")
    called = rf"(?:[小阿][{HAN}]|{surnames}(?:女士|先生|小姐|经理|主管|老师)|{surnames}[{HAN}]{{1,2}})"
    return re.compile(
        rf"{labels}{_GAP}[A-Za-z]{{0,4}}-?\d{{3,8}}\s?号?(?:的|客服|[\s,(])?"
        rf"(?!{_NO_NAMES})(?P<name>{called})\)?(?=为您|为你|很?高兴|竭诚)",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _before_number() -> re.Pattern[str]:
    """Return what finds a bare name that its bearer says just before the number: 我是雅婷,工号K208."""
    labels, roles, titles = either("agents", "labels"), either("agents", "roles"), either("agents", "titles")
    return re.compile(
        rf"我[是叫係系]\s?(?![您你本贵我这那您]|{roles}|{titles}|{_NO_NAMES})(?P<name>[{HAN}]{{2,3}})"
        rf"(?<!员)(?<!长)(?<!师)(?<!服)(?<!人)[\s,]{{1,2}}(?=(?:我的)?{labels}{_GAP}[A-Za-z]{{0,4}}-?\d{{2,8}})",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _named_sender() -> re.Pattern[str]:
    labels, roles = either("agents", "labels"), either("agents", "roles")
    return re.compile(
        rf"(?:[{HAN}]{{0,6}}{roles}){_GAP}(?!{roles}|{_NO_NAMES})(?P<name>[{HAN}]{{2,3}}){_GAP}"
        rf"{labels}{_GAP}[A-Za-z]{{0,4}}-?\d{{2,8}}[)\]】]?",
        re.IGNORECASE,
    )
