#!/usr/bin/env python3
"""Check the custody log of an evidence dossier made with Juzheng (举证).

    python3 -I verify.py custody.jsonl checkpoint.txt [checkpoint-40.txt ...] [--files FOLDER]

Needs nothing but Python 3.8 or newer: no other program, no network, no part of Juzheng. It only reads.
Ends with HOLDS and exit code 0 if every check passes, with FAILED and exit code 1 at the first that does not;
exit code 2 if it was called wrongly.

WHAT IT CHECKS
  1. Every line of custody.jsonl is an entry in exactly the one form (RFC 8785) in which it was hashed.
  2. The entries are numbered 0, 1, 2 ... without a gap, belong to one dispute, and each names the hash of the one
     before it.
  3. What an entry says, where it is shown, is what the entry committed to. What is withheld stays committed to.
  4. Each checkpoint is the tree hash (RFC 6962) of the first entries of this very log, and one of them covers all.
  5. With --files: each file is, by its SHA-256, an exhibit that the log has, or a timestamp that was made elsewhere
     and attached to one. Those of the log that are not among the files are listed.

WHAT IT DOES NOT CHECK
  Since when the log exists. That is said by the timestamp token beside a checkpoint (checkpoint.txt.tsr):
     openssl ts -verify -in checkpoint.txt.tsr -data checkpoint.txt -CAfile root-of-the-authority.pem
  The times in the log ("at") are what the clock of the writing computer claimed.
  Whether an exhibit is genuine, or whether something was left out before it was added.

Take this script from a source you trust, or read it: a forger could enclose one that lies.
"""

import argparse
import base64
import glob
import hashlib
import json
import os
import re
import stat
import sys
from datetime import datetime

ORIGIN = "juzheng.local/dispute/"  # first line of a checkpoint, followed by the dispute's id
PAYLOAD_CONTEXT = b"juzheng-payload-v1\0"  # hashed before salt and payload
NO_PREVIOUS = "0" * 64  # "prev" of the first entry

LINE_FIELDS = ({"e"}, {"e", "p", "s"})  # entry alone, or with payload and salt
ENTRY_FIELDS = {"v", "dispute", "seq", "kind", "at", "prev", "payload"}
KINDS = {
    "open", "add", "derive", "read", "accept", "dismiss", "edit", "redact",
    "note", "complaint", "export", "anchor", "restore", "migrate", "remove", "import",
}  # fmt: skip

HASH = re.compile(r"[0-9a-f]{64}")  # SHA-256; upper-case letters are another text and are refused
SALT = re.compile(r"[0-9a-f]{32}")
DISPUTE = re.compile(r"[0-9a-z_-]{1,64}")
TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z")
SIZE = re.compile(r"[1-9][0-9]{0,8}")  # of a checkpoint, in entries
EXHIBIT_NAME = re.compile(r"E([0-9]+)(\.[0-9]+)?(\.[^.]*)?")  # E001.png is exhibit 1, E001.2.tsr its second timestamp

LARGEST_NUMBER = 2**53 - 1  # beyond it JSON readers disagree (RFC 8785 section 3.2.2.3)
MOST_DIGITS = 17


class Refused(Exception):
    """A check does not hold; says which."""


class Exhibit:
    """What an entry of the kind "add" says about a file."""

    def __init__(self, id, number, sha256, name, seq, at):
        self.id = id
        self.number = number
        self.sha256 = sha256
        self.name = name
        self.seq = seq
        self.at = at


class Log:
    """A log that was found sound in itself."""

    def __init__(self):
        self.dispute = None
        self.leaves = []  # RFC 6962 leaf hashes, in order
        self.exhibits = {}  # by SHA-256: those whose "add" entry is shown
        self.tokens = {}  # by SHA-256 of a timestamp made elsewhere: the exhibit that it was attached to
        self.shown = 0  # entries whose payload is shown
        self.last_at = ""
        self.notes = []


def sha256(data):
    return hashlib.sha256(data).digest()


