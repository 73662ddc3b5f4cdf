"""Short random names for disputes, exhibits and events."""

import secrets

# Crockford's base 32 without letters that are mistaken for digits when an id is read out on the phone.
ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
LENGTH = 12  # 60 random bits: no collision to be expected below a billion ids in one vault


def new_id() -> str:
    """Return a fresh id of 12 characters, safe in file names, URLs and on the command line."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
