"""Where a remark is attached: an address, the words it is about, and what stands around them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from msgspec.structs import replace as changed

from lpd_desktop.form.model import BudgetItem, Form
from lpd_desktop.plan.addresses import Address, blocks_at
from lpd_desktop.plan.amounts import format_amount
from lpd_desktop.plan.budget import TypedText
from lpd_desktop.plan.known_places import known_places
from lpd_desktop.plan.model import Plan
from lpd_desktop.plan.passages import Passage, passages
from lpd_desktop.plan.places import place_of
from lpd_desktop.plan.remark import Remark
from lpd_desktop.plan.rich_text import walk_blocks
from lpd_desktop.plan.search import Query
from lpd_desktop.runtime.errors import LpdError

MOST_QUOTED = 1000
"""Letters; of a longer paragraph the beginning names it."""

AROUND = 40
"""So many letters before and behind the quote tell equal words apart."""


class NoSuchPlaceError(LpdError):
    """The plan has no such address, or the words do not stand there."""


@dataclass(frozen=True)
class Anchor:
    """The place of a remark; the fields are those of `Remark`."""

    where: str
    quote: str = ""
    before: str = ""
    after: str = ""
    at: int = 0
    place: str = ""
    heading: str = ""

    def attach(self, remark: Remark) -> Remark:
        """The remark at this place."""
        return changed(
            remark,
            where=self.where,
            quote=self.quote,
            before=self.before,
            after=self.after,
            at=self.at,
            place=self.place,
            heading=self.heading,
        )


def anchor_at(
    form: Form,
    plan: Plan,
    where: str | Address,
    quote: str = "",
    *,
    number: int | None = None,
    start: int | None = None,
) -> Anchor:
    """The anchor for a remark on an address.

    Args:
        form: The form of the plan.
        plan: The plan as the reader saw it.
        where: The address, empty for the whole document; with a block and without words it is
            about that block.
        quote: The words it is about; simple quotes, hyphens and blanks stand for finer ones.
        number: The passage in its field (see `Passage`), where equal words stand in several.
        start: The letter of the passage at which the quote begins, likewise.

    Raises:
        NoSuchPlaceError: no such address, or the words do not stand there.
    """
    address = Address.parse(where) if isinstance(where, str) else where
    _require_known(form, plan, address)
    base = Anchor(
        str(address),
        quote=cell_words(form, plan, address),
        place=place_of(form, plan, address),
        heading=heading_of(form, plan, address),
    )
    here = [
        each
        for each in passages(form, plan)
        if _is_at(each, address) and number in (None, each.number)
    ]
    if quote.strip():
        return _at_words(base, here, quote, start)
    return _at_passage(base, here[0]) if address.block and here else base


def _require_known(form: Form, plan: Plan, address: Address) -> None:
    is_known = address.field in known_places(form, plan)
    if is_known and address.block:
        blocks = blocks_at(form, plan, address) or ()
        is_known = any(block.id == address.block for block in walk_blocks(blocks))
    if not is_known:
        message = (
            f"Die Adresse „{address}“ gibt es in diesem Planungsdokument nicht; "
            "„lpd check --json“ und „lpd find --json“ nennen Adressen als „where“."
        )
        raise NoSuchPlaceError(message)


def heading_of(form: Form, plan: Plan, address: Address) -> str:
    """The topic of the potential that an address is in, empty elsewhere."""
    item = form.potentials
    number = address.parts[0] if address.parts else ""
    if item is None or address.item != item.key or not number.isdecimal():
        return ""
    return next((each.topic for each in plan.potentials[int(number) - 1 :][:1]), "")


def cell_words(form: Form, plan: Plan, address: Address) -> str:
    """The amount in a cell of a budget, as it is shown; empty elsewhere."""
    is_cell = len(address.parts) == 3 and address.parts[0] == "table"
    if not is_cell or not isinstance(form.item(address.item), BudgetItem):
        return ""
    row = plan.table_of(form, address.item).row(address.parts[1])
    value = getattr(row, address.parts[2], None)
    if isinstance(value, TypedText):
        return value.text
    return format_amount(value) if isinstance(value, int) else ""


def _is_at(passage: Passage, address: Address) -> bool:
    return address == (passage.where if address.block else passage.where.field)


def _at_passage(base: Anchor, passage: Passage) -> Anchor:
    end = _end_of_word(passage.text, MOST_QUOTED)
    return _quoted(base, passage, 0, end)


def _at_words(base: Anchor, here: list[Passage], quote: str, start: int | None) -> Anchor:
    found = list(_occurrences(here, quote))
    if not found:
        shown = quote if len(quote) <= AROUND else f"{quote[:AROUND]}…"
        message = f"Die Wörter „{shown}“ stehen dort nicht: {base.place}."
        raise NoSuchPlaceError(message)
    if start is not None:
        found.sort(key=lambda each: abs(each[1] - start))
    passage, first, last = found[0]
    return _quoted(base, passage, first, _end_of_word(passage.text, MOST_QUOTED, first, last))


def _occurrences(here: list[Passage], quote: str) -> Iterator[tuple[Passage, int, int]]:
    """Where the words stand: whole words before parts of words, the same case before the other."""
    for whole_words, match_case in product((True, False), repeat=2):
        pattern = Query(quote.strip(), match_case=match_case, whole_words=whole_words).pattern()
        for passage in here:
            for match in pattern.finditer(passage.text):
                yield passage, match.start(), match.end()


def _end_of_word(text: str, most: int, start: int = 0, end: int | None = None) -> int:
    """Where a quote ends that has at most so many letters."""
    end = len(text) if end is None else end
    if end - start <= most:
        return end
    blank = text.rfind(" ", start + 1, start + most)
    return blank if blank > start else start + most


def _quoted(base: Anchor, passage: Passage, start: int, end: int) -> Anchor:
    text = passage.text
    return Anchor(
        str(passage.where),
        quote=text[start:end],
        before=text[max(0, start - AROUND) : start],
        after=text[end : end + AROUND],
        at=start,
        place=base.place,
        heading=base.heading,
    )
