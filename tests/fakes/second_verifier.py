"""A second verifier of custody logs, written apart from ours, on public libraries: pymerkle's RFC 6962 tree, rfc8785.

It knows docs/integrity.md and nothing of the program's code.
"""

import base64
import hashlib
import json

import pymerkle
import rfc8785


class Doubtful(Exception):  # a verdict, not an error of ours
    """Something is not as the documentation says."""


def must(holds: bool, what: str) -> None:
    """Refuse what does not hold."""
    if not holds:
        raise Doubtful(what)


def second_opinion(log: bytes, checkpoint: bytes) -> None:
    """Return if the log is whole and ends with the checkpoint. Raises Doubtful."""
    try:
        _judge(log.decode(), checkpoint.decode())
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, rfc8785.CanonicalizationError) as error:
        raise Doubtful(str(error)) from error


def _judge(log: str, checkpoint: str) -> None:
    tree = pymerkle.InmemoryTree(algorithm="sha256")
    must(log.endswith("\n"), "the end")
    dispute = ""
    for seq, text in enumerate(log[:-1].split("\n")):
        line = json.loads(text)
        must(rfc8785.dumps(line) == text.encode(), "a line's form")
        must(line.keys() in ({"e"}, {"e", "p", "s"}), "a line's parts")
        entry = json.loads(line["e"])
        must(rfc8785.dumps(entry) == line["e"].encode(), "an entry's form")
        must(entry.keys() == {"v", "dispute", "seq", "kind", "at", "prev", "payload"}, "an entry's parts")
        must((entry["v"], entry["seq"]) == (1, seq), "the order")
        must(entry["prev"] == (tree.get_leaf(seq).hex() if seq else "0" * 64), "the chain")
        dispute = dispute or entry["dispute"]
        must(entry["dispute"] == dispute, "the dispute")
        if "p" in line:
            salt = bytes.fromhex(line["s"])
            must(len(salt) == 16 and salt.hex() == line["s"], "a salt")
            said = hashlib.sha256(b"juzheng-payload-v1\0" + salt + line["p"].encode())
            must(said.hexdigest() == entry["payload"], "what was said")
            must(rfc8785.dumps(json.loads(line["p"])) == line["p"].encode(), "a payload's form")
        tree.append_entry(line["e"].encode())
    root = base64.b64encode(tree.get_root()).decode()
    must(checkpoint == f"juzheng.local/dispute/{dispute}\n{tree.get_size()}\n{root}\n", "the checkpoint")
