"""Tables as they stand on the paper: figures whole and flush right, columns as wide as needed."""

from __future__ import annotations

from itertools import chain

import pytest

from lpd_desktop.check.wide_tables import is_too_wide
from lpd_desktop.pdf import line_breaking
from lpd_desktop.pdf.comparison import text_differences
from lpd_desktop.pdf.fonts import all_faces, face
from lpd_desktop.pdf.hyphenation import division_points
from lpd_desktop.pdf.inline import piece
from lpd_desktop.pdf.line_words import Word, text_of
from lpd_desktop.pdf.paragraph import Column
from lpd_desktop.pdf.rendering import render_plan
from lpd_desktop.pdf.styles import TABLE, TABLE_RULES
from lpd_desktop.pdf.tables import Cell, Row, table_strips
from lpd_desktop.pdf.tree import Node
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.rich_text import Block, Run, Table, paragraph
from tests.unit.pdf.conftest import with_text
from tests.unit.pdf.page_lines import DIVISION, ShownLine, page_lines

PROSE = "Das Jobcenter berät im Jahr 2023 alle Menschen nach § 16i SGB II im Kreis. "


def table(*rows: tuple[str, ...], header_rows: int = 1) -> Table:
    cells = tuple(tuple((Run(text=text),) for text in row) for row in rows)
    return Table("t", cells, header_rows=header_rows)


def lines_of(sample: LpdFile, *rows: tuple[str, ...], header_rows: int = 1) -> list[ShownLine]:
    return lines_of_blocks(sample, table(*rows, header_rows=header_rows))


def lines_of_blocks(sample: LpdFile, *blocks: Block) -> list[ShownLine]:
    file = with_text(sample, blocks)
    data = render_plan(file, draft=True).data
    assert text_differences(data, file) == []
    return [line for page in page_lines(data)[2:] for line in page]


def test_all_figures_are_equally_wide_in_every_cut():
    for cut in all_faces():
        assert len({cut.width(digit, 10) for digit in "0123456789"}) == 1


def test_figures_in_one_column_end_at_the_same_place(sample: LpdFile):
    lines = lines_of(sample, ("Kennzahl", "Wert"), ("eLb", "9.540"), ("LZB", "806"), ("BG", "71"))
    ends = {round(line.right) for line in lines if line.text.endswith(("9.540", "806", "71"))}
    assert len(ends) == 1


def test_prose_beside_them_leaves_figures_flush_right(sample: LpdFile):
    lines = lines_of(sample, ("Maßnahme", "Plätze"), (PROSE, "1.540"), (PROSE, "15"))
    ends = {round(line.right) for line in lines if line.text.endswith((" 1.540", " 15"))}
    assert len(ends) == 1


def test_text_beside_figures_keeps_its_distance(sample: LpdFile):
    rows = (("Wert", "Ort"), ("1.540", "Mitte"), ("15", "Nord"))
    (line,) = [each for each in lines_of(sample, *rows) if "1.540" in each.text]
    words = sum(face().width(word, 9.3) for word in ("1.540", "Mitte"))
    assert line.text == "1.540 Mitte"
    assert line.right - line.left - words >= 19


def test_short_columns_are_not_broken_beside_a_long_one(sample: LpdFile):
    rows = [("Nummer", "Beschreibung", "Ort"), *(("Maßnahme 12", PROSE * 4, "Standort Mitte"),) * 3]
    texts = [line.text for line in lines_of(sample, *rows)]
    assert sum("Maßnahme 12" in text for text in texts) == 3
    assert sum("Standort Mitte" in text for text in texts) == 3


@pytest.mark.parametrize("columns", [8, 11, 14])
def test_figures_of_a_very_wide_table_stay_whole(sample: LpdFile, columns: int):
    head = ("Kennzahl", *(f"Monat {n}" for n in range(1, columns)))
    body = ("Integrationsquote", *(f"{n + 10},{n % 10} %" for n in range(1, columns)))
    texts = " | ".join(line.text for line in lines_of(sample, head, body))
    assert all(f"{n + 10},{n % 10} %" in texts for n in range(1, columns))


def test_long_words_in_narrow_columns_are_divided_where_german_divides(sample: LpdFile):
    word = "Eingliederungsvereinbarung"
    lines = lines_of(sample, *[(word,) * 9], *[("1.400.000 €",) * 9])
    assert sum(line.text.count("1.400.000 €") for line in lines) == 9


def test_thirty_columns_keep_inside_the_text(sample: LpdFile):
    lines = lines_of(sample, *[tuple(f"Wert {n}" for n in range(30))] * 3)
    assert min(line.left for line in lines) >= 84
    assert max(line.right for line in lines) <= 512


