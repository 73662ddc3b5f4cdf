"""The page of the dossier: what shall be in it, how it will look, what it discloses, and the export."""
