"""A timestamp authority on loopback: `openssl ts -reply` behind HTTP, in a process of its own.

Usage: authority_server.py FOLDER, as `LocalAuthority` prepared it. Prints two ports on the first line, plain and TLS
with a certificate that nobody trusts, and ends when its standard input is closed, so that none is left over when a test
dies. What it should do stands in the address' path.
"""

import ssl
import subprocess
import sys
import tempfile
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socketserver import TCPServer

OPENSSL_DEADLINE_S = 20
LARGEST_QUERY = 1 << 16
GOOD = "good"

_one_at_a_time = threading.Lock()
"""openssl counts serial numbers in a file."""


def reply(folder: Path, query: bytes) -> bytes:
    """Return openssl's answer to a TimeStampReq, nothing if it made none."""
    with tempfile.TemporaryDirectory(dir=folder) as scratch, _one_at_a_time:
        asked, answered = Path(scratch, "query"), Path(scratch, "reply")
        asked.write_bytes(query)
        subprocess.run(
            ["openssl", "ts", "-reply", "-config", "tsa.cnf", "-section", "tsa", "-queryfile", str(asked)]
            + ["-signer", "signer.pem", "-inkey", "signer.key", "-chain", "issuing.pem", "-out", str(answered)],
            cwd=folder,
            capture_output=True,
            timeout=OPENSSL_DEADLINE_S,
            check=False,
        )
        return answered.read_bytes() if answered.exists() else b""


class Handler(BaseHTTPRequestHandler):
    """Answers whoever posts a query."""

    folder: Path
    timeout = 60

    def do_POST(self) -> None:
        query = self.rfile.read(min(int(self.headers.get("Content-Length", 0)), LARGEST_QUERY))
        name = self.path.strip("/")
        if name == GOOD:
            self.answer(reply(self.folder, query))
        else:
            from tests.fakes.hostile_authorities import BEHAVIOURS  # takes a while: only who misbehaves needs it

            BEHAVIOURS[name][0](self, query, self.folder)

    def answer(self, body: bytes, status: int = 0, mime: str = "application/timestamp-reply") -> None:
        """Send a whole response."""
        self.send_response(status or (200 if body else 500))
        self.send_header("Content-Type", mime)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # the parent's name
        """Say nothing."""


class Server(ThreadingHTTPServer):
    """Many can ask at once; those who hang up are no error."""

    daemon_threads = True

    def server_bind(self) -> None:
        """Bind without asking a name server who 127.0.0.1 is, which takes long where none answers."""
        TCPServer.server_bind(self)
        host, self.server_port = self.server_address[:2]
        self.server_name = str(host)

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of clients that went away."""


def main(folder: Path) -> None:
    """Serve until standard input is closed."""
    Handler.folder = folder
    server = Server(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    encrypted = Server(("127.0.0.1", 0), Handler)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "signer.pem", folder / "signer.key")
    encrypted.socket = context.wrap_socket(encrypted.socket, server_side=True)
    threading.Thread(target=encrypted.serve_forever, daemon=True).start()
    print(server.server_address[1], encrypted.server_address[1], flush=True)
    sys.stdin.read()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