def test_ten_columns_of_amounts_keep_figure_and_unit_together(sample: LpdFile):
    head = ("Maßnahme", *(f"Spalte {n}" for n in range(9)))
    lines = lines_of(sample, head, ("Arbeitsgelegenheit", *("1.400.000 €",) * 9))
    assert sum(line.text.count("1.400.000 €") for line in lines) == 9
    assert not any(line.text.startswith("€") for line in lines)


@pytest.mark.parametrize("word", ["a1b2c3d4e5" * 20, "Verfahren" * 20, "B" * 200])
def test_a_word_without_end_leaves_the_other_columns_their_room(sample: LpdFile, word: str):
    head = ("Kopf", "Aktenzeichen", *("Betrag",) * 4)
    lines = lines_of(sample, head, (word, "Eingliederung", *("1.400.000 €",) * 4))
    assert sum(line.text.count("1.400.000 €") for line in lines) == 4
    assert any("Aktenzeichen" in line.text for line in lines)
    assert any("Kopf" in line.text for line in lines)
    assert len(lines) < 40


def test_words_are_cut_before_figures_are(sample: LpdFile):
    names = ("Zuweisung", "Verpflichtung", "Umschichtung")
    lines = lines_of(sample, (*names, *("Betrag",) * 8), ("", "", "", *("1.400.000 €",) * 8))
    assert sum(line.text.count("1.400.000 €") for line in lines) == 8
    assert any(line.text.startswith("Zu") and DIVISION in line.text for line in lines)


@pytest.mark.parametrize(
    "figure", ["1.400.000 €", "35.084.802,50 €", "\u22121.304.000", "17 VZÄ", "12,5 %"]
)
def test_the_check_names_the_tables_whose_figures_are_cut(sample: LpdFile, figure: str):
    tables = {columns: table((figure,) * columns, header_rows=0) for columns in range(5, 20)}
    headed = [(paragraph(f"Breite {columns}"), each) for columns, each in tables.items()]
    lines = lines_of_blocks(sample, *chain.from_iterable(headed))
    _, *parts = " | ".join(line.text for line in lines).split("Breite ")
    for (columns, each), part in zip(tables.items(), parts, strict=True):
        assert part.startswith(f"{columns} | ")
        assert is_too_wide(each) == (part.count(figure) < columns), columns
    assert len({is_too_wide(each) for each in tables.values()}) == 2


LONG_WORDS = (
    *("Eingliederungsmaßnahme", "Lohnkostenzuschuss", "Zuschuss", "Beschäftigung", "Vermittlung"),
    *("Teilhabe", "Qualifizierung", "Arbeitsgelegenheit", "Langzeitarbeitslosigkeit", "Jobcenter"),
)


def test_the_check_names_the_tables_whose_words_are_cut_where_german_does_not_divide(
    sample: LpdFile, monkeypatch: pytest.MonkeyPatch
):
    real = line_breaking.forced_place
    cuts: list[tuple[str, int]] = []

    def noted(word: Word, measure: float) -> tuple[int, str]:
        place, mark = real(word, measure)
        cuts.append((text_of(word), place))
        return place, mark

    monkeypatch.setattr(line_breaking, "forced_place", noted)
    for columns in (9, 12, 16, 18):
        names = [LONG_WORDS[column % len(LONG_WORDS)] for column in range(columns)]
        rows = [tuple(names[row:] + names[:row]) for row in range(5)]
        cuts.clear()
        lines_of(sample, *rows)
        is_cut = any(place not in division_points(word, 2) for word, place in cuts)
        assert is_cut <= is_too_wide(table(*rows)), columns


def test_a_cell_over_many_pages_is_looked_at_line_by_line():
    """What each strip holds is its own line, so that time grows with the lines alone."""
    node = Node("TD")
    cells = (Cell([piece(PROSE * 200, node, TABLE)], TABLE), Cell([piece("2", node, TABLE)], TABLE))
    columns = (Column(0, 200), Column(200, 100))
    strips = table_strips([Row(cells)], columns, 0, TABLE_RULES)
    held = [sum(len(cell) for cell in strip.draw.lines) for strip in strips]  # type: ignore[attr-defined]
    assert len(strips) > 200
    assert held == [2, *[1] * (len(strips) - 1)]


def test_a_sum_at_the_foot_of_a_cell_over_many_lines_stands_on_the_last():
    node = Node("TD")
    amount = Cell([piece("17", node, TABLE)], TABLE, foot=True)
    cells = (Cell([piece(PROSE * 9, node, TABLE)], TABLE), amount)
    strips = table_strips([Row(cells)], (Column(0, 200), Column(200, 100)), 0, TABLE_RULES)
    held = [len(strip.draw.lines[1]) for strip in strips]  # type: ignore[attr-defined]
    assert held == [*[0] * (len(strips) - 1), 1]
