"""How a recording stands to the call that fits it, as a sentence for the window, the PDF and the command line."""

from collections.abc import Iterator

from evidence_app.domain.call_binding import Agreement, Binding
from evidence_app.domain.exhibits import clock
from evidence_app.phrases import Language, phrase


def recording_words(binding: Binding, number: int, language: Language) -> str:
    """Return what stands beside the call: which exhibit is its recording, and in what the two agree."""
    return _sentence(binding, phrase("recordings", "call", language, number=number), language)


def call_words(binding: Binding, at: str, language: Language) -> str:
    """Return what stands beside the recording; ``at`` is when the call was."""
    return _sentence(binding, phrase("recordings", "recording", language, at=at), language)


def _sentence(binding: Binding, head: str, language: Language) -> str:
    parts = phrase("recordings", "join", language).join(_parts(binding, language))
    standing = phrase("recordings", "linked" if binding.linked else "fits", language)
    return phrase("recordings", "sentence", language, head=head, parts=parts, standing=standing)


def _parts(binding: Binding, language: Language) -> Iterator[str]:
    yield _time(binding, language)
    yield phrase("recordings", f"number.{binding.number.value}", language)
    if binding.duration is Agreement.AGREES:
        yield phrase("recordings", "duration.agrees", language)
    elif binding.longer_s is not None:
        key = "longer" if binding.longer_s > 0 else "shorter"
        yield phrase("recordings", f"duration.{key}", language, seconds=abs(binding.longer_s))


def _time(binding: Binding, language: Language) -> str:
    if binding.time is Agreement.UNKNOWN:
        return phrase("recordings", "time.unknown", language)
    if binding.time is Agreement.AGREES:
        return phrase("recordings", "time.end" if binding.at_end else "time.agrees", language)
    if binding.shifted_min:
        return phrase("recordings", "time.shifted", language, hours=f"{binding.shifted_min / 60:+g}")
    return phrase("recordings", "time.differs", language, apart=clock(abs(binding.apart_s) * 1000))
