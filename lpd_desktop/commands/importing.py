"""`lpd import`: a plan out of a text document, or one answer out of a colleague's."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace as changed

from lpd_desktop.commands.arguments import (
    CONTENT,
    DONE,
    Console,
    UsageError,
    Verbs,
    add_form,
    add_json,
    add_verb,
    added_forms,
    chosen_form,
    is_same_file,
    read_plan,
    refuse_same_file,
    require_draft,
)
from lpd_desktop.commands.targets import add_replace
from lpd_desktop.commands.writing import save_as, save_edited
from lpd_desktop.editing.look import LookTaken, office_look
from lpd_desktop.form.library import form_for_year
from lpd_desktop.plan.addresses import Address, below_table, blocks_at, with_blocks
from lpd_desktop.plan.changing import changing
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.import_rules import JOBCENTER_SUGGESTED, JOBCENTER_UNKNOWN
from lpd_desktop.plan.new import jobcenter_named
from lpd_desktop.plan.work import ImportNote, UnplacedText
from lpd_desktop.runtime.data_folder import data_folder
from lpd_desktop.runtime.files import read_bounded

if TYPE_CHECKING:
    from lpd_desktop.word.importing import ImportResult


class ImportOutput(msgspec.Struct, frozen=True, kw_only=True):
    """What `lpd import --json` tells, in words."""

    words_in: int
    words_placed: int
    words_form: int
    unplaced: tuple[UnplacedText, ...]
    notes: tuple[ImportNote, ...]


_OWN_SUFFIXES = (".lpd", ".pdf")


def register(verbs: Verbs) -> None:
    """Adds the verbs of this group."""
    parser = add_verb(verbs, "import", "macht aus einem Dokument einen Plan", _import)
    parser.add_argument("source", type=Path, metavar="QUELLE", help=".docx, .md, .txt, .lpd, PDF")
    parser.add_argument("--jobcenter", metavar="NAME", help="Name oder Nummer")
    add_form(parser, year_required=False)
    parser.add_argument("--into", type=Path, metavar="DATEI.lpd", help="nur in diesen Plan")
    parser.add_argument("--only", metavar="ADRESSE", help="nur diese Antwort, mit --into")
    parser.add_argument("-o", "--output", type=Path, metavar="DATEI.lpd", help="Zieldatei")
    add_replace(parser)
    add_json(parser)


def _import(options: argparse.Namespace, console: Console) -> int:
    if options.into or options.only:
        return _import_one_answer(options, console)
    if options.output is None:
        message = "Es fehlt die Zieldatei; bitte nennen Sie sie mit -o DATEI.lpd."
        raise UsageError(message)
    if options.source.suffix.lower() != ".lpd":
        refuse_same_file(options.output, options.source)
    if options.source.suffix.lower() in _OWN_SUFFIXES:
        _import_plan(options)
        console.say(f"„{options.output}“ enthält den Plan aus „{options.source}“.")
        return DONE
    return _import_document(options, console)


def _import_plan(options: argparse.Namespace) -> None:
    """A .lpd file can take its Jobcenter where it lies."""
    if is_same_file(options.output, options.source):
        with changing(options.source) as plan:
            save_edited(plan, _with_jobcenter(plan.file, options.jobcenter))
        return
    before = read_plan(options.source)
    after = _with_jobcenter(before, options.jobcenter)
    save_as(options.output, before, after, replace=options.replace)


def _import_document(options: argparse.Namespace, console: Console) -> int:
    from lpd_desktop.word.importing import import_document
    from lpd_desktop.word.planning_year import planning_year

    data, name = read_bounded(options.source), options.source.name
    form = chosen_form(options)
    year = None if options.form or options.year else planning_year(data, name, form)
    if year and year != form.year:
        form = form_for_year(year, added_forms(options))
    named = jobcenter_named(options.jobcenter, form.year) if options.jobcenter else None
    result = import_document(data, name, form, named)
    look = LookTaken(office_look(data_folder(options.data)))
    save_as(options.output, None, look(result.file), replace=options.replace)
    if options.json:
        console.json(import_output(result))
    else:
        _tell(result, console)
    return CONTENT if result.unplaced else DONE


def _import_one_answer(options: argparse.Namespace, console: Console) -> int:
    if not (options.into and options.only):
        message = "--into und --only gehören zusammen: der Plan und die Adresse der Antwort."
        raise UsageError(message)
    refuse_same_file(options.output or options.into, options.source)
    with changing(options.into) as plan:
        after = _with_one_answer(plan.file, options)
        if options.output is None or is_same_file(options.output, options.into):
            save_edited(plan, after)
        else:
            save_as(options.output, plan.file, after, replace=options.replace)
    console.say(f"„{options.only}“ ist aus „{options.source}“ übernommen.")
    return DONE


def _with_one_answer(file: LpdFile, options: argparse.Namespace) -> LpdFile:
    from lpd_desktop.word.importing import import_into

    require_draft(file)
    address = Address.parse(options.only)
    if blocks_at(file.form, file.plan, address) is None:
        message = (
            f"„{options.only}“ ist keine Antwort dieses Plans; "
            "Adressen nennt „lpd check --json“, etwa A.staff."
        )
        raise UsageError(message)
    source = options.source
    if source.suffix.lower() in _OWN_SUFFIXES:
        return _with_answer_of(file, read_plan(source), address)
    return import_into(file, address, read_bounded(source), source.name)


def _with_answer_of(file: LpdFile, other: LpdFile, address: Address) -> LpdFile:
    blocks = blocks_at(other.form, other.plan, address)
    if blocks is None:
        message = f"Die Quelle hat keine Antwort an der Stelle „{address}“."
        raise UsageError(message)
    plan = with_blocks(file.form, file.plan, address, blocks)
    below = below_table(address.item)
    text = () if address.parts else blocks_at(other.form, other.plan, below)
    if text and blocks_at(file.form, plan, below) is not None:
        plan = with_blocks(file.form, plan, below, text)
    return replace(file, plan=plan)


def _with_jobcenter(file: LpdFile, name: str | None) -> LpdFile:
    if not name:
        return file
    require_draft(file)
    jobcenter = jobcenter_named(name, file.form.year)
    answered = (JOBCENTER_SUGGESTED, JOBCENTER_UNKNOWN)
    notes = tuple(note for note in file.work.import_notes if note.rule not in answered)
    plan = changed(file.plan, jobcenter=jobcenter)
    return replace(file, plan=plan, work=changed(file.work, import_notes=notes))


def import_output(result: ImportResult) -> ImportOutput:
    """The result as `lpd import --json` gives it; words_in = placed + form + unplaced."""
    return ImportOutput(
        words_in=result.words_in,
        words_placed=result.words_placed,
        words_form=result.words_form,
        unplaced=tuple(result.unplaced),
        notes=tuple(result.notes),
    )


def _tell(result: ImportResult, console: Console) -> None:
    console.data(
        f"{result.words_in} Wörter gelesen: {result.words_placed} zugeordnet, "
        f"{result.words_form} aus dem Vordruck."
    )
    for note in result.notes:
        console.data(f"Zeile {note.line}: „{note.quote}“: {note.done}")
    for part in result.unplaced:
        console.data(f"Zeile {part.line}: nicht zugeordnet: {part.text}")