def require(condition, complaint):
    """Refuse unless the condition holds. (Not an assert: "python -O" would switch asserts off.)"""
    if not condition:
        raise Refused(complaint)


# ---- JSON in exactly one form ----------------------------------------------------------------------------------


def one_object(pairs):
    names = [name for name, _ in pairs]
    require(len(set(names)) == len(names), "a field occurs twice")
    return dict(pairs)


def whole_number(text):
    require(len(text) <= MOST_DIGITS, "a number is too large")
    number = int(text)
    require(abs(number) <= LARGEST_NUMBER, "a number is too large")
    return number


def no_such_value(text):
    raise Refused("a value that logs do not use: " + text)


def canonical(value):
    """Return the RFC 8785 text of texts, whole numbers, lists and objects; nothing else is allowed."""
    if type(value) is str:
        return json.dumps(value, ensure_ascii=False)
    if type(value) is int:
        return str(value)
    if type(value) is list:
        return "[" + ",".join(canonical(item) for item in value) + "]"
    require(type(value) is dict, "a value that logs do not use: " + json.dumps(value))
    names = sorted(value, key=lambda name: name.encode("utf-16-be"))  # the order of RFC 8785 section 3.2.3
    return "{" + ",".join(canonical(name) + ":" + canonical(value[name]) for name in names) + "}"


def parse(text):
    """Return the object that a text is, if the text is its one canonical form."""
    try:
        value = json.loads(
            text,
            object_pairs_hook=one_object,
            parse_int=whole_number,
            parse_float=no_such_value,
            parse_constant=no_such_value,
        )
        form = canonical(value)
    except RecursionError:
        raise Refused("nested too deeply") from None
    except ValueError as error:
        raise Refused("not JSON: " + str(error)) from None
    require(form == text, "not in canonical form (RFC 8785)")
    require(type(value) is dict, "not an object")
    return value


def text_of(fields, name, pattern):
    """Return a field that has to be a text of a certain form."""
    value = fields[name]
    require(type(value) is str and pattern.fullmatch(value), "unexpected value of " + name)
    return value


# ---- The log ---------------------------------------------------------------------------------------------------


def read_log(data):
    """Return the log; Refused names the first line that does not hold."""
    log = Log()
    require(data.endswith(b"\n"), "the log is empty, or its last line is cut off")
    for index, line in enumerate(data[:-1].split(b"\n")):
        try:
            add_line(log, index, line)
        except Refused as refusal:
            raise Refused("line %d: %s" % (index + 1, refusal)) from None
    return log


def add_line(log, index, data):
    try:
        line = parse(data.decode("utf-8"))
    except UnicodeDecodeError:
        raise Refused("not UTF-8") from None
    require(set(line) in LINE_FIELDS, "other fields than e, or e, p and s")
    require(all(type(value) is str for value in line.values()), "e, p and s have to be texts")
    entry = read_entry(log, index, line["e"])
    if "p" in line:
        read_payload(log, entry, line["p"], text_of(line, "s", SALT))
    log.leaves.append(sha256(b"\x00" + line["e"].encode("utf-8")))


def read_entry(log, index, text):
    """Check an entry's fields and that it follows the entry before it."""
    entry = parse(text)
    require(set(entry) == ENTRY_FIELDS, "the entry has other fields than it should")
    require(type(entry["v"]) is int and entry["v"] == 1, "unknown version")
    require(type(entry["seq"]) is int and entry["seq"] == index, "entry %d expected" % index)
    require(type(entry["kind"]) is str and entry["kind"] in KINDS, "unknown kind")
    text_of(entry, "payload", HASH)
    previous = log.leaves[-1].hex() if log.leaves else NO_PREVIOUS
    require(text_of(entry, "prev", HASH) == previous, "does not continue the entry before it")
    dispute = text_of(entry, "dispute", DISPUTE)
    require(log.dispute in (None, dispute), "belongs to another dispute")
    log.dispute = dispute
    note_time(log, index, text_of(entry, "at", TIME))
    return entry


