"""A dispute in, a dossier out."""
