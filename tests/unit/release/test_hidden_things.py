"""Nothing can be hidden where a map, a library or a viewer shows one thing only."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from lpd_desktop.pdf.attachment import extract_published
from lpd_desktop.pdf.edition import Edition
from lpd_desktop.pdf.inspection import foreign_parts
from lpd_desktop.pdf.inspection.same_build import build_changes
from lpd_desktop.pdf.rendering import render_edition
from lpd_desktop.release.sign_off import SignedOff
from lpd_desktop.release.verification import Verdicts, verify
from tests.unit.release import hidden_things, tamperings
from tests.unit.release.rewriters import edited

pytestmark = pytest.mark.usefixtures("originals_are_made_once")

Edit = Callable[[pikepdf.Pdf], object]

HIDDEN: dict[str, tuple[Edit, str, str]] = {
    "a second file first": (
        hidden_things.second_entry("lpd.json"), "attachment", "liegen dem Dokument 2 Dateien bei",
    ),
    "a program first": (
        hidden_things.second_entry("Rechnung.exe"), "attachment", "„Rechnung.exe“ wurde beigefügt",
    ),
    "a program in a branch": (
        hidden_things.second_entry_below, "attachment", "„x.exe“ wurde beigefügt",
    ),
    "an index in itself": (
        hidden_things.index_in_itself, "attachment", "führt in sich selbst zurück",
    ),
    "an entry outside its limits": (
        hidden_things.entry_outside_limits, "attachment", "nicht jedes Programm sucht",
    ),
    "other data associated": (
        hidden_things.other_spec_associated, "attachment", "zugeordnet: „x.exe“",
    ),
    "a file at an element": (
        hidden_things.file_at_an_element, "attachment", "nicht im Verzeichnis der Beilagen",
    ),
    "a file on a page": (
        hidden_things.file_at_an_annotation, "annotation", "„rechnung.exe“",
    ),
    "an address at a bookmark": (
        hidden_things.bookmark_with_address, "outline", "Lesezeichen",
    ),
    "a script at a bookmark": (
        hidden_things.bookmark_with_script, "script", "Ein Lesezeichen führt etwas aus",
    ),
    "a script by name": (hidden_things.script_by_name, "script", "beim Öffnen ausgeführt"),
    "an action of a page": (hidden_things.page_acts, "script", "Auf Seite 4"),
    "names of places": (hidden_things.destinations, "setting", "benannte Ziele"),
    "ways of reading": (
        tamperings.in_catalog(Threads=Array()), "setting", "Lesewege durch die Seiten",
    ),
    "a page twice": (hidden_things.same_page_twice, "page_added", "wurde hinzugefügt"),
    "a window of no comment": (hidden_things.lone_window, "annotation", "eine Anmerkung"),
    "a font that is not used": (hidden_things.unused_font, "build", "An einer Schrift"),
    "letters for copying": (hidden_things.letters_for_copying, "build", "An einer Schrift"),
    "a replacement text": (hidden_things.replacement_text, "build", "An den Zeichenbefehlen"),
    "a drawing of nothing": (hidden_things.drawn_nowhere, "build", "An den Zeichenbefehlen"),
    "a drawing in store": (hidden_things.form_in_resources, "build", "An einem Bild"),
    "another profile of colours": (hidden_things.colours_swapped, "setting", "Farbprofil"),
    "another look of a link": (hidden_things.link_look, "build", "An einem Verweis"),
    "a layer on a page": (hidden_things.layer_on_page, "build", "nicht zu sehen"),
    "a hidden layer": (hidden_things.layer_with_catalog, "layers", "ausblenden"),
    "a stamp": (tamperings.annotated("/Stamp"), "annotation", "ein Stempel"),
    "a field": (tamperings.field_added(Name.Tx), "form", "ein Formularfeld"),
    "a free text": (tamperings.annotated("/FreeText"), "annotation", "ein Textfeld"),
    "a blackening": (tamperings.annotated("/Redact"), "annotation", "eine Schwärzung"),
    "a portfolio": (
        tamperings.in_catalog(Collection=Dictionary(View=Name.D)), "setting", "eine Sammlung",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", HIDDEN)
def test_what_is_hidden_is_named_and_never_called_saved_anew(signed: SignedOff, name: str) -> None:
    edit, kind, sentence = HIDDEN[name]
    verdicts = verify(edited(signed.pdf, edit))
    assert verdicts.outcome == "changed"
    assert verdicts.only_resaved.answer == "no"
    assert kind in {each.kind for each in verdicts.deviations}
    assert any(sentence in each.sentence for each in verdicts.deviations), told(verdicts)


def told(verdicts: Verdicts) -> list[str]:
    return [each.sentence for each in verdicts.deviations]


def test_a_second_file_behind_the_data_is_named_beside_what_it_changes(signed: SignedOff) -> None:
    content = extract_published(signed.pdf)

    def edit(pdf: pikepdf.Pdf) -> None:
        hidden_things.second_entry("lpd.json", first=False)(pdf)
        pdf.Root.Names.EmbeddedFiles.Names[3].EF.F.write(content + b" ")

    assert any("2 Dateien" in each for each in told(verify(edited(signed.pdf, edit))))


def test_a_file_attached_to_an_edition_without_data_is_named(signed: SignedOff) -> None:
    published = render_edition(signed.file, Edition("publishing")).data

    def edit(pdf: pikepdf.Pdf) -> None:
        pdf.attachments["lpd.json"] = b"{}"

    assert verify(published).outcome == "without_data"
    verdicts = verify(edited(published, edit))
    assert any("„lpd.json“ wurde beigefügt" in each for each in told(verdicts))
    assert verdicts.outcome == "changed"


def test_an_entry_that_stands_twice_is_named(signed: SignedOff) -> None:
    """Libraries take the last one, and some viewers the first."""
    twice = (b"/Lang (de-DE)", b"/Lang (fi-FI) /Lang (de-DE)")
    verdicts = verify(tamperings.updated_behind(signed.pdf, twice))
    assert (verdicts.outcome, {each.kind for each in verdicts.deviations}) == (
        "changed",
        {"twofold"},
    )
    assert "(Lang)" in verdicts.summary


def test_a_state_before_the_shown_one_is_named(signed: SignedOff) -> None:
    """Where the original itself is not whole in the file, its update is no mere addition."""
    other = edited(signed.pdf, tamperings.title_changed, object_stream_mode=disabled())
    back = edited(signed.pdf, object_stream_mode=disabled())
    assert kinds(verify(back)) == set()
    with pikepdf.open(BytesIO(back)) as pdf:
        right = bytes(pdf.docinfo.unparse(resolved=True))
        number = pdf.docinfo.objgen[0]
    verdicts = verify(appended(other, number, right))
    assert "revisions" in kinds(verdicts)
    assert verdicts.outcome == "changed"
    assert "1 früheren Stand" in verdicts.summary


def disabled() -> pikepdf.ObjectStreamMode:
    return pikepdf.ObjectStreamMode.disable


def kinds(verdicts: Verdicts) -> set[str]:
    return {each.kind for each in verdicts.deviations}


def appended(data: bytes, number: int, content: bytes) -> bytes:
    """An incremental update that replaces one object."""
    start = int(data.split(b"startxref")[-1].split()[0])
    with pikepdf.open(BytesIO(data)) as pdf:
        size, root = int(pdf.trailer.Size), pdf.Root.objgen[0]
    at = len(data)
    added = b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"xref\n0 0\n%d 1\n%010d 00000 n \n" % (number, at)
    entries = (size, root, number, start)
    trailer = b"trailer\n<< /Size %d /Root %d 0 R /Info %d 0 R /Prev %d >>\n" % entries
    return data + added + table + trailer + b"startxref\n%d\n%%%%EOF\n" % (at + len(added))


def test_two_lists_of_all_objects_are_named(signed: SignedOff) -> None:
    with pikepdf.open(BytesIO(edited(signed.pdf))) as pdf:
        pdf.trailer["/XRefStm"] = 12
        found = list(foreign_parts.foreign_parts(pdf, has_data=True))
    assert [each.kind for each in found] == ["twofold"]


def test_a_chain_of_thousands_of_objects_is_compared_to_its_end() -> None:
    def chained(last: str) -> pikepdf.Pdf:
        pdf = pikepdf.new()
        item = pdf.make_indirect(Dictionary(Title=last))
        for _ in range(3000):
            item = pdf.make_indirect(Dictionary(Title="a", Next=item))
        pdf.Root.Outlines = pdf.make_indirect(Dictionary(First=item))
        return pdf

    with chained("z") as one, chained("z") as same, chained("y") as other:
        assert build_changes(one, same) == ()
        assert [each.kind for each in build_changes(one, other)] == ["outline"]
