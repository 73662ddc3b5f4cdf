"""What drops and pastes bring."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from ui.dropping import COPIED_FILES, arrival, holds_evidence, only_on_the_web, picture_bytes

ENCODED = QUrl.ComponentFormattingOption.FullyEncoded


def test_local_files_and_folders_are_taken_by_path(tmp_path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "a b.png")), QUrl.fromLocalFile(str(tmp_path))])
    assert arrival(mime).paths == (tmp_path / "a b.png", tmp_path)


def test_picture_bytes_are_taken_as_they_arrive() -> None:
    mime = QMimeData()
    mime.setData("image/jpeg", b"\xff\xd8 exactly these")
    found = arrival(mime)
    assert found.name.endswith(".jpg")
    assert picture_bytes(found) == b"\xff\xd8 exactly these"


def test_pixels_without_bytes_become_a_png_without_loss(qapp: QApplication) -> None:
    image = QImage(3, 2, QImage.Format.Format_RGB32)
    image.fill(QColor("#0f766e"))
    mime = QMimeData()
    mime.setImageData(image)
    read = QImage.fromData(picture_bytes(arrival(mime)))
    assert read.size() == image.size()
    assert read.pixelColor(2, 1) == QColor("#0f766e")


def test_a_web_address_alone_is_nothing_and_is_never_fetched() -> None:
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.org/picture.png")])
    assert not holds_evidence(mime)
    assert only_on_the_web(mime)
    assert arrival(mime).empty


def test_files_copied_in_a_file_manager_of_linux_are_taken_by_path(tmp_path: Path) -> None:
    wanted = tmp_path / "截图 1.png"
    mime = QMimeData()
    mime.setText(str(wanted))
    mime.setData(COPIED_FILES, f"copy\n{QUrl.fromLocalFile(str(wanted)).toString(ENCODED)}".encode())
    assert holds_evidence(mime)
    assert arrival(mime).paths == (wanted,)


def test_a_picture_written_into_its_own_address_is_taken() -> None:
    mime = QMimeData()
    mime.setUrls([QUrl("data:image/png;base64,iVBORw0KGgo=")])
    assert holds_evidence(mime)
    assert arrival(mime).data == b"\x89PNG\r\n\x1a\n"
    assert arrival(mime).name.endswith(".png")


def test_an_address_that_only_pretends_to_hold_a_picture_is_nothing() -> None:
    for address in ("data:image/png;base64,%%%", "data:image/png,abc", "data:text/html;base64,PGI+"):
        mime = QMimeData()
        mime.setUrls([QUrl(address)])
        assert arrival(mime).empty


def test_several_arrivals_before_there_is_a_vault_are_all_kept(tmp_path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path))])
    picture = QMimeData()
    picture.setData("image/png", b"\x89PNG data")
    both = arrival(mime).and_then(arrival(picture))
    assert [bool(part.paths) for part in both.parts()] == [True, False]


def test_the_picture_of_a_web_page_is_taken_from_the_data_that_come_with_it() -> None:
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.org/picture.png")])
    mime.setData("image/png", b"\x89PNG data")
    assert arrival(mime).data == b"\x89PNG data"


def test_text_is_no_evidence() -> None:
    mime = QMimeData()
    mime.setText("hello")
    assert not holds_evidence(mime)
    assert arrival(mime).empty
