"""What timestamp authorities, and networks that pose as one, may do: each under its name, in `BEHAVIOURS`.

Each takes the request's handler, the query and the authority's folder, and answers as badly as its name says.
"""

import socket
import struct
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler
from pathlib import Path

from asn1crypto import tsp
from cryptography import x509
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from tests.fakes.authority_papers import MAIL, TIMESTAMPING, YEAR, Paper, Wish, cross_signed, issuing, root, signer
from tests.fakes.token_maker import Shape, make

POLICY = "1.3.6.1.4.1.55555.1"
PATIENCE_S = 30
"""How long what hangs goes on: longer than anybody waits, short enough to end by itself."""

DRIP_S = 0.05
HUGE = 60_000_000
MIME = "application/timestamp-reply"

Behaviour = Callable[[BaseHTTPRequestHandler, bytes, Path], None]


# -- below the token: sockets and HTTP ---------------------------------------------------------------------------------


def hang(handler: BaseHTTPRequestHandler, query: bytes, folder: Path) -> None:
    time.sleep(PATIENCE_S)


def drip(head: bytes, piece: bytes) -> Behaviour:
    """Send a beginning, then a piece now and then, for ever."""

    def behave(handler: BaseHTTPRequestHandler, query: bytes, folder: Path) -> None:
        handler.wfile.write(head)
        for _ in range(int(PATIENCE_S / DRIP_S)):
            handler.wfile.write(piece)
            handler.wfile.flush()
            time.sleep(DRIP_S)

    return behave


