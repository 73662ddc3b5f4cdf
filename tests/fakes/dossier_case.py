"""A dispute made up for the dossier's tests: every kind of exhibit, hostile and long texts, all drawn here."""

import hashlib
import io
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw
from PIL.TiffImagePlugin import IFDRational

from evidence_app.domain.custody import (
    NO_PREVIOUS,
    CustodyEntry,
    CustodyKind,
    Plain,
    canonical,
    commitment,
    entry_bytes,
    leaf_hash,
)
from evidence_app.domain.disputes import Dispute, DisputeType
from evidence_app.domain.events import Direction, Event, EventKind, EventStatus, Outcome
from evidence_app.domain.exhibits import Exhibit, Media, MediaKind, Original, TimeMark
from evidence_app.domain.machine_text import MachineLine, Place
from evidence_app.domain.review import ExhibitReview, PlacedEvent
from evidence_app.domain.suggestions import PageKind
from evidence_app.domain.threads import Showing
from evidence_app.domain.times import ClockReading, EventTime, Precision, TimeSource, choose
from evidence_app.dossier.source import DossierOptions, DossierSource, RenderedPage
from evidence_app.phrases import Language

START = datetime(2025, 2, 22, 8, 15, 3, tzinfo=UTC)
GENERATED = datetime(2025, 4, 3, 9, 30, 0, tzinfo=UTC)


def picture(width: int, height: int, seed: int = 0) -> Image.Image:
    """Return a picture in which every row and corner is different."""
    return _drawn(width, height, seed).copy()


