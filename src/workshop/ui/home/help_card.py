"""The help card: whom to talk to, and where to turn in the country that is set. People come first."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from workshop.lesson.directory import ANYWHERE, Service, countries, services
from workshop.ui.look import Look
from workshop.ui.sections import Icon
from workshop.ui.widgets import Button, Card, Choice, FocusRing, Ground, Label

KINDS = {
    "helpline": ("phone", "Someone to talk to"),
    "hotline": ("flag", "Report a picture or a page"),
    "removal": ("image-off", "Get a picture removed"),
    "missing": ("map-pin", "A child is missing"),
    "police": ("shield", "Report a crime"),
    "awareness_centre": ("info", "Advice for families and schools"),
    "emergency": ("siren", "In danger right now"),
}


class HelpCard(QDialog):
    """Emits `country_chosen` with the code of the directory, to be remembered."""

    country_chosen = Signal(str)

    def __init__(self, look: Look, country: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setWindowTitle("Help card")
        self.setModal(True)
        self.countries = Choice(look, "Country")
        self._fill_countries(country)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setAccessibleName("Where to get help")
        self._scroll.ring_radius = 12  # type: ignore[attr-defined]
        self.close_button = Button(look, "Close", "x", "ink")
        self._build()
        look.dress(self)
        FocusRing(look, self)
        self._show()
        self.countries.currentIndexChanged.connect(self._chosen)
        self.close_button.clicked.connect(self.accept)
        self.close_button.setFocus()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Label(self._look, "Where to get help", "page", wrap=True), 1)
        head.addWidget(self.countries)
        foot = QHBoxLayout()
        foot.addWidget(
            Label(self._look, "Call to check a number before you rely on it.", "help", "muted", wrap=True), 1
        )
        foot.addWidget(self.close_button)
        for row in (head, foot):
            row.setContentsMargins(24, 0, 24, 0)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(8, 24, 8, 20)
        rows.setSpacing(14)
        rows.addLayout(head)
        rows.addWidget(self._scroll, 1)
        rows.addLayout(foot)
        self._size_to(self.parentWidget())

    def paintEvent(self, event: QPaintEvent) -> None:
        """An edge of its own, for desktops that give a dialog none."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(QPen(self._look.color("border"), 2))
        painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def _size_to(self, window: QWidget | None) -> None:
        """Wide enough for its text, and no larger than the window below."""
        wide, tall = 760 * (100 + self._look.scale) // 200, 760
        if window is not None:
            wide, tall = min(wide, window.width() - 48), min(tall, window.height() - 48)
        self.resize(wide, tall)

    def _fill_countries(self, chosen: str) -> None:
        if not chosen:
            self.countries.addItem("Choose a country", "")
        for code, name in countries().items():
            if code != ANYWHERE:
                self.countries.addItem(name, code)
        self.countries.setCurrentIndex(max(0, self.countries.findData(chosen)))

    def _chosen(self) -> None:
        self._show()
        self.country_chosen.emit(self.countries.currentData())

    def _show(self) -> None:
        ground = Ground(self._look)
        rows = QVBoxLayout(ground)
        rows.setContentsMargins(24, 8, 24, 24)
        rows.setSpacing(12)
        rows.addWidget(self._people())
        for service in services(self.countries.currentData()):
            rows.addWidget(self._service(service))
        rows.addStretch()
        self._scroll.setWidget(ground)

    def _people(self) -> Card:
        text = "At home, at school or at a club. You don't need the right words, and it is never too late to tell."
        return self._row(
            "teal", "heart-handshake", "A grown-up you trust, first of all", (Label(self._look, text, wrap=True),)
        )

    def _service(self, service: Service) -> Card:
        icon, kind = KINDS[service.kind]
        shown = [Label(self._look, service.name, "body", wrap=True)]
        if service.phone:
            shown.append(Label(self._look, service.phone, "section"))
        if service.url:
            shown.append(Label(self._look, service.url, "help", wrap=True))
        told = ", ".join(part for part in (service.source, service.date) if part)
        shown.append(Label(self._look, f"Source: {told or 'not given'}", "small", "muted", wrap=True))
        return self._row("coral" if service.kind == "emergency" else "sky", icon, kind, tuple(shown))

    def _row(self, hue: str, icon: str, head: str, shown: tuple[Label, ...]) -> Card:
        card = Card(self._look, 16)
        layout = QHBoxLayout(card)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(16)
        layout.addWidget(Icon(self._look, icon, f"{hue}.line", 28), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Label(self._look, head, "control", wrap=True))
        for label in shown:
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            words.addWidget(label)
        layout.addLayout(words, 1)
        return card