def note_time(log, index, at):
    """Note a clock that went back: computers' clocks do, so it is worth a question but no proof of anything."""
    try:
        datetime.strptime(at, "%Y-%m-%dT%H:%M:%S.%fZ")
    except ValueError:
        raise Refused("no such time: " + at) from None
    if at < log.last_at:
        log.notes.append("the computer's clock went back at entry %d, from %s to %s" % (index, log.last_at, at))
    log.last_at = at


def read_payload(log, entry, text, salt):
    """Check that a shown payload is the one that its entry committed to."""
    commitment = sha256(PAYLOAD_CONTEXT + bytes.fromhex(salt) + text.encode("utf-8"))
    require(commitment.hex() == entry["payload"], "what it says is not what was logged")
    payload = parse(text)
    log.shown += 1
    if entry["kind"] == "add" and "duplicate_of" not in payload:
        add_exhibit(log, entry, payload)
    if entry["kind"] == "anchor" and "exhibit" in payload:
        add_token(log, payload)


def add_exhibit(log, entry, payload):
    require({"sha256", "number", "name"} <= set(payload), "an exhibit without hash, number or name")
    digest = text_of(payload, "sha256", HASH)
    require(type(payload["number"]) is int, "the number of an exhibit is no number")
    require(type(payload["name"]) is str, "the name of an exhibit is no text")
    log.exhibits[digest] = Exhibit(
        payload.get("exhibit"), payload["number"], digest, payload["name"], entry["seq"], entry["at"]
    )


def add_token(log, payload):
    """Remember a timestamp that was attached to an exhibit; one of an exhibit that is not shown counts for nothing."""
    require("token" in payload, "a timestamp without hash")
    digest = text_of(payload, "token", HASH)
    for exhibit in log.exhibits.values():
        if exhibit.id == payload["exhibit"]:
            log.tokens[digest] = exhibit


# ---- Checkpoints -----------------------------------------------------------------------------------------------


class Tree:
    """The Merkle tree of RFC 6962 section 2.1 over the leaves of a log."""

    def __init__(self, leaves):
        self.leaves = leaves
        self.known = {}  # (start, end) -> hash, so that several checkpoints cost little more than one

    def head(self, start, end):
        """Return the hash of the leaves from start up to, not including, end."""
        if end - start == 1:
            return self.leaves[start]
        if (start, end) not in self.known:
            half = 1  # the largest power of two that is smaller than the number of leaves
            while half * 2 < end - start:
                half *= 2
            left, right = self.head(start, start + half), self.head(start + half, end)
            self.known[start, end] = sha256(b"\x01" + left + right)
        return self.known[start, end]


def read_checkpoint(log, tree, data):
    """Return how many entries a checkpoint covers, after recomputing it from the log, byte for byte."""
    lines = data.decode("ascii", "replace").split("\n")
    require(len(lines) == 4 and SIZE.fullmatch(lines[1]), "not a checkpoint")
    require(lines[0] == ORIGIN + log.dispute, "belongs to another dispute")
    size = int(lines[1])
    require(size <= len(log.leaves), "covers %d entries, but the log has only %d" % (size, len(log.leaves)))
    root = base64.b64encode(tree.head(0, size)).decode("ascii")
    expected = "%s%s\n%d\n%s\n" % (ORIGIN, log.dispute, size, root)
    require(data == expected.encode("ascii"), "is not the checkpoint of the first %d entries of this log" % size)
    return size


def check_checkpoints(log, paths):
    tree, sizes = Tree(log.leaves), []
    for path in paths:
        try:
            sizes.append(read_checkpoint(log, tree, read(path)))
        except Refused as refusal:
            raise Refused("%s: %s" % (shown(path), refusal)) from None
        say("ok    %s fixes entries 0 to %d" % (shown(path), sizes[-1] - 1))
    beyond = len(log.leaves) - max(sizes)
    require(beyond == 0, "%d entries at the end of the log are covered by no checkpoint" % beyond)


# ---- Files -----------------------------------------------------------------------------------------------------


