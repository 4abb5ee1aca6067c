"""The approval note at the end, and the sheet for signatures where it is asked for."""

from __future__ import annotations

from msgspec.structs import replace

from lpd_desktop.pdf.changes_list_story import add_changes_list
from lpd_desktop.pdf.edition import Edition
from lpd_desktop.pdf.inline import piece
from lpd_desktop.pdf.signature_sheet import APPROVAL, add_signature_sheet
from lpd_desktop.pdf.story import Story, plain_setting
from lpd_desktop.pdf.styles import (
    SMALL,
    TABLE,
    TABLE_HEAD,
    TABLE_RULES,
    TABLE_SPACE,
)
from lpd_desktop.pdf.table_columns import columns_of
from lpd_desktop.pdf.tables import Cell, Row, table_strips
from lpd_desktop.pdf.tree import Node
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.work import Release
from lpd_desktop.runtime.german import german_date

_LABEL_WIDTH = 130.0
_SEAL_GROUP = 8


def add_approval(story: Story, file: LpdFile, edition: Edition) -> None:
    """Adds who approved, what changed since, and the signature sheet if one is asked for."""
    if file.release is not None:
        node = story.root.add("Sect")
        story.heading(node, "Freigabe", 1, address=APPROVAL)
        _add_table(story, node, _entries(file, file.release))
        sentences = _WHAT_THE_SEAL_IS if edition.has_data else _SEAL_OF_DATA_ELSEWHERE
        story.text(node, sentences, SMALL, plain_setting(APPROVAL))
        add_changes_list(story, node, file.release)
    if file.plan.options.signature_sheet and story.strips:
        add_signature_sheet(story, file)


_WHAT_THE_SEAL_IS = (
    "Das Siegel ist der SHA-256-Wert von Form und Plan samt der Nummer des Formats (form, plan, "
    "schema), wie sie in der beigefügten lpd.json stehen, in einheitlicher Schreibweise (JSON ohne "
    "Leerraum, nach Schlüsseln geordnet); der Wert jener Datei ist es nicht. Namen, Ort, Datum und "
    "Fassung der Freigabe gehören nicht dazu. Es zeigt versehentliche Änderungen; eine "
    "Unterschrift ist es nicht."
)
_SEAL_OF_DATA_ELSEWHERE = (
    "Dies ist die Veröffentlichungsfassung: Die Daten liegen ihr nicht bei, sondern nur dem "
    "freigegebenen PDF des Jobcenters. Das Siegel ist der SHA-256-Wert von Form und Plan darin; "
    "Namen, Ort, Datum und Fassung der Freigabe gehören nicht dazu. Eine Unterschrift ist es nicht."
)


def _entries(file: LpdFile, release: Release) -> list[tuple[str, str]]:
    entries = [("Zustand", "freigegeben"), ("Fassung", str(release.version))]
    if file.plan.as_of:
        entries.append(("Stand", german_date(file.plan.as_of)))
    for index, each in enumerate(release.signatories):
        label = "Mitgezeichnet durch" if index else "Freigegeben durch"
        entries.append((label, f"{each.name}, {each.role}"))
    entries += [("Ort", release.place), ("Datum", german_date(release.date))]
    entries.append(("Siegel der Daten", grouped_seal(release.seal)))
    if release.replaces:
        replaced = f"Fassung {release.version - 1}, Siegel {release.replaces[:_SEAL_GROUP]}"
        entries.append(("Ersetzt", replaced))
    return entries


def grouped_seal(seal: str) -> str:
    """The seal in groups of eight on lines of equal length, for reading."""
    groups = [seal[at : at + _SEAL_GROUP] for at in range(0, len(seal), _SEAL_GROUP)]
    middle = (len(groups) + 1) // 2
    return "\n".join(" ".join(line) for line in (groups[:middle], groups[middle:]) if line)


def _add_table(story: Story, parent: Node, entries: list[tuple[str, str]]) -> None:
    table = parent.add("Table")
    table.address = APPROVAL
    rows = []
    for index, (label, value) in enumerate(entries):
        row = table.add("TR")
        name = row.add("TH")
        name.attributes["Table"] = {"Scope": "/Row"}
        cells = (
            Cell([piece(label, name, TABLE_HEAD)], TABLE_HEAD, address=APPROVAL),
            Cell([piece(value, row.add("TD"), TABLE)], TABLE, address=APPROVAL),
        )
        rows.append(Row(cells, rule_above=index == 0))
    columns = columns_of((_LABEL_WIDTH, story.column.width - _LABEL_WIDTH), story.column)
    strips = [replace(strip, keep=True) for strip in table_strips(rows, columns, 0, TABLE_RULES)]
    strips[-1] = replace(strips[-1], after=TABLE_SPACE)
    story.strips += strips
