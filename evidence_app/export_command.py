"""The command that exports: whose witness is asked for, whose key signs, and what came of it."""

import argparse
import getpass
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from evidence_app.arguments import Parser
from evidence_app.commands import OK, Call, printable
from evidence_app.domain.workspace import LEAVABLE_SECTIONS
from evidence_app.errors import InputProblem
from evidence_app.phrases import Language, error_words, in_one_line, name_of

if TYPE_CHECKING:
    from evidence_app.actions.export_dossier import Exported, Signing
    from evidence_app.actions.other_people import OtherPeople
    from evidence_app.domain.anchors import Authority

PASSPHRASE = "JUZHENG_PASSPHRASE"  # the name of a variable


def add_arguments(parser: Parser) -> None:
    """Declare what can be chosen."""
    parser.add_argument("dispute")
    parser.add_argument("out", type=Path, metavar="OUT")
    parser.add_argument("--profile", required=True, metavar="NAME")
    parser.add_argument("--language", choices=[each.value for each in Language])
    parser.add_argument("--prepared-by", default="", metavar="NAME")
    parser.add_argument("--tsa", action="append", default=[], metavar="URL")
    parser.add_argument("--tsa-root", action="append", default=[], type=Path, metavar="PEM")
    parser.add_argument("--without", nargs="*", default=[], choices=sorted(LEAVABLE_SECTIONS), metavar="SECTION")
    parser.add_argument("--only-theirs", action="store_true")
    parser.add_argument("--whole-exports", action="store_true")
    parser.add_argument("--no-attachments", action="store_true")
    parser.add_argument("--no-signature", action="store_true")
    parser.add_argument("--pkcs12", type=Path, metavar="FILE")
    parser.add_argument("--long-term", action="store_true")


def export(call: Call, given: argparse.Namespace) -> int:
    """Write the dossier of a dispute."""
    from evidence_app.actions.export_dossier import ExportOptions, export_dossier

    options = ExportOptions(
        profile=given.profile,
        language=Language(given.language or call.language.value),
        prepared_by=given.prepared_by,
        without=frozenset(given.without),
        only_theirs=given.only_theirs,
        whole_exports=given.whole_exports,
        authorities=_authorities(given.tsa, given.tsa_root),
        signing=_signing(given),
        attach=not given.no_attachments,
    )
    with call.session(write=True) as session:
        exported = export_dossier(session, given.dispute, given.out, options, call.progress)
    for line in _of_others(call, exported.others, given.dispute):
        call.complain(line)
    call.answer(_document(exported, call.language))
    facts = {"pages": exported.page_count, "exhibits": exported.exhibit_count, "bytes": exported.size_bytes}
    call.say(call.words("export.done", path=exported.out, sha256=exported.sha256, **facts))
    for line in _told(call, exported):
        call.say(printable(line))
    return OK


def _authorities(urls: Sequence[str], roots: Sequence[Path]) -> "tuple[Authority, ...]":
    """Return who is asked: the n-th address with the n-th root; without a root, an authority that is known.

    Raises InputProblem ("tsa-root-missing" | "authority-root" | "authority-address").
    """
    return tuple(_authority(url, roots[index] if index < len(roots) else None) for index, url in enumerate(urls))


def _authority(url: str, root: Path | None) -> "Authority":
    from evidence_app.actions.verify import given_authority, trusted

    if root is not None:
        return given_authority(urlsplit(url).netloc.rpartition("@")[2] or url, url, root)
    known = next((authority for authority in trusted() if authority.url == url), None)
    if known is None:
        raise InputProblem("tsa-root-missing", url=url)
    return known


def _signing(given: argparse.Namespace) -> "Signing":
    from evidence_app.actions.export_dossier import NO_SIGNATURE, Signing, SigningMode

    if given.no_signature:
        return NO_SIGNATURE
    passphrase = os.environ.get(PASSPHRASE, "")
    if given.pkcs12 is None:
        return Signing(SigningMode.SELF_DECLARED, passphrase=passphrase, long_term=given.long_term)
    if PASSPHRASE not in os.environ and sys.stdin.isatty():
        passphrase = getpass.getpass(f"{given.pkcs12.name}: ")
    return Signing(SigningMode.PKCS12, given.pkcs12, passphrase, given.long_term)


