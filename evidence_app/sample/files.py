"""All files of the sample dispute, under the names that phones give, with the metadata that phones write."""

import os
import tomllib
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from evidence_app.progress import Progress
from evidence_app.resources import resource

if TYPE_CHECKING:
    from PIL.Image import Exif, Image

HOME = ZoneInfo("Asia/Shanghai")
NAMES = {
    "bank_sms": "Screenshot_20250222_081503_com.android.mms.jpg",
    "app_first_chat": "Screenshot_2025-02-22-09-21-44-667_com.example.surongbao.jpg",
    "loan_page": "Screenshot_2025-02-22-09-24-10-102_com.example.surongbao.jpg",
    "messenger_first": "Screenshot_2025-02-22-13-52-11-93_e39d2c7de19156b0683cd93e8735f348.jpg",
    "contract": "借款合同_SRB20250221234807.pdf",
    "call": "速融宝客服(4000000231)_20250223093012.m4a",
    "messenger_second": "Screenshot_20250224-101544_微信.png",
    "call_list": "Screenshot_20250224_190236.jpg",
    "app_second_chat": "Screenshot_2025-02-24-19-40-02-118_com.example.surongbao.jpg",
    "line_chat": "IMG_4471.PNG",
    "withdrawal": "IMG_4502.PNG",
    "complaint": "屏幕截图 2025-02-28 101502.png",
    "collection_list": "Screenshot_20250301_090312_com.android.mms.jpg",
    "collection_thread": "Screenshot_20250305_213347_com.android.mms.jpg",
    "letter": "IMG_20250306_151208.jpg",
    "receipt": "mmexport1741251602412.jpg",
    "whole_chat": "Screenshot_2025-03-06-22-04-51-305_com.tencent.mm.jpg",
    "notes": "通话要点.txt",
}
"""The files by what they are, named as the makers of phones and apps name them."""

CALL_DURATION_S = 72


def draw_files(folder: Path, progress: Progress) -> list[Path]:
    """Draw every file into ``folder`` and return their paths in the order in which a person would add them.

    The same bytes come out every time; modification times are those of the story. Raises Cancelled.
    """
    words = tomllib.loads(resource("samples", "pictures.toml").read_text("utf-8"))
    folder.mkdir(parents=True, exist_ok=True)
    progress.start(len(FILES), "file")
    paths = []
    for key, modified, write in FILES:
        progress.check()
        path = folder / NAMES[key]
        write(path, words)
        stamp = datetime.fromisoformat(modified).replace(tzinfo=HOME).timestamp()
        os.utime(path, (stamp, stamp))
        paths.append(path)
        progress.advance()
    return paths


Words = dict[str, Any]


def _bank_sms(path: Path, words: Words) -> None:
    from evidence_app.sample.phone import PHONES
    from evidence_app.sample.sms import sms_thread

    _jpeg(sms_thread(PHONES["huawei"], "08:15", words["bank_sms"]["sender"], words["bank_sms"]["messages"]).image, path)


def _app_first_chat(path: Path, words: Words) -> None:
    _jpeg(_chat("xiaomi", "09:21", "app", words["app_first_chat"]), path)


def _app_second_chat(path: Path, words: Words) -> None:
    _jpeg(_chat("xiaomi", "19:40", "app", words["app_second_chat"]), path)


def _loan_page(path: Path, words: Words) -> None:
    from evidence_app.sample.pages import loan_page
    from evidence_app.sample.phone import PHONES

    page = words["loan_page"]
    _jpeg(loan_page(PHONES["xiaomi"], "09:24", page["title"], page["owed"], page["rows"]).image, path)


def _messenger_first(path: Path, words: Words) -> None:
    _jpeg(_chat("oppo", "13:52", "messenger", words["messenger"], "first"), path)


def _messenger_second(path: Path, words: Words) -> None:
    _png(_chat("samsung", "10:15", "messenger", words["messenger"], "second"), path)


def _whole_chat(path: Path, words: Words) -> None:
    from evidence_app.sample.chats import long_chat
    from evidence_app.sample.phone import PHONES

    talk = words["messenger"]
    messages = talk["first"] + talk["second"] + talk["third"]
    _jpeg(long_chat(PHONES["xiaomi"], "22:04", "messenger", talk["title"], messages).image, path)


def _chat(phone_name: str, clock: str, manner: str, talk: Words, part: str = "messages") -> "Image":
    from evidence_app.sample.chats import chat
    from evidence_app.sample.phone import PHONES

    return chat(PHONES[phone_name], clock, manner, talk["title"], talk[part]).image


def _call_list(path: Path, words: Words) -> None:
    from evidence_app.sample.pages import call_list
    from evidence_app.sample.phone import PHONES

    _jpeg(call_list(PHONES["vivo"], "19:02", words["calls"]["rows"]).image, path)


def _line_chat(path: Path, words: Words) -> None:
    _png(_chat("iphone", "15:12", "line", words["line"]), path, _apple_exif("2025:02:26 15:12:40"))


def _withdrawal(path: Path, words: Words) -> None:
    from evidence_app.sample.pages import withdrawal_page
    from evidence_app.sample.phone import PHONES

    page = words["withdrawal"]
    image = withdrawal_page(PHONES["iphone"], "20:11", page, page["rows"]).image
    _png(image, path, _apple_exif("2025:02:27 20:11:36"))


