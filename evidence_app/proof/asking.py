"""Asking a timestamp authority over the network, for at most ten seconds, and believing nothing that it does not prove.

Only a hash is sent, and a random number. A redirect is not followed, and no proxy is used, whatever the environment
says: the hash goes to the authority that the person agreed to, or nowhere. Where only a proxy leads out, there is no
witness, and that is said.

The asking is done by a thread of its own, which is given up at the deadline: looking up a name cannot be interrupted,
and a server that drips a byte now and then would restart any time limit on a socket. Giving it up is safe: it holds
no lock, file or part of the vault, nobody takes its answer any more, its socket is closed under it, and as a daemon it
keeps no program from ending.
"""

import http.client
import queue
import secrets
import socket
import ssl
import threading
import time
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from evidence_app.domain.anchors import Authority
from evidence_app.errors import EnvironmentProblem, InputProblem, JuzhengError
from evidence_app.progress import SILENT, Progress
from evidence_app.proof.authorities import usable_address
from evidence_app.proof.tokens import LARGEST_TOKEN, VerifiedToken, parse_response, verify_token

DEADLINE_S = 10.0
"""From looking up the name to the last byte, whatever it drips."""

CONNECT_SHARE = 0.4
"""Part of the deadline that one of a name's addresses may take to answer, so that a dead one leaves time for others."""

CLOCK_TOLERANCE = timedelta(minutes=10)
"""How far the authority's clock and this computer's may differ when it is asked: more than a clock drifts in months,
less than a wrong time zone. Who relies on a token later takes its time for the truth, so it must not be far off."""

LOOK_UP_S = 0.1
"""How often it is looked whether the person wants to stop."""

SHORTEST_WAIT_S = 0.001
"""A socket's limit when the deadline has passed while it was connected: 0 would mean not to wait at all."""

NONCE_BITS = 64
LONGEST_REASON = 200
OK = 200
_HEADERS = {
    "Content-Type": "application/timestamp-query",
    "Accept": "application/timestamp-reply",
    "User-Agent": "Juzheng",
    "Connection": "close",
}

Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True, kw_only=True)
class Witnessed:
    """An authority's complete answer (TimeStampResp, DER), and what it proves."""

    response: bytes
    token: VerifiedToken


def _now() -> datetime:
    return datetime.now(UTC)


def ask(
    authority: Authority,
    digest: bytes,
    progress: Progress = SILENT,
    *,
    deadline_s: float = DEADLINE_S,
    clock: Clock = _now,
) -> Witnessed:
    """Have an authority witness a SHA-256 digest now; what it answers is verified before it is returned.

    Raises EnvironmentProblem: ``authority-silent`` after the deadline, ``authority-unreachable``,
    ``authority-refused``, ``authority-too-much``, ``authority-nonsense``; IntegrityFailure as `verify_token`, for an
    answer that must not be believed; InputProblem("authority-address"); Cancelled, a moment after it is asked for.
    Blocks: never on the window's thread.
    """
    nonce = secrets.randbits(NONCE_BITS) | 1  # never 0, which some take for none
    query = _query(digest, nonce)
    asked_at = clock()
    response = _exchange(authority, query, deadline_s, progress)
    try:
        if parse_response(response).bare:  # of which openssl's and others' checks of responses would make nothing
            raise InputProblem("token-unreadable")
        token = verify_token(
            response,
            digest,
            [authority],
            nonce=nonce,
            not_before=asked_at - CLOCK_TOLERANCE,
            not_after=clock() + CLOCK_TOLERANCE,
        )
    except InputProblem as problem:
        code = "authority-refused" if problem.code == "token-rejected" else "authority-nonsense"
        status = str(problem.facts.get("status", ""))
        raise EnvironmentProblem(code, name=authority.name, status=status) from problem
    return Witnessed(response=response, token=token)


def _query(digest: bytes, nonce: int) -> bytes:
    """Return a TimeStampReq (RFC 3161 2.4.1) that asks for the certificates too."""
    from asn1crypto import tsp

    imprint = {"hash_algorithm": {"algorithm": "sha256"}, "hashed_message": digest}
    request = tsp.TimeStampReq({"version": "v1", "message_imprint": imprint, "nonce": nonce, "cert_req": True})
    der: bytes = request.dump()
    return der


