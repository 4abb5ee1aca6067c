"""The approved document that the tests of this folder change, made once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache

import pytest

from lpd_desktop.pdf.edition import Edition
from lpd_desktop.pdf.inspection import comparing, looks, original
from lpd_desktop.pdf.rendering import Rendered
from lpd_desktop.plan.file import LpdFile, write_lpd
from lpd_desktop.plan.signatory import Signatory
from lpd_desktop.release.approval import Approval
from lpd_desktop.release.sign_off import SignedOff, sign_off
from tests.short_plan import short_plan

APPROVAL = Approval((Signatory(name="A. Probe", role="Leitung"),), "Talbrück", "2022-11-10")
Render = Callable[[LpdFile, Edition], Rendered]


@pytest.fixture(scope="session")
def signed() -> SignedOff:
    """The short plan as its approval leaves it."""
    return sign_off(short_plan(), APPROVAL)


@pytest.fixture(scope="module")
def originals_are_made_once() -> Iterator[None]:
    """The document that the same data give anew, and its pictures, are the same each time."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(original, "render_edition", _remembering(original.render_edition))
        patch.setattr(comparing, "read_facts", lru_cache(4)(comparing.read_facts))
        patch.setattr(looks, "page_image", lru_cache(40)(looks.page_image))
        yield


def _remembering(render: Render) -> Render:
    known: dict[tuple[bytes, Edition], Rendered] = {}

    def rendered(file: LpdFile, edition: Edition) -> Rendered:
        given = write_lpd(file), edition
        if given not in known:
            known[given] = render(file, edition)
        return known[given]

    return rendered