def check_files(log, places):
    """Compare files with the log; list what the log has and the files lack."""
    found, wrong = set(), []
    for path in files_in(places):
        complaint = file_complaint(log, found, path)
        say("%s %s%s" % ("WRONG" if complaint else "ok   ", shown(path), complaint and ": " + complaint))
        wrong += [path] if complaint else []
    for exhibit in log.exhibits.values():
        if exhibit.sha256 not in found:
            say("note  exhibit %d (%s) is in the log but not among the files" % (exhibit.number, shown(exhibit.name)))
    for digest, exhibit in log.tokens.items():
        if digest not in found:
            say("note  a timestamp of exhibit %d is in the log but not among the files" % exhibit.number)
    require(not wrong, "%d of the files are not what the log says" % len(wrong))
    say("ok    %d files are exhibits of the log" % len(log.exhibits.keys() & found))
    if log.tokens.keys() & found:
        say("ok    %d files are timestamps that were attached to exhibits" % len(log.tokens.keys() & found))


def files_in(places):
    """Return the paths of all files in folders and below, and of files named one by one, in order."""
    paths = []
    for place in places:
        if os.path.isdir(place):
            for folder, folders, names in os.walk(place, onerror=cannot_list):
                # A link to a folder is not followed: it is reported as something that is no file.
                links = [name for name in folders if os.path.islink(os.path.join(folder, name))]
                paths += [os.path.join(folder, name) for name in names + links]
        else:
            # Windows leaves patterns such as E*.png to the program.
            paths += [place] if os.path.lexists(place) else glob.glob(place)
    require(paths, "no file is there: " + ", ".join(shown(place) for place in places))
    return sorted(paths)


def cannot_list(error):
    raise error


def file_complaint(log, found, path):
    """Return what is wrong with a file, or an empty text; remember its hash as found."""
    if not stat.S_ISREG(os.lstat(path).st_mode):
        return "not a regular file"
    digest = hash_of_file(path)
    exhibit = log.exhibits.get(digest) or log.tokens.get(digest)
    if exhibit is None:
        return "NOT IN THE LOG (SHA-256 %s)" % digest
    found.add(digest)
    named = EXHIBIT_NAME.fullmatch(os.path.basename(path))
    if named and int(named.group(1)) != exhibit.number:
        return "named as another exhibit: these bytes are exhibit %d" % exhibit.number
    return ""


def hash_of_file(path):
    digest = hashlib.sha256()
    with open(path, "rb") as file:
        for block in iter(lambda: file.read(1 << 20), b""):
            digest.update(block)
    return digest.hexdigest()


# ---- Command line ----------------------------------------------------------------------------------------------


def read(path):
    with open(path, "rb") as file:
        return file.read()


def shown(text):
    """Return a name without characters that could play tricks with the screen."""
    return "".join(mark if mark.isprintable() else ascii(mark)[1:-1] for mark in text)


def say(line):
    print(line, flush=True)


def check(log_path, checkpoint_paths, places):
    log = read_log(read(log_path))
    withheld = len(log.leaves) - log.shown
    say("ok    %s: %d entries of dispute %s" % (shown(log_path), len(log.leaves), log.dispute))
    say("ok    %d of them show what they say, %d keep it withheld or erased" % (log.shown, withheld))
    for note in log.notes:
        say("note  " + note)
    check_checkpoints(log, checkpoint_paths)
    if places:
        check_files(log, places)
    say("HOLDS: the log is whole and is the one that the checkpoints fix.")


def main():
    parser = argparse.ArgumentParser(description="Check the custody log of an evidence dossier.")
    parser.add_argument("log", help="custody.jsonl")
    parser.add_argument("checkpoints", nargs="+", help="checkpoint.txt, and earlier ones")
    parser.add_argument("--files", nargs="+", metavar="FOLDER", help="compare the originals in it with the log")
    arguments = parser.parse_args()
    sys.stdout.reconfigure(errors="backslashreplace")  # consoles that lack Chinese characters
    try:
        check(arguments.log, arguments.checkpoints, arguments.files)
    except (Refused, OSError) as refusal:
        say("FAILED: %s" % refusal)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
