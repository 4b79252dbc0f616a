"""What a field of the lesson format can hold, said once.

`model.py` and `steps.py` declare every field with one of these shapes, a label and a help text. The reader, the
JSON Schema, the reference page and the editor's forms are all derived from those declarations.
"""

from __future__ import annotations

import dataclasses
from typing import Any, NamedTuple


class Text(NamedTuple):
    """Words, with Markdown's inline subset unless `plain`. `limit` is the most characters that suit the back row."""

    limit: int | None = None
    plain: bool = False
    lines: bool = False  # several lines and lists are welcome


class Slug(NamedTuple):
    """An identifier: lower-case letters, digits and hyphens. `of` says what it points to, if anything."""

    of: str = ""  # "", "step", "media", "lesson", "card"


class Whole(NamedTuple):
    """A whole number from `low` to `high`, both included."""

    low: int = 0
    high: int = 1_000_000


class YesNo(NamedTuple):
    """true or false; yes and no are understood too."""


class OneOf(NamedTuple):
    """One of a few words."""

    choices: tuple[str, ...]


class AgeRange(NamedTuple):
    """`11-13`, read into `Ages(11, 13)`."""


class GroupSize(NamedTuple):
    """`alone`, `pairs`, `groups of 4` or `class`; kept as written."""


class After(NamedTuple):
    """`after STEP`, read into the step's id."""


class Region(NamedTuple):
    """A part of a picture: `x y width height` in percent of it, read into `Area`."""


class SpokenLine(NamedTuple):
    """`Who: what they say`, or only what is said; read into `Spoken`."""


class Many(NamedTuple):
    """A list. One item may be written without the dash. `least` and `most` are counts."""

    of: Shape
    least: int = 0
    most: int = 500


class Table(NamedTuple):
    """A mapping from a name of the author's choosing to `of`, in the order written."""

    of: Shape
    least: int = 0
    most: int = 500
    slugs: bool = False  # the names are identifiers


class Nested(NamedTuple):
    """A mapping with fields of its own: another dataclass of the model."""

    cls: type


class Steps(NamedTuple):
    """The list of steps; each is one of the step kinds, told apart by `kind`."""


Shape = (
    Text
    | Slug
    | Whole
    | YesNo
    | OneOf
    | AgeRange
    | GroupSize
    | After
    | Region
    | SpokenLine
    | Many
    | Table
    | Nested
    | Steps
)


class About(NamedTuple):
    """What stands beside a field in the model: its shape, the label of a form, and a sentence of help."""

    shape: Shape
    label: str
    help: str
    translate: bool  # a translation may replace it
    private: bool  # for the facilitator alone, never on the projector


def field(
    shape: Shape,
    label: str,
    help: str,
    *,
    default: Any = dataclasses.MISSING,
    translate: bool | None = None,
    private: bool = False,
) -> Any:
    """Declare one field of the format. Without `default` the field must be given."""
    words = translate if translate is not None else _holds_words(shape)
    metadata = {"about": About(shape, label, help, words, private)}
    if isinstance(shape, Table) and default is not dataclasses.MISSING:
        return dataclasses.field(default_factory=dict, metadata=metadata)  # dataclasses refuse a mapping as default
    return dataclasses.field(default=default, metadata=metadata)


def about(declared: dataclasses.Field[Any]) -> About:
    """What the model says about a field of one of its dataclasses."""
    return declared.metadata["about"]  # type: ignore[no-any-return]


def is_required(declared: dataclasses.Field[Any]) -> bool:
    return declared.default is dataclasses.MISSING and declared.default_factory is dataclasses.MISSING


def _holds_words(shape: Shape) -> bool:
    if isinstance(shape, (Many, Table)):
        return _holds_words(shape.of)
    return isinstance(shape, (Text, SpokenLine))
