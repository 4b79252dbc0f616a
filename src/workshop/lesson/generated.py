"""The files that are generated from the model: `python -m workshop.lesson.generated` writes them anew."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from workshop.lesson.model import Lesson, Unit
from workshop.lesson.reference import reference
from workshop.lesson.schema import schema_text
from workshop.paths import DOCS, RESOURCES

FILES: Mapping[Path, Callable[[], str]] = {
    DOCS / "format.md": reference,
    RESOURCES / "lesson-1.schema.json": lambda: schema_text(Lesson),
    RESOURCES / "unit-1.schema.json": lambda: schema_text(Unit),
}

if __name__ == "__main__":
    for file, text in FILES.items():
        file.write_text(text(), "utf-8")
