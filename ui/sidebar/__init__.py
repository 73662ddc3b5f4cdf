"""The left pane: the vault, its disputes, the window's settings."""
