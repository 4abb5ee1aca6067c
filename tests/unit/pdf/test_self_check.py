"""A file that does not say what the data say is not handed out, whatever went wrong inside."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from lpd_desktop.cli import main
from lpd_desktop.pdf import budget_story, finishing, plan_story, rich_text_story, story
from lpd_desktop.pdf.canvas import TaggedCanvas
from lpd_desktop.pdf.edition import DRAFT, PUBLISHING
from lpd_desktop.pdf.rendering import Rendered, render_edition, render_plan, render_raw
from lpd_desktop.pdf.self_check import Said, SelfCheckError, require_said
from lpd_desktop.plan.file import LpdFile, save_lpd, write_published
from lpd_desktop.plan.rich_text import ListBlock, Paragraph, Run, Table
from lpd_desktop.plan.work import Signatory
from lpd_desktop.release.approval import Approval
from lpd_desktop.release.sign_off import sign_off
from tests.unit.pdf.conftest import with_text

WORDS = "Die Beratung erreicht vierundachtzig Betriebe"
RICH = (
    Paragraph("p", (Run(text=f"{WORDS} und 1.234 Menschen"), Run(footnote=(Run(text="Quelle"),)))),
    ListBlock(
        "l", "number", tuple((Paragraph(f"i{n}", (Run(text=f"Schritt {n}"),)),) for n in (1, 2))
    ),
    Table(
        "t",
        (((Run(text="Kopf"),), (Run(text="2023"),)), ((Run(text="Zeile"),), (Run(text="77"),))),
        1,
    ),
)


@pytest.fixture
def rich(sample: LpdFile) -> LpdFile:
    return with_text(sample, RICH)


Drawn = Callable[[str], str]


def drawing(monkeypatch: pytest.MonkeyPatch, change: Drawn) -> None:
    """From now on each text is changed between the story and the page."""
    draw = TaggedCanvas.text

    def changed(canvas, target, position, text, ink):
        text = change(text)
        if text:
            draw(canvas, target, position, text, ink)

    monkeypatch.setattr(TaggedCanvas, "text", changed)


FAULTS_OF_DRAWING: dict[str, Drawn] = {
    "a lost blank": lambda text: text.replace("Die Beratung", "DieBeratung"),
    "a lost line": lambda text: "" if WORDS[:12] in text else text,
    "a swapped digit": lambda text: text.replace("1.234", "1.243"),
    "a changed letter": lambda text: text.replace("Betriebe", "Betreibe"),
    "a lost number of a list": lambda text: "" if text.strip() == "2." else text,
    "a lost cell": lambda text: "" if text.strip() == "77" else text,
    "a doubled text": lambda text: text + text if text.startswith("Quelle") else text,
    "a lost letter": lambda text: text.replace("ä", ""),
}


@pytest.mark.parametrize("fault", FAULTS_OF_DRAWING)
def test_what_is_lost_between_story_and_page_is_refused(
    monkeypatch: pytest.MonkeyPatch, rich: LpdFile, fault: str
) -> None:
    render_plan(rich, draft=True)
    drawing(monkeypatch, FAULTS_OF_DRAWING[fault])
    with pytest.raises(SelfCheckError, match="nicht mit den Daten"):
        render_plan(rich, draft=True)


def without_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plan_story, "add_blocks", lambda *_args: None)


def without_notes(monkeypatch: pytest.MonkeyPatch) -> None:
    fill = story.fill_note
    monkeypatch.setattr(story, "fill_note", lambda where, note, _runs: fill(where, note, ()))


def with_backward_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    write = rich_text_story.add_blocks

    def backwards(story, parent, blocks, address, level):
        write(story, parent, blocks[::-1], address, level)

    monkeypatch.setattr(plan_story, "add_blocks", backwards)


def with_wrong_numbering(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rich_text_story, "_mark", lambda _block, index, _depth: f"{index}.")


@pytest.mark.parametrize(
    "fault", [without_answer, without_notes, with_backward_blocks, with_wrong_numbering]
)
def test_what_the_story_itself_forgets_or_mixes_up_is_refused(
    monkeypatch: pytest.MonkeyPatch, rich: LpdFile, fault
) -> None:
    render_plan(rich, draft=True)
    fault(monkeypatch)
    with pytest.raises(SelfCheckError, match="es fehlt"):
        render_plan(rich, draft=True)


def test_an_amount_that_the_story_sets_wrong_is_refused(monkeypatch, sample: LpdFile) -> None:
    right = budget_story.amount_text

    def wrong(amount, *, with_cents):
        shown = right(amount, with_cents=with_cents)
        return shown[1] + shown[0] + shown[2:] if shown[:2].isdecimal() else shown

    monkeypatch.setattr(budget_story, "amount_text", wrong)
    with pytest.raises(SelfCheckError, match="es fehlt"):
        render_plan(sample, draft=True)


def test_rows_that_the_story_leaves_out_are_refused(monkeypatch, sample: LpdFile) -> None:
    rows = budget_story._TableWriter.rows.fget
    monkeypatch.setattr(budget_story._TableWriter, "rows", property(lambda each: rows(each)[:-1]))
    with pytest.raises(SelfCheckError, match="es fehlt"):
        render_plan(sample, draft=True)


def changed(file: LpdFile, old: bytes, new: bytes) -> bytes:
    """The finished draft with some bytes changed before it was packed and stamped."""
    raw = render_raw(file, draft=True).data
    assert old in raw
    return finishing.rewritten(raw.replace(old, new.ljust(len(old))))


def said_by(rendered: Rendered, file: LpdFile) -> Said:
    return Said(rendered.texts, attachment=write_published(file))


def test_the_file_as_it_is_says_all(draft: Rendered, sample: LpdFile) -> None:
    require_said(draft.data, said_by(draft, sample))


def test_other_attached_data_and_missing_ones_are_refused(draft: Rendered, sample: LpdFile) -> None:
    said = said_by(draft, sample)
    for attachment in (None, b"{}", (said.attachment or b"") + b" "):
        with pytest.raises(SelfCheckError, match="beigefügten Daten"):
            require_said(draft.data, replace(said, attachment=attachment))


def test_a_wrong_checksum_and_a_broken_file_are_refused(draft: Rendered, sample: LpdFile) -> None:
    said = said_by(draft, sample)
    other = draft.data.replace(b"/Type /XRef", b"/Type /XREF")
    assert other != draft.data
    with pytest.raises(SelfCheckError, match="Prüfsumme"):
        require_said(other, said)
    with pytest.raises(SelfCheckError, match="Prüfsumme"):
        require_said(draft.data[:4000], said)


def test_a_file_without_structure_is_refused(draft: Rendered, sample: LpdFile) -> None:
    data = changed(sample, b"/StructTreeRoot 5", b"/StructTreeRoof 5")
    with pytest.raises(SelfCheckError, match="lässt sich nicht lesen"):
        require_said(data, said_by(draft, sample))


def test_a_code_that_another_letter_belongs_to_is_refused(draft: Rendered, sample: LpdFile) -> None:
    data = changed(sample, b"<65> <0065>", b"<65> <0066>")
    with pytest.raises(SelfCheckError, match="ab „"):
        require_said(data, said_by(draft, sample))


def test_text_outside_of_the_structure_is_refused(draft: Rendered, sample: LpdFile) -> None:
    footer = b"/Artifact <</Type /Pagination /Subtype /Footer>> BDC"
    data = changed(sample, footer, b"/Span <</Lang /de>> BDC")
    with pytest.raises(SelfCheckError, match="außerhalb der Gliederung"):
        require_said(data, said_by(draft, sample))


def test_text_that_no_element_names_is_refused(draft: Rendered, sample: LpdFile) -> None:
    data = changed(sample, b"/H1 <</MCID 0>> BDC", b"/H1 <</MCID 9>> BDC")
    with pytest.raises(SelfCheckError, match="ab „"):
        require_said(data, said_by(draft, sample))


def test_a_wrong_page_number_in_the_contents_is_refused(
    monkeypatch: pytest.MonkeyPatch, sample: LpdFile
) -> None:
    drawing(monkeypatch, lambda text: re.sub(r"^ (\d+)$", lambda m: f" {int(m[1]) + 1}", text))
    with pytest.raises(SelfCheckError, match="Inhaltsverzeichnis"):
        render_plan(sample, draft=True)


def test_a_link_of_the_contents_that_leads_elsewhere_is_refused(
    draft: Rendered, sample: LpdFile
) -> None:
    data = changed(sample, b"/Dest [4 0 R", b"/Dest [2 0 R")
    with pytest.raises(SelfCheckError, match="Inhaltsverzeichnis"):
        require_said(data, said_by(draft, sample))


def lost_line(monkeypatch: pytest.MonkeyPatch) -> None:
    drawing(monkeypatch, FAULTS_OF_DRAWING["a lost line"])


@pytest.mark.parametrize("older", [b"%PDF-1.7 older", None])
def test_nothing_is_written_and_an_older_file_stays(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    rich: LpdFile,
    older: bytes | None,
) -> None:
    plan, target = tmp_path / "p.lpd", tmp_path / "p.pdf"
    save_lpd(plan, rich)
    if older is not None:
        target.write_bytes(older)
    lost_line(monkeypatch)
    assert main(["export", str(plan), "-o", str(target), "--draft", "--replace"]) == 2
    error = capsys.readouterr().err.strip()
    assert error.count("\n") == 0
    assert "nicht ausgegeben" in error
    assert (target.read_bytes() if target.exists() else None) == older
    assert sorted(each.name for each in tmp_path.iterdir()) == (
        ["p.lpd"] if older is None else ["p.lpd", "p.pdf"]
    )


def test_an_approval_is_refused_as_well(monkeypatch: pytest.MonkeyPatch, sample: LpdFile) -> None:
    approval = Approval((Signatory(name="A B", role="Leitung"),), "Ort", "2022-11-10")
    sign_off(sample, approval)
    drawing(monkeypatch, lambda text: text.replace("Leitung", "Leistung"))
    with pytest.raises(SelfCheckError):
        sign_off(sample, approval)


def test_the_preview_pays_nothing_and_shows_what_there_is(
    monkeypatch: pytest.MonkeyPatch, rich: LpdFile
) -> None:
    monkeypatch.setattr(finishing, "require_said", lambda *_args: pytest.fail("checked"))
    assert render_raw(rich, draft=True).pages > 1


def test_a_publishing_copy_that_carries_data_is_refused(
    monkeypatch: pytest.MonkeyPatch, approved: LpdFile
) -> None:
    copy = render_edition(approved, PUBLISHING)
    carried = Said(copy.texts, attachment=write_published(approved))
    with pytest.raises(SelfCheckError, match="beigefügten Daten"):
        require_said(copy.data, carried)
    with pytest.raises(SelfCheckError, match="beigefügten Daten"):
        require_said(render_edition(approved, DRAFT).data, Said(copy.texts))
