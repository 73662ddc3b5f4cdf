"""A clean picture of a screen as another phone's camera sees it: at an angle, moiré, noise, blur, bad light."""

import random
from dataclasses import dataclass

import cv2
import numpy as np
from PIL import Image

Box = tuple[int, int, int, int]


@dataclass(frozen=True)
class Camera:
    """How bad it gets. ``tilt`` and ``light`` are parts of one, ``blur`` and ``noise`` in pixels and levels."""

    tilt: float = 0.04
    turn: float = 3.0
    light: float = 0.35
    blur: float = 0.8
    noise: float = 5.0
    moire: float = 6.0
    desk: tuple[int, int, int] = (92, 74, 60)


def photographed(
    picture: Image.Image, boxes: dict[str, Box], camera: Camera, source: random.Random, scale: float
) -> tuple[Image.Image, dict[str, Box]]:
    """Return a photo of a screen, ``scale`` pixels of it for one of the screen's, and where the boxes are then."""
    matrix, size = _view(picture.size, camera, source, scale)
    framed = _phone(np.asarray(picture))
    shift = np.array([[1, 0, -BEZEL], [0, 1, -BEZEL], [0, 0, 1]], dtype=np.float64)
    desk = np.full((size[1], size[0], 3), camera.desk, np.uint8)
    grain = np.random.default_rng(source.randrange(1 << 30))
    desk = np.clip(desk + grain.normal(0, 9, desk.shape), 0, 255).astype(np.uint8)
    seen = cv2.warpPerspective(
        framed, matrix @ shift, size, dst=desk, flags=cv2.INTER_AREA, borderMode=cv2.BORDER_TRANSPARENT
    )
    photo = _lit(_moire(seen.astype(np.float32), camera, source), camera, source)
    photo = cv2.GaussianBlur(photo, (0, 0), camera.blur)
    photo += grain.normal(0, camera.noise, photo.shape).astype(np.float32)
    result = Image.fromarray(np.clip(photo, 0, 255).astype(np.uint8))
    return result, {name: _moved(box, matrix) for name, box in boxes.items()}


BEZEL = 46


def _phone(screen: "np.ndarray") -> "np.ndarray":
    return cv2.copyMakeBorder(screen, BEZEL, BEZEL, BEZEL, BEZEL, cv2.BORDER_CONSTANT, value=(18, 18, 20))


def _view(
    size: tuple[int, int], camera: Camera, source: random.Random, scale: float
) -> tuple["np.ndarray", tuple[int, int]]:
    """Return the perspective from the screen onto a photo with some desk around it, and the photo's size."""
    width, height = size[0] * scale, size[1] * scale
    margin = 0.09 * width
    photo = round(width + 2 * margin), round(height + 2 * margin)
    angle = np.deg2rad(source.uniform(-camera.turn, camera.turn))
    centre = np.array([photo[0] / 2, photo[1] / 2])
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    corners = []
    for x, y in ((-1, -1), (1, -1), (1, 1), (-1, 1)):
        lean = [1 + source.uniform(-camera.tilt, camera.tilt / 3) for _ in range(2)]
        corner = np.array([x * width / 2 * lean[0], y * height / 2 * lean[1]]) * 0.97
        corners.append(centre + turn @ corner)
    flat = np.array([(0, 0), (size[0], 0), size, (0, size[1])], np.float32)
    return cv2.getPerspectiveTransform(flat, np.array(corners, np.float32)), photo


def _moire(photo: "np.ndarray", camera: Camera, source: random.Random) -> "np.ndarray":
    """Add the beating of two grids: slanted waves of changing width, stronger in one colour."""
    rows, columns = np.mgrid[0 : photo.shape[0], 0 : photo.shape[1]].astype(np.float32)
    for channel in range(3):
        slant = source.uniform(-0.5, 0.5)
        length = source.uniform(7, 38)
        bend = np.sin(rows / source.uniform(300, 900)) * source.uniform(5, 25)
        wave = np.sin((columns + slant * rows + bend) * 2 * np.pi / length)
        photo[..., channel] += wave * camera.moire * source.uniform(0.5, 1.2)
    return photo


def _lit(photo: "np.ndarray", camera: Camera, source: random.Random) -> "np.ndarray":
    """Darken one side, warm or cool all of it, and let a lamp shine in one place."""
    height, width = photo.shape[:2]
    rows, columns = np.mgrid[0:height, 0:width].astype(np.float32)
    across, down = source.uniform(-1, 1), source.uniform(-1, 1)
    slope = (across * (columns / width - 0.5) + down * (rows / height - 0.5)) * camera.light
    lamp_x, lamp_y, reach = source.uniform(0, width), source.uniform(0, height), source.uniform(0.2, 0.45) * width
    lamp = np.exp(-((columns - lamp_x) ** 2 + (rows - lamp_y) ** 2) / (2 * reach**2)) * camera.light * 70
    tint = np.array([source.uniform(0.93, 1.05), 1.0, source.uniform(0.9, 1.05)], np.float32)
    return photo * (0.92 + slope)[..., None] * tint + lamp[..., None]


def _moved(box: Box, matrix: "np.ndarray") -> Box:
    left, top, width, height = box
    corners = [(left, top), (left + width, top), (left + width, top + height), (left, top + height)]
    points = cv2.perspectiveTransform(np.array([corners], np.float32), matrix)[0]
    low, high = points.min(axis=0), points.max(axis=0)
    return int(low[0]), int(low[1]), int(high[0] - low[0]), int(high[1] - low[1])
