"""The school's own people and numbers, and who vouches for the directory's: edited in the library."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from workshop.lesson.confirmed import Confirmed
from workshop.lesson.directory import services, stale_services, unconfirmed
from workshop.lesson.fields import about
from workshop.lesson.school import Helpline, read_school
from workshop.paths import Places
from workshop.settings import SettingsFile
from workshop.ui.home.confirm import Confirm
from workshop.ui.home.fields import TextField
from workshop.ui.home.help_card import CARD, SCHOOL, HelpCard
from workshop.ui.home.window import HomeWindow
from workshop.ui.look import Look

ORDINARY_DAY = date(2026, 11, 10)  # of the home window
OpenCard = Callable[..., HelpCard]


@pytest.fixture
def open_card(qtbot: QtBot, open_home: Callable[..., HomeWindow], places: Places) -> OpenCard:
    """Open the help card over the home window, with what school.yaml and the settings say."""

    def open_it(school: str = "", country: str = "BE", page: int = SCHOOL) -> HelpCard:
        places.data.mkdir(parents=True, exist_ok=True)
        if school:
            places.school.write_bytes(school.encode())
        SettingsFile(places.settings).change(country=country)
        window = open_home()
        window.show_help()
        card = QApplication.activeModalWidget()
        assert isinstance(card, HelpCard)
        card.show_page(page)
        qtbot.waitUntil(card.isActiveWindow)
        return card

    return open_it


def enter(field: TextField, text: str) -> None:
    """Type into a field and leave it."""
    field.edit.setText(text)
    QTest.keyClick(field.edit, Qt.Key.Key_Return)


def told(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def text_of(places: Places) -> str:
    return places.school.read_bytes().decode()


# --- the form ---------------------------------------------------------------------------------------


def test_what_is_typed_is_saved_as_one_leaves_the_field(open_card: OpenCard, places: Places) -> None:
    card = open_card()
    assert not places.school.exists()
    enter(card.form.single["name"], "St Brigid's")
    enter(card.form.people[0], "Ms Lee, room 4")
    assert text_of(places) == 'name: St Brigid\'s\npeople:\n- "Ms Lee, room 4"\n'
    assert "Saved at" in card.words.text()
    assert card.form.people[1].isVisible()  # for the next
    assert not card.form.people[2].isVisible()


def test_it_says_which_people_are_on_the_card_and_where_the_others_are(open_card: OpenCard) -> None:
    card = open_card("people: [Ann, Ben]\n")
    assert "The first two are on the help card" in told(card)
    card.show_page(CARD)
    assert "The others follow" not in told(card)
    card.show_page(SCHOOL)
    enter(card.form.people[2], "Cy")
    card.show_page(CARD)
    assert "Ann\nBen\nCy\nOn the card: the first two. The others follow in the lesson’s help step." in told(card)


def test_closing_saves_what_is_being_typed(open_card: OpenCard, places: Places) -> None:
    card = open_card()
    card.form.single["lead_name"].edit.setText("Mr Okoro")
    QTest.keyClick(card, Qt.Key.Key_Escape)
    assert not card.isVisible()
    assert read_school(places.school)[0].lead_name == "Mr Okoro"


def test_lines_that_somebody_wrote_by_hand_stay(open_card: OpenCard, places: Places) -> None:
    text = "# for the music school\r\npeople:\r\n- Ann  # not on Mondays\r\nx-own: 7\r\nhidden: {only-us: [talk]}\r\n"
    card = open_card(text)
    enter(card.form.people[1], "Ben")
    assert text_of(places) == text.replace("Mondays\r\n", "Mondays\r\n- Ben\r\n")


def test_every_saved_change_can_be_taken_back(open_card: OpenCard, places: Places) -> None:
    card = open_card("name: Ours\n")
    assert not card.undo.isEnabled()
    enter(card.form.single["name"], "Theirs")
    card.form.people[0].edit.setText("Ms Lee")  # still being typed
    card.undo.click()
    assert text_of(places) == "name: Theirs\n"
    assert card.form.people[0].value == ""
    card.undo.click()
    assert text_of(places) == "name: Ours\n"
    assert card.form.single["name"].value == "Ours"
    assert not card.undo.isEnabled()


def test_a_person_whose_name_is_cleared_is_gone(open_card: OpenCard, places: Places) -> None:
    card = open_card("people: [Ann, Ben, Cy]\n")
    enter(card.form.people[1], "")
    assert text_of(places) == "people: [Ann, Cy]\n"
    assert [field.value for field in card.form.people if field.isVisible()] == ["Ann", "Cy", ""]


def test_a_helpline_is_added_named_and_removed(open_card: OpenCard, places: Places) -> None:
    card = open_card()
    card.form.add.click()
    line = card.form.helplines[0]
    assert QApplication.focusWidget() is line.texts["name"].edit
    enter(line.texts["name"], "Counsellor")
    enter(line.texts["phone"], "01 555")
    line.kind.setCurrentIndex(line.kind.findData("emergency"))
    line.kind.activated.emit(line.kind.currentIndex())
    assert text_of(places) == "helplines:\n- name: Counsellor\n  phone: 01 555\n  kind: emergency\n"
    line.remove.click()
    assert text_of(places) == ""
    assert not line.isVisible()
    card.undo.click()
    assert line.texts["phone"].value == "01 555"


def test_a_helpline_without_a_name_is_not_lost_by_closing(open_card: OpenCard, places: Places) -> None:
    card = open_card()
    card.form.add.click()
    line = card.form.helplines[0]
    enter(line.texts["phone"], "01 555")
    assert "name" in line.texts["name"].problem
    card.show_page(CARD)
    card.close_button.click()
    assert card.isVisible()
    assert "isn't saved" in card.notice.words.text()
    assert line.isVisible()
    enter(line.texts["name"], "Counsellor")
    assert read_school(places.school)[0].helplines == (Helpline(name="Counsellor", phone="01 555"),)
    card.close_button.click()
    assert not card.isVisible()


def test_whoever_closes_twice_means_it(open_card: OpenCard, places: Places) -> None:
    card = open_card()
    card.form.add.click()
    card.form.helplines[0].texts["phone"].edit.setText("01 555")
    card.close_button.click()
    card.close_button.click()
    assert not card.isVisible()
    assert not places.school.exists()


def test_a_helpline_whose_name_is_cleared_stays_in_the_file(open_card: OpenCard, places: Places) -> None:
    text = "helplines:\n- {name: A, phone: 01}\n- {name: B}\n"
    card = open_card(text)
    enter(card.form.helplines[0].texts["name"], "")
    assert text_of(places) == text
    assert card.form.helplines[0].texts["name"].problem
    enter(card.form.helplines[1].texts["phone"], "02")
    assert text_of(places) == text.replace("name: B", "name: B, phone: 02")
    assert card.form.helplines[0].texts["phone"].value == "01"


def test_six_helplines_are_the_most(open_card: OpenCard) -> None:
    card = open_card("helplines:\n" + "".join(f"- name: Line {n}\n" for n in range(6)))
    assert not card.form.add.isEnabled()
    card.form.helplines[2].remove.click()
    assert card.form.add.isEnabled()
    assert [form.texts["name"].value for form in card.form.helplines if form.isVisible()] == [
        "Line 0", "Line 1", "Line 3", "Line 4", "Line 5",
    ]  # fmt: skip


# --- a file that others write too ---------------------------------------------------------------------


def test_a_change_made_elsewhere_is_never_overwritten(open_card: OpenCard, places: Places) -> None:
    card = open_card("name: Ours\n")
    places.school.write_text("name: Theirs\nlead_name: Mr Ng\n")
    enter(card.form.single["name"], "Mine")
    assert text_of(places) == "name: Theirs\nlead_name: Mr Ng\n"
    assert card.form.conflict.isVisible()
    assert "“Theirs”" in card.form.conflict.words.text()
    assert card.form.single["name"].value == "Mine"
    card.form.conflict.mine.click()
    assert text_of(places) == "name: Mine\nlead_name: Mr Ng\n"
    assert not card.form.conflict.isVisible()
    assert card.form.single["lead_name"].value == "Mr Ng"


def test_the_change_made_elsewhere_can_be_taken(open_card: OpenCard, places: Places) -> None:
    card = open_card("name: Ours\n")
    places.school.write_text("name: Theirs\n")
    enter(card.form.single["name"], "Mine")
    card.form.conflict.theirs.click()
    assert card.form.single["name"].value == "Theirs"
    assert text_of(places) == "name: Theirs\n"


def test_a_file_that_cannot_be_read_says_what_to_do(open_card: OpenCard, places: Places) -> None:
    card = open_card("people: [Ann")
    assert "can't be read" in card.form.broken.words.text()
    assert not card.form.people[0].isVisible()
    card.form.broken.aside.click()
    assert places.school.with_name("school.damaged.yaml").read_text() == "people: [Ann"
    assert "school.damaged.yaml" in card.notice.words.text()
    enter(card.form.people[0], "Ann")
    assert read_school(places.school)[0].people == ("Ann",)


def test_a_mended_file_is_read_again(open_card: OpenCard, places: Places) -> None:
    card = open_card("people: [Ann")
    places.school.write_text("people: [Ann]\n")
    card.form.broken.again.click()
    assert not card.form.broken.isVisible()
    assert card.form.people[0].value == "Ann"


def test_what_cannot_be_written_stays_in_the_fields(open_card: OpenCard, places: Places) -> None:
    card = open_card("name: Ours\n")
    places.school.unlink()
    places.school.mkdir()
    enter(card.form.single["name"], "Mine")
    assert "Nothing was saved" in card.notice.words.text()
    assert "Your words are still here" in card.notice.words.text()
    assert card.form.single["name"].value == "Mine"


# --- what is amiss, beside its field ---------------------------------------------------------------------


def test_words_too_long_for_the_back_row_are_told_at_once_and_saved(open_card: OpenCard, places: Places) -> None:
    card = open_card()
    card.form.people[0].edit.setText("x" * 41)
    assert "Up to 40" in card.form.people[0].problem
    enter(card.form.people[0], "x" * 41)
    assert "Up to 40" in card.form.people[0].edit.accessibleDescription()
    assert read_school(places.school)[0].people == ("x" * 41,)
    enter(card.form.people[0], "x" * 40)
    assert card.form.people[0].problem == ""


def test_a_slip_of_somebodys_hand_is_told_beside_its_field(open_card: OpenCard) -> None:
    card = open_card("poeple: x\nhelplines:\n- {name: A, kind: helplin}\n")
    assert "“Service”" in card.form.helplines[0].fields["kind"].problem
    assert "Did you mean" in card.form.helplines[0].fields["kind"].problem
    assert 'A school has no field "poeple".' in told(card)


def test_words_and_limits_are_those_of_the_model(open_card: OpenCard) -> None:
    shown = told(open_card("helplines: [{name: A}]\n"))
    for declared in fields(Helpline):  # type: ignore[arg-type]
        assert about(declared).label in shown
        assert about(declared).help in shown


# --- the directory -----------------------------------------------------------------------------------


def confirming(card: HelpCard, key: str) -> Confirm:
    assert card.services is not None
    card.services.buttons[key].click()
    question = QApplication.activeModalWidget()
    assert isinstance(question, Confirm)
    return question


def test_an_entry_is_confirmed_by_name_and_day_and_taken_back(open_card: OpenCard, places: Places) -> None:
    [awel] = [s for s in unconfirmed("BE") if s.phone == "102"]
    card = open_card(page=CARD)
    question = confirming(card, awel.key)
    assert question.day.value == "10 November 2026"
    enter(question.name, "Ms Lee")
    assert card.confirmed.by_key[awel.key] == ("Ms Lee", "2026-11-10")
    assert "Checked by Ms Lee on 10 November 2026" in told(card)
    assert card.services is not None
    card.services.buttons[awel.key].click()
    assert card.confirmed.by_key == {}
    assert "Checked by" not in told(card)


@pytest.mark.parametrize(
    ("name", "day", "amiss"),
    [("", "10 November 2026", "who"), ("Ms Lee", "10/11", "Write the day"), ("Ms Lee", "11 November 2026", "to come")],
)
def test_a_confirmation_needs_a_name_and_a_day_that_has_been(
    open_card: OpenCard, name: str, day: str, amiss: str
) -> None:
    card = open_card(page=CARD)
    question = confirming(card, unconfirmed("BE")[0].key)
    question.name.edit.setText(name)
    question.day.edit.setText(day)
    question.go_on.click()
    assert question.isVisible()
    assert amiss in told(question)
    assert card.confirmed.by_key == {}
    QTest.keyClick(question, Qt.Key.Key_Escape)
    assert card.isVisible()


def test_the_name_needs_to_be_typed_once(open_card: OpenCard) -> None:
    card = open_card(page=CARD)
    card.confirmed.confirm("another", "Ms Lee", date(2026, 11, 1))
    assert confirming(card, unconfirmed("BE")[0].key).name.value == "Ms Lee"


def test_what_nobody_checked_for_a_year_is_told_until_it_is(open_card: OpenCard) -> None:
    card = open_card(page=CARD)
    old = stale_services("BE", {}, ORDINARY_DAY)
    assert f"{len(old)} of {len(services('BE'))} entries to check again" in told(card)
    assert told(card).count("Not checked for over 12 months") == len(old)
    for service in old:
        question = confirming(card, service.key)
        question.name.edit.setText("Ms Lee")
        question.go_on.click()
    assert "to check again" not in told(card)
    assert "Not checked" not in told(card)


def test_an_old_confirmation_still_shows_its_entry_and_asks_again(open_card: OpenCard, places: Places) -> None:
    [awel] = [s for s in unconfirmed("BE") if s.phone == "102"]
    Confirmed(places.confirmed).confirm(awel.key, "Ms Lee", date(2025, 11, 9))
    shown = told(open_card(page=CARD)).split("Pupils don’t see these yet")[0]
    assert "Checked by Ms Lee on 9 November 2025\nNot checked for over 12 months" in shown


def test_without_a_country_it_says_what_to_do(open_card: OpenCard) -> None:
    card = open_card(country="", page=CARD)
    assert "Choose your country first" in told(card)
    assert not any(letter.isdigit() for letter in told(card))


def test_a_country_that_the_file_names_is_changed_there(open_card: OpenCard, places: Places) -> None:
    card = open_card("country: FR  # ours\n", country="BE", page=CARD)
    assert card.countries.currentData() == "FR"
    card.countries.setCurrentIndex(card.countries.findData("AT"))
    card.countries.activated.emit(card.countries.currentIndex())
    assert text_of(places) == "country: AT  # ours\n"
    assert SettingsFile(places.settings).value.country == "BE"
    assert "147" in told(card)


def test_a_country_that_the_directory_does_not_know_stays(open_card: OpenCard) -> None:
    card = open_card("country: JP\n", page=CARD)
    assert card.countries.currentText() == "JP, not in the directory"


# --- by keyboard, for every eye -----------------------------------------------------------------------------


@pytest.mark.parametrize("page", [CARD, SCHOOL])
@pytest.mark.parametrize("scale", [100, 200])
def test_every_control_has_a_name_and_is_reached_by_tab(
    open_card: OpenCard, look: Look, unnamed: Callable[[QWidget], list[str]], page: int, scale: int
) -> None:
    look.set_scale(scale)
    card = open_card("people: [Ann]\nhelplines: [{name: A}]\n", page=page)
    assert unnamed(card) == []
    assert card.services is not None
    form = card.form
    wanted: set[QWidget] = {card.close_button, card.countries, *card.chips[page : page + 1]}
    if page == CARD:
        wanted |= set(card.services.buttons.values())
    else:
        lines = form.helplines[0]
        wanted |= {form.people[1].edit, *(f.edit for f in lines.texts.values()), lines.kind, lines.remove, form.add}
    reached: set[QWidget] = set()
    for _ in range(80):
        focus = QApplication.focusWidget()
        assert focus is not None
        reached.add(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert wanted <= reached


def test_the_question_has_names_too(open_card: OpenCard, unnamed: Callable[[QWidget], list[str]]) -> None:
    assert unnamed(confirming(open_card(page=CARD), unconfirmed("BE")[0].key)) == []


def test_one_can_type_people_one_after_the_other(open_card: OpenCard, places: Places) -> None:
    card = open_card()
    card.form.people[0].edit.setFocus()
    for name in ("Ann", "Ben", "Cy"):
        QTest.keyClicks(card.focusWidget(), name)
        QTest.keyClick(card.focusWidget(), Qt.Key.Key_Tab)
    assert read_school(places.school)[0].people == ("Ann", "Ben", "Cy")
