"""What reads text, with its version: known without loading it."""

from importlib.metadata import version

ENGINE_NAME = f"RapidOCR {version('rapidocr')}, PP-OCRv6 small"
