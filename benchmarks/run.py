"""What is fast, measured: `python benchmarks/run.py` prints every figure with its ratio, in one run.

Needs `pip install -e ".[bench]"`, Xvfb and openbox. With --rivals pympress, Chromium and LibreOffice race along where
they are installed; give the folder of reveal.js's `dist` with --reveal.
"""

from __future__ import annotations

import argparse
import compileall
from pathlib import Path

import home
import race
import reading


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=7, help="runs of each contender")
    parser.add_argument(
        "--rivals", action="store_true", help="let the other programs race along; half a minute more a run"
    )
    parser.add_argument("--reveal", type=Path, help="reveal.js's dist folder, to race against it in Chromium")
    parser.add_argument("--only", choices=("race", "race-4k", "reading", "home"), help="only this part")
    given = parser.parse_args()
    source = Path(__file__).resolve().parent.parent / "src"
    compileall.compile_dir(source, quiet=2)  # as an installed program is; an environment may forbid it at import
    if given.only in (None, "race"):
        print(race.table(race.race(given.runs, 1920, 1080, given.reveal, given.rivals), 1920, 1080), flush=True)
    if given.only in (None, "race-4k"):
        print(race.table(race.race(given.runs, 3840, 2160, None, False), 3840, 2160), flush=True)
    if given.only in (None, "reading"):
        print(reading.table(), flush=True)
    if given.only in (None, "home"):
        print(home.table(), flush=True)


if __name__ == "__main__":
    main()
