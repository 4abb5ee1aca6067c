"""The internal potentials: none to as many as the form allows, each with both parts."""

from __future__ import annotations

from collections.abc import Iterator

from lpd_desktop.check.context import Context
from lpd_desktop.check.finding import Finding
from lpd_desktop.check.rules import POTENTIAL_EMPTY, POTENTIAL_HALF, POTENTIALS_TOO_MANY
from lpd_desktop.form.model import PotentialsItem
from lpd_desktop.plan.addresses import Address
from lpd_desktop.plan.import_rules import EMPTY_POTENTIAL
from lpd_desktop.plan.model import Potential
from lpd_desktop.plan.rich_text import is_blank
from lpd_desktop.runtime.german import counted


def potentials(context: Context) -> Iterator[Finding]:
    """Each potential is whole or empty; an empty one is not printed, and a finding says so."""
    item = context.form.potentials
    if item is None:
        if context.plan.potentials:
            yield _too_many(context, Address("potentials"), len(context.plan.potentials), 0)
        return
    written = sum(not each.is_empty for each in context.plan.potentials)
    if written > item.at_most:
        yield _too_many(context, Address(item.key), written, item.at_most)
    for number, potential in enumerate(context.plan.potentials, 1):
        if not potential.is_empty:
            yield from _half_filled(context, item, number, potential)
        elif not _was_noted(context, Address(item.key, (str(number),))):
            yield context.finding(
                POTENTIAL_EMPTY,
                Address(item.key, (str(number),)),
                f"„{_heading(context, item, number)}“ ist leer und wird nicht gedruckt.",
                "Bitte füllen Sie es aus oder entfernen Sie es.",
            )


def _heading(context: Context, item: PotentialsItem, number: int) -> str:
    return context.form.text(item.heading).replace("{n}", str(number))


def _was_noted(context: Context, where: Address) -> bool:
    """Whether the import said the same already."""
    return any(
        note.rule == EMPTY_POTENTIAL and note.where == str(where)
        for note in context.work.import_notes
    )


def _too_many(context: Context, where: Address, written: int, allowed: int) -> Finding:
    return context.finding(
        POTENTIALS_TOO_MANY,
        where,
        f"Der Plan enthält {counted(written, 'Potential', 'Potentiale')}, "
        f"die Form erlaubt höchstens {allowed}.",
        "Bitte entfernen Sie die überzähligen oder führen Sie sie zusammen.",
    )


def _half_filled(
    context: Context, item: PotentialsItem, number: int, potential: Potential
) -> Iterator[Finding]:
    captions = {
        "topic": context.form.text(item.topic_caption),
        "development": context.form.text(item.development_caption),
    }
    missing = {
        "topic": not potential.topic.strip(),
        "development": is_blank(potential.development),
    }
    for part, is_missing in missing.items():
        if is_missing:
            yield context.finding(
                POTENTIAL_HALF,
                Address(item.key, (str(number), part)),
                f"Das Potential ist begonnen, aber „{captions[part].rstrip(':')}“ fehlt.",
                "Bitte ergänzen Sie es oder leeren Sie das Potential ganz.",
            )
