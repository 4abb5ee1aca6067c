"""Whatever a plan holds, its document says it: the check of the finished file is the oracle."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings

from lpd_desktop.pdf.attachment import extract_published
from lpd_desktop.pdf.rendering import render_plan
from lpd_desktop.plan.file import LpdFile, read_lpd
from tests.extent import examples
from tests.strategies import lpd_files


@settings(max_examples=examples(12, 40), deadline=None, suppress_health_check=list(HealthCheck))
@given(lpd_files())
def test_any_plan_is_set_read_back_and_carried_whole(file: LpdFile) -> None:
    data = render_plan(file, draft=True).data
    assert read_lpd(extract_published(data)).plan == file.plan
