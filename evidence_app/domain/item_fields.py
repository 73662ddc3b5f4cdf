"""The editable fields of what a person works out about a dispute, and their plain form; as `fields` for evidence."""

from collections.abc import Mapping

from evidence_app.domain.custody import Plain
from evidence_app.domain.fields import Field, FieldValue, fields_of, normalised, plain
from evidence_app.domain.workspace import ITEM_KINDS, Item, Letter, NotTheirs
from evidence_app.errors import InputProblem

FIXED = frozenset({"id", "dispute_id"})

PRIVATE_KINDS: tuple[type[Item], ...] = (Letter, NotTheirs)
"""What is never disclosed in a dossier: drafts say what somebody thought of saying, and others have no part in it."""

KIND_NAMES = {kind: name for name, kind in ITEM_KINDS.items()}


_FIELDS = {name: fields_of(kind, FIXED) for name, kind in ITEM_KINDS.items()}


def item_fields(kind: type[Item]) -> Mapping[str, Field]:
    """Return the editable fields of a kind, by name."""
    return _FIELDS[KIND_NAMES[kind]]


def kind_name(item: Item | type[Item]) -> str:
    """Return how the catalog and the custody log call a kind."""
    return KIND_NAMES[item if isinstance(item, type) else type(item)]


def plain_item(item: Item) -> dict[str, Plain]:
    """Return the plain form of all fields that say something."""
    values = {name: plain(getattr(item, name)) for name in item_fields(type(item))}
    return {name: value for name, value in values.items() if value not in ("", [])}


def item_from(kind: type[Item], item_id: str, dispute_id: str, shape: Mapping[str, Plain]) -> Item:
    """Return what a plain form says. Raises InputProblem("field-unreadable"), TypeError for missing fields."""
    known = item_fields(kind)
    values = {name: known[name].parse(value) for name, value in shape.items() if name in known}
    return kind(id=item_id, dispute_id=dispute_id, **values)  # type: ignore[arg-type]  # each by its own parser


def checked_item(kind: type[Item], name: str, value: object) -> FieldValue:
    """Return a field's value, normalised and validated.

    Raises InputProblem: ``field-unknown``, ``field-unreadable``, ``currency-unknown``, ``amount-unreadable``.
    """
    known = item_fields(kind)
    if name not in known:
        raise InputProblem("field-unknown", field=name)
    return normalised(name, known[name], value)
