"""The parts of a dossier, one module each; a profile says which of them are drawn, in which order."""
