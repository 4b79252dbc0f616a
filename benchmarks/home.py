"""Opening the home window with ten thousand lessons in the user's folder against ten, and searching them."""

from __future__ import annotations

import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from workshop.lesson.library import Library
from workshop.paths import Places

FEW, MANY, RUNS = 10, 10_000, 7
TOPICS = ("trust", "friends", "secrets", "pictures", "games", "chat", "kindness", "rules", "help", "music", "school")


def fill(folder: Path, count: int) -> Places:
    """A data folder with so many different lessons, indexed."""
    places, dice = Places(folder), random.Random(1)
    template = (Path(__file__).parent / "hundred-lines.yaml").read_text("utf-8")
    for number in range(count):
        name = f"lesson-{number:05}"
        words = " ".join(dice.choices(TOPICS, k=3))
        text = template.replace("id: who-is-really-there", f"id: {name}", 1)
        text = text.replace("title: Who is really there?", f"title: About {words} {number}", 1)
        (places.lessons / name).mkdir(parents=True)
        (places.lessons / name / "lesson.yaml").write_text(text, "utf-8")
    library = Library(places.library, places)
    library.refresh()
    library.close()
    return places


def opened(places: Places) -> dict[str, list[float]]:
    script = str(Path(__file__).parent / "home_open.py")
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    told = subprocess.run(
        [sys.executable, script, str(places.data)], env=environment, capture_output=True, text=True, check=True
    )
    return json.loads(told.stdout.splitlines()[-1])  # type: ignore[no-any-return]


def table() -> str:
    with tempfile.TemporaryDirectory() as work:
        few, many = fill(Path(work, "few"), FEW), fill(Path(work, "many"), MANY)
        runs = [(opened(few), opened(many)) for _ in range(RUNS)]
    base = statistics.median(one["open"] for one, _ in runs)
    large = statistics.median(one["open"] for _, one in runs)
    keys = [ms for _, one in runs for ms in one["keystrokes"]]
    return (
        f"Home window, {RUNS} runs each\n"
        f"{'opened with 10 lessons':28}{base:7.0f} ms\n"
        f"{'opened with 10,000':28}{large:7.0f} ms   ratio {large / base:.2f}\n"
        f"{'a search keystroke':28}{statistics.median(keys):7.1f} ms   most {max(keys):.1f} ms"
    )
