"""Puts the program where people look for programs: the applications menu and the desktop, each system in its way."""