def flood(head: bytes, piece: bytes, total: int = HUGE) -> Behaviour:
    """Send a beginning, then as much as anybody takes."""

    def behave(handler: BaseHTTPRequestHandler, query: bytes, folder: Path) -> None:
        handler.wfile.write(head)
        for _ in range(total // len(piece)):
            handler.wfile.write(piece)

    return behave


def says(body: bytes, status: int = 200, mime: str = MIME, **headers: str) -> Behaviour:
    """Answer the same whatever is asked."""

    def behave(handler: BaseHTTPRequestHandler, query: bytes, folder: Path) -> None:
        answer(handler, body, status, mime, headers)

    return behave


def raw(data: bytes) -> Behaviour:
    """Send bytes that need not be HTTP, and close."""

    def behave(handler: BaseHTTPRequestHandler, query: bytes, folder: Path) -> None:
        handler.wfile.write(data)
        handler.close_connection = True

    return behave


def reset_after(data: bytes) -> Behaviour:
    """Send a beginning, then reset the connection instead of closing it."""

    def behave(handler: BaseHTTPRequestHandler, query: bytes, folder: Path) -> None:
        handler.wfile.write(data)
        handler.wfile.flush()
        handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        handler.connection.close()

    return behave


def answer(
    handler: BaseHTTPRequestHandler, body: bytes, status: int = 200, mime: str = MIME, headers: Mapping[str, str] = {}
) -> None:
    """Send a whole response."""
    handler.send_response(status)
    handler.send_header("Content-Type", mime)
    for name, value in headers.items():
        handler.send_header(name, value)
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


# -- tokens with something wrong ---------------------------------------------------------------------------------------


def paper(folder: Path, name: str) -> Paper:
    """Return a certificate of the authority with its key."""
    certificate = x509.load_pem_x509_certificate((folder / f"{name}.pem").read_bytes())
    key = load_pem_private_key((folder / f"{name}.key").read_bytes(), None)
    return Paper(certificate, key)  # type: ignore[arg-type]


def token(*, wish: Wish | None = None, change: Callable[[bytes], bytes] = bytes, **shape: object) -> Behaviour:
    """Answer with a token of this shape, signed by a certificate made for this wish."""

    def behave(handler: BaseHTTPRequestHandler, query: bytes, folder: Path) -> None:
        middle = paper(folder, "issuing")
        unit = signer("unit", middle, wish) if wish else paper(folder, "signer")
        answer(handler, change(make(query, unit, [unit, middle], Shape(**{"policy": POLICY, **shape}))))  # type: ignore[arg-type]

    return behave


def signed_by(papers: Callable[[Path], list[Paper]], **shape: object) -> Behaviour:
    """Answer with a token that the first of these certificates signed, with all of them in it."""

    def behave(handler: BaseHTTPRequestHandler, query: bytes, folder: Path) -> None:
        chain = papers(folder)
        answer(handler, make(query, chain[0], chain, Shape(**{"policy": POLICY, **shape})))  # type: ignore[arg-type]

    return behave


def without_certificates(handler: BaseHTTPRequestHandler, query: bytes, folder: Path) -> None:
    answer(handler, make(query, paper(folder, "signer"), [], Shape(policy=POLICY)))


def another_with_its_number(handler: BaseHTTPRequestHandler, query: bytes, folder: Path) -> None:
    """Sign with a key of one's own, under issuer and serial number of the real certificate, which comes along."""
    real, middle = paper(folder, "signer"), paper(folder, "issuing")
    forged = Paper(real.certificate, root("x").key)
    answer(handler, make(query, forged, [real, middle], Shape(policy=POLICY)))


def replayed(handler: BaseHTTPRequestHandler, query: bytes, folder: Path) -> None:
    """Answer with the good answer to an earlier question."""
    earlier = tsp.TimeStampReq.load(query)
    earlier["message_imprint"]["hashed_message"] = b"\x22" * 32
    earlier["nonce"] = 99
    unit, middle = paper(folder, "signer"), paper(folder, "issuing")
    answer(handler, make(earlier.dump(force=True), unit, [unit, middle], Shape(policy=POLICY)))


def _of_others(folder: Path) -> list[Paper]:
    top = root("others")
    middle = issuing("others", top)
    return [signer("others", middle), middle, top]


def _of_the_same_names(folder: Path) -> list[Paper]:
    name = folder.name.removeprefix("authority-")
    top = root(name)
    middle = issuing(name, top)
    return [signer(name, middle), middle, top]


def _self_signed(folder: Path) -> list[Paper]:
    return [signer("alone", None)]


def _issued_by_a_signer(folder: Path) -> list[Paper]:
    real = paper(folder, "signer")
    return [signer("below", real), real, paper(folder, "issuing")]


def _issuer_expired(folder: Path) -> list[Paper]:
    middle = issuing("old", paper(folder, "root"), Wish(valid_from=_ago(800), valid_for=YEAR))
    return [signer("new", middle), middle]


def _the_authority_itself(folder: Path) -> list[Paper]:
    return [paper(folder, "issuing"), paper(folder, "root")]


def _maze(folder: Path) -> list[Paper]:
    """Certificates of the root's name that all issued each other: very many paths, all to be checked, none holds."""
    return cross_signed(f"{folder.name.removeprefix('authority-')} Root", 5)


def _crowd(folder: Path) -> list[Paper]:
    return [paper(folder, "signer"), paper(folder, "issuing"), *(root(f"bystander {each}") for each in range(20))]


def _ago(days: int) -> datetime:
    return datetime.now(UTC) - timedelta(days=days)


def _flip_last(der: bytes) -> bytes:
    return der[:-3] + bytes([der[-3] ^ 1]) + der[-2:]


def _bare(der: bytes) -> bytes:
    return bytes(tsp.TimeStampResp.load(der)["time_stamp_token"].dump())


def _indefinite(der: bytes) -> bytes:
    """Return the same with a length of its own choosing, as BER allows and DER does not."""
    header = 2 + (der[1] & 0x7F if der[1] & 0x80 else 0)
    return b"\x30\x80" + der[header:] + b"\0\0"


LOGIN = b"<html><body>Welcome to the hotel. <form>Please sign in</form></body></html>"
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/timestamp-reply\r\n"

SILENT, UNREACHABLE, REFUSED = "authority-silent", "authority-unreachable", "authority-refused"
TOO_MUCH, NONSENSE = "authority-too-much", "authority-nonsense"

BEHAVIOURS: dict[str, tuple[Behaviour, str]] = {
    # name: what it does, and the code under which it has to be refused
    "hang": (hang, SILENT),
    "drip-status": (drip(b"HTTP/1.1 ", b"2"), SILENT),
    "drip-headers": (drip(HEAD, b"X"), SILENT),
    "drip-body": (drip(HEAD + b"Content-Length: 5000\r\n\r\n", b"0"), SILENT),
    "drip-chunks": (drip(HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\n0\r\n"), SILENT),
    "continue-for-ever": (drip(b"", b"HTTP/1.1 100 Continue\r\n\r\n"), SILENT),
    "sixty-megabytes": (flood(HEAD + b"Content-Length: 60000000\r\n\r\n", b"\x30" * 100_000), TOO_MUCH),
    "sixty-megabytes-untold": (flood(HEAD + b"\r\n", b"\x30" * 100_000), TOO_MUCH),
    "endless-chunks": (
        flood(HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"1000\r\n" + b"0" * 4096 + b"\r\n"),
        TOO_MUCH,
    ),
    "endless-headers": (flood(HEAD, b"X-More: yes\r\n"), UNREACHABLE),
    "endless-header": (flood(HEAD + b"X-Long: ", b"y" * 10_000), UNREACHABLE),
    "broken-chunks": (raw(HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\nhello"), UNREACHABLE),
    "captive-portal": (says(LOGIN, mime="text/html"), NONSENSE),
    "captive-portal-posing": (says(LOGIN), NONSENSE),
    "redirect": (says(b"", 302, Location="/good"), REFUSED),
    "redirect-keeping": (says(b"", 307, Location="/good"), REFUSED),
    "redirect-loop": (says(b"", 302, Location="/redirect-loop"), REFUSED),
    "redirect-to-a-file": (says(b"", 302, Location="file:///etc/passwd"), REFUSED),
    "http-500": (says(b"oops", 500), REFUSED),
    "http-503": (says(b"", 503), REFUSED),
    "http-404": (says(LOGIN, 404, "text/html"), REFUSED),
    "proxy-password": (says(b"", 407), REFUSED),
    "no-content": (raw(b"HTTP/1.1 204 No Content\r\n\r\n"), REFUSED),
    "empty": (says(b""), NONSENSE),
    "garbage": (says(b"\x30\x80garbage"), NONSENSE),
    "deep-nesting": (says(b"\x30\x82\x01\xf0" + b"\x30\x80" * 248), NONSENSE),
    "not-http": (raw(b"SSH-2.0-OpenSSH_9.2p1\r\n"), UNREACHABLE),
    "hang-up": (raw(b""), UNREACHABLE),
    "cut-off": (raw(HEAD + b"Content-Length: 5000\r\n\r\n0000"), UNREACHABLE),
    "reset": (reset_after(b""), UNREACHABLE),
    "reset-in-the-body": (reset_after(HEAD + b"Content-Length: 5000\r\n\r\n0000"), UNREACHABLE),
    "rejection": (token(status=2, without_token=True), REFUSED),
    "waiting": (token(status=3, without_token=True), REFUSED),
    "rejection-with-a-token": (token(status=2), REFUSED),
    "granted-with-changes": (token(status=1), REFUSED),
    "granted-without-a-token": (token(without_token=True), NONSENSE),
    "truncated-token": (token(change=lambda der: der[:-40]), NONSENSE),
    "trailing-bytes": (token(change=lambda der: der + b"\0"), NONSENSE),
    "indefinite-length": (token(change=_indefinite), NONSENSE),
    "token-without-response": (token(change=_bare), NONSENSE),
    "version-2": (token(version="v2"), NONSENSE),
    "critical-extension": (token(critical_extension=True), NONSENSE),
    "no-timestamp-in-it": (token(content_type="data"), NONSENSE),
    "replay": (replayed, "token-other-bytes"),
    "other-hash": (token(digest=b"\x11" * 32), "token-other-bytes"),
    "longer-hash": (token(imprint="sha512"), "token-other-bytes"),
    "sha1-imprint": (token(imprint="sha1"), "token-weak"),
    "md5-imprint": (token(imprint="md5"), "token-weak"),
    "sha1-signature": (token(signed_with="sha1"), "token-weak"),
    "short-key": (token(wish=Wish(rsa_bits=1024)), "token-weak"),
    "other-nonce": (token(nonce=12345), "token-other-nonce"),
    "nonce-dropped": (token(without_nonce=True), "token-other-nonce"),
    "a-day-ahead": (token(later=timedelta(days=1)), "token-clock"),
    "twenty-minutes-behind": (token(later=timedelta(minutes=-20)), "token-clock"),
    "years-behind": (token(later=timedelta(days=-3000)), "token-clock"),
    "broken-signature": (token(change=_flip_last), "token-broken"),
    "time-changed-after-signing": (token(later_after_signing=timedelta(minutes=5)), "token-broken"),
    "two-signers": (token(signatures=2), "token-broken"),
    "no-signer": (token(signatures=0), "token-broken"),
    "certificate-missing": (without_certificates, "token-broken"),
    "no-signed-attributes": (token(without_attributes=True), "token-broken"),
    "certificate-not-named": (token(ess_of=None), "token-broken"),
    "other-certificate-named": (token(ess_of=b"another"), "token-broken"),
    "another-key-under-its-number": (another_with_its_number, "token-broken"),
    "crowd-of-certificates": (signed_by(_crowd), "token-broken"),
    "wrong-usage": (token(wish=Wish(usages=(MAIL,))), "token-wrong-usage"),
    "no-usage": (token(wish=Wish(usages=())), "token-wrong-usage"),
    "two-usages": (token(wish=Wish(usages=(TIMESTAMPING, MAIL))), "token-wrong-usage"),
    "usage-not-critical": (token(wish=Wish(usage_critical=False)), "token-wrong-usage"),
    "an-authority-as-signer": (signed_by(_the_authority_itself), "token-wrong-usage"),
    "expired-signer": (token(wish=Wish(valid_from=_ago(800), valid_for=YEAR)), "token-expired"),
    "not-yet-valid": (token(wish=Wish(valid_from=_ago(-2))), "token-expired"),
    "expired-issuer": (signed_by(_issuer_expired), "token-expired"),
    "untrusted-root": (signed_by(_of_others), "token-root-unknown"),
    "root-of-the-same-name": (signed_by(_of_the_same_names), "token-root-unknown"),
    "self-signed": (signed_by(_self_signed), "token-root-unknown"),
    "issued-by-a-signer": (signed_by(_issued_by_a_signer), "token-root-unknown"),
    "maze-of-certificates": (signed_by(_maze), "token-root-unknown"),
    "other-policy": (token(policy="1.2.3.4"), "token-policy"),
}
