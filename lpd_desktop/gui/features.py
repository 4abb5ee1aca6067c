"""What can be done with an open plan in windows of its own: one line for each feature.

A feature is built when a plan is opened and ends with it. Its actions are reached by their key
from menus (`menus.py`), pages (`Requests.action_wanted`) and buttons.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from PySide6.QtWidgets import QWidget

from lpd_desktop.gui.approval.approving import Approving
from lpd_desktop.gui.approval.document_states import DocumentStates
from lpd_desktop.gui.beside.columns import Columns
from lpd_desktop.gui.changes.cleaning import Cleaning
from lpd_desktop.gui.cover_look.cover_look import CoverLook
from lpd_desktop.gui.files.files import Files
from lpd_desktop.gui.handing_over.handing_over import HandingOver
from lpd_desktop.gui.lengths.lengths import Lengths
from lpd_desktop.gui.own_dates.own_dates import OwnDatesFeature
from lpd_desktop.gui.pages.page import PageContext
from lpd_desktop.gui.pdf_export.pdf_export import PdfExport
from lpd_desktop.gui.preview.preview import Preview
from lpd_desktop.gui.printing.printing import Printing
from lpd_desktop.gui.reading.reading import Reading
from lpd_desktop.gui.remarks.remarks import Remarks
from lpd_desktop.gui.search.search import Search
from lpd_desktop.gui.spelling.spelling import Spelling
from lpd_desktop.gui.versions.versions import Versions
from lpd_desktop.gui.wizard import PlanWizard
from lpd_desktop.gui.wording.wording import Wording


class Feature(Protocol):
    """Belongs to one open plan."""

    def actions(self) -> Mapping[str, Callable[[], object]]:
        """What to do for which key."""

    def end(self) -> None:
        """The plan is being closed: nothing is shown any more."""


FeatureMaker = Callable[[QWidget, PlanWizard, PageContext], Feature]

FEATURES: tuple[FeatureMaker, ...] = (
    Preview,
    Reading,
    Printing,
    PdfExport,
    Spelling,
    Search,
    Cleaning,
    Lengths,
    Wording,
    CoverLook,
    OwnDatesFeature,
    Versions,
    Columns,
    Files,
    Remarks,
    DocumentStates,
    Approving,
    HandingOver,
)


class Features:
    """All features of one open plan."""

    def __init__(self, window: QWidget, wizard: PlanWizard, context: PageContext) -> None:
        self._features = [make(window, wizard, context) for make in FEATURES]

    def action(self, key: str) -> Callable[[], object] | None:
        """What to do for a key; None where no feature knows it."""
        found = (feature.actions().get(key) for feature in self._features)
        return next((action for action in found if action is not None), None)

    def end(self) -> None:
        """The plan is being closed."""
        for feature in self._features:
            feature.end()
