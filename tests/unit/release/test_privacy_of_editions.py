"""Nothing of the work around a plan reaches any sort of file that is handed out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import msgspec
import pytest

from lpd_desktop.pdf.changes.change_document import render_changes
from lpd_desktop.pdf.changes.compared_state import ComparedState
from lpd_desktop.pdf.edition import BLANK, PUBLISHING, Edition
from lpd_desktop.pdf.rendering import render_edition
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.work import Signatory
from lpd_desktop.release.approval import Approval, approve
from tests.short_plan import short_plan
from tests.unit.release.test_privacy import MARKER, holds_marker, marked_work, unpacked


def approved(file: LpdFile) -> LpdFile:
    return approve(file, Approval((Signatory(name="A", role="B"),), "C", "2022-11-10"))


def compared(file: LpdFile) -> bytes:
    older = replace(file, plan=msgspec.structs.replace(file.plan, as_of="2022-01-01"))
    return render_changes(ComparedState(older, "alt.lpd"), ComparedState(file, "neu.lpd")).data


EDITIONS: dict[str, Callable[[LpdFile], bytes]] = {
    "a draft with numbers and margin": lambda file: (
        render_edition(file, Edition("draft", line_numbers=True, wide_margin=True)).data
    ),
    "a copy to be published": lambda file: render_edition(approved(file), PUBLISHING).data,
    "a blank form": lambda file: render_edition(file, BLANK).data,
    "a change document": compared,
}


@pytest.mark.parametrize("kind", EDITIONS)
def test_no_marker_is_in_any_file_that_is_handed_out(kind: str) -> None:
    file = replace(short_plan(), work=marked_work())
    assert not holds_marker(unpacked(EDITIONS[kind](file)))


@pytest.mark.parametrize("kind", [kind for kind in EDITIONS if kind != "a blank form"])
def test_the_search_would_find_what_is_printed(kind: str) -> None:
    file = short_plan()
    jobcenter = msgspec.structs.replace(file.plan.jobcenter, name=MARKER, own_name=MARKER)
    marked = replace(file, plan=msgspec.structs.replace(file.plan, jobcenter=jobcenter))
    assert holds_marker(unpacked(EDITIONS[kind](marked)))
