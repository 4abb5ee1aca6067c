"""The change document: what became of one plan in another, as a PDF."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace as with_fields
from io import BytesIO

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from lpd_desktop.editing.budget_rows import set_amount
from lpd_desktop.editing.replacing import replacements, with_changes
from lpd_desktop.pdf.accessibility.checking import check_pdf
from lpd_desktop.pdf.attachment import NoPlanInPdfError, extract_published
from lpd_desktop.pdf.changes.change_document import ChangeDocument, render_changes
from lpd_desktop.pdf.changes.change_story import SAME, change_story, summary
from lpd_desktop.pdf.changes.compared_state import ComparedState
from lpd_desktop.pdf.changes.marked_pieces import named
from lpd_desktop.pdf.page_text import settled
from lpd_desktop.pdf.reading import read_structure
from lpd_desktop.plan.addresses import Address, blocks_at, with_blocks
from lpd_desktop.plan.budget import TableRow
from lpd_desktop.plan.comparing.comparison import Comparison, compare_plans
from lpd_desktop.plan.comparing.gaps import is_gap
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.rich_text import (
    Block,
    Blocks,
    ListBlock,
    Paragraph,
    Run,
    Table,
    paragraph,
    text_run,
)
from lpd_desktop.plan.sample import sample_file
from lpd_desktop.plan.search import Query, find
from tests.extent import examples
from tests.strategies import lpd_files, nested_blocks
from tests.unit.pdf.conftest import text_item, with_release, with_text

SAMPLE = sample_file()


def _changed_sample() -> LpdFile:
    """Other words, topics, potentials, amounts, another Stand."""
    file = with_changes(
        SAMPLE, replacements(find(SAMPLE.form, SAMPLE.plan, Query("Standorte")), "Häuser")
    )
    first, second, *_others = file.plan.topics
    plan = replace(
        file.plan,
        topics=(second, first),
        potentials=file.plan.potentials[1:],
        as_of="2022-12-01",
    )
    item = next(SAMPLE.form.budgets).key
    row = SAMPLE.plan.table_of(SAMPLE.form, item).rows[0].key
    return set_amount(with_fields(file, plan=plan), item, row, "plan", "1.234.567")


CHANGED = _changed_sample()
MOVED = "Der Zuschuss des Kreises beträgt 100.000 € im Jahr und wird im Mai gezahlt."


def _document(old: LpdFile, new: LpdFile) -> ChangeDocument:
    return render_changes(ComparedState(old, "alt.lpd"), ComparedState(new, "neu.lpd"))


def _texts(document: ChangeDocument) -> list[tuple[str, str]]:
    return list(read_structure(document.data).texts())


def _said(document: ChangeDocument) -> str:
    return " ".join(" ".join(text.split()) for _role, text in _texts(document))


def _between(old: tuple[Block, ...], new: tuple[Block, ...]) -> ChangeDocument:
    """The document of two plans that hold nothing but one answer."""
    return _document(with_text(SAMPLE, old), with_text(SAMPLE, new))


@pytest.fixture(scope="module")
def document() -> ChangeDocument:
    return _document(SAMPLE, CHANGED)


def _packed(text: str) -> str:
    """Without blanks, which differ at the ends of lines and cells."""
    return re.sub(r"\s|\xad", "", text)


def _unsaid(comparison: Comparison, said: str) -> list[str]:
    """Words that went or came and do not stand in a text as often as they must."""
    pieces = [
        piece
        for place in comparison.places
        for line in place.changed_lines
        for piece in line.pieces
        if piece.sign != "same"
    ]
    words = Counter(
        _packed(settled(word))
        for piece in pieces
        if not is_gap(piece.text)
        for word in named(piece.text).split()
    )
    return [word for word, number in words.items() if said.count(word) < number]


@settings(max_examples=examples(8, 40), deadline=None)
@given(lpd_files(), lpd_files())
def test_every_word_that_went_or_came_stands_in_the_finished_file(
    old: LpdFile, new: LpdFile
) -> None:
    document = _document(old, new)
    said = _packed("".join(text for _role, text in _texts(document)))
    assert _unsaid(document.comparison, said) == []


@settings(max_examples=examples(16, 80), deadline=None)
@given(nested_blocks(), nested_blocks(), st.data())
def test_every_word_stands_in_the_file_however_blocks_are_nested(
    old: Blocks, more: Blocks, data: st.DataObject
) -> None:
    new = tuple(data.draw(st.permutations((*old, *more))))
    document = _between(old, new)
    said = _packed("".join(text for _role, text in _texts(document)))
    assert _unsaid(document.comparison, said) == []
    assert check_pdf(document.data) == ()


def test_an_item_may_begin_with_a_table() -> None:
    item = (_table([["Dienst", "Stellen"], ["Beratung", "12"]]),)
    said = _said(_between((paragraph("Alt."),), (ListBlock("l", "bullet", (item,)),)))
    assert "Listenpunkt, neu: Dienst | Stellen" in said


def test_a_word_that_is_not_told_is_noticed() -> None:
    comparison = Comparison(compare_plans(SAMPLE, CHANGED).places[:1])
    assert _unsaid(comparison, "08.11.2022") == ["01.12.2022"]


def test_old_and_new_words_stand_in_brackets_with_words_of_their_own() -> None:
    document = _between((paragraph("Es sind vier Häuser."),), (paragraph("Es sind drei Häuser."),))
    assert "Absatz, geändert: Es sind [alt 1: vier] [neu 1: drei] Häuser." in _said(document)


def test_struck_and_underlined_words_are_elements_that_say_so() -> None:
    document = _between((paragraph("Es sind vier Häuser."),), (paragraph("Es sind drei Häuser."),))
    texts = [span.text for span in read_structure(document.data).of_role("Span")]
    spans = list(zip(texts, _decorations(document), strict=True))
    assert spans[-2:] == [("vier", "/LineThrough"), ("drei", "/Underline")]


def _decorations(document: ChangeDocument) -> list[str]:
    """Of all spans, in the order of the tree."""
    with pikepdf.open(BytesIO(document.data)) as pdf:
        return list(_decorations_below(pdf.Root["/StructTreeRoot"]))


def _decorations_below(element: pikepdf.Object) -> Iterator[str]:
    for kid in element.get("/K", []):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            if kid["/S"] == "/Span":
                yield str(kid["/A"]["/TextDecorationType"])
            yield from _decorations_below(kid)


def test_amounts_stand_in_a_table_with_their_difference(document: ChangeDocument) -> None:
    texts = [" ".join(text.split()) for _role, text in _texts(document)]
    start = texts.index("Differenz")
    assert texts[start - 3 : start + 2] == ["Zeile", "Alt", "Neu", "Differenz", "in %"]
    assert texts[start + 4] == "1.234.567 €"
    assert re.fullmatch(r"[+−][\d.]+ €", texts[start + 5])
    assert re.fullmatch(r"[+−]\d+,\d\d %", texts[start + 6])


def test_what_is_compared_stands_at_the_start() -> None:
    approved = with_release(SAMPLE)
    states = (
        ComparedState(approved, "Fassung Kreistag", "30.11.2022, 10:30"),
        ComparedState(CHANGED, "Jetziger Entwurf"),
    )
    said = _said(render_changes(*states))
    assert said.startswith(
        "Änderungsdokument Änderungen zwischen „Fassung Kreistag“ und „Jetziger Entwurf“ "
    )
    assert "Festgehalten 30.11.2022, 10:30 –" in said
    assert "Zustand Fassung 1, freigegeben am 30.11.2022 Entwurf" in said
    assert summary(compare_plans(approved, CHANGED)) in said


def test_two_plans_that_say_the_same_take_one_page_and_one_sentence() -> None:
    document = _document(SAMPLE, SAMPLE)
    assert _said(document).endswith(SAME)
    with pikepdf.open(BytesIO(document.data)) as pdf:
        assert len(pdf.pages) == 1


def test_it_is_sound_and_carries_no_data(document: ChangeDocument) -> None:
    assert check_pdf(document.data) == ()
    assert check_pdf(_document(SAMPLE, SAMPLE).data) == ()
    with pytest.raises(NoPlanInPdfError):
        extract_published(document.data)


@settings(max_examples=examples(5, 15), deadline=None)
@given(lpd_files(), lpd_files())
def test_whatever_is_compared_gives_a_sound_file(old: LpdFile, new: LpdFile) -> None:
    assert check_pdf(_document(old, new).data) == ()


def test_each_page_says_what_it_is(document: ChangeDocument) -> None:
    from lpd_desktop.pdf.content_reading import read_page

    with pikepdf.open(BytesIO(document.data)) as pdf:
        artifacts = [read_page(page).artifacts for page in pdf.pages]
    assert all("Änderungsdokument" in each for each in artifacts)
    assert len(artifacts) > 3


def test_the_same_states_give_the_same_bytes(document: ChangeDocument) -> None:
    assert _document(SAMPLE, _changed_sample()).data == document.data


def test_the_work_around_the_plans_is_not_told() -> None:
    noted = with_fields(CHANGED, work=replace(CHANGED.work, ignored_words=("Geheimwort",), log=()))
    assert _document(SAMPLE, noted).data == _document(SAMPLE, CHANGED).data


def test_a_row_shows_which_cell_changed() -> None:
    rows = [["Dienst", "Stellen"], ["Beratung", "12"], ["Vermittlung", "8"]]
    newer = [rows[0], ["Beratung", "14"], rows[2], ["Leitung", "2"]]
    said = _said(_between((_table(rows),), (_table(newer),)))
    assert (
        "Änderung Spalte 1 Spalte 2 Unverändert Dienst Stellen "
        "Geändert Beratung [alt 1: 12] [neu 1: 14] Neu Leitung 2"
    ) in said
    assert "Vermittlung" not in said


def _table(rows: list[list[str]]) -> Table:
    cells = tuple(tuple((text_run(text),) for text in row) for row in rows)
    return Table("t", rows=cells, header_rows=1)


def test_a_row_with_another_number_of_cells_is_told_as_text() -> None:
    old, new = (_table([["Dienst", *cells]]) for cells in (["4"], ["4", "5"]))
    said = _said(_between((old,), (new,)))
    assert "Tabellenzeile, geändert" in said
    assert "[neu 1: | 5]" in said


def test_what_cannot_be_seen_is_named() -> None:
    blank = _said(_between((paragraph("Es sind vier."),), (paragraph("Es  sind vier."),)))
    assert "Geändert: 1 Leerzeichen anders, kein Wort." in blank
    assert blank.endswith("Absatz, geändert: Leerzeichen eingefügt bei „Es sind“.")
    hidden = _said(_between((paragraph("Es sind vier."),), (paragraph("Es \u200dsind vier."),)))
    assert "Geändert: 1 unsichtbares Zeichen anders, kein Wort." in hidden
    assert "unsichtbares Zeichen U+200D eingefügt bei „Es sind“." in hidden


def test_fixed_blanks_are_told_in_one_line_and_no_word_is_counted() -> None:
    old = "Nach § 16i SGB II sind es ca. 1,2 Mio. € und 3,9 %, nach § 16e mehr."
    new = old
    for words in ("§ 16", "SGB II", "ca. 1", "9 %"):
        new = new.replace(words, words.replace(" ", "\u00a0"))
    said = _said(_between((paragraph(old),), (paragraph(new),)))
    assert "An einer Stelle hat sich etwas geändert: 5 Leerzeichen anders." in said
    assert said.endswith(
        "Absatz, geändert: 5 × Leerzeichen → festes Leerzeichen bei „§ 16i“, „SGB II“, "
        "„ca. 1,2“, „3,9 %“, „§ 16e“."
    )


def test_blanks_beside_changed_words_are_told_behind_the_line() -> None:
    old, new = "Nach § 16i sind es vier Plätze.", "Nach §\u00a016i sind es fünf Plätze."
    assert (
        "Nach § 16i sind es [alt 1: vier] [neu 1: fünf] Plätze. "
        "(Leerzeichen → festes Leerzeichen bei „§ 16i“)"
    ) in _said(_between((paragraph(old),), (paragraph(new),)))


def test_a_cell_whose_blanks_changed_says_so() -> None:
    old, new = (_table([["Dienst", text], ["Rat", "8"]]) for text in ("§ 16i", "§\u00a016i"))
    said = _said(_between((old,), (new,)))
    assert "Geändert Dienst § 16i (Leerzeichen → festes Leerzeichen bei „§ 16i“)" in said


def test_a_statement_whose_blanks_changed_is_told_in_words() -> None:
    names = ("Jobcenter Talbrück", "Jobcenter\u00a0Talbrück")
    files = [
        with_fields(
            SAMPLE,
            plan=replace(SAMPLE.plan, jobcenter=replace(SAMPLE.plan.jobcenter, own_name=name)),
        )
        for name in names
    ]
    document = _document(*files)
    assert document.comparison.words_added == 0
    line = "Eigener Name, geändert: Leerzeichen → festes Leerzeichen bei „Jobcenter Talbrück“."
    assert line in _said(document)


def test_a_divided_paragraph_is_told_without_a_word() -> None:
    whole = (paragraph(f"{MOVED} Davon haben alle etwas."),)
    parts = (paragraph(MOVED), paragraph("Davon haben alle etwas."))
    divided, joined = _said(_between(whole, parts)), _said(_between(parts, whole))
    assert divided.endswith(
        "Absatz, geändert, Absatz geteilt: Leerzeichen → Absatzwechsel bei „gezahlt. ¶ Davon“."
    )
    assert joined.endswith(
        "Absatz, geändert, Absätze verbunden: Absatzwechsel → Leerzeichen bei „gezahlt. Davon“."
    )
    assert "An einer Stelle hat sich etwas geändert." in divided


def test_brackets_of_the_text_carry_no_number_of_a_change() -> None:
    old, new = (f"Es steht [alt: x] [neu: y] da und {word}." for word in ("mehr", "weniger"))
    said = _said(_between((paragraph(old),), (paragraph(new),)))
    assert "Es steht [alt: x] [neu: y] da und [alt 1: mehr] [neu 1: weniger]." in said


def test_each_change_has_a_number_of_its_own(document: ChangeDocument) -> None:
    numbers = [int(each) for each in re.findall(r"\[(?:alt|neu) (\d+):", _said(document))]
    changes = numbers[2:]
    assert numbers[:2] == [0, 0]
    assert changes == sorted(changes)
    assert set(changes) == set(range(1, max(changes) + 1))
    assert max(Counter(changes).values()) <= 2


def test_a_change_of_emphasis_alone_is_told() -> None:
    bold = Paragraph("b", (Run(text="Es sind vier.", bold=True),))
    assert "Absatz, geändert, anders ausgezeichnet: Es sind vier." in _said(
        _between((paragraph("Es sind vier."),), (bold,))
    )


def test_a_paragraph_that_was_moved_is_not_called_new() -> None:
    one, two = paragraph("Die erste Aussage des Textes."), paragraph("Die zweite steht danach.")
    said = _said(_between((one, two), (two, one)))
    assert re.search(r"Absatz, verschoben, stand weiter (oben|unten): Die \w+", said)
    assert "neu:" not in said.rpartition("geändert:")[2].partition("Absatz")[2]


def test_a_paragraph_that_was_moved_and_changed_shows_its_words() -> None:
    old = (paragraph(MOVED), paragraph("Zweitens berät das Jobcenter alle, die das möchten."))
    new = (old[1], paragraph(MOVED.replace("100.000", "120.000")))
    said = _said(_between((*old, paragraph("Dies bleibt.")), (*new, paragraph("Dies bleibt."))))
    assert "verschoben, stand weiter" in said
    assert "[alt 1: 100.000] [neu 1: 120.000]" in said
    assert "Absatz, neu" not in said


def test_one_place_is_told_as_one() -> None:
    said = _said(_between((paragraph("Es sind vier."),), (paragraph("Es sind drei."),)))
    assert "An einer Stelle hat sich etwas geändert" in said


def test_quotes_inside_quotes_are_single_ones() -> None:
    stayed = paragraph("Das Vorhaben „Neustart“ beginnt.")
    said = _said(_between((stayed,), (stayed, paragraph("Neu ist nur dieser Schluss."))))
    assert "… 1 unveränderte Zeile, „Das Vorhaben ‚Neustart‘ beginnt.“" in said


def test_a_footnote_that_is_cut_keeps_its_bracket() -> None:
    note = Run(footnote=(text_run("Vorläufiger Wert, den der Bund noch nicht bestätigt hat."),))

    def noted(number: str) -> tuple[Block, ...]:
        runs = (text_run(f"Es stehen {number} € zur Verfügung"), note, text_run("."))
        return (Paragraph("p", runs),)

    said = _said(_between(noted("100"), noted("120")))
    assert re.search(r"zur Verfügung \[Fußnote: Vorläufiger[^\]]*…\]", said)
    stayed = _said(_between(noted("100"), (*noted("100"), paragraph("Neu."))))
    assert re.search(r"„Es stehen[^“\[]*(\[[^“\]]*\])?“", stayed)


def test_statements_about_a_table_do_not_stand_under_the_name_of_a_row() -> None:
    item = next(SAMPLE.form.budgets).key
    table = SAMPLE.plan.table_of(SAMPLE.form, item)
    own = TableRow(key="own_9", label="Zuschuss „Rat“", role="for_information", plan=9600000)
    newer = replace(table, print=not table.print, rows=(*table.rows, own))
    answer = replace(SAMPLE.plan.answer(item), table=newer)
    plan = replace(SAMPLE.plan, answers={**SAMPLE.plan.answers, item: answer})
    document = _document(SAMPLE, with_fields(SAMPLE, plan=plan))
    assert "Zeile „Zuschuss ‚Rat‘“, neu Angaben zur ganzen Tabelle Angabe Alt Neu" in _said(
        document
    )
    assert "Caption" in [role for role, _text in _texts(document)]
    assert check_pdf(document.data) == ()


def test_a_long_stretch_that_stayed_is_counted_and_not_repeated() -> None:
    stayed = tuple(paragraph(f"Der {number}. Satz bleibt, wie er ist.") for number in range(40))
    said = _said(_between(stayed, (*stayed, paragraph("Neu ist nur dieser Schluss."))))
    assert "… 40 unveränderte Zeilen, zuletzt „Der 39. Satz" in said
    assert "Der 12. Satz" not in said
    assert "Absatz, neu: Neu ist nur dieser Schluss." in said


def test_a_row_higher_than_a_page_loses_nothing() -> None:
    words = [f"Wort{number}" for number in range(3000)]
    old, new = (_table([["Dienst", "Text"], ["Beratung", text]]) for text in ("", " ".join(words)))
    document = _between((old,), (new,))
    said = _packed(_said(document))
    assert _packed("".join(words)) in said
    assert check_pdf(document.data) == ()


def test_characters_that_the_fonts_lack_do_no_harm() -> None:
    document = _between((paragraph("Es sind vier."),), (paragraph("Es sind \U0001f600 vier."),))
    assert "[neu 1: (Zeichen U+1F600, grinning face)] vier." in _said(document)
    other = _between((paragraph("Es sind \U0001f600."),), (paragraph("Es sind \U0001f389."),))
    marks = "[alt 1: (Zeichen U+1F600, grinning face)] [neu 1: (Zeichen U+1F389, party popper)]"
    assert f"Es sind {marks}." in _said(other)


def test_elements_grow_with_the_changes_and_not_faster() -> None:
    key = Address(text_item(SAMPLE.form))

    def strips(number: int) -> int:
        blocks = tuple(paragraph(f"Der {each}. neue Satz steht hier.") for each in range(number))
        new = with_fields(SAMPLE, plan=with_blocks(SAMPLE.form, SAMPLE.plan, key, blocks))
        assert blocks_at(new.form, new.plan, key) == blocks
        states = ComparedState(SAMPLE, "a"), ComparedState(new, "b")
        return len(change_story(compare_plans(SAMPLE, new), *states).strips)

    few, some, many = (strips(number) for number in (10, 20, 40))
    assert many - some == 2 * (some - few)


def test_places_that_one_state_alone_has_say_so(document: ChangeDocument) -> None:
    headings = [text for role, text in _texts(document) if role == "H2"]
    assert len(set(headings)) == len(headings)
    assert "C Potential 1, Thema (entfallen)" in headings
    back = [text for role, text in _texts(_document(CHANGED, SAMPLE)) if role == "H2"]
    assert "C Potential 1, Thema (neu)" in back


def test_names_of_files_do_no_harm() -> None:
    name = "Plan\n\x01\udcff\u202e" + "sehr" * 80 + ".lpd"
    states = ComparedState(SAMPLE, name), ComparedState(CHANGED, "<&>\U0001f600.lpd")
    assert check_pdf(render_changes(*states).data) == ()


def test_it_is_nobodys_plan_in_name(document: ChangeDocument) -> None:
    with pikepdf.open(BytesIO(document.data)) as pdf:
        title = str(pdf.docinfo["/Title"])
    assert title == "Änderungsdokument: Änderungen zwischen „alt.lpd“ und „neu.lpd“"
