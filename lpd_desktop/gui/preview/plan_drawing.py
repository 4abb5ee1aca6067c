"""Plans and pages drawn beside the GUI thread: work for the job runner."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from lpd_desktop.pdf.edition import DRAFT, FINAL, Edition
from lpd_desktop.pdf.page_images import PageImage, page_image
from lpd_desktop.pdf.printed_places import PrintedPlaces
from lpd_desktop.plan.addresses import text_fields
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.runtime.errors import LpdError
from lpd_desktop.runtime.progress import Progress


class NotDrawnError(LpdError):
    """The pages could not be made; `where` is the address of what stands in the way, if known."""

    def __init__(self, sentence: str, where: str = "") -> None:
        super().__init__(sentence)
        self.where = where


@dataclass(frozen=True)
class Wanted:
    """What somebody looks at.

    Attributes:
        pages: Pages in sight, from 0.
        address: What is being edited: its page is drawn as well.
        scale: Pixels of the screen for each point.
        known: The looks of the pages that are drawn already in this scale.
    """

    pages: tuple[int, ...] = ()
    address: str = ""
    scale: float = 1.0
    known: frozenset[str] = frozenset()


@dataclass(frozen=True)
class DrawnPlan:
    """A plan as pages: the file, its places, and pictures of some pages by their looks."""

    file: LpdFile
    data: bytes
    places: PrintedPlaces
    looks: tuple[str, ...]
    scale: float = 1.0
    pictures: Mapping[str, PageImage] = field(default_factory=dict)


@dataclass(frozen=True)
class DrawPlan:
    """Sets a plan and draws what is wanted of it; gives a `DrawnPlan`.

    Attributes:
        edition: None for the final document of an approved plan, else the plain draft.
    """

    file: LpdFile
    wanted: Wanted
    edition: Edition | None = None

    def __call__(self, progress: Progress) -> DrawnPlan:
        progress.step(0, "Das Dokument wird gesetzt")
        plan = _set(self.file, self.edition)
        seen = [place.page for place in plan.places.of(self.wanted.address)[:1]]
        pages = dict.fromkeys([*self.wanted.pages, *seen])
        return draw_pages(plan, pages, self.wanted, progress)


@dataclass(frozen=True)
class DrawPages:
    """Draws pages of a plan that is set; gives it with their pictures."""

    plan: DrawnPlan
    wanted: Wanted

    def __call__(self, progress: Progress) -> DrawnPlan:
        return draw_pages(self.plan, self.wanted.pages, self.wanted, progress)


def draw_pages(
    plan: DrawnPlan, pages: Iterable[int], wanted: Wanted, progress: Progress
) -> DrawnPlan:
    """The plan with pictures of these pages, those that are known left out."""
    pictures = {}
    for page in pages:
        if page < len(plan.looks) and plan.looks[page] not in wanted.known:
            progress.step(50, "Die Seiten werden gezeichnet")
            pictures[plan.looks[page]] = page_image(plan.data, page, wanted.scale)
    return replace(plan, scale=wanted.scale, pictures=pictures)


def _set(file: LpdFile, edition: Edition | None) -> DrawnPlan:
    from lpd_desktop.pdf.rendering import NotApprovedError, render_raw_edition

    try:
        usual = DRAFT if file.release is None else FINAL
        rendered = render_raw_edition(file, edition or usual)
    except NotApprovedError as error:
        raise NotDrawnError(str(error), "approval") from error
    except Exception as error:
        raise _not_drawn(file) from error
    places = PrintedPlaces(rendered.address_map, rendered.references)
    return DrawnPlan(file, rendered.data, places, rendered.looks)


def _not_drawn(file: LpdFile) -> NotDrawnError:
    where = _culprit(file)
    place = (
        "Ein Text lässt sich nicht setzen; bitte sehen Sie ihn durch."
        if where
        else "Ihr Text ist gespeichert."
    )
    return NotDrawnError(f"Die Seiten lassen sich gerade nicht darstellen. {place}", where)


def _culprit(file: LpdFile) -> str:
    """The first answer that cannot be set even alone."""
    from lpd_desktop.pdf.rich_text_story import add_blocks
    from lpd_desktop.pdf.story import Story

    for address, blocks in text_fields(file.form, file.plan):
        story = Story()
        try:
            add_blocks(story, story.root, blocks, address, 1)
        except Exception:
            return str(address)
    return ""
