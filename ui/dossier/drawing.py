"""Has the dossier's pages drawn in the background, the latest choices only, and deletes what nobody looks at."""

from collections.abc import Hashable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage
from shiboken6 import isValid

from evidence_app.phrases import phrase
from ui.desk import Desk
from ui.dossier.pages_view import Document, PageKey
from ui.dossier.preview import Place, PreviewPane
from ui.i18n import language
from ui.messages import message, sentences
from ui.tasks import Lane, Task

if TYPE_CHECKING:
    from evidence_app.actions.dossier_readiness import Readiness
    from evidence_app.actions.export_dossier import ExportOptions
    from evidence_app.actions.preview_dossier import Preview
    from evidence_app.actions.session import Session


class Drawing(QObject):
    """Fills the pane. ``counted`` carries what is disclosed and missing (Readiness), ``drawn`` the finished Preview.

    ``undrawn`` tells that there is no finished preview now: the choices changed, or it failed.
    """

    counted = Signal(object)
    drawn = Signal(object)
    undrawn = Signal()
    _counted = Signal(int, object)
    _begun = Signal(int, object, object)
    """Both from the task's thread."""

    def __init__(self, desk: Desk, pane: PreviewPane) -> None:
        super().__init__(pane)
        self._desk, self._pane = desk, pane
        self._serial = self._shown_serial = 0
        self._task: Task | None = None
        self._preview: Preview | None = None
        self._previews: dict[Document, Preview] = {}
        self._counted.connect(self._take_counts)
        self._begun.connect(self._take)
        pane.released.connect(self._discard)
        language.changed.connect(self._name_places)

    @property
    def file(self) -> Path | None:
        """The file whose pages are shown, None while there are none."""
        return self._preview.dossier.path if self._preview is not None else None

    @property
    def busy(self) -> bool:
        """Whether pages are being drawn."""
        return self._task is not None

    def draw(self, session: "Session", dispute_id: str, options: "ExportOptions") -> None:
        """Count and draw for these choices; what is drawn for earlier ones is stopped."""
        self.stop()
        serial = self._serial

        def work(task: Task) -> "Preview":
            from evidence_app.actions.preview_dossier import preview_dossier

            counted, begun = partial(self._counted.emit, serial), partial(self._begun.emit, serial, session)
            return preview_dossier(session, dispute_id, options, task, counted, begun)

        task = self._desk.tasks.start(
            work,
            lane=Lane.PREVIEW,
            then=partial(self._take, serial, session),
            failed=partial(self._fail, serial),
            owner=self,
        )
        self._task = task
        task.progressed.connect(partial(self._progressed, serial))
        self._progressed(serial, 0, 0, "")

    def stop(self) -> None:
        """Draw no further; the pages that are shown stay."""
        self._serial += 1
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self._pane.stop_progress()
        self.undrawn.emit()

    def clear(self, sentence: str = "") -> None:
        """Show no pages, but why there are none."""
        self.stop()
        self._preview = None
        self._pane.show_nothing(sentence)

    def call_outdated(self, words: str) -> None:
        """Say why the pages cannot be drawn for the choices as they are; those of the choices before stay."""
        self.stop()
        if self._preview is None:
            self._pane.show_nothing(words)
        else:
            old = self.tr("These pages are those of the choices before. %1").replace("%1", words)
            self._pane.say(old, "attention")

    # What comes back

    def _progressed(self, serial: int, done: int, total: int, unit: str) -> None:
        if serial == self._serial and isValid(self._pane):  # the window may be gone while the last words arrive
            self._pane.show_progress(done, total, self._words())

    def _words(self) -> str:
        preview = self._preview
        if preview is None:
            return self.tr("Drawing the pages…")
        if preview.complete or self._shown_serial != self._serial:
            return self.tr("Drawing the pages anew…")
        words = self.tr("These are the first %1 of %2 pages. The others are being drawn…")
        return words.replace("%2", str(preview.dossier.page_count)).replace("%1", str(preview.page_count))

    def _take_counts(self, serial: int, found: "Readiness") -> None:
        if serial == self._serial:
            self.counted.emit(found)

    def _take(self, serial: int, session: "Session", preview: "Preview") -> None:
        if serial != self._serial:
            self._delete(preview)
            return
        dossier = preview.dossier
        document = Document(
            preview.page_count, dossier.page_width_pt, dossier.page_height_pt, partial(_page, session, preview)
        )
        self._preview, self._shown_serial = preview, serial
        self._previews[document] = preview
        self._pane.show_document(document, _places(preview), dossier.page_count)
        if preview.complete:
            self._task = None
            self._pane.stop_progress()
            self.drawn.emit(preview)
        else:
            self._pane.show_progress(0, 0, self._words())

    def _fail(self, serial: int, error: BaseException) -> None:
        if serial == self._serial:
            self._task, self._preview = None, None
            self._pane.show_nothing(sentences(message(error)), retry=True)

    def _discard(self, document: Document) -> None:
        self._delete(self._previews.pop(document))

    def _delete(self, preview: "Preview") -> None:
        if self._desk.session is not None:  # a closed vault has taken its temporary files along
            self._desk.tasks.start(lambda _: _discard_file(preview))

    def _name_places(self) -> None:
        if self._preview is not None:
            self._pane.name_places(_places(self._preview))


def _places(preview: "Preview") -> list[Place]:
    """Return the sections that are there, named in the window's language."""
    return [
        Place(phrase("dossier", f"section.{start.code}", language.chosen), start.page_index)
        for start in preview.dossier.sections
        if start.page_index < preview.page_count
    ]


def _page(session: "Session", preview: "Preview", key: Hashable) -> QImage:
    """Return a page's picture, drawn by a worker process; called from the loader's threads."""
    from evidence_app.actions.preview_dossier import page_picture

    assert isinstance(key, PageKey)
    picture = page_picture(session, preview, key.page_index, key.width_px)
    image = QImage(picture.data, picture.width_px, picture.height_px, 3 * picture.width_px, QImage.Format.Format_RGB888)
    return image.convertToFormat(QImage.Format.Format_RGB32)  # owns its bytes


def _discard_file(preview: "Preview") -> None:
    from evidence_app.actions.preview_dossier import discard_preview

    discard_preview(preview)
