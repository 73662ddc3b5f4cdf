"""Timestamp tokens, signatures, bags, verification: making them and, apart from that, checking them."""
