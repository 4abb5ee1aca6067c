"""German names of addresses, for people."""

from __future__ import annotations

from lpd_desktop.form.model import (
    BudgetItem,
    Form,
    PotentialsItem,
    TargetsItem,
    TopicsItem,
    item_name,
)
from lpd_desktop.plan.addresses import BELOW_TABLE, Address, chosen_topic
from lpd_desktop.plan.model import Plan
from lpd_desktop.plan.topic_names import chosen_name
from lpd_desktop.runtime.german import quoted

_COVER_FIELDS = {"jobcenter": "Jobcenter", "as_of": "Stand", "look": "Erscheinungsbild"}
_POTENTIAL_PARTS = {
    "topic": "Thema",
    "background": "Hintergrund",
    "development": "Geplante Weiterentwicklung",
}


def place_of(form: Form, plan: Plan, address: Address) -> str:
    """Where an address is, such as `B.2 Gleichberechtigung, Frage 1`."""
    item = form.item(address.item)
    if item is None:
        return "Dokument"
    if isinstance(item, TopicsItem):
        return _topic_place(form, item, plan, address)
    if isinstance(item, PotentialsItem):
        return _potential_place(form, item, address)
    name = _lettered(form, item.key, form.text(item_name(item)))
    if isinstance(item, BudgetItem) and address.parts[:1] == ("table",):
        return f"{name}, {_cell_place(form, item, plan, address)}"
    if isinstance(item, BudgetItem) and address.parts[:1] == (BELOW_TABLE,):
        return f"{name}, Text unter der Tabelle"
    if isinstance(item, TargetsItem) and address.parts:
        labels = (target.label for target in item.targets if target.key == address.parts[0])
        return f"{name}, {form.text(next(labels, address.parts[0]))}"
    if address.parts:
        return f"{name}, {_COVER_FIELDS.get(address.parts[0], address.parts[0])}"
    return name


def _lettered(form: Form, key: str, name: str) -> str:
    section = next(part for part in form.sections if any(item.key == key for item in part.items))
    return f"{section.key} {name}" if section.heading else name


def _cell_place(form: Form, item: BudgetItem, plan: Plan, address: Address) -> str:
    if len(address.parts) < 2:
        return "Tabelle"
    table = plan.answer(item.key).table
    row = table.row(address.parts[1]) if table else None
    label = row.label if row else address.parts[1]
    if len(address.parts) < 3:
        return f"Zeile {quoted(label)}"
    year = form.year if address.parts[2] == "plan" else form.year - 1
    return f"Zeile {quoted(label)}, {year}"


def _topic_place(form: Form, item: TopicsItem, plan: Plan, address: Address) -> str:
    section = form.section_of(item.key)
    chosen = chosen_topic(plan, address)
    if chosen is None:
        return f"{section} {form.text(item_name(item))}"
    number, answer = chosen
    name = f"{section}.{number} {chosen_name(form, answer)}"
    keys = [question.key for question in item.questions_of(answer.key)]
    if len(address.parts) > 1 and address.parts[1] in keys:
        return f"{name}, Frage {keys.index(address.parts[1]) + 1}"
    return name


def _potential_place(form: Form, item: PotentialsItem, address: Address) -> str:
    section = form.section_of(item.key)
    if not address.parts:
        return f"{section} {form.text(item_name(item))}"
    name = f"{section} Potential {address.parts[0]}"
    if len(address.parts) > 1:
        return f"{name}, {_POTENTIAL_PARTS.get(address.parts[1], address.parts[1])}"
    return name
