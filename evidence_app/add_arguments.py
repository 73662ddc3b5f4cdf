"""What the command that adds files takes: known before anything that it works with is loaded."""

import argparse
from datetime import date

from evidence_app.domain.exports import COLUMN_FIELDS

PASSWORD_VARIABLE = "JUZHENG_PASSWORD"


def add_arguments(add: argparse.ArgumentParser) -> None:
    """Declare which records of exports are wanted."""
    add.add_argument(
        "--only",
        action="append",
        default=[],
        metavar="NUMBER",
        help="of exports, only what was exchanged with this number or name, or with a beginning: 1069*; repeatable",
    )
    add.add_argument("--since", type=date.fromisoformat, metavar="D", help="of exports, only from this day on")
    add.add_argument("--until", type=date.fromisoformat, metavar="D", help="of exports, only up to this day")
    owner = "who the complainant is in chats whose exports do not tell the two sides apart"
    add.add_argument("--owner", default="", metavar="NAME", help=owner)
    order = add.add_mutually_exclusive_group()
    order.add_argument("--day-first", action="store_true", default=None, help="in exports, 3/4 is the third of April")
    order.add_argument(
        "--month-first", action="store_false", dest="day_first", help="in exports, 3/4 is the fourth of March"
    )
    add.add_argument(
        "--column",
        action="append",
        default=[],
        metavar="FIELD=HEADING",
        help=f"of tables that are not known, a field's heading; repeatable; fields: {', '.join(COLUMN_FIELDS)}",
    )
    _add_password_arguments(add)


def _add_password_arguments(parser: argparse.ArgumentParser) -> None:
    """Let a person give the passwords of locked archives; they are kept nowhere."""
    words = f"password of locked archives; repeatable; also from the environment: {PASSWORD_VARIABLE}"
    parser.add_argument("--password", action="append", default=[], metavar="WORD", help=words)
    parser.add_argument("--ask-password", action="store_true", help="ask for the password, without showing it")
