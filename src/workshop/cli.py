"""The command line. Only the commands that open a window start Qt."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from workshop.lesson.problems import WorkshopError
from workshop.paths import Places, places

FAILED = 2  # a lesson could not be read, or a command could not be carried out


class Command(NamedTuple):
    """One command: what it does, its arguments, and the function that carries it out and gives the exit code."""

    help: str
    arguments: Callable[[argparse.ArgumentParser], object]
    run: Callable[[argparse.Namespace], int]


def main(arguments: Sequence[str] | None = None) -> int:
    """Carry out a command line; without arguments, the program's own. Returns the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")  # a terminal without UTF-8 is no reason to stop
    try:
        options = _parser(given).parse_args(given, argparse.Namespace(data_dir=None, language=None))
        code = COMMANDS[options.command].run(options) if options.command else _home(options)
        if sys.stdout is not None:  # as it is for a program without a terminal on Windows
            sys.stdout.flush()
        return code
    except WorkshopError as error:
        print(error, file=sys.stderr)
        return FAILED
    except BrokenPipeError:  # the reader of our output, such as head, has had enough
        sys.stdout = None
        return FAILED
    except OSError as error:
        sys.stdout = None  # what it still holds can't be written at the end either
        from workshop.lesson.atomic import explain

        print(explain(error, "Workshop could not carry this out."), file=sys.stderr)
        return FAILED


def _parser(given: Sequence[str]) -> argparse.ArgumentParser:
    """The parser for a command line. Only the command that is named gets its arguments: 4 ms less."""
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--data-dir", metavar="DIR", default=argparse.SUPPRESS, help="keep everything written in DIR")
    common.add_argument("--language", metavar="XX", default=argparse.SUPPRESS, help="show lessons in this language")
    parser = argparse.ArgumentParser(
        "workshop", description="Lessons on online safety, presented without internet.", parents=[common]
    )
    parser.add_argument("--version", action="version", version=_version())
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    named = _named(given)
    for name in [named] if named else COMMANDS:
        command = COMMANDS[name]
        command.arguments(commands.add_parser(name, help=command.help, description=command.help, parents=[common]))
    return parser


def _named(given: Sequence[str]) -> str:
    """The command that a command line names; "" where there is none. What follows an option of all is its value."""
    words = iter(given)
    for word in words:
        if word in COMMANDS:
            return word
        if len(word) > len("--") and any(option.startswith(word) for option in ("--data-dir", "--language")):
            next(words, None)  # argparse takes an option's beginning for the option
    return ""


def _version() -> str:
    from workshop import __version__

    return f"workshop {__version__}"


# --- Commands that open a window -----------------------------------------------------------------


def _home(options: argparse.Namespace) -> int:
    from workshop.screen import need_screen

    need_screen()
    from workshop.app import run_home

    return int(run_home(options))


def _present(options: argparse.Namespace) -> int:
    options.lesson = str(_folder(options.lesson, places(options.data_dir)))
    from workshop.screen import need_screen

    need_screen()
    from workshop.app import run_present

    return int(run_present(options))


def _present_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("lesson", metavar="LESSON", help="a lesson's id, its folder, its YAML file or a pack")
    parser.add_argument("--at", metavar="STEP", help="begin at this step")
    parser.add_argument("--now", action="store_true", help="no checklist, straight to the first step")
    parser.add_argument("--one-screen", action="store_true", help="as if there were no second screen")


# --- Commands that need no screen ----------------------------------------------------------------


def _check(options: argparse.Namespace) -> int:
    from workshop.checking import check_lessons, print_findings

    findings = [check_lessons(name, places(options.data_dir)) for name in options.lessons]
    return print_findings(findings, as_json=options.json)


def _check_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("lessons", metavar="LESSON", nargs="+", help="ids, folders, YAML files or packs")
    parser.add_argument("--json", action="store_true", help="print one JSON document")


def _list(options: argparse.Namespace) -> int:
    from workshop.listing import print_lessons

    return print_lessons(places(options.data_dir), as_json=options.json)


def _schema(options: argparse.Namespace) -> int:
    from workshop.lesson.model import Lesson
    from workshop.lesson.schema import schema_text

    _write_or_print(schema_text(Lesson), options.out)
    return 0


def _new(options: argparse.Namespace) -> int:
    from workshop.lesson.new import copy_lesson, new_lesson

    own = places(options.data_dir)
    parent = Path(options.out) if options.out else own.lessons
    if options.source:
        made = copy_lesson(_folder(options.source, own), options.id, parent)
    else:
        made = new_lesson(options.id, parent)
    print(made)
    return 0


