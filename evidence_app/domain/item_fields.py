"""The editable fields of what a person works out about a dispute, and their plain form; as `fields` for evidence."""

from collections.abc import Mapping
from dataclasses import MISSING, fields

from evidence_app.domain.custody import Plain
from evidence_app.domain.fields import Field, FieldValue, fields_of, normalised, plain
from evidence_app.domain.workspace import ITEM_KINDS, Item, Letter, NotTheirs
from evidence_app.errors import InputProblem

FIXED = frozenset({"id", "dispute_id"})

PRIVATE_KINDS: tuple[type[Item], ...] = (Letter, NotTheirs)
"""What is never disclosed in a dossier: drafts say what somebody thought of saying, and others have no part in it."""

KIND_NAMES = {kind: name for name, kind in ITEM_KINDS.items()}


_FIELDS = {name: fields_of(kind, FIXED) for name, kind in ITEM_KINDS.items()}

_NEEDED = {
    kind: tuple(each.name for each in fields(kind) if each.default is MISSING and each.default_factory is MISSING)
    for kind in ITEM_KINDS.values()
}
"""The fields without which something says nothing: an address of a channel, a body of a complaint."""


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
    """Return what a plain form says; a text that is missing is empty, as earlier versions let a needed one be.

    Raises InputProblem("field-unreadable"), TypeError for other missing fields.
    """
    known = item_fields(kind)
    shape = {name: "" for name in _NEEDED[kind] if name not in FIXED} | dict(shape)
    values = {name: known[name].parse(value) for name, value in shape.items() if name in known}
    return kind(id=item_id, dispute_id=dispute_id, **values)  # type: ignore[arg-type]  # each by its own parser


def checked_item(kind: type[Item], name: str, value: object) -> FieldValue:
    """Return a field's value, normalised and validated.

    Raises InputProblem: ``field-unknown``, ``field-unreadable``, ``field-empty``, ``currency-unknown``, ….
    """
    known = item_fields(kind)
    if name not in known:
        raise InputProblem("field-unknown", field=name)
    if name in _NEEDED[kind] and isinstance(value, str) and not value.strip():
        raise InputProblem("field-empty", field=name)
    return normalised(name, known[name], value)
