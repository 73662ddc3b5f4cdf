"""Who of a dispute is the other side, and who is somebody else: never guessed of whom nobody knows. Pure."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from evidence_app.characters import folded
from evidence_app.domain.contacts import comparable, comparable_beginning, is_acquaintance, is_mobile, signature
from evidence_app.domain.disputes import Dispute
from evidence_app.domain.events import MOVES_MONEY, EventFacts, EventKind
from evidence_app.domain.happenings import Happening, Origin
from evidence_app.domain.workspace import Institution
from evidence_app.rules.territories import region_of

TALK = frozenset({EventKind.CALL, EventKind.MESSAGE})

BEGINNING = "*"
"""Stands behind the beginning of numbers: ``1069*``."""

SHORTEST_BEGINNING = 3
SHORTEST_NAME = 2
"""What a beginning of numbers, or of names, has at least: shorter ones would be everybody's."""

FEWEST_DIGITS = 5
"""From which on what spaces part are numbers of their own; of ``1069 8877 00022`` they are not."""

_BETWEEN = re.compile(r"[、，,;；\r\n\t]+")

_OFFICE = re.compile(
    r"(?:官方|在线|線上|人工|智能|專屬|专属|客服|客户服务|客戶服務|顧客服務|热线|熱線|专员|專員|催收|貸後|贷后|法务|法務|服务号|服務號|公众号|公眾號|帐号|账号|帳號|中心|部|app|"
    r"account|customer|service|support|hotline|工号|工號|[\W\d])*"
)
"""What institutions put behind their names; what groups of complainants put there is something else."""

_CALLED_AN_OFFICE = re.compile(
    r"客服|客户服务|顾客服务|在线服务|专员|坐席|座席|催收|贷后|法务|风控|工号|官方|人工|助理|顾问|"
    r"service|support|agent|customer|official"
)
"""Words in the names of those who speak for an institution, and of their chats, as `called` writes them."""

_FORM = re.compile(r"(?:股份|有限|责任|責任|公司|集团|集團|plc|inc|ltd|llc|company|co|corporation|corp|limited|[\W])+")
"""What a full name ends in and everybody leaves out."""


@dataclass(frozen=True)
class OtherSide:
    """By what the other side is known: its ``names`` as `called` writes them, its ``numbers`` as `stated_as` does.

    Without numbers, nobody has said yet which are its own. Mail from ``domains``, in small letters, is its own, too.
    """

    names: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    region: str = "CN"
    domains: frozenset[str] = frozenset()

    @classmethod
    def of(cls, names: Iterable[str], numbers: Sequence[str], region: str) -> "OtherSide":
        """Return what a person states."""
        stated = frozenset(stated_as(each, region) for each in (*numbers, *split_numbers(numbers)))
        return cls(frozenset(called(each) for each in names if each.strip()), stated - {""}, region)

    def has(self, party: str, number: str) -> bool:
        """Tell whether somebody is the other side; once of everybody: a phone has few correspondents."""
        answer = self._answers.get((party, number))
        if answer is None:
            answer = self._answers[party, number] = self._is(party, number)
        return answer

    @cached_property
    def _answers(self) -> dict[tuple[str, str], bool]:
        return {}

    def _is(self, party: str, number: str) -> bool:
        shown = [each for each in (number, party) if each]
        if is_acquaintance(party):  # whoever stated this number mistook it: 小王(同事) is not the institution
            return known_as(party, self.region) in self.numbers
        if any(is_named(each, self.names) for each in shown):
            return True
        if self.domains and any(is_mail_from(each, self.domains) for each in shown):
            return True
        return bool(self.numbers) and any(is_stated(known_as(each, self.region), self.numbers) for each in shown)

    def takes_money(self, party: str, number: str) -> bool:
        """Tell whether who is named in a payment is the other side: banks name the company, not its app.

        The one answer for ledger, findings, letters and the dossier's list of who is who.
        """
        return self.has(party, number) or any(is_company(each, self.names) for each in (number, party) if each)

    def is_person(self, party: str, number: str) -> bool:
        """Tell whether it is a person whom the complainant knows: a mobile under a name, not the other side's."""
        return is_named_otherwise(party, number) and is_mobile(number, self.region) and not self.has(party, number)

    def may_speak(self, each: Happening | EventFacts) -> bool:
        """Tell whether an event may show the other side's people.

        An agent who writes from a number that nobody stated may; a mother may not, nor, once somebody said which
        numbers are its own, a bank, or a courier who signs what they write.
        """
        if each.kind not in TALK or self.has(each.party, each.number):
            return True
        if self.numbers and self._is_signed_by_others(each.text):
            return False
        if not is_named_otherwise(each.party, each.number):
            return True
        return not self.numbers and not is_mobile(each.number, self.region)

    def names_agent(self, each: Happening) -> bool:
        """Tell whether an agent ID or a name in an event is one of the other side's people.

        A row of a bill is nobody's words, whatever its title says; and who stands in a chat of others without an ID,
        and whom nobody typed, is one of these others, unless they or the chat are called like an office.
        """
        if each.kind in MOVES_MONEY:
            return False
        is_plain = each.kind is not EventKind.MESSAGE or each.origin is Origin.PERSON or not each.party
        if is_plain or each.agent_id or self.has(each.party, each.number) or self.has(each.agent_name, ""):
            return True
        return any(_CALLED_AN_OFFICE.search(called(name)) for name in (each.party, each.agent_name))

    def may_promise(self, each: Happening) -> bool:
        """Tell whether what an event promises may be told as the other side's: who bears another name is not it.

        An agent's ID, a number without a name and a name of an office are its people's; 小张 may be a friend.
        """
        if not self.may_speak(each):
            return False
        is_bare = not any(map(str.isalpha, each.party)) or known_as(each.party, self.region) == known_as(
            each.number, self.region
        )
        return is_bare or bool(each.agent_id) or self._is_theirs_by_name(each)

    def _is_theirs_by_name(self, each: Happening) -> bool:
        if self.takes_money(each.party, each.number):
            return True
        return any(_CALLED_AN_OFFICE.search(called(name)) for name in (each.party, each.agent_name))

    def _is_signed_by_others(self, text: str) -> bool:
        signed = signature(text)
        return bool(signed) and not is_named(signed, self.names) and not is_company(signed, self.names)


