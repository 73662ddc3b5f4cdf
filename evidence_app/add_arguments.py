"""What the command that adds files takes: known before anything that it works with is loaded."""

from evidence_app.arguments import Parser, day
from evidence_app.domain.exports import COLUMN_FIELDS

PASSWORD_VARIABLE = "JUZHENG_PASSWORD"


def add_arguments(add: Parser) -> None:
    """Declare which records of exports are wanted."""
    add.add_argument("--only", action="append", default=[], metavar="NUMBER")
    add.add_argument("--since", type=day, metavar="D")
    add.add_argument("--until", type=day, metavar="D")
    add.add_argument("--owner", default="", metavar="NAME")
    order = add.add_mutually_exclusive_group()
    order.add_argument("--day-first", action="store_true", default=None)
    order.add_argument("--month-first", action="store_false", dest="day_first")
    fields = add.words("column", fields=", ".join(COLUMN_FIELDS))
    add.add_argument("--column", action="append", default=[], metavar="FIELD=HEADING", help=fields)
    _add_password_arguments(add)


def _add_password_arguments(parser: Parser) -> None:
    """Let a person give the passwords of locked archives; they are kept nowhere."""
    parser.add_argument("--password", action="append", default=[], metavar="WORD")
    parser.add_argument("--ask-password", action="store_true")