MOST_NAMED = 5
"""Entries that a warning names; the JSON has all."""


def _of_others(call: Call, others: "OtherPeople", dispute: str) -> Iterator[str]:
    """Yield what went out that is with other people, or stayed, and how to have it otherwise.

    Nobody hands over a mother unasked, nor misses a shop's mail without being told.
    """
    if others.events and not others.left_out:
        known = "" if others.is_known else "_unknown"
        yield call.words(f"export.others{known}", count=others.events, people=others.people)
        if others.codes:
            yield call.words("export.others_codes", count=others.codes)
    if others.whole_exports:
        yield call.words("export.others_whole", count=others.whole_exports)
    if others.left_out and (others.events or others.files):
        facts = {"count": others.events, "people": others.people, "files": len(others.files)}
        yield call.words("export.others_left_out", **facts)
        if others.naming:
            shown = ", ".join(others.naming[:MOST_NAMED])
            yield call.words("export.others_naming", count=len(others.naming), events=shown)
    if others.left_out or not (others.events or others.whole_exports):
        return
    yield call.words("export.others_only" if others.is_known else "export.others_state", dispute=dispute)


def _told(call: Call, exported: "Exported") -> Iterator[str]:
    """Yield what is missing in it, what is witnessed and by whom, and what is not."""
    times = {
        "log": exported.log_witnessed_at,
        "signature": exported.signed_at,
        "file": exported.file_witnessed_at,
    }
    for each in exported.undrawn:
        yield call.words("export.undrawn", number=each.number, pages=each.pages)
    yield call.words(f"export.signed.{exported.signature.lower() or 'none'}")
    if exported.unvouched:
        yield call.words("export.unvouched")
    for what, at in times.items():
        if at is not None:
            yield call.words(f"export.witnessed.{what}", at=at.isoformat(), names=", ".join(exported.witnessed_by))
    for failure in exported.failures:
        words = in_one_line(error_words(failure.problem, call.language), call.language)
        yield call.words("export.failure", name=failure.authority.name, words=words)
    sealed = exported.signature or exported.tokens
    verdict = call.words("export.verdict", verdict=name_of(exported.verdict, call.language))
    yield verdict if sealed else call.words("export.unsealed")


def _document(exported: "Exported", language: Language) -> dict[str, Any]:
    times = (exported.log_witnessed_at, exported.signed_at, exported.file_witnessed_at)
    log, signed, file = (at.isoformat() if at else None for at in times)
    return {
        "path": str(exported.out),
        "pages": exported.page_count,
        "exhibits": exported.exhibit_count,
        "bytes": exported.size_bytes,
        "sha256": exported.sha256,
        "dossier": exported.dossier_id,
        "events": exported.event_count,
        "undrawn": [{"number": each.number, "pages": each.pages, "code": each.code} for each in exported.undrawn],
        "tokens": [str(token) for token in exported.tokens],
        "signature": exported.signature or None,
        "unvouched": exported.unvouched,
        "verdict": exported.verdict.value,
        "witnessed_by": list(exported.witnessed_by),
        "log_witnessed_at": log,
        "signed_at": signed,
        "file_witnessed_at": file,
        "others": {
            "events": exported.others.events,
            "people": exported.others.people,
            "files": len(exported.others.files),
            "codes": exported.others.codes,
            "naming": list(exported.others.naming),
            "whole_exports": exported.others.whole_exports,
            "left_out": exported.others.left_out,
            "known": exported.others.is_known,
        },
        "failures": [
            {
                "authority": failure.authority.name,
                "code": failure.problem.code,
                "message": in_one_line(error_words(failure.problem, language), language),
            }
            for failure in exported.failures
        ],
    }
