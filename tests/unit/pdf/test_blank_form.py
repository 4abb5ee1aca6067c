"""The blank form: every question with its help, room to write, and nothing of any plan."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO

import msgspec
import pikepdf
import pytest

from lpd_desktop.form.help_texts import help_texts
from lpd_desktop.form.library import form_for_year
from lpd_desktop.form.model import Form, Item, Question, Target, TargetsItem
from lpd_desktop.pdf.attachment import NoPlanInPdfError, extract_published
from lpd_desktop.pdf.blank_story import blank_file
from lpd_desktop.pdf.content_reading import read_page
from lpd_desktop.pdf.edition import BLANK
from lpd_desktop.pdf.reading import read_structure
from lpd_desktop.pdf.rendering import Rendered, render_edition
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.release.verification import verify
from tests.unit.pdf.page_lines import page_lines
from tests.unit.pdf.structure_check import faults_of


@pytest.fixture(scope="module")
def form(sample: LpdFile) -> Form:
    return sample.form


@pytest.fixture(scope="module")
def blank(form: Form) -> Rendered:
    return render_edition(blank_file(form), BLANK)


def words_of_pages(data: bytes) -> str:
    return " ".join(" ".join(text.split()) for _role, text in read_structure(data).texts())


def test_the_blank_form_is_sound(blank: Rendered):
    assert faults_of(blank.data) == []


def test_all_topics_questions_captions_and_rows_stand_in_it(blank: Rendered, form: Form):
    shown = words_of_pages(blank.data)
    topics, potentials = form.topics, form.potentials
    assert topics is not None
    assert potentials is not None
    wordings = [
        *(section.heading for section in form.sections),
        *(item.title for item in form.items if item.key != "cover"),
        topics.instruction,
        potentials.instruction,
        potentials.topic_caption,
        potentials.development_caption,
        *(topic.title for topic in topics.topics),
        *(question.text for question in topics.questions),
        *(row.label for item in form.budgets for row in item.rows),
    ]
    for wording in wordings:
        assert " ".join(form.text(wording).split()) in shown


def test_there_is_room_for_each_topic_and_each_potential(blank: Rendered, form: Form):
    texts = [text for _role, text in read_structure(blank.data).texts()]
    assert form.topics is not None
    assert form.potentials is not None
    for question in form.topics.questions:
        assert texts.count(form.text(question.text)) == form.topics.choose
    assert texts.count(form.potentials.topic_caption) == form.potentials.at_most


def test_the_help_texts_stand_in_it_once(blank: Rendered, form: Form):
    shown = words_of_pages(blank.data)
    helps = [each.text for item in form.items for each in help_texts(form, item)]
    assert len([text for text in helps if text]) >= 5
    for text in helps:
        assert not text or shown.count(" ".join(text.split())) == 1


def test_helps_of_rows_and_of_a_topic_s_own_questions_stand_in_it(form: Form):
    """The form of 2023 has none; another may."""
    budget, topics = next(iter(form.budgets)), form.topics
    assert topics is not None
    rows = (msgspec.structs.replace(budget.rows[0], help="Hilfe einer Zeile."), *budget.rows[1:])
    own = Question(key="own", text="Eigene Frage?", help="Hilfe einer Frage.")
    last = msgspec.structs.replace(topics.topics[-1], fixed=True, questions=(own,))
    changes = {
        budget.key: msgspec.structs.replace(budget, rows=rows),
        topics.key: msgspec.structs.replace(topics, topics=(*topics.topics[:-1], last)),
    }
    shown = words_of_pages(render_edition(blank_file(with_items(form, changes)), BLANK).data)
    assert shown.count("Hilfe einer Zeile.") == shown.count("Hilfe einer Frage.") == 1


def with_items(form: Form, changes: Mapping[str, Item]) -> Form:
    """The form with other items in place of those with the same keys."""
    sections = tuple(
        msgspec.structs.replace(
            section, items=tuple(changes.get(item.key, item) for item in section.items)
        )
        for section in form.sections
    )
    return msgspec.structs.replace(form, sections=sections)


def test_the_lines_for_the_basis_stand_on_the_page_of_their_table(blank: Rendered):
    pages = [" ".join(line.text for line in page) for page in page_lines(blank.data)]
    (page,) = [page for page in pages if "Kommunale Eingliederungsmittel" in page]
    assert page.count("Grundlage") == 2


def test_nothing_of_a_plan_reaches_the_blank_form(sample: LpdFile, blank: Rendered):
    """Neither its words nor its Jobcenter, approval or mark; so it has the same bytes as any."""
    assert render_edition(sample, BLANK).data == blank.data
    assert sample.plan.jobcenter.name not in words_of_pages(blank.data)
    assert sample.plan.id.encode() not in blank.data


def test_a_blank_form_is_no_draft_and_says_what_it_is(blank: Rendered):
    with pikepdf.open(BytesIO(blank.data)) as pdf:
        pages = [read_page(page).artifacts for page in pdf.pages]
        assert not pdf.attachments
        assert str(pdf.docinfo["/Keywords"]) == "leeres Formular"
    assert not any("ENTWURF" in text for texts in pages for text in texts)
    assert all("Leeres Formular" in texts for texts in pages[1:])
    with pytest.raises(NoPlanInPdfError, match="leeres Formular"):
        extract_published(blank.data)


def test_verification_of_a_blank_form_judges_the_file(blank: Rendered):
    verdicts = verify(blank.data)
    assert [each.title for each in verdicts.shown()] == ["Datei"]
    assert verdicts.file_unchanged.answer == "yes"
    assert "leeres Formular" in verdicts.data_sealed.sentence


@pytest.mark.parametrize("year", [2023, 2026])
def test_forms_of_other_years_have_a_blank_form_too(year: int):
    form = form_for_year(year)
    data = render_edition(blank_file(form), BLANK).data
    assert faults_of(data) == []
    assert str(year) in words_of_pages(data)


def test_fixed_topics_questions_of_their_own_and_figures_are_asked_for(form: Form):
    topics = form.topics
    assert topics is not None
    own = (Question(key="own", text="Was ist nur hier zu sagen?", word_limit=90),)
    first = msgspec.structs.replace(topics.topics[0], fixed=True, questions=own)
    changed = msgspec.structs.replace(topics, topics=(first, *topics.topics[1:]), choose=2)
    figures = TargetsItem(
        key="D.targets",
        title="Ziele",
        targets=(Target(key="one", label="Integrationsquote", unit="percent"),),
    )
    sections = [
        msgspec.structs.replace(
            section,
            items=tuple(changed if item.key == topics.key else item for item in section.items),
        )
        for section in form.sections
    ]
    last = msgspec.structs.replace(sections[-1], items=(*sections[-1].items, figures))
    other = msgspec.structs.replace(form, sections=(*sections[:-1], last))
    data = render_edition(blank_file(other), BLANK).data
    shown = words_of_pages(data)
    assert faults_of(data) == []
    assert shown.count("Was ist nur hier zu sagen?") == 1
    assert "höchstens 90 Wörter" in shown
    assert "Integrationsquote" in shown


def test_nobody_is_named_as_the_author_where_no_jobcenter_is(blank: Rendered):
    with pikepdf.open(BytesIO(blank.data)) as pdf:
        assert "/Author" not in pdf.docinfo
        with pdf.open_metadata() as metadata:
            assert "dc:creator" not in metadata
            assert metadata["xmp:CreatorTool"].startswith("LPD Desktop")
