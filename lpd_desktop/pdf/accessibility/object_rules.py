"""Rules on all objects of a file: what no archive takes, wherever it stands (ISO 19005-3, 6)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Any

from lpd_desktop.pdf.accessibility.objects import is_dictionary, is_stream
from lpd_desktop.pdf.accessibility.opened import Opened, as_list
from lpd_desktop.pdf.accessibility.raw_bytes import (
    LONGEST_STRING,
    excesses_of,
    is_bearable_number,
    sets_objects_apart,
)
from lpd_desktop.pdf.accessibility.rule import Found, Rule

_HEADER = re.compile(rb"%PDF-1\.[0-7][\r\n]+%[\x80-\xff]{4}")
_END = re.compile(rb"%%EOF(?:\r\n|\r|\n)?\Z")
_FILTERS = frozenset(
    (
        *("/ASCIIHexDecode", "/ASCII85Decode", "/FlateDecode", "/RunLengthDecode"),
        *("/CCITTFaxDecode", "/JBIG2Decode", "/DCTDecode"),
    )
)
_ACTIONS = ("/GoTo", "/URI")
_LONGEST_NAME = 127


def _frame(opened: Opened) -> Iterator[Found]:
    """Header and end of the file, and nothing to be repaired in between.

    Source: ISO 19005-3, 6.1.2, 6.1.3, 6.1.4, 6.1.7.1, 6.1.9.
    """
    if not _HEADER.match(opened.data):
        yield Found("Der Anfang der Datei nennt PDF 1.7 nicht, wie es sein muss.")
    if not _END.search(opened.data):
        yield Found("Hinter dem Ende des Dokuments stehen weitere Daten.")
    if not sets_objects_apart(opened.data):
        yield Found("Ein Objekt der Datei beginnt oder endet mitten in einer Zeile.")
    if opened.pdf.get_warnings() or opened.pdf.check_pdf_syntax():
        yield Found("Die Datei lässt sich nur lesen, wenn sie dabei repariert wird.")


def _streams(opened: Opened) -> Iterator[Found]:
    """Contents stand in the file and are packed as archives accept.

    JPEG 2000 is allowed with conditions (6.2.8.3) that are not judged here, and so not passed.
    Source: ISO 19005-3, 6.1.7.1, 6.1.7.2.
    """
    for each in opened.dictionaries:
        if not is_stream(each):
            continue
        if any(key in each for key in ("/F", "/FFilter", "/FDecodeParms")):
            yield Found("Ein Inhalt steht in einer anderen Datei.")
        for name in map(str, as_list(each.get("/Filter"))):
            if name not in _FILTERS:
                yield Found(f"Ein Inhalt ist mit {name[1:]} gepackt; das nimmt kein Archiv.")


def _limits(opened: Opened) -> Iterator[Found]:
    """Numbers, strings and names are within bounds. Source: ISO 19005-3, 6.1.6, 6.1.13."""
    excesses = [found for value in opened.values if (found := _excess(value))]
    excesses += [each for content in opened.content_bytes() for each in excesses_of(content)]
    if excesses:
        count, first = len(excesses), excesses[0]
        yield Found(f"{count} Angabe(n) sind außerhalb der Grenzen, zuerst {first}.")


def _excess(value: Any) -> str:
    """What is too large about a value; empty for a common one."""
    string, name = _bounded()
    if isinstance(value, string):
        return "ein Text" if len(bytes(value)) > LONGEST_STRING else ""
    if isinstance(value, name):
        return "ein Name" if len(str(value).encode()) - 1 > _LONGEST_NAME else ""
    if isinstance(value, int | Decimal):
        return "" if is_bearable_number(Decimal(value)) else "eine Zahl"
    return ""


@cache
def _bounded() -> tuple[Any, Any]:
    """The kinds of strings and names; found once, since they are asked for by each value."""
    import pikepdf

    return pikepdf.String, pikepdf.Name


def _no_scripts(opened: Opened) -> Iterator[Found]:
    """The only actions are jumps, in the file and to the web, and nothing starts by itself.

    Source: ISO 19005-3, 6.5.1, 6.5.2; of the actions allowed there only two are let pass.
    """
    if "/JavaScript" in opened.root.get("/Names", {}):
        yield Found("Die Datei enthält Programme (JavaScript).")
    for each in opened.dictionaries:
        page = opened.page_of(each)
        if "/AA" in each:
            yield Found("Beim Lesen der Datei werden Aktionen ausgelöst (AA).", page)
        for action in _actions(each):
            if str(action["/S"]) not in _ACTIONS:
                kind = str(action["/S"])[1:]
                yield Found(f"Eine Aktion ({kind}) ist kein Sprung zu einer Stelle.", page)


def _actions(holder: Any) -> Iterator[Any]:
    """What a dictionary does: when opened, when chosen, and next to its own action."""
    keys = ("/OpenAction", "/A", "/PA", *(("/Next",) if "/S" in holder else ()))
    for key in keys:
        for action in as_list(holder.get(key)):
            if is_dictionary(action) and "/S" in action:
                yield action


def _no_layers(opened: Opened) -> Iterator[Found]:
    """Source: ISO 19005-3, 6.9; ISO 14289-1, 7.10. Layers are allowed there, but not judged."""
    if "/OCProperties" in opened.root:
        yield Found("Die Datei hat ein- und ausblendbare Ebenen.")
    if any("/OC" in each for each in opened.dictionaries):
        yield Found("Ein Inhalt lässt sich ein- und ausblenden.")


def _nothing_special(opened: Opened) -> Iterator[Found]:
    """Source: ISO 19005-3, 6.1.12, 6.4.2, 6.10, 6.11."""
    for key in ("/Perms", "/Requirements", "/NeedsRendering"):
        if key in opened.root:
            yield Found(f"Die Datei verlangt Besonderes von dem, der sie öffnet ({key[1:]}).")
    if "/AlternatePresentations" in opened.root.get("/Names", {}):
        yield Found("Die Datei hat eine zweite Darstellung als Vorführung.")
    for number, page in enumerate(opened.pdf.pages, 1):
        if "/PresSteps" in page.obj:
            yield Found("Eine Seite zeigt sich in Schritten.", number)


RULES = (
    Rule("file-frame", "Die Datei ist von Anfang bis Ende heil.", (), _frame),
    Rule("streams", "Alle Inhalte stehen in der Datei, für Archive gepackt.", (), _streams),
    Rule("limits", "Zahlen, Texte und Namen bleiben in ihren Grenzen.", (), _limits),
    Rule("no-scripts", "Die Datei enthält keine Programme.", (), _no_scripts),
    Rule("no-layers", "Nichts lässt sich ein- und ausblenden.", (), _no_layers),
    Rule(
        "nothing-special", "Die Datei verlangt nichts Besonderes zum Lesen.", (), _nothing_special
    ),
)
