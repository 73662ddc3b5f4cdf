"""The right pane: the exhibit, and what is known about it, editable in place."""
