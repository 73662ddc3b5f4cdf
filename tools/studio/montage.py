"""Contact sheets: one state in all its looks, side by side, so that each can really be looked at."""

from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

CELL_PX = (800, 450)
GAP_PX = 12
CAPTION_PX = 22
GROUND = "#808080"


def contact_sheet(pictures: list[Path], target: Path, columns: int) -> None:
    """Write pictures in rows, each with its name above."""
    rows = -(-len(pictures) // columns)
    step_x, step_y = CELL_PX[0] + GAP_PX, CELL_PX[1] + GAP_PX + CAPTION_PX
    sheet = Image.new("RGB", (columns * step_x + GAP_PX, rows * step_y + GAP_PX), GROUND)
    draw = ImageDraw.Draw(sheet)
    font = ImageFont.load_default(CAPTION_PX - 6)
    for number, path in enumerate(pictures):
        x, y = GAP_PX + number % columns * step_x, GAP_PX + number // columns * step_y
        draw.text((x, y), path.stem, "#ffffff", font)
        with Image.open(path) as opened:
            picture = opened.convert("RGB")
        picture.thumbnail(CELL_PX, Image.Resampling.LANCZOS)
        sheet.paste(picture, (x, y + CAPTION_PX))
    sheet.save(target, compress_level=3)
