"""What is typed into the pages of the hand-over, kept with the draft half a second later."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Slot

from lpd_desktop.gui.handing_over.inspecting import Inspection
from lpd_desktop.gui.handing_over.kept_words import KeepWords, KeptWords
from lpd_desktop.gui.handing_over.letter_page import LetterPage
from lpd_desktop.gui.handing_over.package_page import PackagePage
from lpd_desktop.gui.pages.page import PageContext
from lpd_desktop.release.hand_over_fields import TemplateError, literal
from lpd_desktop.release.hand_over_texts import HandOverTexts, letter_for

_PAUSE = 400
"""Milliseconds without typing."""

_UNKNOWN = "?"


class Filling(QObject):
    """Belongs to one assistant. Keeping begins with `begin` and ends with `end`."""

    def __init__(
        self,
        context: PageContext,
        package: PackagePage,
        letter: LetterPage,
        template: HandOverTexts,
    ) -> None:
        super().__init__(letter)
        self._context, self._package, self._letter = context, package, letter
        self._template = template
        self._seal = self._kept = ""
        self.is_keeping = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self.keep)
        for page in (package, letter):
            page.changed.connect(self._on_changed)

    def begin(self, seal: str, words: KeptWords | None) -> None:
        """From now on what is typed is kept.

        Args:
            seal: Of the approval that is handed over.
            words: What the store holds, which stands in the fields.
        """
        self._seal, self._kept = seal, words.as_text() if words else ""
        self.is_keeping = True

    def end(self) -> None:
        """The package is being written, with a note of what it is made of."""
        self.is_keeping = False
        self._timer.stop()

    def words(self) -> KeptWords:
        """What differs from what is proposed."""
        subject, text = self._letter.own_words
        return self._package.own_words(KeptWords(seal=self._seal, subject=subject, text=text))

    @Slot()
    def _on_changed(self) -> None:
        if self.is_keeping:
            self._timer.start()

    @Slot()
    def keep(self) -> None:
        """Keeps what is typed now, if it is not kept yet."""
        self._timer.stop()
        content = self.words().as_text()
        if not self.is_keeping or content == self._kept:
            return
        self._kept = content
        folder, draft = self._context.data_folder, self._context.session.draft_id
        work = KeepWords(folder, draft, content)
        job = self._context.jobs.start("Angaben zur Übergabe behalten", work, is_kept=True)
        job.failed.connect(self._on_failed)

    @Slot(Exception)
    def _on_failed(self, _error: Exception) -> None:
        """Nothing is lost on screen; the next letter tries again."""
        self._kept = _UNKNOWN

    def propose_letter(self, inspection: Inspection | None) -> None:
        """The words by the template, with recipient and name of now."""
        document = inspection.document if inspection else None
        if inspection is None or document is None or not self._package.isComplete():
            return
        name = self._package.name
        subject, text = self._template.mail_subject, self._template.mail_text
        texts = replace(self.texts, mail_subject=subject, mail_text=text)
        try:
            letter = letter_for(document.file, document.release, texts, name, inspection.sha256)
        except TemplateError as error:
            self._letter.show_template_fault(str(error))
        else:
            self._letter.propose(letter, name)

    @property
    def texts(self) -> HandOverTexts:
        """What was typed; braces in the letter mean themselves."""
        return HandOverTexts(
            self._package.rule.edit.text(),
            self._package.recipient.edit.text(),
            self._package.address.edit.text(),
            literal(self._letter.subject.edit.text()),
            literal(self._letter.edit.toPlainText()),
        )
