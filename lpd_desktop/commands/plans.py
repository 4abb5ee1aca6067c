"""`lpd new` and `lpd show`: an empty plan; what stands in a plan."""

from __future__ import annotations

import argparse

from lpd_desktop.check.engine import check_plan
from lpd_desktop.check.summary import PlanSummary, summary_of
from lpd_desktop.commands.arguments import (
    DONE,
    Console,
    Verbs,
    add_form,
    add_json,
    add_output,
    add_plan,
    add_verb,
    chosen_form,
    read_plan,
)
from lpd_desktop.commands.targets import add_replace, write_output
from lpd_desktop.editing.look import LookTaken, office_look
from lpd_desktop.plan.amounts import format_euro
from lpd_desktop.plan.file import write_lpd
from lpd_desktop.plan.new import jobcenter_named, new_file
from lpd_desktop.runtime.data_folder import data_folder
from lpd_desktop.runtime.german import german_date


def register(verbs: Verbs) -> None:
    """Adds the verbs of this group."""
    new = add_verb(verbs, "new", "legt einen leeren Plan an", _new)
    new.add_argument("--jobcenter", required=True, metavar="NAME", help="Name oder Nummer")
    add_form(new, year_required=True)
    add_output(new, "DATEI.lpd")
    add_replace(new)
    show = add_verb(verbs, "show", "zeigt, was in einem Plan steht", _show)
    add_plan(show)
    add_json(show)


def _new(options: argparse.Namespace, console: Console) -> int:
    form = chosen_form(options)
    jobcenter = jobcenter_named(options.jobcenter, form.year)
    look = LookTaken(office_look(data_folder(options.data)))
    data = write_lpd(look(new_file(form, jobcenter)))
    write_output(options.output, data, replace=options.replace)
    console.say(f"„{options.output}“ ist angelegt: {jobcenter.name}, {form.text(form.title)}.")
    if not jobcenter.key:
        console.say("Dieses Jobcenter ist keines der 53; bitte prüfen Sie den Namen.")
    if form.is_unconfirmed:
        console.say(f"Die Form ist abgeleitet: {form.provenance.source}.")
    return DONE


def _show(options: argparse.Namespace, console: Console) -> int:
    file = read_plan(options.plan)
    findings = check_plan(file.plan, file.work, file.form)
    summary = summary_of(file, findings)
    if options.json:
        console.json(summary)
    else:
        for line in _lines(summary):
            console.data(line)
    return DONE


def _lines(summary: PlanSummary) -> list[str]:
    counts = summary.findings
    lines = [
        f"{summary.title} · {summary.jobcenter or 'ohne Jobcenter'}",
        f"Stand: {german_date(summary.as_of) or 'fehlt'}",
        f"Zustand: {summary.state_name}"
        + (f", Fassung {summary.version}" if summary.version else ""),
        f"Vollständig: {summary.completeness} %",
        f"Wörter: {summary.words}",
        f"Befunde: {counts.error} Fehler, {counts.warning} Warnungen, {counts.hint} Hinweise",
    ]
    lines += [f"Thema {number}: {title}" for number, title in enumerate(summary.topics, 1)]
    lines += [f"{figure.label}: {format_euro(figure.plan)}" for figure in summary.totals]
    return lines
