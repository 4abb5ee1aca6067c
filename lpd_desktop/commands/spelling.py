"""`lpd spell`: unknown words of a plan. `lpd dict`: the lists of added words."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from lpd_desktop.check.spelling.dictionary_files import (
    DictionaryError,
    DictionaryFiles,
    find_dictionary,
    own_folder,
)
from lpd_desktop.check.spelling.known_words import added_words, known_words
from lpd_desktop.check.spelling.process import SpellingProcess
from lpd_desktop.check.spelling.unknown_words import SpellingReport, UnknownWord, unknown_words
from lpd_desktop.check.spelling.word_lists import (
    WordListError,
    add_word,
    change_settings,
    office_list,
    office_list_at,
    personal_list,
    read_words,
    remove_word,
)
from lpd_desktop.commands.arguments import (
    CONTENT,
    DONE,
    Console,
    Verbs,
    add_json,
    add_nested_verbs,
    add_plan,
    add_verb,
    read_plan,
)
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.runtime.data_folder import data_folder
from lpd_desktop.runtime.german import counted


def register(verbs: Verbs) -> None:
    """Adds the verbs of this group."""
    spell = add_verb(verbs, "spell", "nennt Wörter, die kein Wörterbuch kennt", _spell)
    add_plan(spell)
    add_json(spell)
    nested = add_nested_verbs(
        verbs,
        "dict",
        "zeigt und ändert die eigenen Wörterlisten",
        (
            ("list", "nennt die eigenen Wörter", _list),
            ("add", "nimmt Wörter in die eigene Liste auf", _add),
            ("remove", "nimmt Wörter aus der eigenen Liste", _remove),
            ("office", "bestimmt die Wortliste des Hauses", _office),
            ("serve", "beantwortet Anfragen des Fensters", _serve),
        ),
    )
    for name in ("add", "remove"):
        nested[name].add_argument("words", nargs="+", metavar="WORT")
    nested["office"].add_argument(
        "path", nargs="?", type=Path, metavar="DATEI", help="ohne Angabe: keine Liste des Hauses"
    )
    nested["serve"].add_argument("folder", type=Path, metavar="ORDNER")
    nested["serve"].add_argument("name", metavar="NAME")


def _spell(options: argparse.Namespace, console: Console) -> int:
    folder = data_folder(options.data)
    file = read_plan(options.plan)
    files = _dictionary(folder)
    added, problem = added_words(folder)
    if problem:
        console.say(problem)
    report = _report(file, files, added | known_words(file))
    if options.json:
        console.json(report)
        return DONE
    for word in report.unknown:
        console.data(_line(word))
    number = counted(len(report.unknown), "unbekanntes Wort", "unbekannte Wörter")
    console.say(f"{number} von {report.words} verschiedenen; Wörterbuch: „{report.dictionary}“.")
    return DONE


def _dictionary(folder: Path) -> DictionaryFiles:
    found = find_dictionary(folder)
    if found is None:
        message = (
            "Auf diesem Rechner ist kein deutsches Wörterbuch; bitte legen Sie de_DE.aff und "
            f"de_DE.dic in den Ordner „{own_folder(folder)}“."
        )
        raise DictionaryError(message)
    return found


def _report(file: LpdFile, files: DictionaryFiles, known: frozenset[str]) -> SpellingReport:
    process = SpellingProcess(files)
    try:
        process.accept(tuple(known))
        words, unknown = unknown_words(file, process.knows, process.suggest)
    finally:
        process.close()
    return SpellingReport(words, unknown, str(files.words))


def _line(found: UnknownWord) -> str:
    times = f", {found.count}-mal" if found.count > 1 else ""
    proposed = f" → {', '.join(found.suggestions)}" if found.suggestions else ""
    return f"{found.word}{times} · {found.place}{proposed}"


def _list(options: argparse.Namespace, console: Console) -> int:
    folder = data_folder(options.data)
    for word in read_words(personal_list(folder)):
        console.data(word)
    office = office_list(folder)
    if office.path:
        number = counted(len(office.words), "Wort", "Wörter")
        console.say(office.problem or f"Liste des Hauses „{office.path}“: {number}.")
    return DONE


def _add(options: argparse.Namespace, console: Console) -> int:
    path = personal_list(data_folder(options.data))
    for word in options.words:
        add_word(path, word)
    console.say(f"Aufgenommen in „{path}“: {', '.join(options.words)}.")
    return DONE


def _remove(options: argparse.Namespace, console: Console) -> int:
    path = personal_list(data_folder(options.data))
    missing = [word for word in options.words if not remove_word(path, word)]
    for word in missing:
        console.say(f"„{word}“ steht nicht in der eigenen Liste.")
    return CONTENT if missing else DONE


def _office(options: argparse.Namespace, console: Console) -> int:
    folder = data_folder(options.data)
    path = str(options.path.absolute()) if options.path else ""
    office = office_list_at(path)
    if office.problem:
        raise WordListError(office.problem)
    change_settings(folder, office_list=path)
    said = (
        f"Wortliste des Hauses: „{path}“." if path else "Es gibt keine Wortliste des Hauses mehr."
    )
    console.say(said)
    return DONE


def _serve(options: argparse.Namespace, _console: Console) -> int:
    from lpd_desktop.check.spelling.serving import serve

    files = DictionaryFiles(options.folder, options.name, "")
    return serve(files, sys.stdin.buffer, sys.stdout.buffer)
