"""How anybody can check the dossier without this program, step by step, with the exact commands for this very file."""

from collections.abc import Iterator, Sequence

from evidence_app.dossier.blocks import BODY, SMALL, SUBHEADING
from evidence_app.dossier.book import Book
from evidence_app.dossier.enclosing import stamped_originals
from evidence_app.dossier.page import Style
from evidence_app.dossier.wording import grouped
from evidence_app.proof.enclosures import CHECKPOINT, CUSTODY_LOG, SCRIPTS, original_name, token_name

COMMAND = Style(8.5, 12.5)
COMMAND_INDENT = 12.0
SIGNATURE_COMMANDS = """\
python3 -I extract_sig.py ../dossier.pdf
openssl pkcs7 -inform DER -in sig1.der -print_certs -out signer.pem
openssl cms -verify -cades -binary -inform DER -in sig1.der -content sig1.signed \\
    -CAfile signer.pem -partial_chain -purpose any -out copy
pdfsig ../dossier.pdf"""
ROOTS = "../tsa_roots.pem"
"""Beside the dossier and not among what was taken out of it, where a false one could lie."""

STAMP_COMMAND = f"openssl ts -verify -token_in -in sig1.tst -data sig1.sigval -CAfile {ROOTS}"

Part = tuple[str, Style]
Step = tuple[str, Sequence[Part]]


def draw_verify(book: Book) -> None:
    """Place the steps; what is not there to be checked is said, too."""
    strips = book.heading_here("verify")
    for number, (title, parts) in enumerate(_steps(book), 1):
        heading = book.setter.paragraph(f"{number}. {title}", SUBHEADING, space_before=10)
        heading[-1].keep = True
        strips += heading
        for text, style in parts:
            is_command = style is COMMAND
            strips[-1].keep = strips[-1].keep or is_command or style is SMALL  # nobody looks for it on the next page
            strips += book.setter.paragraph(text, style, space_before=3, indent=COMMAND_INDENT if is_command else 0)
    book.flow.place(strips)


def _steps(book: Book) -> Iterator[Step]:
    words, content = book.words, book.content
    if content.enclosures:
        detach = [(words("verify.detach"), BODY), (words("verify.detach_commands"), COMMAND)]
        yield words("verify.detach_title"), detach
    yield words("verify.files_title"), [(words("verify.files"), BODY), (words("verify.commands"), COMMAND)]
    if CUSTODY_LOG in content.enclosed:
        yield words("verify.log_title"), list(_script(book))
    yield _time(book)
    if stamped := list(stamped_originals(content.enclosures)):
        commands = "\n".join(each.command("", ROOTS) for each in stamped)
        yield words("verify.exhibits_title"), [(words("verify.exhibits"), BODY), (commands, COMMAND)]
    if content.seal.key is not None:
        yield words("verify.signature_title"), list(_signature(book))
    if content.seal.asked:
        yield words("verify.whole_title"), [(words("verify.whole"), BODY), (_whole_commands(book), COMMAND)]
    yield words("verify.hand_title"), list(_by_hand(book))


def _script(book: Book) -> Iterator[Part]:
    """Yield how the log is checked with the attached script, and what that script's hash is."""
    words, content = book.words, book.content
    states = [name for name in content.enclosed if name.startswith("checkpoint") and name.endswith(".txt")]
    shown = CHECKPOINT if len(states) == 1 else "checkpoint*.txt"  # one line, however often it was witnessed
    command = f"python3 -I verify.py {CUSTODY_LOG} {shown}"
    if any(original_name(exhibit) in content.enclosed for exhibit in content.exhibits):
        command += " --files E*"
    yield words("verify.script"), BODY
    yield command, COMMAND
    yield words("verify.scripts"), BODY
    for name in SCRIPTS:
        if name in content.enclosed:
            yield f"{name}  {grouped(content.enclosed[name].sha256)}", SMALL


def _time(book: Book) -> Step:
    words, content = book.words, book.content
    if not content.witnesses:
        return words("verify.unwitnessed_title"), [(words("verify.unwitnessed"), BODY)]
    tokens = [name for name in content.enclosed if name.startswith(CHECKPOINT) and name != CHECKPOINT]
    if not tokens:
        return words("verify.time_title"), [(words("verify.time_elsewhere"), BODY)]
    commands = [f"openssl ts -verify -in {name} -data {CHECKPOINT} -CAfile {ROOTS}" for name in tokens]
    return words("verify.time_title"), [(words("verify.time"), BODY), ("\n".join(commands), COMMAND)]


def _signature(book: Book) -> Iterator[Part]:
    """Yield how the signature is checked; without the attached script only what does without it."""
    if SCRIPTS[1] not in book.content.enclosed:
        yield book.words("verify.signature_tool"), BODY
        yield "pdfsig dossier.pdf", COMMAND
        return
    yield book.words("verify.signature"), BODY
    yield book.words("verify.signature_tool"), BODY
    yield SIGNATURE_COMMANDS, COMMAND
    if book.content.seal.asked:
        yield book.words("verify.signature_stamp"), BODY
        yield STAMP_COMMAND, COMMAND


def _whole_commands(book: Book) -> str:
    """Return a command for each token that may lie beside the file, one of every authority that was asked."""
    above = "../" if book.content.enclosures else ""  # the first step went into a folder of its own
    roots = ROOTS if above else ROOTS.removeprefix("../")
    names = [token_name("dossier.pdf", count) for count in range(1, len(book.content.seal.asked) + 1)]
    return "\n".join(f"openssl ts -verify -in {above}{name} -data {above}dossier.pdf -CAfile {roots}" for name in names)


def _by_hand(book: Book) -> Iterator[Part]:
    words, head = book.words, book.content.checkpoint
    if "custody" in book.content.sections:
        yield words("verify.leaf"), BODY
        yield words("verify.leaf_command", dispute=head.dispute_id), COMMAND
        yield words("verify.tree"), BODY
        yield words("verify.tree_command"), COMMAND
        yield words("verify.payload"), BODY
    else:
        yield words("verify.root_only"), BODY
    yield words("verify.root", size=head.size), BODY
    yield head.root.hex(), SMALL
