"""The document as `pdftotext -layout` shows it: cover, contents, questions, page numbers."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from lpd_desktop.pdf.reading import Element, read_structure
from lpd_desktop.pdf.rendering import render_plan
from lpd_desktop.plan.file import LpdFile, seal_digest
from lpd_desktop.plan.model import Answer, Jobcenter, Potential, TopicAnswer
from lpd_desktop.plan.rich_text import Blocks, Heading, Paragraph, Run
from lpd_desktop.plan.signatory import Signatory
from lpd_desktop.plan.work import Release
from tests.unit.pdf.conftest import text_item

pytestmark = pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="pdftotext is not installed"
)
LONG_TITLE = "Ein sehr langes Thema, das in der Inhaltsübersicht über mehrere Zeilen läuft und " * 2


def answer(text: str) -> Blocks:
    return (Paragraph("p", (Run(text=text),)),)


def generated(sample: LpdFile, **changes: object) -> LpdFile:
    """A short plan whose pages do not depend on how lines are broken."""
    form = sample.form
    assert form.topics is not None
    chosen = [topic.key for topic in form.topics.topics[:2]]
    questions = [question.key for question in form.topics.questions_of(chosen[0])]
    topics = tuple(
        TopicAnswer(key=key, answers={each: answer(f"Zu {each}.") for each in questions})
        for key in chosen
    )
    plan = msgspec.structs.replace(
        sample.plan,
        as_of="2022-11-04",
        jobcenter=Jobcenter(name="Kreis Musterland", own_name="Jobcenter Musterland"),
        answers={text_item(form): Answer(text=answer("Personal steht bereit."))},
        topics=topics,
        potentials=(Potential(topic="Abläufe", development=answer("Wir üben.")),),
        **changes,
    )
    return replace(sample, plan=plan, release=None, as_read={})


def approved(file: LpdFile) -> LpdFile:
    head = Signatory(name="Ira Beispiel", role="Leitung")
    release = Release(
        version=1, seal=seal_digest(file), signatories=(head,), place="Ort", date="2022-11-30"
    )
    return replace(file, release=release)


def layout_of(data: bytes, folder: Path) -> list[list[str]]:
    """The lines of each page; blanks and dots in a row count once."""
    path = folder / "x.pdf"
    path.write_bytes(data)
    call = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True)
    pages = call.stdout.decode().split("\f")[:-1]
    return [[_plain(line) for line in page.splitlines() if line.strip()] for page in pages]


def _plain(line: str) -> str:
    line = re.sub(r"(?: ?\.){3,}", " …", line.replace("\u00a0", " "))
    return " ".join(line.split())


def headings_of(element: Element) -> list[tuple[str, str]]:
    return [each for each in element.texts() if re.fullmatch(r"H\d", each[0])]


def test_the_pages_of_a_short_plan_are_those_of_the_form(sample: LpdFile, tmp_path: Path):
    file = approved(generated(sample))
    form = file.form
    pages = layout_of(render_plan(file, draft=False).data, tmp_path)
    title = form.text(form.title)
    seal = file.release.seal[:8]
    assert pages[0] == [
        title,
        form.text(form.subtitle),
        form.own_name,
        "Kreis Musterland",
        "Stand: 04.11.2022",
        "Fassung 1, freigegeben am 30.11.2022",
    ]
    assert pages[1][:2] == [title, "Inhalt"]
    footer = f"Jobcenter Musterland · Stand: 04.11.2022 · Fassung 1 · Siegel {seal}"
    for number, page in enumerate(pages[1:], 2):
        assert page[0].startswith(title)
        assert page[-1] == f"Seite {number} von {len(pages)} {footer}"
    sections = [form.text(section.heading) for section in form.sections if section.heading]
    shown = " ".join(" ".join(page[1:]) for page in pages[2:])
    places = [shown.index(" ".join(section.split())) for section in sections]
    assert places == sorted(places)
    note = pages[-1].index("Freigabe")
    assert pages[-1][note + 1] == "Zustand freigegeben"


def test_a_draft_says_so_on_its_cover_and_on_each_page(sample: LpdFile, tmp_path: Path):
    pages = layout_of(render_plan(generated(sample), draft=True).data, tmp_path)
    assert pages[0][-1] == "ENTWURF, nicht freigegeben"
    assert all(page[0].startswith("ENTWURF") for page in pages)


@pytest.mark.parametrize("topic", ["Kurzes Thema", LONG_TITLE])
def test_the_contents_name_the_page_of_each_heading(sample: LpdFile, tmp_path: Path, topic: str):
    potentials = tuple(
        Potential(topic=f"{topic} {n}", development=answer("Text. " * 700)) for n in range(3)
    )
    file = msgspec.structs.replace(generated(sample).plan, potentials=potentials)
    data = render_plan(replace(generated(sample), plan=file), draft=True).data
    pages = layout_of(data, tmp_path)
    listed = " ".join(pages[1][2:-1])
    entries = re.findall(r"(.+?) … (\d+)(?: |$)", listed)
    headings = [" ".join(text.split()) for role, text in headings_of(read_structure(data))
                if role in ("H1", "H2")][1:]  # fmt: skip
    assert len(entries) == len(headings)
    for (entry, number), heading in zip(entries, headings, strict=True):
        assert entry.strip().startswith(heading.rstrip(":"))
        assert heading in " ".join(pages[int(number) - 1][1:])
    for number in range(3):
        assert f"Internes Potential: {' '.join(topic.split())} {number}" in listed


def test_contents_longer_than_a_page_go_on(sample: LpdFile, tmp_path: Path):
    potentials = tuple(
        Potential(topic=f"Thema {n}", development=answer("Text.")) for n in range(60)
    )
    plan = msgspec.structs.replace(generated(sample).plan, potentials=potentials)
    data = render_plan(replace(generated(sample), plan=plan), draft=True).data
    pages = layout_of(data, tmp_path)
    entries = [line for page in pages[1:3] for line in page if re.search(r"Thema \d+ … \d+$", line)]
    assert len(entries) == 60


def test_the_official_questions_stand_above_their_answers(sample: LpdFile, tmp_path: Path):
    file = generated(sample)
    assert file.form.topics is not None
    pages = layout_of(render_plan(file, draft=True).data, tmp_path)
    shown = " ".join(" ".join(page) for page in pages)
    for question in file.form.topics.questions:
        assert shown.count(" ".join(file.form.text(question.text).split())) == 2


def test_a_plan_of_nobody_leaves_room_for_the_name(sample: LpdFile, tmp_path: Path):
    file = generated(sample)
    plan = msgspec.structs.replace(file.plan, jobcenter=Jobcenter(), as_of="")
    pages = layout_of(render_plan(replace(file, plan=plan), draft=True).data, tmp_path)
    form = file.form
    assert pages[0][1:4] == [form.text(form.title), form.text(form.subtitle), form.own_name]
    assert pages[1][-1] == f"Seite 2 von {len(pages)}"


@pytest.mark.parametrize("words", [1, 8, 60])
def test_a_long_name_stays_on_the_cover(sample: LpdFile, tmp_path: Path, words: int):
    file = generated(sample)
    name = " ".join(["Kreisverwaltung"] * words)
    center = Jobcenter(name=name, own_name=name)
    plan = msgspec.structs.replace(file.plan, jobcenter=center)
    pages = layout_of(render_plan(replace(file, plan=plan), draft=True).data, tmp_path)
    assert " ".join(pages[0]).count("Kreisverwaltung") == words
    assert pages[0][-1] == "ENTWURF, nicht freigegeben"
    assert "Stand: 04.11.2022" in pages[1][-1]


def test_headings_in_answers_stand_below_the_questions(sample: LpdFile):
    blocks = (Heading("h", 1, (Run(text="Eigene Überschrift"),)), *answer("Text."))
    file = generated(sample)
    plan = file.plan.with_answer(text_item(file.form), Answer(text=blocks))
    data = render_plan(replace(file, plan=plan), draft=True).data
    levels = {text: role for role, text in headings_of(read_structure(data))}
    assert levels["Eigene Überschrift"] in ("H3", "H4")
