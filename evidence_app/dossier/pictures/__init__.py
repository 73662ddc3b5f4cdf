"""Pictures as a PDF carries them: compressed pixels passed through, metadata left behind, nothing decoded."""