def _exchange(authority: Authority, query: bytes, deadline_s: float, progress: Progress) -> bytes:
    """Return what the authority answers within the deadline."""
    asking = _Asking(authority, query, deadline_s)
    answers: queue.SimpleQueue[bytes | JuzhengError] = queue.SimpleQueue()
    threading.Thread(target=lambda: answers.put(asking.outcome()), daemon=True, name="asking").start()
    try:
        answer = _awaited(answers, deadline_s, progress)
    finally:
        asking.give_up()
    if answer is None:
        raise EnvironmentProblem("authority-silent", name=authority.name)
    if isinstance(answer, JuzhengError):
        raise answer
    return answer


def _awaited(
    answers: "queue.SimpleQueue[bytes | JuzhengError]", deadline_s: float, progress: Progress
) -> bytes | JuzhengError | None:
    """Return what comes within the deadline, None if nothing does. Raises Cancelled."""
    ends_at = time.monotonic() + deadline_s
    while (left := ends_at - time.monotonic()) > 0:
        progress.check()
        with suppress(queue.Empty):
            return answers.get(timeout=min(left, LOOK_UP_S))
    return None


class _Asking:
    """One exchange with an authority, that another thread may give up at any time."""

    def __init__(self, authority: Authority, query: bytes, deadline_s: float) -> None:
        self._name = authority.name
        self._query = query
        self._ends_at = time.monotonic() + deadline_s
        self._deadline_s = deadline_s
        self._address = urlsplit(usable_address(authority.url))
        self._socket: socket.socket | None = None
        self._given_up = False

    def outcome(self) -> bytes | JuzhengError:
        """Return the answer, or what prevented one."""
        try:
            return self._answer()
        except JuzhengError as problem:
            return problem
        except TimeoutError:
            return EnvironmentProblem("authority-silent", name=self._name)
        except Exception as error:  # whatever libraries stumble over: the end of a thread that must answer
            reason = str(error)[:LONGEST_REASON] or type(error).__name__
            return EnvironmentProblem("authority-unreachable", name=self._name, reason=reason)
        finally:
            if self._socket is not None:  # one that was connected when nobody waited any more, too
                self._socket.close()

    def _answer(self) -> bytes:
        connection = self._connected()
        target = self._address.path or "/"
        if self._address.query:
            target += f"?{self._address.query}"
        connection.request("POST", target, self._query, _HEADERS)
        with closing(connection.getresponse()) as response:
            return self._body(response)

    def _body(self, response: http.client.HTTPResponse) -> bytes:
        if response.status != OK:
            raise EnvironmentProblem("authority-refused", name=self._name, status=str(response.status))
        body = response.read(LARGEST_TOKEN + 1)
        if len(body) > LARGEST_TOKEN:
            raise EnvironmentProblem("authority-too-much", name=self._name)
        if response.length:  # not all came that was announced; reading a limited number of bytes does not say so
            raise http.client.IncompleteRead(body, response.length)
        return body

    def _connected(self) -> http.client.HTTPConnection:
        """Return a connection whose socket is known to this object at every moment at which somebody may drip."""
        host = self._address.hostname or ""
        secure = self._address.scheme == "https"
        kind = http.client.HTTPSConnection if secure else http.client.HTTPConnection
        connection = kind(host, self._address.port)
        address = (host, self._address.port or kind.default_port)
        self._use(socket.create_connection(address, self._deadline_s * CONNECT_SHARE))
        if secure:
            # the handshake by itself, so that the socket that carries it is known before
            context = ssl.create_default_context()
            encrypted = context.wrap_socket(self._used(), server_hostname=host, do_handshake_on_connect=False)
            self._use(encrypted)
            encrypted.do_handshake()
        connection.sock = self._used()
        return connection

    def _use(self, sock: socket.socket) -> None:
        sock.settimeout(max(self._ends_at - time.monotonic(), SHORTEST_WAIT_S))
        self._socket = sock

    def _used(self) -> socket.socket:
        """Return the socket. Raises TimeoutError if nobody waits any more."""
        if self._given_up or self._socket is None:
            raise TimeoutError
        return self._socket

    def give_up(self) -> None:
        """Close the connection under whoever still waits for it; harmless after the end."""
        self._given_up = True
        if self._socket is not None:
            with suppress(OSError):
                self._socket.shutdown(socket.SHUT_RDWR)  # which wakes who waits; closing alone does not
            self._socket.close()
