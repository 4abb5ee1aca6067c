"""`lpd submissions …`: the register of what was handed over, in the store of this machine."""

from __future__ import annotations

import argparse
from pathlib import Path

from lpd_desktop.commands.arguments import (
    DONE,
    Console,
    UsageError,
    Verbs,
    add_json,
    add_nested_verbs,
    add_output,
    iso_date,
)
from lpd_desktop.commands.hand_over_options import (
    NOTHING_SENT,
    add_actor,
    add_texts,
    chosen_actor,
    chosen_texts,
    settings_of,
)
from lpd_desktop.commands.submission_output import (
    submission_lines,
    submission_output,
    told_number,
)
from lpd_desktop.commands.targets import add_replace, write_output
from lpd_desktop.editing.office_settings import hand_over_texts
from lpd_desktop.editing.submission_correction import told_corrections
from lpd_desktop.runtime.clock import utc_now
from lpd_desktop.runtime.data_folder import data_folder
from lpd_desktop.runtime.files import read_bounded
from lpd_desktop.runtime.german import counted
from lpd_desktop.store.draft_store import DraftStore
from lpd_desktop.store.kept_papers import (
    PAPER_LIMIT,
    told_name,
    unusual_kind,
)
from lpd_desktop.store.submission_entries import (
    PAPER_NAMES,
    WAY_NAMES,
    Correction,
)


def register(verbs: Verbs) -> None:
    """Adds the verbs of this group."""
    nested = add_nested_verbs(
        verbs,
        "submissions",
        "Einreichungen: was übergeben wurde und was zurückkam",
        (
            ("list", "nennt alle Einreichungen mit ihren Beilagen", _list),
            ("package", "stellt das Paket zu einem Entwurf im Speicher zusammen", _package),
            ("record", "hält fest, dass eingereicht ist", _record),
            (
                "correct",
                "berichtigt Weg oder Tag einer Einreichung; der frühere Eintrag bleibt",
                _correct,
            ),
            ("again", "schreibt das Paket einer Einreichung noch einmal", _again),
            ("abandon", "gibt eine begonnene Übergabe auf", _abandon),
            ("add-paper", "hebt eine Eingangsbestätigung oder unterschriebene Seite auf", _add),
            ("take-paper", "schreibt eine Beilage als Datei", _take),
            ("remove-paper", "entfernt eine Beilage, die irrtümlich dabei ist", _remove),
        ),
    )
    _add_arguments(nested)


def _add_arguments(nested: dict[str, argparse.ArgumentParser]) -> None:
    add_json(nested["list"])
    package, record = nested["package"], nested["record"]
    package.add_argument("draft", metavar="KENNUNG", help="aus „lpd drafts list“")
    package.add_argument(
        "-o", "--output", type=Path, required=True, metavar="ORDNER", help="neu oder leer"
    )
    add_texts(package)
    record.add_argument(
        "what", metavar="WAS", help="Kennung eines Entwurfs, .lpd-Datei oder freigegebenes PDF"
    )
    add_actor(record)
    record.add_argument("--recipient", default="", metavar="NAME", help="sonst wie in der Form")
    told = "Tag der Übergabe; sonst nach der Historie, sonst jetzt"
    record.add_argument("--date", metavar="DATUM", help=told)
    for parser, way in ((package, "mail"), (record, "unknown")):
        parser.add_argument("--way", choices=tuple(WAY_NAMES), default=way, help="Weg")
    for verb in ("correct", "again"):
        nested[verb].add_argument("id", metavar="KENNUNG", help="der Einreichung")
    nested["correct"].add_argument(
        "--way", choices=[key for key in WAY_NAMES if key != "unknown"], help="Weg"
    )
    nested["correct"].add_argument("--date", metavar="DATUM", help="Tag der Übergabe")
    add_actor(nested["correct"], "wer berichtigt; sonst wie in den Einstellungen")
    told = "neu, leer oder mit Teilen des Pakets; sonst, wo es schon lag"
    nested["again"].add_argument("-o", "--output", type=Path, metavar="ORDNER", help=told)
    nested["abandon"].add_argument("id", metavar="KENNUNG", help="der Einreichung")
    add = nested["add-paper"]
    add.add_argument("id", metavar="KENNUNG", help="der Einreichung")
    add.add_argument("file", type=Path, metavar="DATEI", help="PDF, Bild oder E-Mail")
    add.add_argument("--kind", choices=tuple(PAPER_NAMES), required=True, help="was es ist")
    for verb in ("take-paper", "remove-paper"):
        nested[verb].add_argument("id", metavar="KENNUNG", help="der Beilage")
    add_output(nested["take-paper"])
    add_replace(nested["take-paper"])


