"""The deck of the race: twelve slides, odd ones magenta and even ones cyan, for every contender."""

from __future__ import annotations

from pathlib import Path

SLIDES = 12
COLOURS = ("#ff00ff", "#00ffff")


def lesson(folder: Path, steps: int = SLIDES) -> Path:
    """A lesson whose slides have plain backgrounds."""
    folder.mkdir(parents=True, exist_ok=True)
    text = ["format: lesson/1", f"id: {folder.name}", "version: 1.0.0", "language: en", "title: The race"]
    text += ["audience: staff", "steps:"]
    for at in range(steps):
        text += [f"- id: s{at}", "  kind: slide", f"  title: Slide {at + 1}", f"  background: '{COLOURS[at % 2]}'"]
    (folder / "lesson.yaml").write_text("\n".join(text) + "\n", "utf-8")
    return folder


def pdf(file: Path) -> Path:
    """The same slides as a PDF, for pympress; written by hand: a page is one filled rectangle."""
    kids = " ".join(f"{3 + 2 * at} 0 R" for at in range(SLIDES))
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Count {SLIDES} /Kids [{kids}] >>"]
    for at in range(SLIDES):
        red, green = (1, 0) if at % 2 == 0 else (0, 1)
        drawing = f"{red} {green} 1 rg 0 0 960 540 re f"
        page = f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 960 540] /Contents {4 + 2 * at} 0 R >>"
        objects += [page, f"<< /Length {len(drawing)} >>\nstream\n{drawing}\nendstream"]
    body, places = "%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    start = len(body)
    body += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    body += f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    file.write_text(body, "latin-1")
    return file


def page(file: Path, script: Path | None) -> Path:
    """The same slides for reveal.js in Chromium; `script` is reveal.js's dist folder."""
    sections = "".join(f'<section data-background-color="{COLOURS[at % 2]}"></section>' for at in range(SLIDES))
    file.write_text(
        f'<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="{script}/reveal.css">'
        f'<div class="reveal"><div class="slides">{sections}</div></div>'
        f'<script src="{script}/reveal.js"></script>'
        "<script>Reveal.initialize({transition:'none',backgroundTransition:'none'})</script>",
        "utf-8",
    )
    return file


def presentation(file: Path) -> Path:
    """The same slides for LibreOffice Impress, as a flat OpenDocument file."""
    styles = "".join(
        f'<style:style style:name="dp{at}" style:family="drawing-page"><style:drawing-page-properties '
        f'draw:fill="solid" draw:fill-color="{colour}" draw:background-size="full"/></style:style>'
        for at, colour in enumerate(COLOURS)
    )
    pages = "".join(
        f'<draw:page draw:name="p{at}" draw:style-name="dp{at % 2}" draw:master-page-name="Default"/>'
        for at in range(SLIDES)
    )
    names = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{urn}:1.0"'
        for name, urn in (
            ("office", "office"),
            ("style", "style"),
            ("draw", "drawing"),
            ("presentation", "presentation"),
            ("fo", "xsl-fo-compatible"),
            ("svg", "svg-compatible"),
        )
    )
    file.write_text(
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {names} office:version="1.2" '
        'office:mimetype="application/vnd.oasis.opendocument.presentation">'
        '<office:automatic-styles><style:page-layout style:name="PM"><style:page-layout-properties '
        'fo:page-width="28cm" fo:page-height="15.75cm" fo:margin-top="0cm" fo:margin-bottom="0cm" '
        f'fo:margin-left="0cm" fo:margin-right="0cm"/></style:page-layout>{styles}</office:automatic-styles>'
        '<office:master-styles><style:master-page style:name="Default" style:page-layout-name="PM"/>'
        f"</office:master-styles><office:body><office:presentation>{pages}</office:presentation></office:body>"
        "</office:document>",
        "utf-8",
    )
    return file
