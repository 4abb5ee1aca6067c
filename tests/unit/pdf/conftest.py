"""Plans and documents that the tests of this folder share."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lpd_desktop.form.model import Form
from lpd_desktop.pdf.rendering import Rendered, render_plan
from lpd_desktop.plan.file import LpdFile, seal_digest
from lpd_desktop.plan.model import Answer
from lpd_desktop.plan.rich_text import Blocks
from lpd_desktop.plan.sample import sample_file
from lpd_desktop.plan.work import Release, Signatory


@pytest.fixture(scope="session")
def sample() -> LpdFile:
    return sample_file()


@pytest.fixture(scope="session")
def draft(sample: LpdFile) -> Rendered:
    return render_plan(sample, draft=True)


@pytest.fixture(scope="session")
def approved(sample: LpdFile) -> LpdFile:
    return with_release(sample)


@pytest.fixture(scope="session")
def final(approved: LpdFile) -> Rendered:
    return render_plan(approved, draft=False)


def with_release(file: LpdFile) -> LpdFile:
    """The file as an approval leaves it."""
    release = Release(
        version=1,
        seal=seal_digest(file),
        signatories=(Signatory(name="Dr. Ira Beispiel", role="Leitung"),),
        place="Musterstadt",
        date="2022-11-30",
    )
    return replace(file, release=release)


def text_item(form: Form) -> str:
    """The key of the first item that takes rich text alone."""
    return next(item.key for item in form.items if type(item).__name__ == "RichTextItem")


def with_text(file: LpdFile, blocks: Blocks) -> LpdFile:
    """A plan that holds nothing but one answer."""
    key = text_item(file.form)
    import msgspec

    plan = msgspec.structs.replace(
        file.plan, answers={key: Answer(text=blocks)}, topics=(), potentials=()
    )
    return replace(file, plan=plan, release=None, as_read={})
