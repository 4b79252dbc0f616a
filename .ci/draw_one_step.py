"""Draws the first step of the first packaged lesson without a screen: usage draw_one_step.py OUT.png"""

import sys

from PySide6.QtGui import QGuiApplication, QImage

import workshop
from workshop.lesson.reader import read
from workshop.paths import LESSONS
from workshop.session.view import View
from workshop.stage.compose import Stage
from workshop.stage.displaylist import WIDE
from workshop.stage.fonts import load_fonts
from workshop.stage.page import Setting
from workshop.stage.paint import render
from workshop.stage.qtmeasure import QtMeasure
from workshop.stage.theme import theme
from workshop.stage.words import words


def main(out: str) -> None:
    app = QGuiApplication([])
    load_fonts()
    folder = sorted(path for path in LESSONS.iterdir() if path.is_dir())[0]
    lesson = read(folder).lesson
    stage = Stage(Setting(lesson, folder, words(lesson.language)), theme("light"), QtMeasure())
    listed = stage.compose(View(lesson.steps[0], 0, len(lesson.steps)), WIDE)
    image = render(listed, 1920, 1080)
    assert image.save(out), "the picture could not be written"
    colours = {QImage(out).pixelColor(x, y).name() for x in range(0, 1920, 40) for y in range(0, 1080, 40)}
    assert len(colours) > 5, f"only {len(colours)} colours: nothing was drawn"
    print(f"drew {lesson.id}: {listed.name} ({len(colours)} colours, from {workshop.__file__})")
    del app


main(sys.argv[1])
