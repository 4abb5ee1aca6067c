"""Answers that hold every element of the rich-text subset in every nesting."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count, product
from typing import get_args

from lpd_desktop.plan.rich_text import (
    Block,
    Blocks,
    Heading,
    ListBlock,
    ListStyle,
    Paragraph,
    Run,
    Runs,
    Table,
)

STYLES: tuple[ListStyle, ...] = get_args(ListStyle)
_IDS = count(1)


def _id() -> str:
    return f"s{next(_IDS)}"


def text(words: str, *, bold: bool = False, italic: bool = False) -> Run:
    return Run(text=words, bold=bold, italic=italic)


def note(*runs: Run) -> Run:
    return Run(footnote=runs or (text("Eine Anmerkung, siehe § 16i SGB II."),))


def paragraph(*runs: Run) -> Paragraph:
    return Paragraph(_id(), runs)


def heading(level: int, *runs: Run) -> Heading:
    return Heading(_id(), 1 if level == 1 else 2, runs)


def listing(style: ListStyle, *items: Blocks, start: int = 1) -> ListBlock:
    return ListBlock(_id(), style, items, start)


def table(rows: tuple[tuple[Runs, ...], ...], head: int, *, column: bool) -> Table:
    return Table(_id(), rows, head, column)


def emphasis() -> Blocks:
    """Each style beside each other one, within words and between them, with line breaks."""
    styles = list(product((False, True), repeat=2))
    pairs = [(one, other) for one in styles for other in styles if one != other]
    between = [
        (text("vorn ", bold=a, italic=b), text("hinten", bold=c, italic=d))
        for (a, b), (c, d) in pairs
    ]
    within = [
        (text("Wort", bold=a, italic=b), text("teil\nneue Zeile", bold=c, italic=d))
        for (a, b), (c, d) in pairs
    ]
    return tuple(paragraph(*runs) for runs in [*between, *within])


def headings() -> Blocks:
    """Both levels in every order, with styles, notes, and nothing between them."""
    orders = [2, 1, 2, 2, 1, 1, 2, 1]
    plain = [heading(level, text(f"Überschrift {level}")) for level in orders]
    rich = heading(2, text("Mit "), text("Betonung", bold=True), note(), text(" und Fußnote"))
    return (*plain, paragraph(text("Text.")), rich, paragraph(text("Ende.")))


def nested_lists(depth: int) -> Blocks:
    """Each style in each other one, down to a depth; an item may begin with its inner list."""
    chains = list(product(STYLES, repeat=depth))
    return tuple(_chain(chain, late=index % 2 == 0) for index, chain in enumerate(chains))


def _chain(styles: tuple[ListStyle, ...], *, late: bool) -> ListBlock:
    inner = (_chain(styles[1:], late=not late),) if len(styles) > 1 else ()
    words = (paragraph(text(f"Punkt auf Ebene {len(styles)}")),)
    first = (*words, *inner) if late or not inner else inner
    second = (*words, paragraph(text("Zweiter Absatz.")))
    return listing(styles[0], first, second, start=25 if styles[0] == "letter" else 1)


def blocks_in_items() -> Blocks:
    """Every kind of block as first, as only and as last block of an item of each style."""
    return tuple(
        listing(style, (make(),), (paragraph(text("vorher")), make()), (make(), _after()))
        for style in STYLES
        for make in _KINDS
    )


def _after() -> Paragraph:
    return paragraph(text("nachher"), note())


def _small_table() -> Table:
    return table((((text("Kopf"),), ()), ((text("Zelle"),), (text("1.000"),))), 1, column=True)


_KINDS: tuple[Callable[[], Block], ...] = (
    lambda: paragraph(text("Absatz")),
    lambda: heading(1, text("Überschrift im Punkt")),
    lambda: heading(2, text("Kleine Überschrift im Punkt")),
    lambda: listing("number", (paragraph(text("innen")),)),
    _small_table,
)


def tables() -> Blocks:
    """Tables of one to four rows and columns with each kind of head, corners filled and empty."""
    found = [
        table(_rows(height, width, corner=corner), head, column=column)
        for height, width in ((1, 1), (1, 3), (3, 1), (2, 2), (4, 3))
        for head in {0, 1, min(2, height), height}
        for column in (False, True)
        for corner in (False, True)
    ]
    return tuple(found)


def _rows(height: int, width: int, *, corner: bool) -> tuple[tuple[Runs, ...], ...]:
    rows = [[(text(f"Zelle {y}.{x}"),) for x in range(width)] for y in range(height)]
    cells: list[list[Runs]] = [list(row) for row in rows]
    if not corner:
        cells[0][0] = ()
        cells[-1][-1] = ()
    return tuple(tuple(row) for row in cells)


def long_table() -> Blocks:
    """A table over several pages with two rows of head."""
    head = tuple((text(name),) for name in ("Monat", "Anzahl", "Bemerkung"))
    body = tuple(
        ((text(f"Zeile {n}"),), (text(f"{n}.000"),), (text("Ein Satz. " * (n % 7)),))
        for n in range(140)
    )
    return (table((head, head, *body), 2, column=True),)


def high_row() -> Blocks:
    """Rows that are higher than a page, beside low and empty cells."""
    long = (text("Ein Satz, der sich wiederholt. " * 200),)
    return (table(((long, (text("kurz"),), ()), ((), long, (note(),))), 0, column=True),)


def footnotes() -> Blocks:
    """Notes in every place: alone, doubled, styled, in cells and heads, items, headings."""
    cell: Runs = (text("Wert"), note(), note(text("fett", bold=True), text(" und kursiv")))
    lone: Runs = (note(),)
    return (
        paragraph(note()),
        paragraph(text("Wort"), note(), note(), text("\nneue Zeile"), note()),
        heading(1, text("Überschrift"), note()),
        listing("bullet", (paragraph(text("Punkt"), note()),), (paragraph(note()),)),
        listing("letter", (listing("number", (paragraph(text("tief"), note()),)),)),
        table(((cell, lone), (lone, cell), (cell, ())), 1, column=True),
        paragraph(text("Ende."), note(text("Zwei\nZeilen in der Anmerkung"))),
    )


def long_footnotes() -> Blocks:
    """A note longer than a page, and one from a cell longer than half a page."""
    page = note(text("Anmerkung mit viel Text. " * 400))
    half = note(text("Anmerkung aus einer Zelle. " * 120))
    rows = (((text("Zelle"), half), (text("1"),)), ((text("Zelle"),), (text("2"), note())))
    return (paragraph(text("Wort"), page, text(" danach.")), table(rows, 0, column=False))


def signs() -> Blocks:
    """Characters that need care: blanks of all kinds, soft hyphens, composed letters, scripts."""
    lines = (
        "1.400.000 € und § 16i SGB II und Ü 25 und 24,7 % und Kund*innen",
        "Verordnungs\u00adgeber und Leis\u00adtungs\u00adbezug",
        "schmal\u202f5 geschützt\u00a05 Strich\u20115 Minus\u22125",
        "Zoe\u0308 Dvor\u030ca\u0301k, Şahin, Łódź, Ђорђе, Ωμέγα",
        "Eine Adresse: https://www.example.org/ein/sehr/langer/weg/der/umbrochen/werden/muss.html",
    )
    return tuple(paragraph(text(line)) for line in lines)


def addresses() -> Blocks:
    """Addresses in the web and of mail in every place, alone, in a row and parted over lines."""
    web, mail = text("https://www.amt.example/pfad?x=1"), text("info@amt.example")
    long = text("https://www.amt.example/" + "ein-sehr-langer-weg/" * 12 + "seite.html")
    cell: Runs = (text("Siehe "), web, note(text("Auch "), mail))
    return (
        paragraph(text("Siehe "), web, text(" oder "), mail, text(".")),
        paragraph(web, text(" "), mail, text(" "), web, note(web)),
        paragraph(text("Weit: "), long, text(" Ende."), note(long)),
        paragraph(text("https://www.amt", bold=True), text(".example/halb")),
        heading(1, text("Überschrift mit "), web),
        table(((cell, (mail,)), ((web,), cell)), 1, column=True),
        listing("bullet", (paragraph(mail),), (paragraph(web, note()),)),
    )


SUBSET: dict[str, Blocks] = {
    "emphasis": emphasis(),
    "headings": headings(),
    "nested-lists": nested_lists(3),
    "blocks-in-items": blocks_in_items(),
    "tables": tables(),
    "long-table": long_table(),
    "high-row": high_row(),
    "footnotes": footnotes(),
    "long-footnotes": long_footnotes(),
    "signs": signs(),
    "addresses": addresses(),
}
