"""One row for each setting: what it is for, its value, what is wrong with it, an example."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from lpd_desktop.editing.office_settings import ReadSettings, Value
from lpd_desktop.editing.setting_faults import setting_fault
from lpd_desktop.gui.form_row import FormRow
from lpd_desktop.gui.look.letters import quiet_label
from lpd_desktop.gui.look.wrapped_label import WrappedLabel
from lpd_desktop.gui.look.wrapping_check_box import WrappingCheckBox

FIXED = "Für alle Rechner festgelegt; hier lässt es sich nicht ändern."
_LINES = 9


class TextSettingRow(QObject):
    """A line, or several; an empty field means the standard, which is shown in it in grey.

    Emits `changed` with every other value; a value that cannot be is told below it.
    """

    changed = Signal()

    def __init__(self, key: str, caption: str, note: str, read: ReadSettings) -> None:
        standard = str(getattr(read.standard, key))
        self.edit = _several_lines() if key == "mail_text" else QLineEdit()
        self.edit.setPlaceholderText(standard)
        self.row = FormRow(caption, self.edit, note, note)
        super().__init__(self.row)
        self.key, self.widget = key, self.row
        self.example = WrappedLabel()
        self.example.hide()
        self.row.add_below(self.example)
        if key in read.fixed:
            self.edit.setReadOnly(True)
            self.row.hold("hint", FIXED)
        self.show_value(getattr(read.settings, key))
        self.edit.textChanged.connect(self._on_changed)

    @property
    def value(self) -> Value:
        """What is typed."""
        if isinstance(self.edit, QPlainTextEdit):
            return self.edit.toPlainText()
        return self.edit.text()

    @property
    def fault(self) -> str:
        """What is wrong with the value, empty for nothing."""
        return setting_fault(self.key, self.value)

    def show_value(self, value: Value) -> None:
        """Puts a value into the field."""
        if isinstance(self.edit, QPlainTextEdit):
            self.edit.setPlainText(str(value))
        else:
            self.edit.setText(str(value))

    def show_example(self, text: str) -> None:
        """Says what the value gives; nothing where it gives nothing."""
        self.example.show_sentence(f"Beispiel: {text}" if text else "")
        self.example.setVisible(bool(text))
        self.row.describe_also(self.example.sentence)

    def focus(self) -> None:
        """Sets the focus into the field."""
        self.edit.setFocus()

    @Slot()
    def _on_changed(self) -> None:
        self.row.hold("error", self.fault)
        self.changed.emit()


class SwitchSettingRow(QObject):
    """Yes or no; nothing is wrong with either. Emits `changed`."""

    changed = Signal()
    fault = ""

    def __init__(self, key: str, caption: str, note: str, read: ReadSettings) -> None:
        holder = QWidget()
        super().__init__(holder)
        self.key, self.widget = key, holder
        self.box: QCheckBox = WrappingCheckBox(caption)
        is_fixed = key in read.fixed
        self.box.setEnabled(not is_fixed)
        about = f"{note} {FIXED}" if is_fixed else note
        self.box.setAccessibleDescription(about)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.box)
        column.addWidget(quiet_label(about))
        self.show_value(getattr(read.settings, key))
        self.box.toggled.connect(self.changed)

    @property
    def value(self) -> Value:
        """What is chosen."""
        return self.box.isChecked()

    def show_value(self, value: Value) -> None:
        """Puts a value into the field."""
        self.box.setChecked(bool(value))

    def focus(self) -> None:
        """Sets the focus into the field."""
        self.box.setFocus()


SettingRow = TextSettingRow | SwitchSettingRow


def _several_lines() -> QPlainTextEdit:
    edit = QPlainTextEdit()
    edit.setTabChangesFocus(True)
    edit.setMinimumHeight(edit.fontMetrics().lineSpacing() * _LINES)
    return edit
