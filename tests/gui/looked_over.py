"""What somebody with a keyboard or a screen reader would miss in a window, in sentences."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDialog,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QTabBar,
    QWidget,
)

from tests.gui.conftest import inputs

ENGLISH = re.compile(
    r"\b(?:abort|apply|back|browse|cancel|clear|close|computer|copies|copy|cut|date modified|"
    r"delete|desktop|detail|details|directory|discard|discrete|done|down|error|file|filename|find|"
    r"finish|folder|format not|help|hide|ignore|kind|list view|look in|new folder|next|no|none|ok "
    r"to|open|options|page|pages|parent|paste|previous|print|printer|properties|quit|redo|remove|"
    r"rename|replace|reset|restore|retry|save|search|select all|settings|show|size|step|the|type|"
    r"undo|up|view|yes|zoom)\b",
    re.IGNORECASE,
)
_FIELD = re.compile(r"\{\w+\}")
_GERMAN_TOO = re.compile(r"LPD Desktop|Computer|Details|Desktop|E-Mail|Word|Excel|PDF")
_ROUND = 300


def mnemonic(text: str) -> str:
    """The letter behind `&`, small; empty without one."""
    match = re.search(r"&([^&])", text.replace("&&", ""))
    return match[1].casefold() if match else ""


def spoken_name(widget: QWidget) -> str:
    """What a screen reader says to a widget."""
    face = QAccessible.queryAccessibleInterface(widget)
    return face.text(QAccessible.Text.Name) if face else widget.accessibleName()


def mnemonics_on(root: QWidget) -> list[str]:
    """The letters that do something together with Alt on the visible part of a widget."""
    shown = [each for each in root.findChildren(QWidget) if each.isVisible()]
    texts = [each.text() for each in shown if isinstance(each, QAbstractButton)]
    texts += [each.text() for each in shown if isinstance(each, QLabel) and each.buddy()]
    texts += [each.title() for each in shown if isinstance(each, QGroupBox)]
    for bar in (each for each in shown if isinstance(each, QTabBar)):
        texts += [bar.tabText(index) for index in range(bar.count())]
    return [key for text in texts if (key := mnemonic(text))]


def twice(keys: list[str]) -> list[str]:
    """What stands more than once."""
    return sorted(key for key, count in Counter(keys).items() if count > 1)


def faults_in(root: QWidget, *, of_qt: bool = False, taken: str = "") -> list[str]:
    """Fields without a name, letters that mean two things, words that are not German.

    `of_qt`: the dialog is Qt's own, whose letters are not ours to choose. `taken`: letters of the
    menu bar.
    """
    nameless = [f"ohne Namen: {_kind(each)}" for each in inputs(root) if not spoken_name(each)]
    letters = [f"zweimal Alt+{key}" for key in twice([*taken, *mnemonics_on(root)])]
    return [*nameless, *([] if of_qt else letters), *english_in(root)]


def english_in(root: QWidget) -> list[str]:
    """English words in what is shown or read out."""
    return [f"englisch: {text}" for text in sorted(set(_texts(root))) if is_english(text)]


def is_english(text: str) -> bool:
    """Whether one of the words is none of German; names of fields in braces are no words."""
    words = _FIELD.sub("", text.replace("&", ""))
    return bool(ENGLISH.search(_GERMAN_TOO.sub("", words)))


def _texts(root: QWidget) -> Iterator[str]:
    for widget in (root, *root.findChildren(QWidget)):
        if isinstance(widget, QMenu) or widget is root or widget.isVisibleTo(root):
            yield from _texts_of(widget)


def _texts_of(widget: QWidget) -> Iterator[str]:
    yield from (widget.toolTip(), widget.whatsThis(), widget.accessibleName())
    yield widget.accessibleDescription()
    if widget.isWindow():
        yield widget.windowTitle()
    if isinstance(widget, (QAbstractButton, QLabel)):
        yield widget.text()
    if isinstance(widget, QGroupBox):
        yield widget.title()
    if isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(index) for index in range(widget.count()))
    if isinstance(widget, QTabBar):
        for index in range(widget.count()):
            yield from (widget.tabText(index), widget.tabToolTip(index))
    for action in widget.actions():
        yield from texts_of_action(action)


def texts_of_action(action: QAction) -> tuple[str, str]:
    """Caption and tooltip, without the shortcut."""
    return action.text().partition("\t")[0], action.toolTip()


def trap_in(window: QWidget, start: QWidget | None = None) -> str:
    """Where Tab does not go on; empty when it comes round."""
    start = start or window.focusWidget()
    if start is None:
        return f"nichts hat den Fokus: {_kind(window)}"
    seen = []
    for _ in range(_ROUND):
        before = window.focusWidget()
        QTest.keyClick(before, Qt.Key.Key_Tab)
        now = window.focusWidget()
        if now is start:
            return ""
        if now is before and len(inputs(window)) > 1:
            return f"Tab bleibt in {_kind(before)}"
        seen.append(now)
    return f"Tab kommt nicht herum: {[_kind(each) for each in seen[:6]]}"


def default_of(dialog: QDialog) -> QPushButton | None:
    """The button that Enter presses."""
    return next((each for each in dialog.findChildren(QPushButton) if each.isDefault()), None)


def _kind(widget: QWidget) -> str:
    name = spoken_name(widget) or widget.objectName()
    return f"{type(widget).__name__} „{name}“ in {type(widget.parent()).__name__}"
