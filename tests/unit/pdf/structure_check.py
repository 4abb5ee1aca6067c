"""The faults of a PDF as lines, for tests that want none."""

from __future__ import annotations

from lpd_desktop.pdf.accessibility.checking import check_pdf


def faults_of(data: bytes) -> list[str]:
    """All faults found in a file; none for a sound one."""
    return [f"page {fault.page}: {fault.rule}: {fault.sentence}" for fault in check_pdf(data)]
