"""Juzheng 举证: everything but the window. Imports no Qt; usable from the command line and from tests."""

__version__ = "0.1.0"
