"""Tables as they stand on the paper: figures whole and flush right, columns as wide as needed."""

from __future__ import annotations

import pytest

from lpd_desktop.pdf.comparison import text_differences
from lpd_desktop.pdf.fonts import all_faces, face
from lpd_desktop.pdf.rendering import render_plan
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.rich_text import Run, Table
from tests.unit.pdf.conftest import with_text
from tests.unit.pdf.page_lines import ShownLine, page_lines

PROSE = "Das Jobcenter berät im Jahr 2023 alle Menschen nach § 16i SGB II im Kreis. "


def table(*rows: tuple[str, ...], header_rows: int = 1) -> Table:
    cells = tuple(tuple((Run(text=text),) for text in row) for row in rows)
    return Table("t", cells, header_rows=header_rows)


def lines_of(sample: LpdFile, *rows: tuple[str, ...], header_rows: int = 1) -> list[ShownLine]:
    file = with_text(sample, (table(*rows, header_rows=header_rows),))
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