@cache
def _drawn(width: int, height: int, seed: int) -> Image.Image:
    image = Image.new("RGB", (width, height), (244, 244, 240))
    draw = ImageDraw.Draw(image)
    step = max(20, width // 8)
    for row, top in enumerate(range(0, height, step)):
        left = width // 3 if (row + seed) % 2 else width // 20
        shade = (40 + row * 37 % 180, 90 + seed * 53 % 120, 120 + row * 11 % 100)
        draw.rounded_rectangle((left, top + 3, left + width // 2, top + step - 4), 6, fill=shade)
        draw.text((left + 8, top + 6), f"{seed}.{row}", fill=(255, 255, 255))
    draw.rectangle((0, 0, width // 10, height // 20), fill=(200, 30, 30))
    return image


def encoded(image: Image.Image, form: str, **options: object) -> bytes:
    """Return an image file. Plain ones are written once: to pack the pixels of a case takes longer than most tests."""
    if options or image.info or image.mode != "RGB":
        return _written(image, form, options)
    known = form, image.size, hashlib.sha256(image.tobytes()).digest()
    if known not in _files:
        _files[known] = _written(image, form, options)
    return _files[known]


_files: dict[tuple[str, tuple[int, int], bytes], bytes] = {}


def _written(image: Image.Image, form: str, options: dict[str, object]) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, form, **options)
    return buffer.getvalue()


def exif_with_place(orientation: int = 1) -> Image.Exif:
    """Return an EXIF block that tells where a photo was taken, and by whom."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = "SecretPhoneMaker"
    exif[0x8825] = {1: "N", 2: (IFDRational(39), IFDRational(54), IFDRational(20)), 3: "E"}
    return exif


@dataclass
class Case:
    """A dispute on disk, ready to be exported. Exhibits are added by `add`, events by `happen`."""

    folder: Path
    dispute: Dispute
    exhibits: list[Exhibit] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    custody: list[CustodyEntry] = field(default_factory=list)
    rendered: dict[tuple[str, int], bytes] = field(default_factory=dict)
    showings: list[Showing] = field(default_factory=list)
    readings: list[ExhibitReview] = field(default_factory=list)

    def add(self, name: str, data: bytes, media: Media, **fields: object) -> Exhibit:
        """Place an original with its document event and custody entry."""
        digest = hashlib.sha256(data).hexdigest()
        (self.folder / digest).write_bytes(data)
        number = len(self.exhibits) + 1
        exhibit = Exhibit(
            id=f"ex{number:04d}",
            dispute_id=self.dispute.id,
            number=number,
            original=Original(digest, len(data), media),
            name=name,
            added_at=START + timedelta(minutes=number),
            **fields,  # type: ignore[arg-type]
        )
        self.exhibits.append(exhibit)
        reading = self.reading(number, TimeSource.FILENAME, name)
        self.happen(EventKind.DOCUMENT, choose([reading]), exhibit_ids=(exhibit.id,))
        told = {"name": name.encode(errors="replace").decode(), "sha256": digest, "number": number}
        self.log(CustodyKind.ADD, told, (exhibit.id,))
        return exhibit

    def reading(self, minutes: int, source: TimeSource = TimeSource.TYPED, words: str = "") -> ClockReading:
        """Return a reading some minutes after the start."""
        wall = (START + timedelta(minutes=minutes)).replace(tzinfo=None)
        return ClockReading(wall, Precision.MINUTE, source, 90, words=words)

    def happen(self, kind: EventKind, time: EventTime | None = None, **fields: object) -> Event:
        """Add an event."""
        ordinal = len(self.events) + 1
        event = Event(
            id=f"ev{ordinal:05d}",
            dispute_id=self.dispute.id,
            kind=kind,
            ordinal=ordinal,
            time=time or choose([self.reading(ordinal * 7)]),
            **fields,  # type: ignore[arg-type]
        )
        self.events.append(event)
        return event

    def log(self, kind: CustodyKind, payload: Plain, about: tuple[str, ...] = (), *, private: bool = False) -> None:
        """Add a custody entry."""
        seq, at = len(self.custody), START + timedelta(seconds=len(self.custody))
        salt, plain = (seq + 1).to_bytes(16), canonical(payload)
        prev = leaf_hash(self.custody[-1].entry).hex() if self.custody else NO_PREVIOUS
        commit = commitment(plain, salt)
        entry = entry_bytes(dispute_id=self.dispute.id, seq=seq, kind=kind, at=at, prev=prev, commit=commit)
        self.custody.append(CustodyEntry(seq, kind, at, entry, plain, salt, about, private))

    def remove(self, exhibit: Exhibit, reason: str) -> None:
        """Leave a tombstone of an exhibit."""
        index = self.exhibits.index(exhibit)
        self.exhibits[index] = replace(exhibit, name="", title="", removed_at=START, removed_reason=reason)
        self.events = [event for event in self.events if exhibit.id not in event.exhibit_ids]

    def source(self) -> DossierSource:
        """Return what a dossier is made of."""
        return DossierSource(
            dispute=self.dispute,
            exhibits=tuple(self.exhibits),
            events=tuple(self.events),
            custody=tuple(self.custody),
            showings=tuple(self.showings),
            readings=tuple(self.readings),
            original=lambda sha256: self.folder / sha256,
            rendered=lambda exhibit, page_index: RenderedPage(self.rendered[exhibit.id, page_index]),
        )


def image_media(image: Image.Image, mime: str) -> Media:
    """Return the media of a picture as seen upright."""
    return Media(MediaKind.IMAGE, mime, width_px=image.width, height_px=image.height, page_count=1)


def options(profile: str = "lawyer", language: Language = Language.ZH_HANS, **fields: object) -> DossierOptions:
    """Return options with the tests' clock."""
    known = {"generated_at": GENERATED} | fields
    return DossierOptions(profile=profile, language=language, **known)  # type: ignore[arg-type]


WORDS = {
    Language.ZH_HANS: {
        "title": "点石成金自动下款纠纷",
        "institution": "速融宝消费金融有限公司",
        "complainant": "李小明",
        "demands": ("撤销该笔借款并出具结清证明。", "停止一切催收，并书面道歉。", "删除征信不良记录。"),
        "sms": "【速融宝】尊敬的客户，您的借款已逾期1天，请立即还款3,128.50元，以免影响您的征信。退订回T",
        "promise": "3个工作日内会有专员与您联系，并核销该笔借款",
        "proves": "证明机构客服承认该笔借款系系统自动下款，并承诺三个工作日内核销。",
        "summary": "我从未在该应用申请借款。2025年2月22日早上收到银行短信，账户多出3,000元，随后收到催收短信。",
    },
    Language.ZH_HANT: {
        "title": "點石成金自動撥款糾紛",
        "institution": "速融寶消費金融有限公司",
        "complainant": "陳小明",
        "demands": ("撤銷該筆借款並開立清償證明。", "停止一切催收，並書面道歉。", "刪除聯徵不良紀錄。"),
        "sms": "【速融寶】親愛的客戶，您的借款已逾期1天，請立即還款3,128.50元，以免影響您的信用。",
        "promise": "3個工作天內會有專員與您聯絡，並註銷該筆借款",
        "proves": "證明機構客服承認該筆借款係系統自動撥款，並承諾三個工作天內註銷。",
        "summary": "我從未在該應用程式申請借款。2025年2月22日早上收到銀行簡訊，帳戶多出3,000元，隨後收到催收簡訊。",
    },
    Language.EN: {
        "title": "Loan paid out without an application",
        "institution": "Surongbao Consumer Finance Co., Ltd.",
        "complainant": "Li Xiaoming",
        "demands": (
            "Cancel the loan and confirm in writing that nothing is owed.",
            "Stop all collection.",
            "Correct the credit report.",
        ),
        "sms": "[Surongbao] Dear customer, your loan is overdue by 1 day. Repay CNY 3,128.50 at once, or your credit "
        "record will suffer.",
        "promise": "a specialist will call within three working days and cancel the loan",
        "proves": "The agent admitted the automatic pay-out and promised to cancel it in three working days.",
        "summary": "I never applied for a loan in this app. On the morning of 22 February 2025 my bank told me that "
        "CNY 3,000 had arrived; collection messages followed.",
    },
}


def new_case(folder: Path, language: Language = Language.ZH_HANS) -> Case:
    """Return a dispute without exhibits and events."""
    folder.mkdir(parents=True, exist_ok=True)
    words = WORDS[language]
    dispute = Dispute(
        id="dsp000000001",
        title=str(words["title"]),
        type=DisputeType.UNAUTHORISED_LOAN,
        institution=str(words["institution"]),
        created_at=START,
        aliases=("速融宝", "Surongbao"),
        summary=str(words["summary"]),
        complainant=str(words["complainant"]),
        complainant_contact="138 0000 0000",
        amount=Decimal("3000"),
        demands=tuple(words["demands"]),
    )
    case = Case(folder, dispute)
    case.log(CustodyKind.OPEN, {"title": dispute.title, "institution": dispute.institution})
    return case


def full_case(folder: Path, language: Language = Language.ZH_HANS) -> Case:
    """Return a dispute with every kind of exhibit and event."""
    case, words = new_case(folder, language), WORDS[language]
    institution, sms, promise = case.dispute.institution, str(words["sms"]), str(words["promise"])
    shot = picture(1080, 2340, 1)
    proves = {"proves": str(words["proves"]), "device": "Redmi K60", "app": "WeChat 8.0.50", "captured_by": "李小明"}
    chat = case.add("Screenshot_20250222_081500.png", encoded(shot, "PNG"), image_media(shot, "image/png"), **proves)
    photo = picture(1600, 1200, 2)
    data = encoded(photo, "JPEG", quality=90, exif=exif_with_place(6))
    turned = Media(MediaKind.IMAGE, "image/jpeg", ".jpg", 1200, 1600, 1)
    case.add("IMG_20250222_090011.jpg", data, turned, title="Photo of the letter", element="2-1")
    long = picture(1080, 9000, 3)
    case.add("Screenshot_long.png", encoded(long, "PNG"), image_media(long, "image/png"), transcript=sms * 12)
    _documents(case, language)
    _events(case, institution, sms, promise, chat)
    nine = datetime(2025, 2, 22, 9, tzinfo=UTC)
    # The first two overlap, from the second to the third the conversation goes on, the fourth is apart.
    for number, shown, at in ((1, "ab", nine), (2, "bc", nine), (3, "d", nine), (4, "e", None)):
        exhibit = case.exhibits[number - 1]
        case.showings.append(Showing(exhibit.id, number, PageKind.CHAT, institution, tuple(shown), first=at, last=at))
    case.readings.append(_reading(case, chat, institution, promise))
    return case


READ_LINE = MachineLine("工号80231为您服务", (340, 500, 420, 60), 0.98)
"""What a machine read on the first exhibit, and where."""


def _reading(case: Case, chat: Exhibit, institution: str, promise: str) -> ExhibitReview:
    """Return two messages that were read off a chat; one of them is confirmed."""
    told = {"kind": EventKind.MESSAGE, "direction": Direction.IN, "party": institution, "exhibit_ids": (chat.id,)}
    confirmed = case.happen(text=READ_LINE.text, **told)  # type: ignore[arg-type]
    unconfirmed = case.happen(text=promise, status=EventStatus.SUGGESTED, **told)  # type: ignore[arg-type]
    change = {"what": "event", "id": confirmed.id, "field": "status", "before": "suggested", "after": "accepted"}
    case.log(CustodyKind.ACCEPT, {"exhibit": chat.id, "changes": [change]}, (chat.id,))
    places = [Place(READ_LINE.region), Place((340, 700, 420, 60))]
    placed = [PlacedEvent(event, place) for event, place in zip((confirmed, unconfirmed), places, strict=True)]
    return ExhibitReview(chat, (READ_LINE,), PageKind.CHAT, institution, tuple(placed))


def _documents(case: Case, language: Language) -> None:
    pages = [picture(1190, 1684, seed) for seed in (4, 5, 6)]
    pdf_media = Media(MediaKind.PDF, "application/pdf", ".pdf", 1190, 1684, 3)
    contract = case.add("借款合同.pdf", b"%PDF-1.4 a contract", pdf_media, element="1-1")
    for index, page in enumerate(pages):
        case.rendered[contract.id, index] = encoded(page, "JPEG", quality=92)
    audio = Media(MediaKind.AUDIO, "audio/mpeg", ".mp3", duration_ms=184_000)
    case.add(
        "95xxx_20250222090210.mp3",
        b"ID3 not really sound",
        audio,
        transcript=str(WORDS[language]["promise"]),
        translation="A specialist will call you.",
        translator="Wang Fang",
        translated_on=date(2025, 3, 1),
        marks=(TimeMark(83_000, str(WORDS[language]["promise"])), TimeMark(3_723_000, "<b>挂断</b> {time}")),
    )
    locked = Media(MediaKind.PDF, "application/pdf", ".pdf", problem="encrypted")
    case.add("statement.pdf", b"%PDF-1.4 encrypted", locked)
    case.add(
        "notes.docx", b"PK not really a document", Media(MediaKind.OTHER, "application/zip"), private_note="SECRETNOTE"
    )
    webp = picture(900, 1600, 7)
    still = case.add("chat.webp", encoded(webp, "WEBP"), image_media(webp, "image/webp"))
    case.rendered[still.id, 0] = encoded(webp, "PNG")
    gone = case.add("mistake.png", encoded(picture(50, 50), "PNG"), image_media(picture(50, 50), "image/png"))
    case.remove(gone, "belongs to another dispute")
    case.log(CustodyKind.EDIT, {"private_note": "SECRETNOTE"}, (case.exhibits[0].id,), private=True)


def _events(case: Case, institution: str, sms: str, promise: str, chat: Exhibit) -> None:
    shown = (chat.id,)
    case.happen(
        EventKind.MESSAGE,
        party=institution,
        direction=Direction.IN,
        text=sms,
        exhibit_ids=shown,
        number="1069 0000 1234",
    )
    case.happen(
        EventKind.CALL,
        party=institution,
        direction=Direction.OUT,
        number="95xxx",
        agent_id="80231",
        agent_name="小王",
        duration_s=245,
        promise=promise,
        promise_due=date(2025, 2, 26),
        exhibit_ids=("ex0005",),
        text="来电询问借款来源。",
    )
    case.happen(
        EventKind.PAYMENT,
        party="招商银行",
        direction=Direction.IN,
        amount=Decimal("3000"),
        outcome=Outcome.DONE,
        reference="2025022200012345",
        exhibit_ids=("ex0001", "ex0002"),
    )
    early = ClockReading(datetime(2025, 2, 20), Precision.DAY, TimeSource.SCREEN, 70, words="2月20日")
    late = ClockReading(datetime(2025, 2, 23, 7, 0), Precision.SECOND, TimeSource.EXIF, 80, offset_min=480)
    case.happen(EventKind.LOGIN, choose([early, late]), text="异地登录提醒", exhibit_ids=("ex0003",))
    case.happen(EventKind.COMPLAINT, body="12378", reference="NFRA-2025-0042", text="已受理", exhibit_ids=("ex0004",))
    case.happen(EventKind.NOTE, EventTime(), text="没有时间的笔记")
    case.happen(
        EventKind.CALL, party=institution, direction=Direction.MISSED, agent_id="80555", exhibit_ids=("ex0003",)
    )


def many_shots(folder: Path, files: Sequence[Path]) -> Case:
    """Return a dispute over the given screenshots, with an event told by each of them."""
    case = new_case(folder)
    sms = str(WORDS[Language.ZH_HANS]["sms"])
    for number, path in enumerate(files):
        with Image.open(path) as image:
            media = Media(MediaKind.IMAGE, f"image/{(image.format or '').lower()}", path.suffix, *image.size, 1)
        exhibit = case.add(path.name, path.read_bytes(), media, proves=str(WORDS[Language.ZH_HANS]["proves"]))
        case.happen(
            EventKind.MESSAGE,
            party=case.dispute.institution,
            direction=Direction.IN,
            agent_id=f"80{number % 30:03d}",
            text=f"{sms}（{number}）",
            exhibit_ids=(exhibit.id,),
        )
    return case
