"""`lpd remarks`: what readers say about a plan; made, answered, settled, sent, taken, listed."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from lpd_desktop.commands.arguments import (
    DONE,
    Console,
    UsageError,
    Verbs,
    add_json,
    add_nested_verbs,
    add_output,
    refuse_same_file,
)
from lpd_desktop.commands.remark_output import listed_in, remark_output, told_remark
from lpd_desktop.commands.remark_sources import (
    RemarkSource,
    is_remark_path,
    keep_changed,
    read_small_file,
    read_source,
)
from lpd_desktop.commands.targets import add_replace, write_output, write_remark_file
from lpd_desktop.editing.remarks import with_remarks
from lpd_desktop.plan.changing import changing
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.remark import Author, AuthorKind, Remarks, open_remarks, shown_remarks
from lpd_desktop.plan.remark_anchor import anchor_at
from lpd_desktop.plan.remark_changes import (
    with_added,
    with_answer,
    with_changed_text,
    with_deleted,
    with_standing,
)
from lpd_desktop.plan.remark_file import RemarkFile, Taken, remark_file_of, taken
from lpd_desktop.runtime.clock import utc_now
from lpd_desktop.runtime.errors import LpdError, NotAllowedError
from lpd_desktop.runtime.german import counted

_ANY = "eine .lpd-Datei, unser PDF oder eine .lpd-remarks-Datei"
_TEXT = ("change", "answer", "add")
_OPEN_ONLY = "nur offene Anmerkungen"


class NothingTakenError(NotAllowedError):
    """One of several files has remarks that do not belong here, so none is taken."""


class NoRemarksReadError(LpdError):
    """One of several files cannot be read, so none is taken."""


def register(verbs: Verbs) -> None:
    """Adds the verb with its own verbs."""
    parsers = add_nested_verbs(
        verbs,
        "remarks",
        "führt Anmerkungen: schreiben, beantworten, erledigen, senden, aufnehmen, auflisten",
        (
            ("list", "nennt die Anmerkungen in der Reihenfolge des Dokuments", _list),
            ("add", "schreibt eine Anmerkung zu einer Stelle", _add),
            ("change", "ändert den Text einer eigenen Anmerkung", _change),
            ("answer", "beantwortet eine Anmerkung", _answer),
            ("resolve", "setzt eine Anmerkung auf erledigt", _resolve),
            ("reopen", "macht eine erledigte Anmerkung wieder offen", _reopen),
            ("delete", "löscht eine eigene Anmerkung, auf die niemand geantwortet hat", _delete),
            ("take", "nimmt zurückgegebene Anmerkungen in den Plan auf", _take),
            ("export", "schreibt die Anmerkungen als .lpd-remarks, .docx, .pdf oder .md", _export),
        ),
    )
    for name, parser in parsers.items():
        parser.add_argument("plan", type=Path, metavar="DATEI", help=_ANY)
        if name in ("list", "export"):
            parser.add_argument("--open", action="store_true", help=_OPEN_ONLY)
        elif name != "take":
            _add_author(parser)
            _add_details(parser, name)
    add_json(parsers["list"])
    add_output(parsers["export"], "ZIEL")
    add_replace(parsers["export"])
    parsers["take"].add_argument(
        "returned", type=Path, nargs="+", metavar="ANMERKUNGEN", help="eine .lpd-remarks-Datei"
    )


def _add_author(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--name", required=True, metavar="NAME", help="wer das sagt")
    parser.add_argument("--role", default="", metavar="FUNKTION", help="in welcher Funktion")
    parser.add_argument("--ministry", action="store_true", help="die Anmerkung kommt vom MAGS")
    parser.add_argument(
        "-o", "--output", type=Path, metavar="ZIEL.lpd-remarks", help="sonst DATEI selbst"
    )


def _add_details(parser: argparse.ArgumentParser, name: str) -> None:
    if name in _TEXT:
        parser.add_argument("--text", required=True, metavar="TEXT", help="was gesagt wird")
    if name == "add":
        parser.add_argument(
            "--at", required=True, metavar="ADRESSE", help="die Stelle; „“ für das ganze Dokument"
        )
        parser.add_argument("--quote", default="", metavar="WÖRTER", help="die Wörter dort")
    else:
        parser.add_argument(
            "--id", required=True, metavar="KENNUNG", help="oder ihr Ende, siehe lpd remarks list"
        )


def _author(options: argparse.Namespace) -> Author:
    kind: AuthorKind = "ministry" if options.ministry else "inside"
    return Author(name=options.name, role=options.role, kind=kind)


def _list(options: argparse.Namespace, console: Console) -> int:
    source = read_source(options.plan)
    listed = listed_in(source, only_open=options.open)
    if options.json:
        console.json([remark_output(each) for each in listed])
        return DONE
    for each in listed:
        for line in told_remark(each):
            console.data(line)
    console.say(_told_number(source.remarks))
    return DONE


def _told_number(remarks: Remarks) -> str:
    shown = shown_remarks(remarks)
    number = counted(len(shown), "Anmerkung", "Anmerkungen")
    return f"{number}, davon {len(open_remarks(shown))} offen."


def _add(options: argparse.Namespace, console: Console) -> int:
    source = read_source(options.plan)
    file = source.require_file()
    anchor = anchor_at(file.form, file.plan, options.at, options.quote)
    author, time = _author(options), utc_now()
    return _kept(
        source,
        options,
        console,
        lambda remarks: with_added(remarks, anchor, options.text, author, time=time),
        f"Angemerkt: {anchor.place}.",
    )


def _change(options: argparse.Namespace, console: Console) -> int:
    author, time = _author(options), utc_now()
    return _kept(
        read_source(options.plan),
        options,
        console,
        lambda remarks: with_changed_text(remarks, options.id, options.text, author, time=time),
        "Die Anmerkung ist geändert.",
    )


def _answer(options: argparse.Namespace, console: Console) -> int:
    author, time = _author(options), utc_now()
    return _kept(
        read_source(options.plan),
        options,
        console,
        lambda remarks: with_answer(remarks, options.id, options.text, author, time=time),
        "Die Anmerkung ist beantwortet.",
    )


def _resolve(options: argparse.Namespace, console: Console) -> int:
    return _set_standing(options, console, resolved=True)


def _reopen(options: argparse.Namespace, console: Console) -> int:
    return _set_standing(options, console, resolved=False)


def _set_standing(options: argparse.Namespace, console: Console, *, resolved: bool) -> int:
    author, time = _author(options), utc_now()
    return _kept(
        read_source(options.plan),
        options,
        console,
        lambda remarks: with_standing(remarks, options.id, author, resolved=resolved, time=time),
        f"Die Anmerkung ist {'erledigt' if resolved else 'wieder offen'}.",
    )


def _delete(options: argparse.Namespace, console: Console) -> int:
    author, time = _author(options), utc_now()
    return _kept(
        read_source(options.plan),
        options,
        console,
        lambda remarks: with_deleted(remarks, options.id, author, time=time),
        "Die Anmerkung ist gelöscht.",
    )


def _kept(
    source: RemarkSource,
    options: argparse.Namespace,
    console: Console,
    change: Callable[[Remarks], Remarks],
    sentence: str,
) -> int:
    target = keep_changed(source, options.output, change)
    console.say(f"{sentence} Sie steht in „{target}“.")
    return DONE


def _take(options: argparse.Namespace, console: Console) -> int:
    """All files or none: the plan is written once, at the end, and told of then."""
    if is_remark_path(options.plan) or options.plan.suffix.lower() == ".pdf":
        message = (
            "Anmerkungen werden in eine .lpd-Datei aufgenommen; bitte nennen Sie diese zuerst."
        )
        raise UsageError(message)
    told = []
    with changing(options.plan) as plan:
        file = plan.file
        for path in options.returned:
            came = _taken(file, path)
            file = with_remarks(file, came.remarks)
            told.append(f"„{path}“: {_told(came)}")
        if file != plan.file:
            plan.save(file)
    for sentence in told:
        console.say(sentence)
    return DONE


def _taken(file: LpdFile, path: Path) -> Taken:
    try:
        return taken(file, read_small_file(path))
    except LpdError as error:
        message = f"Es ist nichts aufgenommen, auch aus keiner anderen Datei; „{path}“: {error}"
        kind = NothingTakenError if isinstance(error, NotAllowedError) else NoRemarksReadError
        raise kind(message) from error


def _told(came: Taken) -> str:
    if came.is_nothing:
        return "nichts Neues."
    new = counted(came.new_remarks, "neue Anmerkung", "neue Anmerkungen")
    answers = counted(came.new_replies, "neue Antwort", "neue Antworten")
    return f"{new}, {answers}, {came.changed} geändert."


def _export(options: argparse.Namespace, console: Console) -> int:
    refuse_same_file(options.output, options.plan)
    source = read_source(options.plan)
    if is_remark_path(options.output):
        small = _small_file(source, only_open=options.open)
        write_remark_file(options.output, small, replace=options.replace)
    else:
        data = _writer(options.output)(source.require_file(), options.open)
        write_output(options.output, data, "remarks", replace=options.replace)
    console.say(f"„{options.output}“ ist geschrieben: {_told_number(source.remarks)}")
    return DONE


def _small_file(source: RemarkSource, *, only_open: bool) -> RemarkFile:
    if only_open:
        message = "Eine .lpd-remarks-Datei enthält immer alle Anmerkungen; bitte ohne --open."
        raise UsageError(message)
    return source.returned or remark_file_of(source.require_file())


def _writer(target: Path) -> Callable[[LpdFile, bool], bytes]:
    suffix = target.suffix.lower()
    if suffix == ".pdf":
        from lpd_desktop.pdf.remarks.remark_document import render_remarks

        return lambda file, only_open: render_remarks(file, only_open=only_open)
    if suffix in (".docx", ".md"):
        from lpd_desktop.word.remark_lists import remarks_docx, remarks_markdown

        write = remarks_docx if suffix == ".docx" else remarks_markdown
        return lambda file, only_open: write(file, only_open=only_open)
    message = (
        f"„{target.name}“: Anmerkungen gibt es als .lpd-remarks, .docx, .pdf oder .md; "
        "bitte wählen Sie eine dieser Endungen."
    )
    raise UsageError(message)
