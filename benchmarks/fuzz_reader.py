"""20,000 mutations of real lessons, read and checked: `python benchmarks/fuzz_reader.py [COUNT] [SEED]`.

Prints how many were read, the slowest in ms and every traceback. Exit code 1 where one failed or took a second.
"""

from __future__ import annotations

import random
import sys
import time
import traceback
from pathlib import Path

from workshop.lesson.check import check
from workshop.lesson.reader import read_text
from workshop.paths import LESSONS

EXAMPLE = Path(__file__).parent.parent / "tests" / "data" / "example.yaml"
MORSELS = (
    *("\t", "\0", "\r", "\r\n", "\x85", "\u2028", "\ufeff", "\U0001f600", "\xff", "\x1b[31m"),
    *(": ", " #", "- ", "-", "? ", "?,", "*", "**", "&a ", "*a", "!!str ", "! ", "%", "@", "`", "|", ">", "<<: *a"),
    *("{", "}", "[", "]", ",", '"', "'", "\\", "---\n", "...\n", "%YAML 1.2\n", "<b>", "](http://x)", "kind: ", "id: "),
    *("[" * 50, "{a: " * 50, "- " * 200, " " * 300, "9" * 5000, "a" * 5000, "\n" * 100, "x-y: [1, 2]\n", "steps:\n"),
)


def texts() -> list[bytes]:
    """The packaged lessons and the format's example."""
    return [file.read_bytes() for file in [*sorted(LESSONS.glob("*/lesson.yaml")), EXAMPLE]]


def mutate(data: bytes, chance: random.Random) -> bytes:
    """A text with one to six things done to it that people, editors and broken disks do."""
    for _ in range(chance.randint(1, 6)):
        data = chance.choice(_WAYS)(data, chance)
    return data


def _insert(data: bytes, chance: random.Random) -> bytes:
    at = chance.randint(0, len(data))
    return data[:at] + chance.choice(MORSELS).encode("utf-8", "surrogatepass") + data[at:]


def _delete(data: bytes, chance: random.Random) -> bytes:
    at = chance.randint(0, len(data))
    return data[:at] + data[at + chance.choice((1, 1, 2, 5, 40, 400)) :]


def _flip(data: bytes, chance: random.Random) -> bytes:
    if not data:
        return data
    at = chance.randrange(len(data))
    return data[:at] + bytes([data[at] ^ (1 << chance.randrange(8))]) + data[at + 1 :]


def _shuffle_lines(data: bytes, chance: random.Random) -> bytes:
    lines = data.splitlines(keepends=True)
    if len(lines) < 2:
        return data
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return b"".join(lines)


def _repeat(data: bytes, chance: random.Random) -> bytes:
    lines = data.splitlines(keepends=True) or [b""]
    at = chance.randrange(len(lines))
    some = lines[at : at + chance.randint(1, 20)] * chance.choice((1, 2, 30))
    return b"".join(lines[:at] + some + lines[at:])


def _indent(data: bytes, chance: random.Random) -> bytes:
    lines = data.splitlines(keepends=True) or [b""]
    at = chance.randrange(len(lines))
    lines[at] = chance.choice((b"", b" ", b"  ", b"\t", b"      ")) + chance.choice((lines[at].lstrip(b" "), lines[at]))
    return b"".join(lines)


_WAYS = (_insert, _insert, _insert, _delete, _delete, _flip, _shuffle_lines, _repeat, _indent)


def try_reading(data: bytes) -> bool:
    """Read, check and print one text; whether a lesson came of it. Raises what should never be raised."""
    reading = read_text(data, "lesson.yaml")
    found = list(reading.problems)
    if reading.lesson is not None:
        found += check(reading.lesson, reading)
    assert all(str(problem) for problem in found)
    assert reading.lesson is not None or any(problem.severity == "error" for problem in found)
    return reading.lesson is not None


def main(count: int = 20_000, seed: int = 1) -> int:
    chance = random.Random(seed)
    sources = texts()
    lessons, failures, slowest, size = 0, 0, 0.0, 0
    for number in range(count):
        data = mutate(chance.choice(sources), chance)
        begin = time.perf_counter()
        try:
            lessons += try_reading(data)
        except Exception:
            failures += 1
            print(f"mutation {number} of seed {seed}:", file=sys.stderr)
            traceback.print_exc()
        took = time.perf_counter() - begin
        if took > slowest:
            slowest, size = took, len(data)
    print(f"{count} mutated texts: {lessons} still lessons, {failures} tracebacks.")
    print(f"Slowest: {slowest * 1000:.1f} ms, for {size} bytes.")
    return 1 if failures or slowest > 1 else 0


if __name__ == "__main__":
    sys.exit(main(*(int(argument) for argument in sys.argv[1:])))
