"""Bytes in, what they say they are out: one small file per format family, one visible list of them."""
