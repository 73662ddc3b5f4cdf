"""What the decoding process answers about phones' and wallets' exports; loaded with the first question about one."""

from concurrent.futures import Future
from pathlib import Path
from zoneinfo import ZoneInfo

from evidence_app.intake.column_messages import proposal_bytes
from evidence_app.intake.export_request import parse_choice, parse_sides
from evidence_app.intake.exports.formats import contacts_of
from evidence_app.intake.exports.generic_table import propose_columns
from evidence_app.intake.exports.source import Source
from evidence_app.intake.exports.streams import Stream, Streams
from evidence_app.intake.messages import number
from evidence_app.intake.record_messages import rows_bytes
from evidence_app.intake.survey_messages import contacts_bytes, survey_bytes
from evidence_app.processes.framing import Fields
from evidence_app.processes.serving import Reply


def answer(fields: Fields, streams: Streams) -> Reply:
    """Answer a request that is one of ``EXPORTS`` of the worker."""
    return _TASKS[str(fields["do"])](fields, streams)


def _stream(fields: Fields, streams: Streams) -> Stream:
    """Return the export that is asked about, opened where this is the first question about it."""
    name, asked = str(fields["stream"]), number(fields["asked"])
    if asked == 0:
        choice, hints = parse_choice(fields)
        sides, currency = parse_sides(fields), str(fields["currency"])
        source = Source(Path(str(fields["path"])), str(fields["name"]), hints, sides, currency)
        stream = streams.opened(name, source, choice, ZoneInfo(str(fields["zone"])))
    else:
        stream = streams.known(name, asked)
    stream.asked += 1
    return stream


def read_ahead(streams: Streams) -> None:
    """Read the next records of the export that was asked about last, for the question that probably comes."""
    stream = streams.read_last
    if stream is None or stream.ahead is not None:
        return
    stream.ahead = Future()
    try:
        stream.ahead.set_result(_next_records(stream))
    except Exception as error:  # it is raised again where it is asked for
        stream.ahead.set_exception(error)


def _records(fields: Fields, streams: Streams) -> Reply:
    stream = _stream(fields, streams)
    ahead, stream.ahead = stream.ahead, None
    shown, data = ahead.result() if ahead is not None else _next_records(stream)
    if shown["ended"]:
        streams.close(str(fields["stream"]))
    else:
        streams.read_last = stream
    return shown, data


def _next_records(stream: Stream) -> Reply:
    found = stream.records()
    format = {"format": stream.format.code, "version": stream.format.version, "asks": list(stream.asks)}
    counted = {"read": found.read, "ended": found.ended, "stated_count": stream.stated_count}
    return counted | format, rows_bytes(found.rows)


def _survey(fields: Fields, streams: Streams) -> Reply:
    survey, count = _stream(fields, streams).survey()
    if survey is None:
        return {"count": count}, b""
    streams.close(str(fields["stream"]))
    return {"count": count}, survey_bytes(survey)


def _part(fields: Fields, streams: Streams) -> Reply:
    part = _stream(fields, streams).part()
    if part is None:
        streams.close(str(fields["stream"]))
        return {"part": None}, b""
    return {"part": list(part.attachment)}, part.data


def _contacts(fields: Fields, _streams: Streams) -> Reply:
    source = Source(Path(str(fields["path"])), str(fields["name"]))
    return {}, contacts_bytes(contacts_of(source))


def _columns(fields: Fields, _streams: Streams) -> Reply:
    return {}, proposal_bytes(propose_columns(Source(Path(str(fields["path"])), str(fields["name"]))))


def _close(fields: Fields, streams: Streams) -> Reply:
    streams.close(str(fields["stream"]))
    return {}, b""


_TASKS = {
    "records": _records,
    "survey": _survey,
    "part": _part,
    "contacts": _contacts,
    "columns": _columns,
    "close": _close,
}
