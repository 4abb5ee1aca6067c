"""Unusual characters on their way into the final bytes, read back in three ways."""

from __future__ import annotations

import re
import shutil
import subprocess
import unicodedata
from dataclasses import replace
from io import BytesIO
from xml.etree import ElementTree as ET

import msgspec
import pikepdf
import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lpd_desktop.check.engine import check_plan
from lpd_desktop.check.finding import Finding
from lpd_desktop.check.rules import CHARACTER
from lpd_desktop.pdf.fonts import all_faces
from lpd_desktop.pdf.page_text import cleaned, joined_marks, one_line, settled
from lpd_desktop.pdf.reading import read_structure
from lpd_desktop.pdf.rendering import render_plan
from lpd_desktop.plan.budget import TypedText
from lpd_desktop.plan.characters import REPLACEMENT, is_character, unsettable
from lpd_desktop.plan.file import LpdFile, read_lpd, write_published
from lpd_desktop.plan.model import Answer
from lpd_desktop.plan.rich_text import Heading, ListBlock, Paragraph, Run, Table
from tests.extent import examples
from tests.unit.pdf.conftest import text_item, with_text

needs_pdftotext = pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="pdftotext is not installed"
)


def with_words(file: LpdFile, words: str) -> LpdFile:
    return with_text(file, (Paragraph("p", (Run(text=f"Anfang {words} Ende"),)),))


def between(text: str) -> str:
    """What stands between the two words that frame a text."""
    match = re.search(r"Anfang(.*?)Ende", text, re.DOTALL)
    assert match is not None
    return match[1]


def structure_text(data: bytes) -> str:
    return "\n".join(text for _role, text in read_structure(data).texts())


