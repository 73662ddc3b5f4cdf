"""What a file's name says: when, in which app, with whom. One visible table of naming schemes.

A name is a claim by whoever wrote it, so nothing here is certain, and an impossible date is no reading at all.
Names are only ever read, never used as paths.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from evidence_app.domain.events import Direction
from evidence_app.domain.times import DAY_IN_NAME, ClockReading, Precision, TimeMeaning, TimeSource
from evidence_app.intake.apps import app_named

LONGEST_NAME = 512
"""Characters looked at. File systems allow 255 bytes; an archive may claim far more."""

EARLIEST_YEAR = 1990  # before it there were no phones to write such names
LATEST_YEAR = 2099
EARLIEST_EPOCH_S = 978_307_200  # 2001: smaller numbers of ten digits are account or serial numbers
LATEST_EPOCH_S = 2_524_608_000  # 2050

FIXED_SCHEME = 85  # written by a phone or app in a scheme of its own
EPOCH_SCHEME = 90  # the same, and free of any time zone
SAVED_SCHEME = 80
LOOSE_DATE = 55  # a date and a time stand somewhere in the name
BARE_NUMBER = 30  # a number that may be an epoch
LOOSE_DAY = 40

UTC_OFFSET_MIN = 0

# fmt: off
EXTENSIONS = frozenset({
    "png", "jpg", "jpeg", "jpe", "heic", "heif", "webp", "avif", "gif", "bmp", "tif", "tiff", "pdf", "mp4", "mov",
    "m4v", "mkv", "webm", "avi", "3gp", "3g2", "ts", "mp3", "m4a", "wav", "amr", "ogg", "opus", "aac", "flac", "silk",
    "slk", "wma", "awb", "oga", "txt", "csv", "xls", "xlsx", "doc", "docx", "html", "htm", "xml", "json", "eml", "zip",
    "rar", "7z", "ofd", "dat",
})
# fmt: on
"""What is cut off before reading: not any ending, because ``…_com.tencent.mm`` ends in an app, not in a type."""


@dataclass(frozen=True, slots=True)
class NameFacts:
    """What a name says. Texts are empty where it says nothing; ``number`` is the phone number as written.

    ``direction`` is that of a call that was recorded.
    """

    readings: tuple[ClockReading, ...] = ()
    app: str = ""
    party: str = ""
    number: str = ""
    direction: Direction = Direction.NONE


NOTHING = NameFacts()

_DAY = r"(?P<year>\d{4})[-_./]?(?P<month>\d{2})[-_./]?(?P<day>\d{2})"
_CLOCK = r"(?P<hour>\d{2})[-_.:]?(?P<minute>\d{2})[-_.:]?(?P<second>\d{2})"
_COMPACT = r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})(?P<hour>\d{2})(?P<minute>\d{2})(?P<second>\d{2})"
_DASHES = r"\d{4}-\d{2}-\d{2}-\d{2}-\d{2}-\d{2}"
_SPOKEN_CLOCK = (
    r"(?P<before>上午|下午|AM |PM )?(?P<hour>\d{1,2})[.:-]?(?P<minute>\d{2})[.:-]?(?P<second>\d{2})"
    r" ?(?P<after>AM|PM|上午|下午)?"
)
_SCREEN = (
    r"(?:Screenshot|Screen Shot|Screen_Recording|Screen Recording|Screenrecorder|ScreenRecord|Screenrecord|SVID|"
    r"截屏|截图|截圖|屏幕截图|螢幕截圖|屏幕快照|螢幕快照|屏幕录制|螢幕錄影|录屏|錄屏|螢幕擷取畫面)"
)
_PICTURE = (
    rf"(?:{_SCREEN}|(?<![a-z])long(?:[ _-]?(?:screen)?shot)?|长图|長圖|长截[图屏]|長截[圖屏]|长屏|"
    r"(?:滚动|滾動|聊天|微信)截[图圖屏])"
)
"""What people and apps call a picture of a screen, a long one too."""

_COPY = re.compile(
    r"(?: ?[(（]\d{1,3}[)）]|~\d{1,2}| ?[-_]? ?(?:副本|拷贝|拷貝|複製|copy|Copy|edited|编辑)(?: ?\d+)?)+$"
)
"""``(1)``, ``~2``, ``副本``: at the end of a name."""

_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_SPACES = re.compile(r"\s+")
_PHONE = re.compile(r"\+?[\d][\d \-]{2,19}")
_SHORT_COMPACT = (
    r"(?P<year>\d{2})(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)"
)
_SAMSUNG = r"(?P<when>(?P<year>\d{2})(?P<month>\d{2})(?P<day>\d{2})_(?P<hour>\d{2})(?P<minute>\d{2})(?P<second>\d{2}))"

_WAY = r"(?P<way>来电|來電|去电|去電|呼入|呼出|incoming|outgoing|in|out)"

RECORDED = frozenset(
    {"mp3", "m4a", "wav", "amr", "ogg", "opus", "oga", "aac", "3gp", "mp4", "flac", "awb", "wma", "silk"}
)
"""Endings of call recordings, for schemes that would fit many other files."""

_WAYS = {
    **dict.fromkeys(("0", "in", "incoming", "来电", "來電", "呼入"), Direction.IN),
    **dict.fromkeys(("1", "out", "outgoing", "去电", "去電", "呼出"), Direction.OUT),
}

_WHEN = re.compile(rf"{_DAY}[-_ ]{_CLOCK}", re.ASCII)

Build = Callable[["Scheme", re.Match[str]], NameFacts | None]


@dataclass(frozen=True, slots=True)
class Scheme:
    """One way of naming files. ``origin`` is the stable code that readings carry.

    ``recorded`` says that only recordings are named so: their ending must be one of `RECORDED`.
    """

    origin: str
    pattern: re.Pattern[str]
    build: Build
    confidence: int
    meaning: TimeMeaning = TimeMeaning.HAPPENED
    offset_min: int | None = None
    recorded: bool = False


def _wall(match: re.Match[str]) -> datetime | None:
    """Return the naive date and time of the named groups, None if there is no such moment."""
    if match.groupdict().get("year") is None:
        inner = _WHEN.match(match["when"])
        return inner and _wall(inner)
    part = match.groupdict()
    hour = int(part.get("hour") or 0)
    spoken = (part.get("before") or part.get("after") or "").strip().upper()
    if spoken:
        if not 0 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if spoken in ("PM", "下午") else 0)
    year = int(part["year"]) + (2000 if len(part["year"]) == 2 else 0)
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        return None
    try:
        return datetime(
            year, int(part["month"]), int(part["day"]), hour, int(part.get("minute") or 0), int(part.get("second") or 0)
        )
    except ValueError:
        return None


def _reading(scheme: Scheme, match: re.Match[str], wall: datetime, precision: Precision) -> ClockReading:
    return ClockReading(
        wall=wall,
        precision=precision,
        source=TimeSource.FILENAME,
        confidence=scheme.confidence,
        offset_min=scheme.offset_min,
        meaning=scheme.meaning,
        origin=scheme.origin,
        words=match["when"] if "when" in match.re.groupindex else match[0],
    )


def _clock(scheme: Scheme, match: re.Match[str]) -> NameFacts | None:
    """Read a full date and time, and the app or the other side where the scheme names them."""
    wall = _wall(match)
    if wall is None:
        return None
    part = match.groupdict()
    party, number = _other_side(part.get("party") or "", part.get("number") or "")
    reading = _reading(scheme, match, wall, Precision.MINUTE if "second" in _missing(match) else Precision.SECOND)
    if offset := part.get("offset"):
        reading = reading._replace(offset_min=_offset_min(offset))
    way = _WAYS.get((part.get("way") or "").lower(), Direction.NONE)
    return NameFacts((reading,), app_named(part.get("app") or ""), party, number, way)


def _missing(match: re.Match[str]) -> frozenset[str]:
    """Return which parts of a clock a scheme does not have; one that names its moment as a whole has them all."""
    names = match.re.groupindex
    return frozenset({"second"} - names.keys()) if "hour" in names else frozenset()


def _offset_min(words: str) -> int:
    if words == "Z":
        return 0
    minutes = int(words[1:3]) * 60 + int(words[3:5])
    return -minutes if words[0] == "-" else minutes


def _day(scheme: Scheme, match: re.Match[str]) -> NameFacts | None:
    wall = _wall(match)
    return NameFacts((_reading(scheme, match, wall, Precision.DAY),)) if wall else None


def _epoch(scheme: Scheme, match: re.Match[str]) -> NameFacts | None:
    """Read seconds (10 digits) or finer (13 and more) since 1970 UTC."""
    seconds = int(match["epoch"][:10])
    if not EARLIEST_EPOCH_S <= seconds < LATEST_EPOCH_S:
        return None
    wall = datetime.fromtimestamp(seconds, UTC).replace(tzinfo=None)
    return NameFacts((_reading(scheme, match, wall, Precision.SECOND),))


def _range(scheme: Scheme, match: re.Match[str]) -> NameFacts | None:
    """Take no moment from two days, which say what a file covers; the same day twice is a day."""
    if match["from"] == match["to"]:
        return _day(scheme, match)
    until = re.match(_DAY, match["to"])
    return NOTHING if _wall(match) and until and _wall(until) else None


def _other_side(party: str, number: str) -> tuple[str, str]:
    """Tell a name from a phone number: phones write the number where the contact has no name."""
    party, number = party.strip(" _-"), number.strip()
    if _PHONE.fullmatch(party):
        return "", number or party
    return party, number


def _scheme(
    origin: str,
    pattern: str,
    build: Build = _clock,
    confidence: int = FIXED_SCHEME,
    *,
    meaning: TimeMeaning = TimeMeaning.HAPPENED,
    offset_min: int | None = None,
    recorded: bool = False,
) -> Scheme:
    compiled = re.compile(pattern, re.ASCII | re.IGNORECASE)
    return Scheme(origin, compiled, build, confidence, meaning, offset_min, recorded)


_SAVED = TimeMeaning.SAVED

SCHEMES: tuple[Scheme, ...] = (
    # Call recordings first: a contact's name may look like any other scheme.
    _scheme("samsung-call", rf"(?:Call recording|通话录音|通話錄音|통화 녹음)[ _](?P<party>.*?)_{_SAMSUNG}(?!\d)"),
    _scheme("xiaomi-call", r"^(?:[^@()（）]{2,16}@)?(?P<party>.*?)[(（](?P<number>\+?[\d \-]{3,20})[)）]"
            rf"_(?P<when>{_COMPACT})(?!\d)"),
    _scheme("huawei-call", rf"^(?P<party>.*?)@(?P<number>\+?[\d \-]{{3,20}})_(?P<when>{_COMPACT})(?!\d)"),
    _scheme("huawei-call", rf"^(?P<number>\+?\d[\d ]{{1,19}}\d)_(?P<when>{_COMPACT})(?!\d)"),
    _scheme("vivo-call", r"^(?P<number>\+?\d{3,20}) (?P<when>\d{4}-\d{2}-\d{2} \d{2}-\d{2}-\d{2})$"),
    _scheme("vivo-call", r"^(?P<party>\D.{0,60}?) (?P<when>\d{4}-\d{2}-\d{2} \d{2}-\d{2}-\d{2})$", recorded=True),
    _scheme("oppo-call", rf"^(?P<party>.{{1,60}}?)-(?P<when>{_SHORT_COMPACT})$", recorded=True),
    _scheme("lg-call", rf"^(?P<way>[01])d(?P<when>{_COMPACT})p(?:null|(?P<number>\+?\d{{2,20}}))$", recorded=True),
    _scheme("bcr-call", r"^(?P<when>\d{8}_\d{6})(?:\.\d{1,3})?(?P<offset>Z|[+-]\d{4})_(?P<way>in|out)"
            r"(?:_sim\d)?(?:_(?P<number>\+?\d{2,20}))?(?:_(?P<party>[^\d_].*))?$", recorded=True),
    _scheme("call-recording", rf"^(?P<party>.{{0,60}}?)[_ -]?(?P<number>\+?\d{{5,15}})[_ -]{_WAY}"
            rf"[_ -](?P<when>{_COMPACT}|\d{{8}}[_-]\d{{6}})(?!\d)", recorded=True),
    _scheme("call-recording", rf"^{_WAY}[_ -](?P<number>\+?\d{{5,15}})"
            rf"[_ -](?P<when>{_COMPACT}|\d{{8}}[_-]\d{{6}})(?!\d)", recorded=True),
    _scheme("call-recording", rf"^(?:Call recording|通话录音|通話錄音)[ _](?P<party>.{{0,60}}?)[ _-]"
            rf"(?P<when>{_COMPACT}|\d{{8}}[_-]\d{{6}})(?!\d)", recorded=True),
    _scheme("call-recording", rf"^(?P<party>[^\d_].{{0,60}}?)_(?P<when>{_COMPACT})$", recorded=True),
    _scheme("samsung-voice", rf"^(?:Voice|语音|語音|录音|錄音)[ _]{_SAMSUNG}(?!\d)"),
    # Screenshots and screen recordings.
    _scheme("ios-recording", r"^RPReplay_Final(?P<epoch>\d{10})(?!\d)", _epoch, EPOCH_SCHEME,
            offset_min=UTC_OFFSET_MIN),
    _scheme("ios-screen-recording", r"^ScreenRecording_(?P<when>(?P<month>\d{2})-(?P<day>\d{2})-(?P<year>\d{4}) "
            r"(?P<hour>\d{2})-(?P<minute>\d{2})-(?P<second>\d{2}))"),
    _scheme("samsung-screenshot", rf"{_SCREEN}_(?P<when>\d{{8}}-\d{{6}})(?!\d)(?:_(?P<app>.+))?$"),
    _scheme("android-screenshot", rf"{_SCREEN}_(?P<when>\d{{8}}_\d{{6}})(?!\d)(?:_(?P<app>.+))?$"),
    _scheme("xiaomi-screenshot", rf"{_SCREEN}[_-](?P<when>{_DASHES}(?:-\d{{3}})?)(?!\d)(?:_(?P<app>.+))?$"),
    _scheme("oppo-screenshot", rf"{_SCREEN}[_-](?P<when>{_DASHES}-\d{{2}})(?!\d)(?:_(?P<app>.+))?$"),
    _scheme("desktop-screenshot", rf"{_SCREEN}[ _]?(?P<when>{_DAY}(?: at)?[ _]{_SPOKEN_CLOCK})(?!\d)"),
    # Apps that save what others sent: the time of saving.
    _scheme("wechat-export", r"mmexport(?P<epoch>\d{13})(?!\d)", _epoch, EPOCH_SCHEME, meaning=_SAVED,
            offset_min=UTC_OFFSET_MIN),
    _scheme("wechat-camera", r"wx_camera_(?P<epoch>\d{13})(?!\d)", _epoch, EPOCH_SCHEME, offset_min=UTC_OFFSET_MIN),
    _scheme("wechat-image", rf"(?:微信图片|微信圖片|微信视频|WeChat ?Image|Weixin ?Image)_?(?P<when>{_COMPACT})(?!\d)",
            confidence=SAVED_SCHEME, meaning=_SAVED),
    _scheme("qq-image", rf"(?:QQ|TIM)(?:图片|圖片|视频)(?P<when>{_COMPACT})(?!\d)", confidence=SAVED_SCHEME,
            meaning=_SAVED),
    _scheme("wechat-screenshot",
            rf"(?:企业微信|微信|QQ|TIM|钉钉|WeChat ?)(?:截图|截圖|Screenshot)_?(?P<when>{_COMPACT})(?!\d)"),
    _scheme("wecom-screenshot", r"企业微信截图_(?P<epoch>1\d{13,15})(?!\d)", _epoch, EPOCH_SCHEME,
            offset_min=UTC_OFFSET_MIN),
    _scheme("whatsapp-export", rf"^\d{{8}}-(?:PHOTO|VIDEO|AUDIO|GIF|STICKER)-(?P<when>{_DAY}-{_CLOCK})(?!\d)"),
    _scheme("whatsapp-web", rf"^WhatsApp (?:Image|Video|Audio|Ptt) (?P<when>{_DAY} at {_SPOKEN_CLOCK})(?!\d)"),
    _scheme("whatsapp-day", rf"^(?:IMG|VID|AUD|PTT|DOC|STK)-(?P<when>{_DAY})-WA\d+", _day),
    # Cameras.
    _scheme("pixel-camera", r"^PXL_(?P<when>(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})_"
            r"(?P<hour>\d{2})(?P<minute>\d{2})(?P<second>\d{2})\d{0,3})(?!\d)", offset_min=UTC_OFFSET_MIN),
    _scheme("camera", rf"^(?:IMG|VID|MVIMG|PANO|BURST|WIN|DSC)_?(?P<when>{_DAY}_?{_CLOCK})(?!\d)"),
    _scheme("samsung-camera", r"^(?P<when>(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})_"
            r"(?P<hour>\d{2})(?P<minute>\d{2})(?P<second>\d{2}))(?!\d)"),
    # Numbers and dates of unknown authorship.
    _scheme("range", rf"(?<!\d)(?P<when>(?P<from>{_DAY})(?:[ _T]?{_CLOCK})?(?: ?(?:[-_~–—～至到]+|to) ?)"
            r"(?P<to>\d{4}[-_./]?\d{2}[-_./]?\d{2})(?:[ _T]?\d{2}[-_.:]?\d{2}[-_.:]?\d{2})?)(?!\d)", _range, LOOSE_DAY),
    _scheme("picture-day", rf"{_PICTURE}[ _-]?(?P<when>{_DAY})(?![-_. ]?\d{{4}}|\d)", _day, LOOSE_DATE),
    _scheme("picture-day", rf"^(?P<when>{_DAY})[ _-]?{_PICTURE}(?![-_. ]?\d{{4}}|[a-z])", _day, LOOSE_DATE),
    _scheme("bare-milliseconds", r"^(?P<epoch>1\d{12})$", _epoch, BARE_NUMBER, offset_min=UTC_OFFSET_MIN),
    _scheme("bare-seconds", r"^(?P<epoch>1\d{9})$", _epoch, BARE_NUMBER, offset_min=UTC_OFFSET_MIN),
    _scheme("loose-time", rf"(?<!\d)(?P<when>{_DAY}[-_ T.]*{_CLOCK})(?!\d)", confidence=LOOSE_DATE),
    _scheme(DAY_IN_NAME, rf"(?<!\d)(?P<when>{_DAY})(?!\d)", _day, LOOSE_DAY),
)  # fmt: skip
"""Every scheme that is known, the specific before the general; the first that gives a possible time wins."""


def facts_from_name(name: str) -> NameFacts:
    """Return when, in which app and with whom, as far as a file's name follows a known scheme.

    ``name`` may be any text, with or without folders and extension; it is never an error.
    """
    stem, ending = _stem(name)
    for scheme in SCHEMES:
        if scheme.recorded and ending not in RECORDED:
            continue
        match = scheme.pattern.search(stem)
        facts = match and scheme.build(scheme, match)
        if facts:
            return facts
    return NOTHING


SCREEN_RECORDING = re.compile(
    r"^RPReplay_|^ScreenRecording_|Screen[_ ]?Record|^SVID[_-]|屏幕录制|螢幕錄|屏幕錄|录屏|錄屏|屏录", re.IGNORECASE
)


def is_screen_recording(name: str) -> bool:
    """Tell whether a file is called as phones and computers call recordings of their screens."""
    return bool(SCREEN_RECORDING.search(_stem(name)[0]))


def _stem(name: str) -> tuple[str, str]:
    """Return the part that carries meaning, plain spaces, no invisible marks; and the ending in lower case, if any."""
    text = unicodedata.normalize("NFC", name[-LONGEST_NAME:])
    text = _SPACES.sub(" ", _INVISIBLE.sub("", text)).strip()
    text = re.split(r"[/\\]", text)[-1]
    stem, dot, extension = text.rpartition(".")
    ending = extension.lower() if dot and stem and extension.lower() in EXTENSIONS else ""
    return _COPY.sub("", stem if ending else text), ending
