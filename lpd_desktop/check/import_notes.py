"""What the import changed or could not place, until the planner has seen to it."""

from __future__ import annotations

from collections.abc import Iterator

from lpd_desktop.check.context import Context
from lpd_desktop.check.finding import Finding
from lpd_desktop.form.model import PotentialsItem
from lpd_desktop.plan.addresses import Address
from lpd_desktop.plan.import_rules import EMPTY_POTENTIAL, IMPORT_RULES, UNPLACED, ImportRule
from lpd_desktop.plan.places import place_of
from lpd_desktop.plan.work import ImportNote

_SHOWN = 80


def import_notes(context: Context) -> Iterator[Finding]:
    """A finding for each note."""
    for note in context.work.import_notes:
        rule = IMPORT_RULES.get(note.rule)
        if rule is not None and not _is_settled(context, note):
            yield _noted(context, rule, note)


def unplaced_texts(context: Context) -> Iterator[Finding]:
    """A finding for each text that found no place."""
    for unplaced in context.work.unplaced:
        note = ImportNote(rule=UNPLACED, quote=unplaced.text, line=unplaced.line)
        yield _noted(context, IMPORT_RULES[UNPLACED], note)


def _is_settled(context: Context, note: ImportNote) -> bool:
    """A potential that was empty in the document is no matter once it is filled or gone."""
    if note.rule != EMPTY_POTENTIAL or not note.where:
        return False
    where = Address.parse(note.where)
    number = where.parts[0] if where.parts else ""
    is_potential = isinstance(context.form.item(where.item), PotentialsItem)
    if not is_potential or not number.isdecimal():
        return False
    potentials = context.plan.potentials[int(number) - 1 : int(number)]
    return all(not potential.is_empty for potential in potentials)


def _noted(context: Context, rule: ImportRule, note: ImportNote) -> Finding:
    return Finding(
        rule=rule.code,
        level=rule.level,
        where=note.where,
        place=_place(context, note),
        message=rule.message.format(quote=_shortened(note.quote), done=note.done),
        suggestion=rule.suggestion,
        quote=note.quote,
    )


def _place(context: Context, note: ImportNote) -> str:
    if note.where:
        return place_of(context.form, context.plan, Address.parse(note.where))
    return f"Dokument, Zeile {note.line}" if note.line else "Dokument"


def _shortened(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _SHOWN else f"{flat[:_SHOWN].rsplit(' ', 1)[0]} …"
