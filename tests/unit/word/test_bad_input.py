"""What is no document gets one German sentence, and nothing else is ever raised."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lpd_desktop.form.library import form_for_year
from lpd_desktop.runtime.errors import LpdError
from lpd_desktop.word.decoding import SIZE_LIMIT, TEXT_LIMIT
from lpd_desktop.word.importing import import_document
from lpd_desktop.word.source import UnreadableDocumentError
from tests.unit.word.written import plan_signs, signs

FORM = form_for_year(2023)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "leer"),
        (b" \n\t\n", "leer"),
        (b"%PDF-1.7\n...", "PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 alt", "Kennwort"),
        (b"{\\rtf1 Text}", "RTF"),
        (bytes(range(256)) * 8, "keinen Text"),
        (b"x" * (TEXT_LIMIT + 1), "mehr als 4 MB Text"),
        (b"x" * (SIZE_LIMIT + 1), "größer als 32 MB"),
    ],
)
def test_the_reason_is_named_in_one_sentence(data, reason):
    with pytest.raises(UnreadableDocumentError, match=reason) as caught:
        import_document(data, "datei.txt", FORM)
    assert "\n" not in str(caught.value)
    assert caught.value.exit_status == 2


def test_windows_1252_is_read_with_a_note():
    text = f"{FORM.text(FORM.sections[1].heading)}\n\nPersonal:\n\nMüller & Söhne für 5 €"
    result = import_document(text.encode("cp1252"), "alt.txt", FORM)
    assert [note.rule for note in result.notes if note.rule == "I-ENCODING"]
    assert "Söhne" in str(result.file.plan.answer("A.staff").text)


@given(st.binary(max_size=3000))
@example(b"PK\x03\x04")
@example(b"\xff\xfe\x00")
def test_bytes_of_any_kind_raise_nothing_but_sentences(data):
    try:
        result = import_document(data, "irgendwas", FORM)
    except LpdError:
        return
    assert result.words_in == result.words_placed + result.words_form + result.words_unplaced


_WORDINGS = [
    *(FORM.text(section.heading) for section in FORM.sections if section.heading),
    *(FORM.text(item.title) for item in FORM.items if item.title),
    *(topic.title for topic in FORM.topics.topics),
    *(FORM.text(question.text) for question in FORM.topics.questions),
    FORM.topics.instruction,
    FORM.text(FORM.potentials.instruction),
    *("Thema: Etwas Neues", "Geplante Weiterentwicklung in 2023:", "1. Internes Potential"),
    *("Inhalt:", "B.1 Schwerpunktthema 1:", "B.2 2. Ganz anderes", "Stand: 04.11.2022"),
    *("- ein Punkt", "1. erstens", "a.) zuerst", "**fett**", "---", "", "Tab\tund\tmehr"),
    *("Verwaltungsmittel – insgesamt 1.000 2.000", "Wort-", "fortsetzung<sup>1</sup>"),
    *("<sup>1</sup> Anmerkung", "### Überschrift", "| a | b |", "Kreis Kleve", "Jobcenters"),
]
LINES = st.lists(
    st.one_of(
        st.sampled_from(_WORDINGS),
        st.sampled_from(_WORDINGS).flatmap(
            lambda text: st.integers(0, len(text)).map(lambda cut: text[:cut] + "\n" + text[cut:])
        ),
        st.text("abcÄß §*_-–.,:;!?()[]<>|\\#1234 \t\u00a0", max_size=90),
    ),
    max_size=40,
)


@given(LINES, st.sampled_from(["\n", "\n\n"]))
def test_the_balance_of_words_holds_for_any_document(lines, between):
    data = between.join(lines).encode()
    try:
        result = import_document(data, "plan.md", FORM)
    except UnreadableDocumentError:
        assert not data.strip()
        return
    assert result.words_in == result.words_placed + result.words_form + result.words_unplaced
    assert result.file.work.unplaced == result.unplaced


@given(LINES)
def test_no_letter_is_invented(lines):
    text = "\n".join(lines)
    try:
        result = import_document(text.encode(), "plan.md", FORM)
    except UnreadableDocumentError:
        return
    assert not plan_signs(FORM, result.file.plan) - signs(text)
