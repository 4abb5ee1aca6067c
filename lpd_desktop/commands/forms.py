"""`lpd form …`, `lpd jobcenters`, `lpd amount`: what the program knows by itself."""

from __future__ import annotations

import argparse
from pathlib import Path

from lpd_desktop.commands.arguments import (
    CONTENT,
    DONE,
    Console,
    Verbs,
    add_form,
    add_json,
    add_nested_verbs,
    add_output,
    add_verb,
    added_forms,
    chosen_form,
    refuse_other_than_workbook,
)
from lpd_desktop.commands.budget import budget_item
from lpd_desktop.commands.targets import add_replace, write_output
from lpd_desktop.form.canonical import form_digest
from lpd_desktop.form.jobcenters import all_jobcenters
from lpd_desktop.form.library import all_forms, faulty_forms, form_for_year, form_with_id
from lpd_desktop.form.lint import lint_form
from lpd_desktop.form.model import Form, Item, PotentialsItem, TopicsItem
from lpd_desktop.form.reading import FORM_LIMIT, form_in, read_form, read_toml
from lpd_desktop.form.writing import form_as_toml
from lpd_desktop.plan.amounts import format_euro, parse_amount
from lpd_desktop.runtime.errors import NotAllowedError
from lpd_desktop.runtime.files import make_folder, read_bounded, write_atomically
from lpd_desktop.runtime.german import counted


class FormIsThereError(NotAllowedError):
    """A form of this id was added before; forms never change once they are in use."""


def register(verbs: Verbs) -> None:
    """Adds the verbs of this group."""
    nested = add_nested_verbs(
        verbs,
        "form",
        "Formen: was in einem Jahr gefragt wird",
        (
            ("list", "nennt alle Formen", _list),
            ("show", "zeigt eine Form", _show),
            ("lint", "prüft eine Form auf Fehler", _lint),
            ("derive", "leitet die Form eines Jahres ab", _derive),
            ("template", "schreibt die leere Budgettabelle als Arbeitsmappe", _template),
            ("add", "nimmt eine Form auf", _add),
        ),
    )
    nested["show"].add_argument("form", metavar="KENNUNG")
    for verb in ("lint", "add"):
        nested[verb].add_argument("file", type=Path, metavar="DATEI.toml")
    nested["derive"].add_argument("--year", type=int, required=True, metavar="JAHR")
    add_output(nested["derive"], "DATEI.toml")
    add_replace(nested["derive"])
    add_form(nested["template"], year_required=False)
    nested["template"].add_argument(
        "--item", metavar="SCHLUESSEL", help="bei mehreren Budgets in der Form"
    )
    add_output(nested["template"], "VORLAGE.xlsx")
    add_replace(nested["template"])
    jobcenters = add_verb(verbs, "jobcenters", "nennt die 53 Jobcenter", _jobcenters)
    add_json(jobcenters)
    amount = add_verb(verbs, "amount", "liest einen Betrag streng", _amount)
    amount.add_argument("text", metavar="BETRAG")


def _list(options: argparse.Namespace, console: Console) -> int:
    for fault in faulty_forms(added_forms(options)):
        console.say(fault)
    for form in all_forms(added_forms(options)):
        console.data(f"{form.id}  {form.text(form.title)}  {form_digest(form)[:12]}")
    return DONE


def _show(options: argparse.Namespace, console: Console) -> int:
    form = form_with_id(options.form, added_forms(options))
    for line in _outline(form):
        console.data(line)
    return DONE


def _outline(form: Form) -> list[str]:
    lines = [form.text(form.title), f"Herkunft: {form.provenance.source}"]
    for section in form.sections:
        lines += ["", form.text(section.heading)] if section.heading else []
        lines += [line for item in section.items for line in _item_lines(form, item)]
    return lines


def _item_lines(form: Form, item: Item) -> list[str]:
    lines = [f"  {item.key}: {form.text(item.title or item.short)}"]
    if isinstance(item, TopicsItem):
        lines.append(f"    {form.text(item.instruction)}")
        lines += [f"    {topic.number} {form.text(topic.title)}" for topic in item.topics]
        lines += [f"    ? {form.text(question.text)}" for question in item.questions]
    if isinstance(item, PotentialsItem):
        lines.append(f"    {form.text(item.instruction)}")
    return lines


def _lint(options: argparse.Namespace, console: Console) -> int:
    faults = lint_form(read_toml(options.file))
    for fault in faults:
        console.data(fault)
    console.say(f"{counted(len(faults), 'Fehler', 'Fehler')} in „{options.file}“.")
    return CONTENT if faults else DONE


def _derive(options: argparse.Namespace, console: Console) -> int:
    form = form_for_year(options.year, added_forms(options))
    data = form_as_toml(form).encode("utf-8")
    write_output(options.output, data, replace=options.replace)
    console.say(
        f"„{options.output}“ ist geschrieben. Bitte vergleichen Sie Titel, Themen und Fragen "
        "mit der Vorlage des MAGS."
    )
    return DONE


def _template(options: argparse.Namespace, console: Console) -> int:
    from lpd_desktop.excel.writing import write_template

    refuse_other_than_workbook(options.output)
    form = chosen_form(options)
    data = write_template(form, budget_item(form, options.item))
    write_output(options.output, data, "workbook", replace=options.replace)
    console.say(f"„{options.output}“ ist geschrieben; leere Zellen sind auszufüllen.")
    return DONE


def _add(options: argparse.Namespace, console: Console) -> int:
    data = read_bounded(options.file, FORM_LIMIT)
    form = form_in(data, options.file.name)
    target = added_forms(options) / f"{form.id}.toml"
    if target.exists() and form_digest(read_form(target)) != form_digest(form):
        message = (
            f"Eine andere Form „{form.id}“ ist schon aufgenommen; "
            "bitte geben Sie der geänderten Form eine neue Kennung."
        )
        raise FormIsThereError(message)
    make_folder(target.parent)
    write_atomically(target, data)
    console.say(f"Die Form „{form.id}“ ist aufgenommen.")
    return DONE


def _jobcenters(options: argparse.Namespace, console: Console) -> int:
    entries = all_jobcenters()
    if options.json:
        console.json(entries)
        return DONE
    for entry in entries:
        console.data(f"{entry.number}  {entry.carrier:3}  {entry.list_name}")
    carriers = sum(entry.carrier == "zkT" for entry in entries)
    console.say(f"{len(entries)} Jobcenter: {carriers} zkT, {len(entries) - carriers} gE.")
    return DONE


def _amount(options: argparse.Namespace, console: Console) -> int:
    console.data(format_euro(parse_amount(options.text)))
    return DONE
