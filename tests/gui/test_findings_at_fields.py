"""When a finding is shown at its field."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from lpd_desktop.check.finding import Finding
from lpd_desktop.gui.form_row import FormRow
from lpd_desktop.gui.look.marks import MarkLabel


def finding(rule: str) -> Finding:
    return Finding(rule=rule, level="error", where="A.x", place="A", message=f"{rule}.")


def shown(row: FormRow) -> str:
    return row.field.accessibleDescription()


def test_an_untouched_field_is_empty_and_not_wrong(qtbot) -> None:
    row = FormRow("Text", QLineEdit())
    qtbot.addWidget(row)
    row.show_due_findings([finding("ANSWER-MISSING"), finding("PLACEHOLDER")])
    assert "ANSWER-MISSING" not in shown(row)
    assert "PLACEHOLDER" in shown(row)


def test_what_is_missing_is_shown_once_the_field_was_left(qtbot) -> None:
    row = FormRow("Text", QLineEdit())
    page = QWidget()
    layout = QVBoxLayout(page)
    layout.addWidget(row)
    layout.addWidget(other := QLineEdit())
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    row.field.setFocus()
    other.setFocus()
    row.show_due_findings([finding("ANSWER-MISSING")])
    assert "ANSWER-MISSING" in shown(row)


def test_what_is_missing_is_not_called_an_error_at_its_field(qtbot) -> None:
    row = FormRow("Text", QLineEdit())
    qtbot.addWidget(row)
    row.show_findings([finding("ANSWER-MISSING"), finding("PLACEHOLDER")])
    assert shown(row) == "Fehlt noch: ANSWER-MISSING. Fehler: PLACEHOLDER."
    assert [each.accessibleName() for each in row.findChildren(MarkLabel)] == [
        "Fehlt noch",
        "Fehler",
    ]


def test_whom_a_finding_led_here_sees_it(qtbot) -> None:
    row = FormRow("Text", QLineEdit())
    qtbot.addWidget(row)
    row.expect_findings()
    row.show_due_findings([finding("ANSWER-MISSING")])
    assert "ANSWER-MISSING" in shown(row)


def test_while_somebody_types_findings_go_but_do_not_come(qtbot, monkeypatch) -> None:
    row = FormRow("Text", QLineEdit())
    qtbot.addWidget(row)
    row.show_due_findings([finding("PLACEHOLDER")])
    monkeypatch.setattr(type(row), "is_being_edited", property(lambda _self: True))
    row.show_due_findings([finding("PLACEHOLDER"), finding("CHARACTER")])
    assert "CHARACTER" not in shown(row)
    row.show_due_findings([])
    assert shown(row) == ""
