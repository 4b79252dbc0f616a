"""The plain sentence for each slip that people make when they write YAML.

libyaml says "did not find expected key", often at a place that is not the one to look at. Each function here
knows one slip by its traces, and answers with the place to look at, what happened and what to type instead.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from workshop.lesson.problems import Problem
from workshop.lesson.source import Source, shown

# Patterns are compiled when a text first needs them: most texts have no slip, and start-up counts.
_VALUE = r"\s*(?:-[ \t]+)*(?:[\w-][\w -]*:[ \t]+)?(?P<value>\S.*)$"
_FIELD = r"\s*(?:-[ \t]+)*[\w-][\w -]*:[ \t]+\S"
_NO_SPACE = r"\s*(?:-[ \t]+)*\w[\w-]*(:)[^\s:/]"
_NO_DASH_SPACE = r"\s*(-)[^\s-]"
_CUT = r"\S[ \t]+(#)\S"
_REMARK = r"[ \t](#[^\s#][^\r\n]*)"
_UNPRINTABLE = "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"

NO_SPACE_AFTER_DASH = ("no-space-after-dash", "A dash that begins an item needs a space after it.", 'Type "- " first.')
NO_SPACE_AFTER_COLON = ("no-space-after-colon", "A field's name and colon need a space after them.", 'Type ": ".')
TEXT_CUT = (
    "text-cut",
    "The text ends here: a space and # begin a comment, and what follows is lost.",
    "Put the whole text in double quotes, or leave two spaces before the # and one after it for a comment.",
)
SWALLOWED_DASH = (
    "wrong-indent",
    "This dash is read as part of the text above, because it stands further to the right.",
    "Line the dash up with the dash above it.",
)
COMMA_IN_BRACES = (
    "comma-in-braces",
    "Inside {…} a comma ends the text, and what follows is taken for a new field.",
    "Put the text that holds the comma in double quotes.",
)
TEXT_LOST = ("text-cut", "From here the text is lost: a space and # begin a remark, up to the end of the line.")


class Fault(NamedTuple):
    """What libyaml said: `at` and `context_at` are positions in the text, -1 where it gave none."""

    source: Source
    problem: str
    at: int
    context: str
    context_at: int

    @property
    def sign(self) -> str:
        """The character at the fault."""
        return self.source.body[self.at : self.at + 1]

    @property
    def number(self) -> int:
        return self.source.place(self.at)[0]

    @property
    def line(self) -> str:
        return self.source.line(self.number)

    @property
    def before(self) -> str:
        """The faulty line up to the fault."""
        return self.source.split_line(self.at)[0]

    @property
    def value(self) -> str:
        """The value on the faulty line, as typed."""
        found = re.match(_VALUE, self.line)
        return found["value"].rstrip() if found else self.line.strip()

    @property
    def in_brackets(self) -> bool:
        return "flow" in self.context

    def above(self) -> tuple[int, str]:
        """Where the nearest line above that holds something begins, and the line."""
        number = self.number - 1
        while number > 1 and not self.source.line(number).strip():
            number -= 1
        return self.source.start_of(number), self.source.line(number)

    def says(self, start: int, slip: tuple[str, str, str], end: int = -1) -> Problem:
        return self.source.problem(start, end if end > start else start + 1, *slip)


def explain(error: Exception, source: Source) -> Problem:
    """The problem behind an error of PyYAML."""
    mark, context = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    if mark is None:
        return _unprintable(source)
    said = str(getattr(error, "problem", "")), str(getattr(error, "context", "") or "")
    fault = Fault(source, said[0], mark.index, said[1], context.index if context is not None else -1)
    for slip in _SLIPS:
        found = slip(fault)
        if found is not None:
            return found
    return fault.says(
        fault.at,
        ("not-yaml", "From here the text can't be understood.", "Compare this line and the one above with an example."),
    )


def quoted(text: str) -> str:
    """A text as it can be typed: between double quotes, or single ones where it holds double quotes."""
    if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'":
        text = text[1:-1]
    words = shown(text, 60)
    if '"' in words or "\\" in words:
        return "'" + words.replace("'", "''") + "'"
    return f'"{words}"'


def _unprintable(source: Source) -> Problem:
    found = re.search(_UNPRINTABLE, source.body)
    start = found.start() if found else 0
    return source.problem(
        start,
        start + 1,
        "control-character",
        "There is an invisible character here that no text should have.",
        "Delete it; such characters come along when text is copied from another program.",
    )


def _tab(fault: Fault) -> Problem | None:
    if fault.sign != "\t" and "tab character" not in fault.problem:
        return None
    slip = (
        "tab",
        "There is a tab here; before a line, only spaces are understood.",
        "Replace the tab with as many spaces as the neighbouring lines have.",
    )
    return fault.says(fault.at, slip)


def _unclosed_quote(fault: Fault) -> Problem | None:
    if "quoted scalar" not in fault.context:
        return None
    if "escape" in fault.problem or "hexdecimal" in fault.problem:
        start = max(fault.source.body.rfind("\\", fault.context_at, fault.at + 1), fault.context_at)
        slip = ("backslash", "Between double quotes a backslash has a special meaning.", r"Type it twice: \\")
        return fault.says(start, slip)
    mark = fault.source.body[fault.context_at]
    slip = (
        "unclosed-quote",
        f"The quotation mark {mark} that opens here is never closed.",
        f"Type {mark} at the end of the text.",
    )
    return fault.says(fault.context_at, slip)


def _leading_sign(fault: Fault) -> Problem | None:
    start = fault.at
    if fault.context_at >= 0 and re.search(r"alias|anchor|a tag|block scalar", fault.context):
        start = fault.context_at
    elif "undefined alias" not in fault.problem and not (fault.sign and fault.sign in "@`%"):
        return None
    sign = fault.source.body[start : start + 1]
    if sign in "|>":
        slip = (
            "leading-sign",
            f"{sign} announces a text that begins on the next line.",
            f"Press Enter after {sign} and indent the text, or put the whole text in double quotes.",
        )
    else:
        before, whole = fault.source.split_line(start)
        hint = "Put the whole text in double quotes." if set(before) & set("[{") else f"Type {quoted(whole.rstrip())}."
        slip = ("leading-sign", f'A text can\'t start with "{sign}" unless it is in quotes.', hint)
    return fault.says(start, slip)


def _text_after_quote(fault: Fault) -> Problem | None:
    before = fault.before.rstrip()
    at_quote = before[-1:] in ("'", '"') and before[-1:] in before[:-1]
    if "did not find expected" not in fault.problem or not at_quote or fault.sign in ",:?]}":
        return None
    mark = before[-1]
    message = f"The quotation mark {mark} before this ended the text, and more text follows."
    if fault.in_brackets:
        return fault.says(fault.at, ("text-after-quote", message, "Put the closing quote after the last word."))
    return fault.says(fault.at, ("text-after-quote", message, f"Put quotes around all of it: {quoted(fault.value)}."))


def _colon(fault: Fault) -> Problem | None:
    in_braces = fault.in_brackets and fault.sign == ":" and fault.number == fault.source.place(fault.context_at)[0]
    if "mapping values are not allowed" not in fault.problem and not in_braces:
        return None
    if not in_braces and not re.match(_FIELD, fault.before):
        return None
    message = 'A colon and a space inside a text are read as "name: value".'
    hint = "Put the whole text in double quotes." if in_braces else f"Put quotes around it: {quoted(fault.value)}."
    return fault.says(fault.at, ("unquoted-colon", message, hint))


def _question_mark(fault: Fault) -> Problem | None:
    asks = fault.sign == "?" or fault.before.rstrip().endswith("?")
    if not asks or not (fault.in_brackets or "mapping keys" in fault.problem):
        return None
    start = fault.at if fault.sign == "?" else fault.source.line_start(fault.at) + fault.before.rindex("?")
    where = "inside {…}" if fault.in_brackets else "at the start of a text"
    message = f"A question mark {where} is read as a sign of YAML's own."
    return fault.says(start, ("question-mark", message, "Put the whole text in double quotes."))


def _opening(fault: Fault) -> int:
    """Where the bracket opens that libyaml was reading."""
    body, start = fault.source.body, fault.context_at
    return (
        start if body[start : start + 1] in ("[", "{") else max(body.rfind("[", 0, start), body.rfind("{", 0, start), 0)
    )


def _bracket_in_remark(fault: Fault) -> Problem | None:
    """`{ask: Why #now, title: b}`, whose bracket is closed in what became a remark."""
    if not fault.in_brackets or fault.context_at < 0:
        return None
    for found in re.compile(_REMARK).finditer(fault.source.body, _opening(fault), fault.at):
        start = found.start(1)
        words = fault.source.split_line(start)[0]
        if words.count('"') % 2 == 0 and set(found[1]) & set("]}"):
            text = re.split(r"[,\[{]|: ", words)[-1] + re.split(r"[,\]}]", found[1])[0]
            return fault.says(start, (*TEXT_LOST, f"Put quotes around the text: {quoted(text.strip())}."))
    return None


def _bracket(fault: Fault) -> Problem | None:
    if not fault.in_brackets or fault.context_at < 0:
        return None
    if "node content" in fault.problem and fault.sign == ",":
        slip = ("two-commas", "There is nothing between these two commas.", "Delete one of them.")
        return fault.says(fault.at, slip)
    start = _opening(fault)
    opened = fault.source.body[start]
    closing = "]" if opened == "[" else "}"
    slip = (
        "unclosed-bracket",
        f"The bracket {opened} that opens here is not closed.",
        f"Type {closing} at its end, or put the text in double quotes if the bracket belongs to it.",
    )
    return fault.says(start, slip)


def _extra_bracket(fault: Fault) -> Problem | None:
    if "did not find expected" not in fault.problem or fault.before.rstrip()[-1:] not in ("]", "}"):
        return None
    if fault.sign in ("]", "}"):
        slip = ("extra-bracket", f"There is a {fault.sign} too many here.", "Delete it, or add the one that opens.")
        return fault.says(fault.at, slip)
    slip = (
        "leading-sign",
        "A text that starts with a bracket is read as a list, and more text follows.",
        f"Put quotes around it: {quoted(fault.value)}.",
    )
    return fault.says(fault.at, slip)


def _list_on_one_line(fault: Fault) -> Problem | None:
    if "block sequence entries" not in fault.problem:
        return None
    slip = (
        "dash-after-name",
        "A list with dashes begins on a line of its own.",
        "Press Enter before the dash, or put the text in quotes if the dash belongs to it.",
    )
    return fault.says(fault.at, slip)


def _missing_space(fault: Fault) -> Problem | None:
    """`title:Hello`, or `-Hello`, which are one plain word for YAML, on the faulty line or the one above."""
    begin = fault.source.line_start(fault.at)
    lines = [(begin, fault.line), fault.above()]
    if fault.context_at >= 0:
        lines.insert(0, (fault.source.line_start(fault.context_at), fault.source.line_at(fault.context_at)))
    for start, line in lines:
        colon, dash = re.match(_NO_SPACE, line), re.match(_NO_DASH_SPACE, line)
        if dash:
            return fault.says(start + dash.start(1), NO_SPACE_AFTER_DASH)
        if colon:
            return fault.says(start + colon.start(1), NO_SPACE_AFTER_COLON)
    return None


def _comment_inside(fault: Fault) -> Problem | None:
    """A text of several lines, whose first is cut by ` #`."""
    start, line = fault.above()
    cut = re.search(_CUT, line)
    if not cut or fault.before.strip():
        return None
    return fault.says(start + cut.start(1), TEXT_CUT)


def _no_name(fault: Fault) -> Problem | None:
    if "could not find expected ':'" not in fault.problem:
        return None
    start = fault.context_at if fault.context_at >= 0 else fault.at
    slip = (
        "no-name",
        "This line belongs to no field: it has no name and colon.",
        "If it goes on with the text above, indent it further than the field's name.",
    )
    return fault.says(start, slip, start + len(fault.source.line_at(start).strip()))


def _documents(fault: Fault) -> Problem | None:
    if "document" not in fault.problem + fault.context and "directive" not in fault.context:
        return None
    slip = (
        "document-marks",
        "A lesson is one text, without lines of --- or % signs between its parts.",
        "Delete this line, or put it in quotes if it belongs to a text.",
    )
    return fault.says(fault.context_at if "directive" in fault.context else fault.at, slip)


def _too_far_left(fault: Fault) -> Problem | None:
    from workshop.lesson.outdent import lead, outdented  # late: only a text with this slip pays for it

    swallowed = "mapping values are not allowed" in fault.problem
    if fault.in_brackets or not (swallowed or "did not find expected" in fault.problem):
        return None
    number = outdented(fault.source, fault.number, swallowed)
    if not number:
        return None
    line, begin = fault.source.line(number), fault.source.start_of(number)
    slip = (
        "wrong-indent",
        "This line stands too far to the left.",
        "Move it under the other names of its step, so that all of them start in the same column.",
    )
    return fault.says(begin + lead(line), slip, begin + len(line.rstrip()))


def _indent(fault: Fault) -> Problem | None:
    dash = re.match(_NO_DASH_SPACE, fault.line)
    begin = fault.source.line_start(fault.at)
    if dash:
        return fault.says(begin + dash.start(1), NO_SPACE_AFTER_DASH)
    if not fault.before.strip(" -"):
        hint = "Move it so that fields which belong together start in the same column."
    elif "mapping values are not allowed" in fault.problem:
        hint = "The line above already has a text; move this line so that its name stands under the other names."
    else:
        return None
    lead = len(fault.line) - len(fault.line.lstrip())
    slip = ("wrong-indent", "This line starts in a column where nothing can start.", hint)
    return fault.says(begin + lead, slip, begin + len(fault.line.rstrip()))


_SLIPS = (
    _tab,
    _unclosed_quote,
    _documents,
    _leading_sign,
    _bracket_in_remark,
    _text_after_quote,
    _question_mark,
    _colon,
    _extra_bracket,
    _bracket,
    _list_on_one_line,
    _missing_space,
    _comment_inside,
    _no_name,
    _too_far_left,
    _indent,
)