def pdfium_text(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    return "\n".join(page.get_textpage().get_text_range() for page in document)


def poppler_text(data: bytes) -> str:
    result = subprocess.run(
        ["pdftotext", "-enc", "UTF-8", "-", "-"], input=data, capture_output=True, check=True
    )
    return result.stdout.decode()


SET = {
    "a soft hyphen of the source": ("Verord\u00adnung", "Verordnung"),
    "letter and mark": ("u\u0308ber a\u030angstrom", "über ångstrom"),
    "two marks on a letter": ("Vie\u0323\u0302t", "Việt"),
    "a zero-width space": ("Haus\u200bbau", "Hausbau"),
    "a joiner and a non-joiner": ("a\u200db\u200cc", "abc"),
    "a word joiner and a byte order mark": ("\ufeffa\u2060b", "ab"),
    "writing directions": ("\u202eabc\u202c \u2066d\u2069", "abc d"),
    "controls": ("a\x00b\x07c\x1bd\x7fe\x9ff", "abcdef"),
    "a variation selector": ("1\ufe0f 2\U000e0100", "1 2"),
    "tags": ("a\U000e0041\U000e007fb", "ab"),
    "a non-breaking hyphen": ("E\u2011Mail", "E\u2011Mail"),
    "ligatures": ("\ufb01nden \ufb02iegen", "\ufb01nden \ufb02iegen"),
    "letters of neighbours": ("Łódź Çağlar Иванова Ωμέγα ẞ", "Łódź Çağlar Иванова Ωμέγα ẞ"),
    "the ohm and the angstrom sign": ("\u2126 \u212b", "Ω Å"),
}
BLANKS = {
    "no-break": "\u00a0",
    "narrow no-break": "\u202f",
    "thin": "\u2009",
    "hair": "\u200a",
    "figure": "\u2007",
    "em": "\u2003",
    "en": "\u2002",
    "mathematical": "\u205f",
    "ideographic": "\u3000",
    "ogham": "\u1680",
    "tab": "\t",
    "line separator": "\u2028",
    "paragraph separator": "\u2029",
    "next line": "\x85",
    "vertical tab": "\x0b",
    "form feed": "\x0c",
    "return and feed": "\r\n",
}
UNSET = {
    "an emoji": "\U0001f600",
    "an emoji of several": "\U0001f469\u200d\U0001f4bb",
    "a letter of mathematics": "\U0001d538",
    "a rare Chinese character": "\U00020bb7",
    "a Chinese character": "漢",
    "Hebrew": "\u05d0",
    "Arabic": "\u0639",
    "private use": "\uf0b7",
    "private use that the fonts draw": "\uf6d7",
    "private use beyond the basic plane": "\U00100000",
    "no character at all": "\uffff",
    "not assigned": "\u0378",
    "the mark of a lost character": "\ufffd",
    "an object": "\ufffc",
    "a mark that composes with nothing": "x\u20dd",
    "a letter and a mark without a common character": "x\u0308",
}


@pytest.mark.parametrize("case", SET)
def test_what_can_be_set_reads_the_same_everywhere(sample: LpdFile, case: str) -> None:
    source, shown = SET[case]
    file = with_words(sample, source)
    data = render_plan(file, draft=True).data
    assert between(structure_text(data)).strip() == shown
    read = [between(pdfium_text(data))]
    if shutil.which("pdftotext"):
        read.append(between(poppler_text(data)))
    for text in read:
        assert folded(text) == folded(shown)
    assert read_lpd(write_published(file)).plan == file.plan
    assert findings_of(file) == []


def folded(text: str) -> str:
    """Readers take ligatures apart and show a fixed hyphen as a plain one."""
    return unicodedata.normalize("NFKC", " ".join(text.split())).replace("\u2010", "-")


def findings_of(file: LpdFile) -> list[Finding]:
    found = check_plan(file.plan, file.work, file.form)
    return [each for each in found if each.rule == CHARACTER]


@pytest.mark.parametrize("case", BLANKS)
def test_every_blank_parts_words_and_none_is_lost(sample: LpdFile, case: str) -> None:
    data = render_plan(with_words(sample, f"1{BLANKS[case]}400"), draft=True).data
    assert between(structure_text(data)).split() == ["1", "400"]
    assert between(pdfium_text(data)).split() == ["1", "400"]
    assert findings_of(with_words(sample, f"1{BLANKS[case]}400")) == []


@pytest.mark.parametrize("case", ["no-break", "narrow no-break", "thin", "figure"])
def test_lines_do_not_end_at_a_blank_that_holds_words_together(sample: LpdFile, case: str) -> None:
    chain = BLANKS[case].join(["1"] * 30)
    data = render_plan(with_words(sample, f"{'Wort ' * 12}{chain}"), draft=True).data
    lines = [line for line in pdfium_text(data).splitlines() if re.search(r"1\s1\s1", line)]
    assert len(lines) == 1
    assert lines[0].split().count("1") == 30


@pytest.mark.parametrize("case", UNSET)
def test_what_cannot_be_set_is_found_and_marked_in_the_draft(sample: LpdFile, case: str) -> None:
    source = UNSET[case]
    file = with_words(sample, source)
    data = render_plan(file, draft=True).data
    shown = between(structure_text(data)).strip()
    assert REPLACEMENT in shown
    assert set(shown) <= {REPLACEMENT, "x"}
    (finding,) = findings_of(file)
    assert f"U+{ord(unsettable(source)[0]):04X}" in finding.message
    assert finding.where == f"{text_item(file.form)}#p"
    assert finding.level == "error"


def everywhere(file: LpdFile, strange: str) -> LpdFile:
    """A plan with strange characters in every place where somebody can type."""
    said = Run(text=f"Wort {strange}")
    note = Run(footnote=(said,))
    blocks = (
        Heading("h", 1, (said,)),
        Paragraph("p", (said, note)),
        ListBlock("l", "letter", ((Paragraph("i", (said,)),),)),
        Table("t", (((said,), (said,)),) * 2, 1),
    )
    plan = file.plan
    jobcenter = msgspec.structs.replace(
        plan.jobcenter, name=f"Kreis {strange}", own_name=f"Amt {strange}"
    )
    answers = {**plan.answers, text_item(file.form): Answer(text=blocks)}
    for item in file.form.budgets:
        answer = plan.answer(item.key)
        assert answer.table is not None
        rows = [
            msgspec.structs.replace(row, label=f"{row.label} {strange}", plan=TypedText(strange))
            for row in answer.table.rows
        ]
        table = msgspec.structs.replace(answer.table, rows=tuple(rows), chart=True)
        answers[item.key] = msgspec.structs.replace(answer, table=table)
    potentials = [
        msgspec.structs.replace(each, topic=f"Thema {strange}") for each in plan.potentials
    ]
    plan = msgspec.structs.replace(
        plan, jobcenter=jobcenter, answers=answers, potentials=tuple(potentials)
    )
    return replace(file, plan=plan, as_read={})


@pytest.mark.parametrize(
    "strange", ["\U0001f600\U0001d538", "\u0639\u05d0", "\x07\x00a\u202e", "\uffff"]
)
def test_strange_characters_in_every_place_break_nothing(sample: LpdFile, strange: str) -> None:
    file = everywhere(sample, strange)
    data = render_plan(file, draft=True).data
    with pikepdf.open(BytesIO(data)) as pdf:
        xmp = ET.fromstring(pdf.Root["/Metadata"].read_bytes())
        info = str(pdf.docinfo["/Title"])
        outline = [item.title for item in all_items(pdf)]
        maps = [font.read_bytes() for font in to_unicode_maps(pdf)]
    title = one_line(f"Amt {strange}")
    assert title in info
    assert title in "".join(xmp.itertext())
    assert any(one_line(f"Thema {strange}") in each for each in outline)
    for source in maps:
        entries = source.partition(b"beginbfchar")[2].partition(b"endbfchar")[0]
        texts = re.findall(rb"> <([0-9A-Fa-f]*)>", entries)
        assert texts
        assert all(bytes.fromhex(text.decode()).decode("utf-16-be") for text in texts)
    assert pdfium_text(data)


def test_the_check_names_every_place_of_a_character_that_cannot_be_set(sample: LpdFile) -> None:
    file = everywhere(sample, "漢")
    found = {each.where for each in findings_of(file)}
    text, budget = text_item(file.form), next(file.form.budgets)
    table = file.plan.answer(budget.key).table
    assert table is not None
    assert {f"{text}#{block}" for block in ("h", "p", "i", "t")} <= found
    assert {f"{budget.key}/table/{row.key}" for row in table.rows} <= found
    assert any(where.startswith("cover") for where in found)
    assert any(where.endswith("/1/topic") for where in found)


def all_items(pdf: pikepdf.Pdf) -> list[pikepdf.OutlineItem]:
    with pdf.open_outline() as outline:
        waiting = list(outline.root)
        found = []
        while waiting:
            item = waiting.pop()
            found.append(item)
            waiting += item.children
    return found


def to_unicode_maps(pdf: pikepdf.Pdf) -> list[pikepdf.Stream]:
    found = {}
    for page in pdf.pages:
        for font in page.Resources.Font.values():
            if "/ToUnicode" in font:
                found[font.ToUnicode.objgen] = font.ToUnicode
    return list(found.values())


def test_no_font_draws_the_shape_of_a_missing_character_for_any_of_its_own() -> None:
    for each in all_faces():
        codes = [ord(char) for char in each.characters if char != "\n"]
        assert all(each.glyphs[code] for code in codes)
        assert all(map(is_character, codes))


def test_every_character_that_can_be_set_comes_back_from_the_pages(sample: LpdFile) -> None:
    every = sorted(char for char in all_faces()[0].characters if char.strip())
    words = [f"{one}{other}" for one, other in zip(every[::2], every[1::2], strict=False)]
    words = [settled(word) for word in words]
    run = [
        Run(text=" ".join(words), bold=bold, italic=italic) for bold in (0, 1) for italic in (0, 1)
    ]
    parts = [Run(text=" Anfang "), *[part for each in run for part in (each, Run(text=" Mitte "))]]
    data = render_plan(
        with_text(sample, (Paragraph("p", (*parts, Run(text=" Ende"))),)), draft=True
    ).data
    cuts = between(structure_text(data)).split("Mitte")
    assert [cut.split() for cut in cuts[:4]] == [" ".join(words).split()] * 4


@pytest.mark.parametrize(
    ("texts", "joined"),
    [
        (["a", "\u0308b"], ["a\u0308", "b"]),
        (["a", "\u0308", "\u0323b"], ["a\u0308\u0323", "", "b"]),
        (["", "\u0308b"], ["", "\u0308b"]),
        (["a", None, "\u0308b"], ["a", "", "\u0308b"]),
        (["a", "b"], ["a", "b"]),
        (["\u1100", "\u1161"], ["\u1100\u1161", ""]),
    ],
)
def test_a_mark_stays_with_its_letter_where_the_style_changes(
    texts: list[str | None], joined: list[str]
) -> None:
    assert joined_marks(texts) == joined


def test_an_accent_in_another_style_than_its_letter_is_composed(sample: LpdFile) -> None:
    runs = (Run(text="Anfang Bu"), Run(text="\u0308ro", bold=True), Run(text=" Ende"))
    data = render_plan(with_text(sample, (Paragraph("p", runs),)), draft=True).data
    assert between(structure_text(data)).strip() == "Büro"


ANY = st.text(
    st.characters(categories=("L", "M", "N", "P", "S", "Z", "Cc", "Cf", "Co", "Cn")), max_size=30
)


@settings(max_examples=examples(20, 60), deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.tuples(ANY, st.booleans(), st.booleans()), min_size=1, max_size=5))
def test_any_text_of_any_characters_in_any_styles_comes_through(
    sample: LpdFile, parts: list[tuple[str, bool, bool]]
) -> None:
    runs = [Run(text=text, bold=bold, italic=italic) for text, bold, italic in parts]
    frame = (Run(text="Anfang "), *runs, Run(text=" Ende"))
    data = render_plan(with_text(sample, (Paragraph("p", frame),)), draft=True).data
    shown = structure_text(data)
    assert settled("".join(text for text, _bold, _italic in parts)).split() == (
        between(shown).split() if "Ende" in shown else []
    )