def _new_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID", help="the new lesson's short name, such as kind-words")
    parser.add_argument("--from", dest="source", metavar="LESSON", help="copy this lesson")
    parser.add_argument("--out", metavar="DIR", help="make the folder here, not among your own lessons")


def _pack(options: argparse.Namespace) -> int:
    from workshop.lesson.pack import pack

    found = _found(options.lesson, places(options.data_dir))
    if _is_pack(found):
        raise WorkshopError(f"“{found.name}” is a pack already. Nothing was written. Hand it on as it is, or copy it.")
    print(pack(found if found.is_dir() else found.parent, Path(options.out)))
    return 0


def _pack_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("lesson", metavar="LESSON", help="a lesson's id, its folder or its YAML file")
    parser.add_argument("--out", metavar="FILE.lesson", required=True, help="the pack to write")


def _install(options: argparse.Namespace) -> int:
    from workshop.lesson.pack import install

    print(install(Path(options.pack), places(options.data_dir)))
    return 0


def _export(options: argparse.Namespace) -> int:
    from workshop.exporting import export_sheets

    folder = _folder(options.lesson, places(options.data_dir))
    for written in export_sheets(folder, Path(options.out), options.language):
        print(written)
    return 0


def _export_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("lesson", metavar="LESSON", help="a lesson's id, its folder, its YAML file or a pack")
    parser.add_argument("--to", dest="format", metavar="FORMAT", required=True, choices=("sheets",), help="sheets")
    parser.add_argument("--out", metavar="FOLDER", required=True, help="the folder to write into")


def _found(name: str, own: Places) -> Path:
    """Raises WorkshopError where there is no such lesson."""
    from workshop.lesson.library import find, scan
    from workshop.lesson.source import did_you_mean

    found = find(name, own)
    if found is None:
        hint = did_you_mean(name, [folder.name for _, folder in scan(own)])
        raise WorkshopError(f'There is no lesson "{name}". {hint or "workshop list names those that there are."}')
    return found


def _folder(name: str, own: Places) -> Path:
    """The lesson's folder or YAML file; a pack is unpacked first. Raises WorkshopError where there is none."""
    found = _found(name, own)
    return _opened(found, own) if _is_pack(found) else found


def _is_pack(path: Path) -> bool:
    return path.suffix.lower() == ".lesson" and path.is_file()


def _opened(path: Path, own: Places) -> Path:
    """Verify a pack and unpack it to a place where a session that breaks off finds it again; nothing is installed.

    What was there under the pack's name is replaced. Raises WorkshopError, with that as it was.
    """
    import re
    import tempfile

    from workshop.lesson.atomic import explain
    from workshop.lesson.pack import open_pack, unpack

    opened = open_pack(path)
    target = own.opened / (re.sub(r"[^\w-]+", "-", path.stem).strip("-") or "lesson")  # ".." is no folder's name
    try:
        own.opened.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".", dir=own.opened, ignore_cleanup_errors=True) as work:
            unpack(opened, Path(work, "new"))
            if target.exists():
                target.rename(Path(work, "old"))
            Path(work, "new").rename(target)
    except OSError as reason:
        raise WorkshopError(explain(reason, f"“{path.name}” could not be unpacked.")) from reason
    return target


def _write_or_print(text: str, out: str | None) -> None:
    """Raises WorkshopError where the file can't be written."""
    if not out:
        print(text, end="")
        return
    from workshop.lesson.atomic import write

    write(Path(out), text.encode())


def _nothing(_: Any) -> None:
    return None


COMMANDS: dict[str, Command] = {
    "present": Command("Present a lesson.", _present_arguments, _present),
    "list": Command("List the lessons.", lambda p: p.add_argument("--json", action="store_true"), _list),
    "check": Command("Say what is amiss with lessons: 0 nothing, 1 errors, 2 unreadable.", _check_arguments, _check),
    "new": Command("Begin a lesson.", _new_arguments, _new),
    "export": Command("Write a lesson's sheets as PDFs, to print.", _export_arguments, _export),
    "pack": Command("Put a lesson into one file.", _pack_arguments, _pack),
    "install": Command("Add a lesson from a pack.", lambda p: p.add_argument("pack", metavar="FILE.lesson"), _install),
    "schema": Command("Print the JSON Schema of lessons.", lambda p: p.add_argument("--out", metavar="FILE"), _schema),
}
