"""The catalog's history of schemas."""
