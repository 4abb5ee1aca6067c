"""Pages of text: one item, or the questions of one chosen topic."""

from __future__ import annotations

from dataclasses import replace

from msgspec.structs import replace as changed
from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLineEdit

from lpd_desktop.editing.open_draft import Change
from lpd_desktop.form.model import RichTextItem, TopicsItem, item_name
from lpd_desktop.form.starter_table import StarterTable
from lpd_desktop.gui.form_row import FormRow
from lpd_desktop.gui.pages.page import Page
from lpd_desktop.gui.rich_text.starter import Starter
from lpd_desktop.gui.starter_offer import StarterOffer
from lpd_desktop.gui.text_row import TextRow
from lpd_desktop.plan.addresses import Address
from lpd_desktop.plan.file import LpdFile


class TextPage(Page):
    """Base of the pages with rich-text editors."""

    has_text = True

    def add_text(
        self, address: Address, caption: str, help_text: str = "", note: str = ""
    ) -> TextRow:
        """Adds an editor for one text field."""
        row = TextRow(self.context.session, address, caption, help_text, note)
        row.edit.jobs = self.context.jobs
        row.told.connect(self.context.requests.notice_wanted)
        self.add_row(address, row)
        return row

    def text_rows(self) -> list[TextRow]:
        """All rows with an editor."""
        return [row for row in self._rows.values() if isinstance(row, TextRow)]

    def flush(self) -> None:
        for row in self.text_rows():
            row.flush()

    def refresh(self, change: Change | None) -> None:
        for row in self.text_rows():
            row.refresh(change)

    def lead_to(self, address: Address, quote: str) -> None:
        row = self._rows.get(str(address.field))
        if isinstance(row, TextRow):
            row.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            row.go_to(address.block, quote)
        else:
            super().lead_to(address, quote)


class RichTextPage(TextPage):
    """An item that is answered by one text."""

    def build(self) -> None:
        item = self.file.form.item(self.step.item)
        if isinstance(item, RichTextItem):
            text = self.file.form.text
            caption = text(item.question) or "&Text"
            row = self.add_text(Address(item.key), caption, text(item.help))
            if not item.question:
                row.edit.setAccessibleName(f"Text zu {text(item_name(item))}")
            if item.starter_table is not None:
                row.add_below(StarterOffer(row.edit, self._starter(item.starter_table)))

    def _starter(self, table: StarterTable) -> Starter:
        text = self.file.form.text
        return Starter(
            text(table.title), tuple(map(text, table.columns)), tuple(map(text, table.rows))
        )


class TopicPage(TextPage):
    """A chosen topic with one editor for each of its questions."""

    def build(self) -> None:
        item = self.file.form.item(self.step.item)
        if not isinstance(item, TopicsItem):
            return
        topic = item.topic(self.step.part)
        if topic is not None and topic.free:
            self._add_title()
        for question in item.questions_of(self.step.part):
            address = Address(item.key, (self.step.part, question.key))
            text = self.file.form.text
            self.add_text(address, text(question.text), text(question.help))

    def refresh(self, change: Change | None) -> None:
        super().refresh(change)
        answer = self.file.plan.topic(self.step.part)
        title = self.findChild(QLineEdit, "topic_title")
        if title is not None and answer is not None and title.text() != answer.title:
            title.setText(answer.title)

    def _add_title(self) -> None:
        edit = QLineEdit()
        edit.setObjectName("topic_title")
        answer = self.file.plan.topic(self.step.part)
        edit.setText(answer.title if answer else "")
        edit.editingFinished.connect(self._on_title_finished)
        row = FormRow("&Titel Ihres Themas", edit)
        self.add_row(Address(self.step.item, (self.step.part,)), row)

    @Slot()
    def _on_title_finished(self) -> None:
        edit = self.findChild(QLineEdit, "topic_title")
        if edit is not None:
            self.change("Titel ändern", _Titled(self.step.part, edit.text().strip()))


class _Titled:
    def __init__(self, key: str, title: str) -> None:
        self._key, self._title = key, title

    def __call__(self, file: LpdFile) -> LpdFile:
        topic = file.plan.topic(self._key)
        if topic is None:
            return file
        return replace(file, plan=file.plan.with_topic(changed(topic, title=self._title)))
