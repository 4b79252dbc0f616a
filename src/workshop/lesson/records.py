"""Frozen dataclasses that cost nothing at start-up.

`@dataclass(frozen=True)` compiles six functions for each class: 20 ms for the lesson model, a fifth of
the time in which the whole program must be on the projector. A `@record` is a dataclass too (`fields`,
`replace` and `asdict` work), but shares the few methods of `Record`, which look at its fields.
"""

from __future__ import annotations

import dataclasses
from typing import Any, TypeVar, dataclass_transform

from workshop.lesson.fields import field

T = TypeVar("T", bound="Record")


class Record:
    """A value with named fields: made by keywords, compared by value, never changed."""

    _names: tuple[str, ...] = ()
    _defaults: dict[str, Any] = {}  # noqa: RUF012 - one per class, set once by `record`

    def __init__(self, **given: Any) -> None:
        values = self.__dict__
        values.update(self._defaults)
        values.update(given)
        if len(values) != len(self._names) or not values.keys() <= set(self._names):
            missing, unknown = set(self._names) - values.keys(), values.keys() - set(self._names)
            raise TypeError(f"{type(self).__name__}: missing {sorted(missing)}, unknown {sorted(unknown)}")

    def __setattr__(self, name: str, value: object) -> None:
        raise dataclasses.FrozenInstanceError(f"{type(self).__name__}.{name} can't be changed")

    def __delattr__(self, name: str) -> None:
        raise dataclasses.FrozenInstanceError(f"{type(self).__name__}.{name} can't be removed")

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and other.__dict__ == self.__dict__

    def __hash__(self) -> int:
        return hash(tuple(self.__dict__[name] for name in self._names))

    def __repr__(self) -> str:
        shown = (f"{n}={v!r}" for n, v in self.__dict__.items() if n not in self._defaults or v != self._defaults[n])
        return f"{type(self).__name__}({', '.join(shown)})"


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(field, dataclasses.field))
def record(cls: type[T]) -> type[T]:
    """Make a subclass of `Record` a dataclass. Defaults must be immutable; an absent mapping is a shared empty one."""
    made = dataclasses.dataclass(init=False, repr=False, eq=False)(cls)
    made._names = tuple(f.name for f in dataclasses.fields(made))  # type: ignore[arg-type]
    made._defaults = {f.name: _default(f) for f in dataclasses.fields(made) if not _required(f)}  # type: ignore[arg-type]
    return made


def _required(declared: dataclasses.Field[Any]) -> bool:
    return declared.default is dataclasses.MISSING and declared.default_factory is dataclasses.MISSING


def _default(declared: dataclasses.Field[Any]) -> Any:
    if declared.default_factory is not dataclasses.MISSING:
        return declared.default_factory()
    return declared.default