def _list(options: argparse.Namespace, console: Console) -> int:
    with DraftStore.open(data_folder(options.data)) as store:
        found = store.submissions.list()
        drafts = [*store.list_drafts(), *store.list_drafts(trashed=True)]
    names = {draft.id: draft.name for draft in drafts}
    if options.json:
        console.json([submission_output(each, names.get(each.draft, "")) for each in found])
        return DONE
    for each in found:
        for line in submission_lines(each, names.get(each.draft, "")):
            console.data(line)
    console.say(told_number(found))
    return DONE


def _package(options: argparse.Namespace, console: Console) -> int:
    from lpd_desktop.editing.handing_over import HandOver, prepare

    wanted = HandOver(
        options.output, chosen_texts(options), options.way, options.with_publishing_copy
    )
    with DraftStore.open(data_folder(options.data)) as store:
        done = prepare(store, options.draft, wanted)
    console.data(done.submission)
    if done.interrupted:
        console.say(done.interrupted)
    files = counted(len(done.package.files), "Datei", "Dateien")
    console.say(
        f"Das Paket ({files}) liegt in „{done.written.folder}“. Ist es übergeben, halten Sie es "
        f"mit „lpd submissions record {options.draft}“ fest."
    )
    console.say(NOTHING_SENT)
    return DONE


def _record(options: argparse.Namespace, console: Console) -> int:
    from lpd_desktop.editing.recording import Recorded, record_draft, record_file

    actor, time = chosen_actor(options), utc_now()
    day = iso_date(options.date) if options.date else ""
    told = Recorded(actor, time, options.recipient, options.way, day)
    with DraftStore.open(data_folder(options.data)) as store:
        path = Path(options.what)
        if path.is_file():
            result = record_file(store, path.name, read_bounded(path), told)
        else:
            result = record_draft(store, options.what, told)
    console.data(result.submission)
    console.say(result.sentence)
    return DONE


def _correct(options: argparse.Namespace, console: Console) -> int:
    from lpd_desktop.editing.submission_correction import correct

    told = Correction(options.way, iso_date(options.date) if options.date else "")
    if told == Correction():
        message = "Bitte nennen Sie mit --way oder --date, was zu berichtigen ist."
        raise UsageError(message)
    actor = chosen_actor(options)
    if actor is None:
        message = "Bitte nennen Sie mit --name und --role, wer den Eintrag berichtigt."
        raise UsageError(message)
    with DraftStore.open(data_folder(options.data)) as store:
        known = len(told_corrections(store.submissions.of(options.id)))
        entry = correct(store, options.id, told, actor)
    for sentence in told_corrections(entry)[known:]:
        console.say(sentence)
    return DONE


def _again(options: argparse.Namespace, console: Console) -> int:
    from lpd_desktop.editing.package_again import write_again

    with DraftStore.open(data_folder(options.data)) as store:
        folder = options.output or Path(store.submissions.of(options.id).folder)
        if not folder.name:
            message = "Zu dieser Einreichung wurde kein Paket geschrieben; bitte nennen Sie mit -o "
            raise UsageError(f"{message}einen neuen oder leeren Ordner.")
        written = write_again(store, options.id, folder, hand_over_texts(settings_of(options)))
    where = "liegt unverändert schon" if written.was_there else "liegt"
    console.say(f"Das Paket {where} in „{written.folder}“.")
    console.say(NOTHING_SENT)
    return DONE


def _abandon(options: argparse.Namespace, console: Console) -> int:
    from lpd_desktop.editing.recording import abandon

    with DraftStore.open(data_folder(options.data)) as store:
        abandon(store, options.id)
    console.say("Die Übergabe ist aufgegeben; der Plan bleibt freigegeben.")
    return DONE


def _add(options: argparse.Namespace, console: Console) -> int:
    data, name = read_bounded(options.file, PAPER_LIMIT), options.file.name
    with DraftStore.open(data_folder(options.data)) as store:
        paper = store.submissions.add_paper(options.id, options.kind, name, data)
    console.data(paper.id)
    for sentence in (unusual_kind(name, data), told_name(name, paper)):
        if sentence:
            console.say(sentence)
    console.say(f"„{paper.name}“ ist als {PAPER_NAMES[paper.kind]} aufgehoben.")
    return DONE


def _take(options: argparse.Namespace, console: Console) -> int:
    with DraftStore.open(data_folder(options.data)) as store:
        paper, data = store.submissions.take_paper(options.id)
    write_output(options.output, data, replace=options.replace)
    console.say(f"„{options.output}“ enthält „{paper.name}“ ({PAPER_NAMES[paper.kind]}).")
    return DONE


def _remove(options: argparse.Namespace, console: Console) -> int:
    with DraftStore.open(data_folder(options.data)) as store:
        store.submissions.remove_paper(options.id)
    console.say("Die Beilage ist entfernt; in Sicherungen steht sie noch.")
    return DONE
