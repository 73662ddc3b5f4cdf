"""PDFs as banks and lenders write them: text in embedded fonts, tables, turned pages, scans."""

from collections.abc import Sequence
from pathlib import Path

from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from evidence_app.resources import resource

WIDTH, HEIGHT = 595, 842
FONT = "NotoSansSC"

STATEMENT = (
    ("交易日期", "摘要", "金额", "余额"),
    ("2025-02-22", "消费借款放款", "3000.00", "3120.55"),
    ("2025-02-24", "还款", "-320.00", "2800.55"),
)
CONTRACT = (
    "个人消费借款合同",
    "甲方（出借人）：速融宝小额贷款有限公司",
    "第一条 借款金额为人民币3000元，年利率24%，借款期限12个月，自放款之日起计算，",
    "按月等额本息偿还。",
)


def canvas_of(path: Path) -> Canvas:
    """A new file with a font that has every letter."""
    if FONT not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(FONT, str(resource("fonts", "NotoSansSC-Regular.ttf"))))
    return Canvas(str(path), pagesize=(WIDTH, HEIGHT), invariant=True)


def contract(canvas: Canvas, lines: Sequence[str] = CONTRACT, *, mode: int = 0) -> None:
    """A page of lines; ``mode`` is how PDF paints letters, 3 for not at all."""
    text = canvas.beginText(60, HEIGHT - 80)
    text.setFont(FONT, 12)
    text.setLeading(22)
    text.setTextRenderMode(mode)
    for line in lines:
        text.textLine(line)
    canvas.drawText(text)
    canvas.showPage()


def statement(canvas: Canvas, rows: Sequence[Sequence[str]] = STATEMENT) -> None:
    """A page with a table."""
    canvas.setFont(FONT, 10)
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            canvas.drawString(60 + column * 130, HEIGHT - 100 - number * 20, cell)
    canvas.showPage()


def scan(canvas: Canvas, stamp: str = "") -> None:
    """A page that is a picture, with a few letters over it."""
    canvas.drawImage(ImageReader(Image.new("RGB", (60, 80), (240, 240, 240))), 0, 0, WIDTH, HEIGHT)
    canvas.setFont(FONT, 9)
    canvas.drawString(40, 20, stamp)
    canvas.showPage()
