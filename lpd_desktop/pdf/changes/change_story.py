"""The change document as story: what is compared, an overview, then place after place."""

from __future__ import annotations

from itertools import count, repeat

from msgspec.structs import replace

from lpd_desktop.pdf.changes.compared_state import ComparedState
from lpd_desktop.pdf.changes.line_story import add_lines
from lpd_desktop.pdf.changes.marked_pieces import Marker
from lpd_desktop.pdf.changes.state_table import add_states
from lpd_desktop.pdf.contents import contents_strips
from lpd_desktop.pdf.logo import palette_of
from lpd_desktop.pdf.paragraph import Setting, paragraph_strips
from lpd_desktop.pdf.story import Story, plain_setting
from lpd_desktop.pdf.styles import BODY, COVER_SUBTITLE, COVER_TITLE
from lpd_desktop.plan.comparing.comparison import Comparison
from lpd_desktop.plan.comparing.marked_text import told_amount, told_counts
from lpd_desktop.plan.comparing.place_change import PlaceChange
from lpd_desktop.plan.comparing.word_pieces import Piece
from lpd_desktop.runtime.german import counted, quoted

DOCUMENT_NAME = "Änderungsdokument"
SAME = "Beide Planungsdokumente sagen dasselbe."

_SECTION, _PLACE = 1, 2
_LISTED = 6
"""With more places there are contents."""
_CONTENTS_SPACE = 30.0

_NO_PLAN = (
    "Dieses Dokument zeigt nur, was geändert ist. Es ist kein Planungsdokument und enthält keine "
    "Plandaten; was gleich geblieben ist, fehlt oder ist mit … gekürzt."
)
_SIGNS = (
    Piece("same", "Entfallene Wörter sind durchgestrichen und stehen hinter „alt“: "),
    Piece("removed", "Beispiel"),
    Piece("same", ". Neue Wörter sind unterstrichen und stehen hinter „neu“: "),
    Piece("added", "Beispiel"),
    Piece("same", "."),
)
_NUMBERS = (
    "Jede dieser Änderungen trägt eine Nummer, die in diesem Dokument nur einmal vorkommt, von 1 "
    "an der Reihe nach. Eckige Klammern ohne solche Nummer stehen so im Text, auch solche mit "
    "„alt“ oder „neu“, oder umschließen eine Fußnote."
)
_UNSEEN = (
    "Sind zwischen gleichen Wörtern nur Leerzeichen, weiche Trennzeichen oder andere unsichtbare "
    "Zeichen anders, so stehen sie mit Namen bei den Wörtern, zwischen denen sie stehen, und "
    "zählen nicht als Wörter. ¶ steht, wo ein Absatz beginnt oder begann. Zeichen, die die Schrift "
    "dieses Dokuments nicht hat, stehen mit ihrer Nummer da."
)
_WHOLE = (
    "Ist eine ganze Zeile neu oder entfallen, so steht das davor, ohne Klammern. „Anders "
    "ausgezeichnet“ heißt, dass sich nur Fettdruck, Kursivdruck oder Fußnoten unterscheiden. "
    "Vorleseprogramme nennen das Ende einer Änderung, wenn sie eckige Klammern vorlesen."
)


def change_story(comparison: Comparison, old: ComparedState, new: ComparedState) -> Story:
    """The story of a comparison; it names every word that went or came."""
    story = Story(palette=palette_of(new.file.plan.options.accent))
    _add_title(story, old, new)
    add_states(story, story.root, old, new)
    if not comparison.differs:
        story.text(story.root, SAME, BODY, plain_setting())
        return story
    _add_overview(story, comparison)
    _add_places(story, comparison)
    return story


def title_of(old: ComparedState, new: ComparedState) -> str:
    """What is compared, as a title."""
    return f"Änderungen zwischen {quoted(old.name)} und {quoted(new.name)}"


def _add_title(story: Story, old: ComparedState, new: ComparedState) -> None:
    form, jobcenter = new.file.form, new.file.plan.jobcenter
    plan = " · ".join(
        part for part in (form.text(form.title), jobcenter.own_name or jobcenter.name) if part
    )
    _paragraph(story, "Title", DOCUMENT_NAME, 0.0)
    story.text(story.root, title_of(old, new), COVER_SUBTITLE, Setting(before=6.0))
    story.text(story.root, plan, BODY, Setting(before=4.0, after=10.0))


def _paragraph(story: Story, role: str, text: str, before: float) -> None:
    node = story.root.add(role)
    pieces = [Marker(node, COVER_TITLE).plain(text)]
    setting = Setting(before=before, keep_with_next=True)
    story.strips += paragraph_strips(pieces, COVER_TITLE, story.column, setting)


def _add_overview(story: Story, comparison: Comparison) -> None:
    section = story.root.add("Sect")
    story.heading(section, "Überblick", _SECTION)
    story.text(section, summary(comparison), BODY, plain_setting())
    story.text(section, _NO_PLAN, BODY, plain_setting())
    story.heading(section, "So lesen Sie die Änderungen", _SECTION)
    node = section.add("P")
    marker = Marker(node, BODY)
    pieces = list(marker.marked(_SIGNS, repeat(0)))
    story.strips += paragraph_strips(pieces, BODY, story.column, plain_setting())
    for text in (_NUMBERS, _WHOLE, _UNSEEN):
        story.text(section, text, BODY, plain_setting())


def summary(comparison: Comparison) -> str:
    """How much changed, in one sentence."""
    number = len(comparison.places)
    places = "einer Stelle" if number == 1 else f"{number} Stellen"
    counts = told_counts(comparison)
    lines = [line for place in comparison.places for line in place.changed_lines]
    amounts = sum(line.kind == "amount" for line in lines)
    changed = f"{counted(amounts, 'Betrag', 'Beträge')} anders" if amounts else ""
    told = "; ".join(part for part in (counts, changed) if part)
    return f"An {places} hat sich etwas geändert{': ' if told else ''}{told}."


def _add_places(story: Story, comparison: Comparison) -> None:
    start, first = len(story.strips), len(story.headings)
    contents = story.root.add("Sect")
    section = story.root.add("Sect")
    story.heading(section, "Änderungen", _SECTION)
    numbers = count(1)
    for change in comparison.places:
        story.heading(section, _place_title(change), _PLACE)
        setting = replace(plain_setting(), keep_with_next=True)
        story.text(section, f"{_capital(told_amount(change))}.", BODY, setting)
        add_lines(story, section, change, numbers)
    if len(comparison.places) > _LISTED:
        listed = contents_strips(contents, story.headings[first:], story.column)
        places = story.strips[start:]
        first_listed = replace(listed[0], new_page=False, before=_CONTENTS_SPACE)
        first_place = replace(places[0], new_page=True)
        story.strips[start:] = [first_listed, *listed[1:], first_place, *places[1:]]


def _place_title(change: PlaceChange) -> str:
    """Places that one state alone has say so: another one may have their number now."""
    if not change.where:
        return f"{change.place} (entfallen)"
    return change.place if change.old_where else f"{change.place} (neu)"


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"
