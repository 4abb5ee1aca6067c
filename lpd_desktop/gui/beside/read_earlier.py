"""Reads last year's plan: from the drafts, or from a file that somebody named. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from lpd_desktop.form.library import YEARS, form_for_year
from lpd_desktop.gui.beside.earlier_files import EarlierFiles
from lpd_desktop.gui.drafts import Drafts
from lpd_desktop.plan.earlier.answers import EarlierAnswer, all_answers
from lpd_desktop.plan.file import LpdFile, read_lpd
from lpd_desktop.plan.work import STATE_NAMES
from lpd_desktop.runtime.errors import LpdError
from lpd_desktop.runtime.files import read_bounded
from lpd_desktop.runtime.progress import Progress


@dataclass(frozen=True)
class Earlier:
    """Last year's plan as it was read.

    Attributes:
        origin: The file's name, empty for one of the drafts.
        trouble: Why the file that somebody named is not shown, in one sentence.
    """

    file: LpdFile | None = None
    answers: tuple[EarlierAnswer, ...] = ()
    origin: str = ""
    trouble: str = ""

    @property
    def title(self) -> str:
        """Whose plan of which year this is, and where it comes from."""
        if self.file is None:
            return ""
        name = self.file.plan.jobcenter.name or "Ohne Jobcenter"
        state = STATE_NAMES[self.file.work.state]
        source = f"aus „{self.origin}“" if self.origin else f"{state}, aus Ihren Entwürfen"
        return f"{name} · {self.file.form.year} · {source}"


@dataclass(frozen=True)
class EarlierSource:
    """Where last year's plan of one draft may lie."""

    drafts: Drafts
    files: EarlierFiles
    added_forms: Path
    draft_id: str

    def plan_before(self, file: LpdFile) -> LpdFile | None:
        """Last year's plan as it is now; for any thread but the window's."""
        return ReadEarlier(self, file)(Progress()).file


@dataclass(frozen=True)
class ReadEarlier:
    """Gives an `Earlier`; for the worker thread.

    Attributes:
        file: This year's plan.
        chosen: A file that is opened now and remembered; None for the remembered one.
        forgets: The remembered file is forgotten.
    """

    source: EarlierSource
    file: LpdFile
    chosen: Path | None = None
    forgets: bool = False

    def __call__(self, progress: Progress) -> Earlier:
        """Reads; what is wrong with a remembered file is said quietly.

        Raises:
            LpdError: the file that is opened now cannot be read.
        """
        progress.step(0, "Der Plan des Vorjahrs wird gelesen")
        files, draft = self.source.files, self.source.draft_id
        if self.chosen is not None:
            found = self._opened(self.chosen)
            files.remember(draft, self.chosen)
            return found
        if self.forgets:
            files.remember(draft, None)
        path = files.path_of(draft)
        return self._stored() if path is None else self._remembered(path)

    def _remembered(self, path: Path) -> Earlier:
        try:
            return self._opened(path)
        except LpdError as error:
            stored = self._stored()
            gone = f"„{path.name}“ liegt nicht mehr dort, wo Sie die Datei geöffnet haben."
            trouble = str(error) if path.exists() else gone
            return Earlier(stored.file, stored.answers, "", trouble)

    def _stored(self) -> Earlier:
        file = self.source.drafts.year_before(self.file)
        return Earlier(file, all_answers(file)) if file is not None else Earlier()

    def _opened(self, path: Path) -> Earlier:
        file = self._file_in(path)
        return Earlier(file, all_answers(file), path.name)

    def _file_in(self, path: Path) -> LpdFile:
        data = read_bounded(path)
        if data.lstrip()[:5] == b"%PDF-":
            from lpd_desktop.pdf.attachment import extract_published

            return read_lpd(extract_published(data))
        return read_lpd(data) if path.suffix.casefold() == ".lpd" else self._document(data, path)

    def _document(self, data: bytes, path: Path) -> LpdFile:
        """The plan in a text document, by the form of the year that it names."""
        from lpd_desktop.word.importing import import_document
        from lpd_desktop.word.planning_year import planning_year

        likely = max(YEARS[0], self.file.form.year - 1)
        form = form_for_year(likely, self.source.added_forms)
        named = planning_year(data, path.name, form)
        if named is not None and named in YEARS and named != likely:
            form = form_for_year(named, self.source.added_forms)
        return import_document(data, path.name, form).file
