"""What frames every screenshot: status bar, title bar, the bar to type in, the strip to swipe on."""

from dataclasses import dataclass

from PIL import ImageDraw

from evidence_app.sample.canvas import Canvas, Type

WHITE = "#ffffff"
LEFT_CHEVRON = [(12, 3), (4, 12), (12, 21)]


@dataclass(frozen=True, slots=True)
class Phone:
    """A model of phone: its screen in points and pixels per point, and how its status bar looks.

    ``maker`` is ``apple`` for a screen with a cut-out and a home strip, anything else for a punched camera hole.
    """

    width: float
    height: float
    scale: float
    maker: str
    status_height: float
    battery: int
    carrier: str = ""

    @property
    def foot_height(self) -> float:
        """Height of the strip at the lower edge that belongs to the system."""
        return 34 if self.maker == "apple" else 22


PHONES = {
    "huawei": Phone(360, 800, 3, "huawei", 32, 76),
    "xiaomi": Phone(360, 800, 3, "xiaomi", 34, 58),
    "oppo": Phone(360, 800, 3, "oppo", 34, 41),
    "samsung": Phone(360, 780, 3, "samsung", 30, 88),
    "vivo": Phone(360, 802, 3, "vivo", 32, 63),
    "iphone": Phone(390, 844, 3, "apple", 47, 67),
}


def screen(phone: Phone, clock: str, background: str, *, height: float | None = None, face: str = "SC") -> Canvas:
    """Return a screen with its status bar on it; ``height`` overrides the phone's for a long screenshot."""
    canvas = Canvas(phone.width, height or phone.height, background, scale=phone.scale, face=face)
    status_bar(canvas, phone, clock, "#191919")
    return canvas


def status_bar(canvas: Canvas, phone: Phone, clock: str, color: str) -> None:
    """Draw clock, signal, network and battery in the colour that suits the ground."""
    if phone.maker == "apple":
        canvas.rectangle((phone.width / 2 - 63, 11, 126, 33), "#000000", radius=17)
        canvas.text(42, 16, clock, Type(16, color, bold=True))
        middle = 29.0
    else:
        canvas.text(22, phone.status_height / 2 - 8, clock, Type(13.5, color, bold=True))
        canvas.rectangle((phone.width / 2 - 6, phone.status_height / 2 - 6, 12, 12), "#101010", radius=6)
        middle = phone.status_height / 2
    right = phone.width - (28 if phone.maker == "apple" else 18)
    _battery(canvas, right, middle, phone.battery, color)
    _wireless(canvas, right - 50, middle, color)
    _signal(canvas, right - 72, middle, color)
    if phone.maker != "apple":
        canvas.right_aligned(right - 78, middle - 6.5, "5G", Type(10, color, bold=True))


def _battery(canvas: Canvas, right: float, middle: float, percent: int, color: str) -> None:
    canvas.rectangle((right - 27, middle - 6, 24, 12), color, radius=3.6)
    canvas.rectangle((right - 2, middle - 2, 1.6, 4), color, radius=0.8)
    canvas.centred(right - 15, middle - 5.4, str(percent), Type(9, "#333333" if color == WHITE else WHITE, True))


def _wireless(canvas: Canvas, left: float, middle: float, color: str) -> None:
    def draw(mask: ImageDraw.ImageDraw, unit: float) -> None:
        for radius, fill in ((11, 255), (8.6, 0), (6.6, 255), (4.4, 0), (2.8, 255)):
            box = (unit * (8 - radius), unit * (12 - radius), unit * (8 + radius), unit * (12 + radius))
            mask.pieslice(box, 225, 315, fill=fill)

    canvas.shape((left, middle - 6, 16, 12), color, draw)


def _signal(canvas: Canvas, left: float, middle: float, color: str) -> None:
    for index in range(4):
        height = 4 + 2.4 * index
        canvas.rectangle((left + index * 4.4, middle + 5.6 - height, 3, height), color, radius=1)


