"""The document as text: all that was written, word for word, with headings, lists and tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from html.parser import HTMLParser
from unicodedata import normalize

from hypothesis import given, settings

from lpd_desktop.pdf.fonts import all_faces
from lpd_desktop.pdf.page_text import words_of
from lpd_desktop.pdf.read_html import html_of
from lpd_desktop.pdf.read_text import Part, Passage, ReadTable, Words, read_text
from lpd_desktop.pdf.reading import read_structure
from lpd_desktop.pdf.rendering import Rendered
from lpd_desktop.plan.addresses import text_fields
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.rich_text import Heading, ListBlock, Paragraph, Run, Table, walk_runs
from tests.extent import examples
from tests.strategies import lpd_files
from tests.unit.pdf.conftest import text_item, with_text

_MARK = re.compile(r"\[(\d+)\]")
"""Of a footnote; the pages set it as a raised figure."""


def stretches(parts: Iterable[Part]) -> Iterator[tuple[Words, ...]]:
    """All stretches of text in order, labels left out."""
    for part in parts:
        if isinstance(part, Passage):
            yield part.words
        else:
            yield from (cell.words for row in part.rows for cell in row)


def said(words: Iterable[Words]) -> str:
    """The text without the marks of footnotes."""
    return "".join(each.text for each in words if not each.ident)


def settable(text: str) -> str:
    """As the page shows it: composed, a replacement for what the fonts do not hold."""
    text = normalize("NFC", text)
    for face in all_faces():
        text = face.settable(text)
    return text


@given(lpd_files())
@settings(max_examples=examples(6, 15))
def test_readback_contains_all_answers_word_for_word_and_in_order(file: LpdFile):
    read = iter([words_of(said(words)) for words in stretches(read_text(file))])
    for _address, blocks in text_fields(file.form, file.plan):
        for _block, runs in walk_runs(blocks):
            words = words_of(settable("".join(run.words for run in runs)))
            assert not words or any(words == each for each in read), words


def test_what_is_read_is_what_the_pages_say(draft: Rendered, sample: LpdFile):
    shown = []
    for role, text in read_structure(draft.data).texts():
        words = text.split()
        shown += words[:-1] if role == "TOCI" else words
    read: list[str] = []
    for part in read_text(sample):
        read += part.label.split() if isinstance(part, Passage) else []
        for words in stretches([part]):
            read += _MARK.sub(r" \1", "".join(each.text for each in words)).split()
    assert sorted(read) == sorted(shown)


def test_footnotes_lead_there_and_back(sample: LpdFile):
    note = Run(footnote=(Run(text="Gemäß Bescheid"),))
    file = with_text(sample, (Paragraph("b1", (Run(text="Die Mittel"), note)),))
    parts = read_text(file)
    body = next(part for part in parts if isinstance(part, Passage) and "Mittel" in part.text)
    foot = next(part for part in parts if isinstance(part, Passage) and part.role == "note")
    (mark,) = (words for words in body.words if words.link)
    assert (mark.text, mark.link, mark.ident) == ("[1]", foot.ident, f"to-{foot.ident}")
    assert (foot.label, foot.text) == ("1", "Gemäß Bescheid")
    assert body.address == foot.address == f"{text_item(sample.form)}#b1"


def test_items_keep_mark_depth_and_place(sample: LpdFile):
    inner = ListBlock("b3", "letter", ((Paragraph("b4", (Run(text="innen"),)),),), start=2)
    items = ((Paragraph("b2", (Run(text="außen"),)), inner),)
    file = with_text(sample, (ListBlock("b1", "number", items),))
    read = [part for part in read_text(file) if isinstance(part, Passage) and part.role == "item"]
    outer, nested = read[-2:]
    assert (outer.label, outer.level, outer.text) == ("1.", 1, "außen")
    assert (nested.label, nested.level, nested.text) == ("b)", 2, "innen")
    assert nested.address.endswith("#b4")


def test_a_table_keeps_headers_and_its_notes_follow(sample: LpdFile):
    note = Run(footnote=(Run(text="Stand Juni"),))
    cells = [["", "2023"], ["Stellen", "12,5"]]
    rows = tuple(tuple((Run(text=text),) if text else () for text in row) for row in cells)
    rows = (rows[0], (rows[1][0], (*rows[1][1], note)))
    file = with_text(sample, (Table("b1", rows, header_rows=1, header_column=True),))
    parts = read_text(file)
    at = next(index for index, part in enumerate(parts) if isinstance(part, ReadTable))
    table, foot = parts[at], parts[at + 1]
    assert isinstance(table, ReadTable)
    assert table.header_rows == 1
    assert [[cell.is_header for cell in row] for row in table.rows] == [
        [False, True],
        [True, False],
    ]
    assert isinstance(foot, Passage)
    assert foot.text == "Stand Juni"


def test_contents_lead_to_headings(sample: LpdFile):
    parts = [part for part in read_text(sample) if isinstance(part, Passage)]
    headings = {part.ident: part.text for part in parts if part.role == "heading"}
    entries = [part for part in parts if part.role == "entry"]
    assert entries
    for entry in entries:
        words = entry.words[0]
        assert words.link in headings


class Checker(HTMLParser):
    """Elements that are opened and closed in pairs, ids, links and headers."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.scopes: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag not in ("br", "meta"):
            self.open.append(tag)
        self.ids += [values["id"]] if "id" in values else []
        self.links += [values["href"]] if tag == "a" else []
        self.scopes += [values["scope"]] if tag == "th" else []

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@given(lpd_files())
@settings(max_examples=examples(4, 8))
def test_the_page_for_browsers_is_well_formed_and_its_links_lead_somewhere(file: LpdFile):
    parts = read_text(file)
    page = html_of("<Titel & Co>", parts)
    checker = Checker()
    checker.feed(page)
    checker.close()
    assert checker.open == []
    assert len(set(checker.ids)) == len(checker.ids)
    assert {link[1:] for link in checker.links} <= set(checker.ids)
    assert "<title>&lt;Titel &amp; Co&gt;</title>" in page


def test_the_page_for_browsers_names_the_headers_of_rows_and_columns(sample: LpdFile):
    checker = Checker()
    checker.feed(html_of("x", read_text(sample)))
    assert {"row", "col"} == set(checker.scopes)


def test_a_heading_of_an_answer_is_a_heading(sample: LpdFile):
    file = with_text(sample, (Heading("b1", 1, (Run(text="Beratung"),)),))
    found = next(p for p in read_text(file) if isinstance(p, Passage) and p.text == "Beratung")
    assert found.role == "heading"
    assert found.level > 1


def test_an_approved_plan_is_read_with_its_approval(approved: LpdFile):
    tables = [part for part in read_text(approved) if isinstance(part, ReadTable)]
    assert "freigegeben" in said(tables[-1].rows[0][1].words)
    assert replace(approved, release=None) != approved
