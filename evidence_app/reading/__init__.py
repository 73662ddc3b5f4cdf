"""Pixels and sound in, text, layout, entities and suggestions out."""
