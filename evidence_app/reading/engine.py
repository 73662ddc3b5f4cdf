"""The engine that recognises text, as it is set up here. For the worker process: importing it costs a second.

Its models come inside the package; nothing is ever fetched. They run on ONNX Runtime: OpenVINO 2026.4 takes 0.6 of
its processor time for the same models (21 screens: 16 s instead of 27), but a quarter of a gigabyte more, which a long
page does not have left, 180 MB on disk, and it loses spaces between words ("客服43772 2025-08-12" became one number).
"""

from collections.abc import Sequence
from pathlib import Path
from typing import cast

import cv2
import numpy
import numpy.typing
import rapidocr
from rapidocr import RapidOCR
from rapidocr.ch_ppocr_rec.typings import WordInfo
from rapidocr.utils.output import RapidOCROutput

from evidence_app.domain.machine_text import MachineLine, Region
from evidence_app.reading.arrows import with_arrows
from evidence_app.reading.cantonese import Spelled, with_cantonese
from evidence_app.reading.cores import reading_threads
from evidence_app.reading.grounds import with_grounds
from evidence_app.reading.marks import with_last_marks

MODELS = Path(rapidocr.__file__).parent / "models"
DETECTION, RECOGNITION = "PP-OCRv6_det_small.onnx", "PP-OCRv6_rec_small.onnx"

DETECTION_SIDE_PX = 1440
"""Longer side of what is searched for lines: larger takes longer and finds no more on screens of phones."""

FULL_SIDE_PX = 4000
"""Longer side where text is small: every strip as it is."""

SMALL_TEXT_PX = 24
"""Height of a line that a search in a smaller copy may miss; where one is found, or none, it is searched as it is."""

LEAST_CONFIDENCE = 0.5
"""What the engine is less sure of is more often pattern than text."""


Pixels = numpy.typing.NDArray[numpy.uint8]


class Engine:
    """Reads pixels. Not for several threads."""

    def __init__(self) -> None:
        cv2.setNumThreads(1)
        onnx = "EngineConfig.onnxruntime"
        self._ocr = RapidOCR(
            params={
                "Global.log_level": "critical",
                "Global.use_cls": False,  # screens are upright; where it errs, it turns good lines upside down
                "Global.max_side_len": FULL_SIDE_PX,
                "Global.text_score": LEAST_CONFIDENCE,
                "Det.limit_type": "max",
                "Det.limit_side_len": DETECTION_SIDE_PX,
                "Det.model_path": str(MODELS / DETECTION),
                "Rec.model_path": str(MODELS / RECOGNITION),
                f"{onnx}.intra_op_num_threads": reading_threads(),
                f"{onnx}.inter_op_num_threads": 1,
            }
        )

    def read(self, pixels: bytes, width_px: int, height_px: int) -> list[MachineLine]:
        """Return the lines of a picture (three bytes a pixel, rows without padding) in reading order, with colours."""
        picture = numpy.frombuffer(pixels, numpy.uint8).reshape(height_px, width_px, 3)[:, :, ::-1]
        picture = numpy.ascontiguousarray(picture)  # the engine expects blue first
        lines = with_cantonese(picture, self._found(picture), self._spelled)
        return with_grounds(picture, with_arrows(picture, with_last_marks(picture, lines)))

    def _spelled(self, crops: Sequence[Pixels]) -> list[Spelled]:
        """Return the lines of some pictures, of which each is one line, character by character."""
        self._ocr.return_word_box = True
        try:
            found = self._ocr.recognize_txt(list(crops))
        finally:
            self._ocr.return_word_box = False
        words = cast("Sequence[WordInfo]", found.word_results)
        read = zip(words, found.txts or (), crops, strict=True)
        return [_spelling(each, text, crop.shape[1]) for each, text, crop in read]

    def _found(self, picture: Pixels) -> list[MachineLine]:
        lines = self._lines(picture, DETECTION_SIDE_PX)
        shrunk = max(picture.shape) > DETECTION_SIDE_PX
        if shrunk and (not lines or any(line.region[3] < SMALL_TEXT_PX for line in lines)):
            return self._lines(picture, FULL_SIDE_PX)
        return lines

    def _lines(self, picture: Pixels, side_px: int) -> list[MachineLine]:
        if self._ocr.text_det is not None:  # loaded with the first picture, for which the side was set
            self._ocr.text_det.limit_side_len = side_px
        found = self._ocr(picture)
        if not isinstance(found, RapidOCROutput) or found.boxes is None or not found.txts or not found.scores:
            return []
        read = zip(found.boxes, found.txts, found.scores, strict=True)
        return [MachineLine(str(text), _region(corners), min(1.0, float(score))) for corners, text, score in read]


def _spelling(found: WordInfo, text: str, width_px: int) -> Spelled:
    """Return a line's characters; the engine says in which of its columns it saw each."""
    columns = [column for word in found.word_cols for column in word]
    middles = [(column + 0.5) / max(1.0, found.line_txt_len) * width_px for column in columns]
    sure = [confidence for char, confidence in zip(text, found.confs, strict=True) if not char.isspace()]
    return Spelled("".join(text.split()), middles, sure)


def _region(corners: Pixels) -> Region:
    """Return the upright rectangle around four corners."""
    left, top = (int(value) for value in numpy.floor(corners.min(axis=0)))
    right, bottom = (int(value) for value in numpy.ceil(corners.max(axis=0)))
    return max(0, left), max(0, top), max(1, right - max(0, left)), max(1, bottom - max(0, top))