def _complaint(path: Path, words: Words) -> None:
    from evidence_app.sample.pages import web_page

    _png(web_page(words["complaint"], words["complaint"]["rows"]).image, path)


def _collection_list(path: Path, words: Words) -> None:
    from evidence_app.sample.phone import PHONES
    from evidence_app.sample.sms import sms_list

    _jpeg(sms_list(PHONES["huawei"], "09:03", words["collection_list"]["rows"]).image, path)


def _collection_thread(path: Path, words: Words) -> None:
    from evidence_app.sample.phone import PHONES
    from evidence_app.sample.sms import sms_thread

    thread = words["collection_thread"]
    _jpeg(sms_thread(PHONES["huawei"], "21:33", thread["sender"], thread["messages"]).image, path)


def _receipt(path: Path, words: Words) -> None:
    from evidence_app.sample.pages import bank_receipt

    _jpeg(bank_receipt(words["receipt"], words["receipt"]["rows"]).image, path)


def _letter(path: Path, words: Words) -> None:
    from evidence_app.sample.papers import letter_photo

    _jpeg(letter_photo(words["letter"]), path, _camera_exif("2025:03:06 15:12:08"))


def _contract(path: Path, words: Words) -> None:
    from evidence_app.sample.papers import contract_pages

    signed_at = datetime(2025, 2, 21, 15, 48, 7).timetuple()
    first, *others = contract_pages(words["contract"])
    first.save(
        path,
        "PDF",
        save_all=True,
        append_images=others,
        resolution=144,
        quality=88,
        title=words["contract"]["title"],
        producer="surongbao.example",
        creationDate=signed_at,
        modDate=signed_at,
    )


def _call(path: Path, words: Words) -> None:
    from evidence_app.sample.sounds import write_call

    write_call(path, CALL_DURATION_S, "2025-02-23T01:30:12.000000Z")


def _notes(path: Path, words: Words) -> None:
    path.write_bytes(words["notes"]["text"].lstrip().encode())


def _jpeg(image: "Image", path: Path, exif: "Exif | None" = None) -> None:
    extra = {"exif": exif} if exif else {}
    image.save(path, "JPEG", quality=90, optimize=True, **extra)


def _png(image: "Image", path: Path, exif: "Exif | None" = None) -> None:
    extra = {"exif": exif} if exif else {}
    image.save(path, "PNG", compress_level=6, **extra)


def _apple_exif(taken: str) -> "Exif":
    """Return what an iPhone writes into a screenshot: the time, its offset and a comment."""
    from PIL import ExifTags, Image

    exif = Image.Exif()
    exif[ExifTags.Base.DateTime] = taken
    detail = exif.get_ifd(ExifTags.IFD.Exif)
    detail[ExifTags.Base.DateTimeOriginal] = taken
    detail[ExifTags.Base.OffsetTimeOriginal] = "+08:00"
    detail[ExifTags.Base.UserComment] = b"ASCII\0\0\0Screenshot"
    return exif


def _camera_exif(taken: str) -> "Exif":
    """Return what a camera app writes, the place included: a dossier must not give that away."""
    from PIL import ExifTags, Image

    exif = Image.Exif()
    exif[ExifTags.Base.Make], exif[ExifTags.Base.Model] = "Example", "EX-100"
    exif[ExifTags.Base.DateTime], exif[ExifTags.Base.Software] = taken, "Camera 12.1"
    detail = exif.get_ifd(ExifTags.IFD.Exif)
    detail[ExifTags.Base.DateTimeOriginal] = taken
    detail[ExifTags.Base.OffsetTimeOriginal] = "+08:00"
    place = exif.get_ifd(ExifTags.IFD.GPSInfo)
    place[ExifTags.GPS.GPSLatitudeRef], place[ExifTags.GPS.GPSLatitude] = "N", (31.0, 13.0, 49.26)
    place[ExifTags.GPS.GPSLongitudeRef], place[ExifTags.GPS.GPSLongitude] = "E", (121.0, 28.0, 25.14)
    return exif


FILES: tuple[tuple[str, str, Callable[[Path, Words], None]], ...] = (
    ("bank_sms", "2025-02-22T08:15:03", _bank_sms),
    ("app_first_chat", "2025-02-22T09:21:44", _app_first_chat),
    ("loan_page", "2025-02-22T09:24:10", _loan_page),
    ("contract", "2025-02-22T13:47:20", _contract),
    ("messenger_first", "2025-02-22T13:52:11", _messenger_first),
    ("call", "2025-02-23T09:31:24", _call),
    ("messenger_second", "2025-02-24T10:15:44", _messenger_second),
    ("call_list", "2025-02-24T19:02:36", _call_list),
    ("app_second_chat", "2025-02-24T19:40:02", _app_second_chat),
    ("receipt", "2025-03-06T17:00:02", _receipt),
    ("line_chat", "2025-02-26T15:12:40", _line_chat),
    ("withdrawal", "2025-02-27T20:11:36", _withdrawal),
    ("complaint", "2025-02-28T10:15:02", _complaint),
    ("collection_list", "2025-03-01T09:03:12", _collection_list),
    ("collection_thread", "2025-03-05T21:33:47", _collection_thread),
    ("letter", "2025-03-06T15:12:08", _letter),
    ("whole_chat", "2025-03-06T22:04:51", _whole_chat),
    ("notes", "2025-03-06T22:20:00", _notes),
)
