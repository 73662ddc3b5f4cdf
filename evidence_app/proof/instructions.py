"""How to check a bag without this program: the text of VERIFY.txt, with exactly the commands that apply to it.

The commands are the same in all languages and stand alone on lines that begin with four spaces. They are run in the
bag's folder, write only beside it, and need sha256sum, openssl, poppler-utils and Python.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from evidence_app.phrases import Language, phrase, section
from evidence_app.proof.der import content_start

ROOTS = "../tsa_roots.pem"
"""Where the text asks for the authorities' root certificates to be put: outside the bag, which brings none."""

INDENT = "    "

LAST_STATE = "checkpoint.txt"
"""The log as it was when the dossier was made; earlier states have their size in the name."""

MOST_LISTED = 4
"""Tokens over earlier states that are listed one by one: nobody types sixty commands."""

EARLIER_STATES = (
    'for token in data/checkpoint-*.tsr; do openssl ts -verify -in "$token" -data "${token%%.txt*}.txt" '
    f"-CAfile {ROOTS} || exit 1; done"
)

OBJECT_IDENTIFIER = b"\x06"
LINE_END = "\r\n"
BYTE_ORDER_MARK = "\ufeff"
"""With both, the text is readable in the oldest editors of Windows, too."""


@dataclass(frozen=True, slots=True)
class StampedOriginal:
    """A timestamp made elsewhere and the original that it is over, by their names.

    ``is_bare`` tells a token without the response around it, which openssl has to be told.
    """

    token: str
    original: str
    is_bare: bool = False

    def command(self, folder: str, roots: str) -> str:
        """Return the command that checks it, for files in a folder (empty, or ending in a slash)."""
        bare = "-token_in " if self.is_bare else ""
        return f"openssl ts -verify {bare}-in {folder}{self.token} -data {folder}{self.original} -CAfile {roots}"


def is_bare(token: bytes) -> bool:
    """Tell a bare TimeStampToken, which begins with the type of its content, from a whole TimeStampResp."""
    return token[content_start(token) :][:1] == OBJECT_IDENTIFIER


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkable:
    """What a bag holds that can be checked.

    ``stamped`` are the originals over which timestamps were made elsewhere. ``dossier_tokens`` counts the tokens over
    the PDF; ``log_tokens`` are the names of the tokens over checkpoints.
    ``signature_stamped`` tells of a timestamp in the PDF's one signature. ``attached`` are the names of the files
    inside the PDF. ``authorities`` are names with the addresses of their roots, for the reader.
    """

    has_originals: bool = True
    stamped: tuple[StampedOriginal, ...] = ()
    dossier_tokens: int = 0
    log_tokens: tuple[str, ...] = ()
    is_signed: bool = False
    signature_stamped: bool = False
    attached: tuple[str, ...] = ()
    authorities: tuple[tuple[str, str], ...] = field(default=())


def instructions(facts: Checkable, language: Language) -> dict[str, bytes]:
    """Return the texts by file name: ``VERIFY.txt`` in the dossier's language, and the others beside it."""
    names = {each: "VERIFY.txt" if each is language else f"VERIFY.{each.value}.txt" for each in Language}
    return {name: _text(facts, each) for each, name in sorted(names.items(), key=lambda item: item[0] is not language)}


def _text(facts: Checkable, language: Language) -> bytes:
    words = section("verify", language)
    lines = [words["title"], "", *_paragraphs(words["intro"])]
    if facts.authorities:
        lines += ["", *_paragraphs(words["roots"])]
        lines += [f"  - {name}: {url}" for name, url in facts.authorities]
    for number, (key, commands) in enumerate(_steps(facts), start=1):
        lines += ["", f"{number}. {words[f'step.{key}.title']}", *_paragraphs(words[f"step.{key}.text"]), ""]
        lines += [INDENT + command for command in commands]
    lines += ["", *_paragraphs(words["windows"]), "", *_paragraphs(phrase("verify", "limits", language))]
    return (BYTE_ORDER_MARK + LINE_END.join([*lines, ""])).encode()


def _paragraphs(text: str) -> Iterable[str]:
    return text.strip().splitlines()


def _steps(facts: Checkable) -> Iterator[tuple[str, Sequence[str]]]:
    yield "list", ["sha256sum -c manifest-sha256.txt", "sha256sum -c tagmanifest-sha256.txt"]
    files = " --files data/originals" if facts.has_originals else ""
    yield "log", [f"python3 -I data/verify.py data/custody.jsonl data/checkpoint*.txt{files}"]
    if facts.log_tokens:
        yield "log_time", _over_checkpoints(facts.log_tokens)
    if facts.dossier_tokens:
        names = ["dossier.pdf.tsr", *(f"dossier.pdf.{count}.tsr" for count in range(2, facts.dossier_tokens + 1))]
        yield "file_time", [_over_file(f"data/{name}", "data/dossier.pdf") for name in names]
    if facts.stamped:
        yield "exhibit_time", [each.command("data/originals/", ROOTS) for each in facts.stamped]
    if facts.is_signed:
        yield "signature", list(_signature(facts))
    if facts.attached:
        yield "inside", list(_inside(facts))


def _over_checkpoints(tokens: Sequence[str]) -> list[str]:
    """Return the commands that check the tokens over the log: the exported state first, many earlier ones in one."""
    last = [token for token in tokens if _stamped(token) == LAST_STATE]
    earlier = [token for token in tokens if _stamped(token) != LAST_STATE]
    one_by_one = last if len(earlier) > MOST_LISTED else [*last, *earlier]
    commands = [_over_file(f"data/{token}", f"data/{_stamped(token)}") for token in one_by_one]
    return commands if len(earlier) <= MOST_LISTED else [*commands, EARLIER_STATES]


def _stamped(token: str) -> str:
    """Return the name of the file that a token is over."""
    return token[: token.index(".txt") + len(".txt")]


def _over_file(token: str, stamped: str) -> str:
    return f"openssl ts -verify -in {token} -data {stamped} -CAfile {ROOTS}"


def _signature(facts: Checkable) -> Iterator[str]:
    yield "python3 -I data/extract_sig.py data/dossier.pdf ../signature"
    yield "openssl pkcs7 -inform DER -in ../signature/sig1.der -print_certs -out ../signature/signer.pem"
    yield (
        "openssl cms -verify -cades -binary -inform DER -in ../signature/sig1.der -content ../signature/sig1.signed "
        "-CAfile ../signature/signer.pem -partial_chain -purpose any -out ../signature/copy"
    )
    if facts.signature_stamped:
        yield (f"openssl ts -verify -token_in -in ../signature/sig1.tst -data ../signature/sig1.sigval -CAfile {ROOTS}")
    yield "pdfsig data/dossier.pdf"


def _inside(facts: Checkable) -> Iterator[str]:
    yield "mkdir ../inside"
    yield "pdfdetach -saveall -o ../inside data/dossier.pdf"
    for name in ("custody.jsonl", "checkpoint.txt"):
        yield f"cmp ../inside/{name} data/{name}"
    originals = any(name.startswith("E") for name in facts.attached)
    files = " --files ../inside/E*" if originals else ""
    yield f"python3 -I data/verify.py ../inside/custody.jsonl ../inside/checkpoint*.txt{files}"
