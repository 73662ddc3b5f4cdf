"""What drops and pastes bring."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from ui.dropping import arrival, holds_evidence, picture_bytes


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
    assert arrival(mime).empty


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
