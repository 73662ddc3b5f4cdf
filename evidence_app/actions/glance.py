"""A first look into a vault before it is open: quick, without any lock, for reading only."""

from pathlib import Path

from evidence_app.vault.glance import Glance, glance


def first_glance(folder: Path | None, dispute_id: str = "") -> Glance | None:
    """Return the disputes and one timeline of a vault, the default one if no folder is named; None if there is none."""
    if folder is None:
        from platformdirs import user_data_path

        folder = user_data_path("Juzheng", appauthor=False) / "vault"
    return glance(folder, dispute_id)


__all__ = ["Glance", "first_glance"]