def foot(canvas: Canvas, phone: Phone, color: str, background: str | None = None) -> None:
    """Draw the strip one swipes on at the lower edge."""
    top = canvas.height - phone.foot_height
    if background:
        canvas.rectangle((0, top, canvas.width, phone.foot_height), background)
    width = 134 if phone.maker == "apple" else 108
    canvas.rectangle(((canvas.width - width) / 2, canvas.height - 10, width, 4.4), color, radius=2.2)


def chevron(canvas: Canvas, left: float, middle: float, color: str, *, weight: float = 2.1) -> None:
    """Draw the arrow that leads back."""

    def draw(mask: ImageDraw.ImageDraw, unit: float) -> None:
        points = [(x * unit, y * unit) for x, y in LEFT_CHEVRON]
        mask.line(points, fill=255, width=round(weight * unit), joint="curve")

    canvas.shape((left, middle - 12, 16, 24), color, draw)


def dots(canvas: Canvas, left: float, middle: float, color: str) -> None:
    """Draw the three dots of a menu."""
    for index in range(3):
        canvas.rectangle((left + index * 7.4, middle - 1.8, 3.6, 3.6), color, radius=1.8)


def title_bar(canvas: Canvas, phone: Phone, title: str, *, ground: str, color: str, menu: bool = True) -> float:
    """Draw the bar below the status bar and return its lower edge."""
    top, height = phone.status_height, 46.0
    canvas.rectangle((0, 0, canvas.width, top + height), ground)
    middle = top + height / 2
    chevron(canvas, 12, middle, color)
    canvas.centred(canvas.width / 2, middle - 10.5, title, Type(17, color, bold=True))
    if menu:
        dots(canvas, canvas.width - 36, middle, color)
    return top + height


def ring(canvas: Canvas, left: float, middle: float, color: str, *, size: float = 27) -> None:
    """Draw an outlined circle, the ground of the icons beside a text field."""

    def draw(mask: ImageDraw.ImageDraw, unit: float) -> None:
        mask.ellipse((unit, unit, (size - 1) * unit, (size - 1) * unit), outline=255, width=round(1.7 * unit))

    canvas.shape((left, middle - size / 2, size, size), color, draw)


def plus(canvas: Canvas, left: float, middle: float, color: str) -> None:
    """Draw the circled plus of a text field."""
    ring(canvas, left, middle, color)
    canvas.rectangle((left + 7, middle - 0.9, 13, 1.8), color)
    canvas.rectangle((left + 12.6, middle - 6.5, 1.8, 13), color)


def smile(canvas: Canvas, left: float, middle: float, color: str) -> None:
    """Draw the circled face of a text field."""
    ring(canvas, left, middle, color)

    def draw(mask: ImageDraw.ImageDraw, unit: float) -> None:
        mask.arc((7 * unit, 6 * unit, 20 * unit, 20 * unit), 20, 160, fill=255, width=round(1.7 * unit))
        for x in (8.6, 15.6):
            mask.ellipse((x * unit, 9 * unit, (x + 2.8) * unit, 11.8 * unit), fill=255)

    canvas.shape((left, middle - 13.5, 27, 27), color, draw)


def sound(canvas: Canvas, left: float, middle: float, color: str) -> None:
    """Draw the circled waves that switch a text field to speech."""
    ring(canvas, left, middle, color)

    def draw(mask: ImageDraw.ImageDraw, unit: float) -> None:
        for radius in (2.0, 5.2, 8.4):
            box = (unit * (8.6 - radius), unit * (13.5 - radius), unit * (8.6 + radius), unit * (13.5 + radius))
            mask.arc(box, -42, 42, fill=255, width=round(1.7 * unit))

    canvas.shape((left, middle - 13.5, 27, 27), color, draw)


def person(canvas: Canvas, left: float, top: float, size: float, ground: str, *, radius: float = 5) -> None:
    """Draw a portrait without a face."""
    canvas.rectangle((left, top, size, size), ground, radius=radius)

    def draw(mask: ImageDraw.ImageDraw, unit: float) -> None:
        full = size * unit
        mask.ellipse((full * 0.33, full * 0.18, full * 0.67, full * 0.52), fill=255)
        mask.pieslice((full * 0.17, full * 0.58, full * 0.83, full * 1.24), 180, 360, fill=255)

    canvas.shape((left, top, size, size), "#ffffff", draw)