def other_side_of(dispute: Dispute, institution: Institution | None) -> OtherSide:
    """Return by what a dispute's other side is known."""
    numbers = institution.numbers if institution else ()
    return OtherSide.of((dispute.institution, *dispute.aliases), numbers, region_of(dispute.zone_name))


def is_named_otherwise(party: str, number: str) -> bool:
    """Tell whether a number stands under a name of its own; exports write a bare number as the name, too."""
    return bool(number) and any(character.isalpha() for character in party)


def is_stated(known: str, numbers: Collection[str]) -> bool:
    """Tell whether a number or name, as `known_as` writes it, is among stated ones or begins as one of them does."""
    return known in numbers or any(
        each.endswith(BEGINNING) and known.startswith(each.removesuffix(BEGINNING)) for each in numbers
    )


def is_mail_from(shown: str, domains: Collection[str]) -> bool:
    """Tell whether it is an address at one of the domains, or below it."""
    host = shown.casefold().strip("<> ").rpartition("@")[2] if "@" in shown else ""
    return any(host == domain or host.endswith("." + domain) for domain in domains)


@lru_cache(maxsize=8192)
def is_named(shown: str, names: frozenset[str]) -> bool:
    """Tell whether a name is one of the institution's, or that of its office: 速融宝, 速融宝官方客服."""
    said = called(shown)
    return any(_is_of(said, name) for name in names if name)


def _is_of(said: str, name: str) -> bool:
    if said.startswith(name):
        return _OFFICE.fullmatch(said, len(name)) is not None
    return len(said) >= SHORTEST_NAME and name.startswith(said) and _FORM.fullmatch(name, len(said)) is not None


def without_office(name: str) -> str:
    """Return a name without the words for an office that stand behind it: 速融宝 of 速融宝官方客服."""
    said = called(name)
    if len(said) != len(name):
        return name
    end = next((at for at in range(SHORTEST_NAME, len(said)) if _OFFICE.fullmatch(said, at)), len(said))
    return name[:end].strip()


_COMPANY = re.compile(
    r"(?:科技|网络|網絡|網路|信息|資訊|技术|技術|小额贷款|小額貸款|消费金融|消費金融|金融|股份|有限|责任|責任|公司|集团|集團|中国|中國|"
    r"technology|network|information|consumer|finance|financial|microcredit|company|limited|inc|co|ltd|[\W\d])*"
    r"(?:公司|集团|集團|company|limited|inc|co|ltd)\W*"
)
"""What stands behind a brand in the name of its company; other companies of the same beginning have other words."""

LEAST_BRAND = 3
"""Characters of a brand that says whose company it is: 平安, and many another, is the beginning of many names."""