@given(ANY)
def test_cleaning_takes_away_nothing_that_is_seen(text: str) -> None:
    kept = [char for char in unicodedata.normalize("NFC", text) if seen(char)]
    assert [char for char in cleaned(text) if not char.isspace()] == [
        REPLACEMENT if ord(char) & 0xFFFE == 0xFFFE else char for char in kept
    ]


def seen(char: str) -> bool:
    is_selector = 0xFE00 <= ord(char) <= 0xFE0F or 0xE0100 <= ord(char) <= 0xE01EF
    hidden = unicodedata.category(char) in ("Cc", "Cf") or is_selector
    return not hidden and not char.isspace()


def test_half_a_character_in_a_file_is_refused_with_a_sentence(sample: LpdFile) -> None:
    from lpd_desktop.runtime.errors import LpdError

    source = write_published(sample).replace(b'"text":"', b'"text":"\\ud800', 1)
    if b"\\ud800" not in source:
        source = write_published(sample).replace(b'"text": "', b'"text": "\\ud800', 1)
    assert b"\\ud800" in source
    with pytest.raises(LpdError):
        read_lpd(source)


def test_half_a_character_that_got_in_is_marked_on_the_page() -> None:
    assert settled("a\ud800b") == f"a{REPLACEMENT}b"
    assert one_line("a\udfff").encode("utf-16-be")
