"""Pair kerning: read from the fonts, measured with, and written between the codes."""

from __future__ import annotations

from io import BytesIO
from itertools import product
from typing import Any

import pikepdf
import pytest
from fontTools.ttLib import TTFont

from lpd_desktop.pdf.canvas import Ink, TaggedCanvas
from lpd_desktop.pdf.content_reading import read_page
from lpd_desktop.pdf.fonts import FACE_FILES, Face, all_faces, face
from lpd_desktop.pdf.page_text import SOFT_HYPHEN
from lpd_desktop.pdf.tree import Node
from lpd_desktop.runtime.resources import resource

LETTERS = "ABCDEFGJKLOPQRSTUVWXYZÄÖÜabcdefgijklorstuvwxyzäöüßéğş.,;:!?()„“‚‘»«–-/'’„§€%&*АГТУЯагкуя"
EVERY_CUT = [
    pytest.param(cut, face(bold=bold, italic=italic), id=cut)
    for (bold, italic), cut in FACE_FILES.items()
]


class Oracle:
    """The same pairs as another library reads them."""

    def __init__(self, cut: str) -> None:
        font = TTFont(resource(f"fonts/IBMPlexSans-{cut}.ttf"))
        table = font["GPOS"].table
        features = table.FeatureList.FeatureRecord
        kern = {i for f in features if f.FeatureTag == "kern" for i in f.Feature.LookupListIndex}
        self.lookups = [table.LookupList.Lookup[index].SubTable for index in sorted(kern)]
        self.names = font.getBestCmap()

    def of(self, first: str, second: str) -> int:
        left, right = self.names[ord(first)], self.names[ord(second)]
        return sum(self._in(subtables, left, right) for subtables in self.lookups)

    def _in(self, subtables: list[Any], left: str, right: str) -> int:
        for each in subtables:
            if left not in each.Coverage.glyphs:
                continue
            if each.Format == 2:
                row = each.Class1Record[each.ClassDef1.classDefs.get(left, 0)].Class2Record
                return row[each.ClassDef2.classDefs.get(right, 0)].Value1.XAdvance
            at = each.Coverage.glyphs.index(left)
            for record in each.PairSet[at].PairValueRecord:
                if record.SecondGlyph == right:
                    return record.Value1.XAdvance
        return 0


@pytest.mark.parametrize(("cut", "cut_face"), EVERY_CUT)
def test_pairs_are_those_that_another_reader_of_fonts_finds(cut: str, cut_face: Face):
    oracle = Oracle(cut)
    pairs = list(product(LETTERS, LETTERS))
    assert [cut_face.pairs[f"{a}{b}"] for a, b in pairs] == [oracle.of(a, b) for a, b in pairs]
    assert sum(cut_face.pairs[f"{a}{b}"] != 0 for a, b in pairs) > 1500


@pytest.mark.parametrize(("cut", "cut_face"), EVERY_CUT)
def test_figures_and_blanks_are_never_kerned(cut: str, cut_face: Face):
    """So that amounts stand below each other, and a line is as wide as its words and blanks."""
    del cut
    others = [chr(point) for point in cut_face.glyphs if point != ord(SOFT_HYPHEN)]
    for calm, other in product("0123456789 \u00a0", others):
        assert cut_face.pairs[calm + other] == 0, calm + other
        assert cut_face.pairs[other + calm] == 0, other + calm


def test_letters_that_fit_into_each_other_come_nearer():
    regular = face()
    assert regular.width("Te", 1000) < regular.width("T", 1000) + regular.width("e", 1000) - 40
    assert regular.width("AV ", 1000) == regular.width("AV", 1000) + regular.width(" ", 1000)


@pytest.mark.parametrize("text", ["Tagesförderung AV Vo", "x", "Wort Wort", "Ty\u00ad", "a\u00a0b"])
def test_a_kerned_text_is_read_back_and_as_wide_as_measured(text: str):
    for each in all_faces():
        shown, width = shown_on_page(text, each)
        assert shown == text.replace("\u00a0", " ")
        assert width == round(each.width(text, 1000))


def test_a_text_with_more_characters_than_one_subset_holds_is_kerned_too():
    regular = face()
    many = "".join(chr(point) for point in sorted(regular.glyphs) if point > 0xA0)[:400]
    text = f"{many} Teşekkür ТАГУ"
    shown, width = shown_on_page(text, regular)
    assert shown == text.replace("\u00a0", " ")
    assert width == round(regular.width(text, 1000))


def shown_on_page(text: str, each: Face) -> tuple[str, int]:
    """What a page with this text says, and how wide it is in thousandths of its size."""
    canvas = TaggedCanvas(500, 500, "de-DE")
    canvas.begin_page()
    canvas.text(Node("P"), (0, 0), text, Ink(each, 10))
    canvas.end_page()
    with pikepdf.open(BytesIO(canvas.reportlab.getpdfdata())) as pdf:
        page = pdf.pages[0]
        return read_page(page).marked[0], width_shown(page)


def width_shown(page: pikepdf.Page) -> int:
    """From the widths of the embedded font and the distances between its codes."""
    fonts = page.Resources.Font
    width = 0
    widths: list[int] = []
    for instruction in pikepdf.parse_content_stream(page):
        operator, operands = str(instruction.operator), instruction.operands
        if operator == "Tf":
            widths = [int(each) for each in fonts[str(operands[0])].Widths]
        elif operator in ("Tj", "TJ"):
            for part in operands[0] if operator == "TJ" else operands:
                is_text = isinstance(part, pikepdf.String)
                width += sum(widths[code] for code in bytes(part)) if is_text else -int(part)
    return width
