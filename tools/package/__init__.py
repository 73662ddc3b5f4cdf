"""Makes of the program a folder that starts without Python.

PyInstaller does it: GPL-2.0, with an exception for what is made with it.
"""
