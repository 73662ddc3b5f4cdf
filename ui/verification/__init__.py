"""Checking a dossier, a bag or a vault: the verdict in three grades, each check on a line of its own."""