@lru_cache(maxsize=8192)
def is_company(shown: str, names: frozenset[str]) -> bool:
    """Tell whether a name is the company's of one of the institution's names: 速融宝, 速融宝科技有限公司."""
    said = called(shown)
    known = (name for name in names if len(name) >= LEAST_BRAND)
    return any(said.startswith(name) and _COMPANY.fullmatch(said, len(name)) for name in known)


def brands_of(company: str, least: int = LEAST_BRAND) -> tuple[str, ...]:
    """Return by which beginnings of its name a company may be called: 启航教育科技有限公司 is 启航教育, too.

    ``least`` is how many characters a brand has; with fewer than usual, it says whose a company may be, and no more.
    """
    said = called(company)
    ends = range(least, len(said))
    return (
        *(said[:end] for end in ends if _COMPANY.fullmatch(said, end)),
        *([said] if len(said) >= least else ()),
    )


_TRADE = re.compile(
    r"(?:分期|借款|贷款|貸款|借贷|借貸|借钱|借錢|借条|借條|钱包|錢包|金融|金服|数科|數科|科技|信用|消费|消費|商城|白条|白條|贷|貸|借|宝|寶|app|loan|credit|wallet|pay)+$"
)
"""What apps put behind a brand to say what they do; their companies are called otherwise."""


def says_only_its_trade(name: str) -> bool:
    """Tell whether a name, as `called` writes it, is a word of the trade and nothing more: 分期钱包."""
    return not _TRADE.sub("", name).strip()


LEAST_SHARED = 2
LEAST_SHARED_LETTERS = 4
"""Characters of a brand by which a person is asked whether a company is the institution's; never more than asked."""


@lru_cache(maxsize=8192)
def shares_brand(shown: str, names: frozenset[str]) -> bool:
    """Tell whether a name holds an institution's brand: 云惠分期, 上海云惠小额贷款有限公司. Others may hold it, too."""
    said = called(shown)
    brands = (_TRADE.sub("", name).strip() for name in names)
    return any(
        len(brand) >= (LEAST_SHARED_LETTERS if brand.isascii() else LEAST_SHARED) and brand in said for brand in brands
    )


def called(name: str) -> str:
    """Return a name as it is compared."""
    return folded(name)


def known_as(shown: str, region: str) -> str:
    """Return a number or name as it is compared: ``+86 138 0013 8000`` and ``13800138000`` are one."""
    return comparable(shown, region) or shown


@lru_cache(maxsize=256)
def stated_as(stated: str, region: str) -> str:
    """Return a stated number or name as it is compared, a beginning with its ``*``: ``+861069*`` for ``1069*``."""
    beginning = "".join(stated.removesuffix(BEGINNING).split())
    shortest = SHORTEST_BEGINNING if beginning.isascii() else SHORTEST_NAME
    if not stated.endswith(BEGINNING) or len(beginning) < shortest:
        return known_as(stated.rstrip(BEGINNING), region)
    digits = re.sub(r"[-()\s]", "", beginning)
    if not re.fullmatch(r"\+?\d+", digits):
        return beginning.casefold() + BEGINNING
    if digits.startswith(("+", "00")):
        return f"+{digits.lstrip('+0')}{BEGINNING}"
    return comparable_beginning(digits, region) + BEGINNING


def unmatched(numbers: Sequence[str], happenings: Iterable[Happening], region: str) -> tuple[str, ...]:
    """Return the stated numbers and names of which no event is."""
    if not numbers:
        return ()
    shown = {(each.party, each.number) for each in happenings}
    sides = {each: OtherSide.of((), (each,), region) for each in numbers}
    return tuple(each for each, side in sides.items() if not any(side.has(*pair) for pair in shown))


def split_numbers(stated: Iterable[str]) -> tuple[str, ...]:
    """Return stated numbers and names one by one, however they were parted; spaces within one stay part of it."""
    found: dict[str, None] = {}
    for line in stated:
        for part in _BETWEEN.split(unicodedata.normalize("NFKC", line)):
            tokens = part.split()
            apart = len(tokens) > 1 and all(map(_is_number, tokens))
            found |= dict.fromkeys(tokens if apart else [" ".join(tokens)])
    found.pop("", None)
    return tuple(found)


def _is_number(token: str) -> bool:
    digits = sum(character.isdigit() for character in token)
    enough = SHORTEST_BEGINNING if token.endswith(BEGINNING) else FEWEST_DIGITS
    return digits >= enough and not any(character.isalpha() for character in token)
