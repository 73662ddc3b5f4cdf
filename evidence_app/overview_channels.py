"""The ways to reach the institution as the command line prints them, each with why to look at it twice."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from evidence_app.commands import Call
from evidence_app.domain.workspace import Channel
from evidence_app.phrases import name_of

if TYPE_CHECKING:
    from evidence_app.actions.workspace import ChannelDoubt, Workspace


def channel_lines(call: Call, found: "Workspace") -> Iterator[str]:
    """Yield every channel, then what is doubtful of the app's publisher and of domains that only messages name."""
    for channel in found.stated.channels:
        yield _channel(call, channel)
        yield from (_doubt(call, each) for each in found.doubts if each.channel_id == channel.id)
    for each in found.doubts:
        if each.event_ids:
            yield call.words("channel.named", shown=each.shown, events=", ".join(each.event_ids))
            yield _doubt(call, each)
        elif not each.channel_id:
            yield call.words("channel.publisher", said=each.says(call.language))


def _channel(call: Call, channel: Channel) -> str:
    told = [f"{name_of(channel.kind, call.language)} {channel.value}"]
    if channel.known_from:
        told.append(call.words("channel.known_from", source=name_of(channel.known_from, call.language)))
    if channel.verified_by:
        day = channel.verified_on.isoformat() if channel.verified_on else ""
        told.append(call.words("channel.verified", by=channel.verified_by, day=day).rstrip())
    return call.words("channel.line", told="  ".join(told))


def _doubt(call: Call, doubt: "ChannelDoubt") -> str:
    return call.words("channel.doubt", said=doubt.says(call.language))
