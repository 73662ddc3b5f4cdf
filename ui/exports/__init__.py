"""Importing what people exported: what was recognised, what of it is wanted, and how that ended."""
