"""Questions, titles and captions of the form that stand inside answers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lpd_desktop.check.context import Context
from lpd_desktop.check.finding import Finding
from lpd_desktop.check.language.rules import FORM_WORDING, TYPED_NUMBER
from lpd_desktop.check.language.wordings import Wording, fold, form_wordings, is_alike
from lpd_desktop.check.prose.sentences import sentence_spans
from lpd_desktop.check.prose.stretches import Stretch
from lpd_desktop.form.model import Form
from lpd_desktop.plan.addresses import Address

_LONGEST_LINE = 330
_FRAGMENT_WORDS = 4
_DELETE = "Bitte löschen Sie die Zeile hier; das Programm druckt sie an ihrer Stelle selbst."
_QUESTION = "Bitte löschen Sie die Frage hier; das Programm druckt sie über jeder Antwort selbst."
_MOVE = "Bitte prüfen Sie, ob der Text darunter zu diesem Thema gehört, und löschen Sie die Zeile."
_NUMBER = "Bitte löschen Sie die Nummer; das Programm vergibt und druckt sie selbst."
_SECTION_NUMBER = re.compile(r"\s*([A-Z]\.\s?\d{1,2}(?:\.\d{1,2})*\.?)(?:\s+(?:\d{1,2}\.\s+)?\S|$)")


def form_wording_in_answers(context: Context) -> Iterator[Finding]:
    """A line or a sentence that is the form's own wording, at most once for each block."""
    wordings = form_wordings(context.form)
    fragments = _fragments(wordings)
    captions = _captions(context.form)
    for stretch in context.stretches:
        if stretch.kind in ("cell", "note"):
            continue
        found = _wording_in(stretch, wordings, fragments) or _caption_in(stretch, captions)
        if found:
            yield _finding(context, stretch.where, *found)
    yield from _in_potential_topics(context, captions)


def _wording_in(
    stretch: Stretch, wordings: tuple[Wording, ...], fragments: tuple[str, ...]
) -> tuple[str, Wording | None] | None:
    text = stretch.text
    if len(text) <= _LONGEST_LINE:
        for line in text.split("\n"):
            wording = _line_is(line, stretch, wordings)
            if wording:
                return line.strip(), wording
    folded = text.casefold()
    if "?" in text or any(fragment in folded for fragment in fragments):
        return _question_in(text, wordings)
    return None


def _line_is(line: str, stretch: Stretch, wordings: tuple[Wording, ...]) -> Wording | None:
    folded = fold(_without_topic_caption(line))
    if len(folded) < 6:
        return None
    length = len(folded)
    for wording in wordings:
        is_near = length in wording.lengths and is_alike(folded, wording)
        if is_near or (wording.head == folded and wording.owner == stretch.where.item):
            return wording
    return None


def _without_topic_caption(line: str) -> str:
    """`Schwerpunktthema 2: Titel` without what stands before the title."""
    return re.sub(
        r"^\s*(?:[A-Z]\.\d+\s+)?\w*thema\s*\d*\s*:\s*(?=\S)", "", line, flags=re.IGNORECASE
    )


def _question_in(text: str, wordings: tuple[Wording, ...]) -> tuple[str, Wording] | None:
    questions = [each for each in wordings if each.is_question]
    for start, end in sentence_spans(text):
        sentence = text[start:end]
        if len(sentence) > _LONGEST_LINE:
            continue
        folded = fold(sentence)
        for question in questions:
            if is_alike(folded, question) or _holds(folded, question):
                return sentence, question
    return None


def _holds(folded: str, question: Wording) -> bool:
    return len(question.folded) > 30 and question.folded in folded


def _fragments(wordings: tuple[Wording, ...]) -> tuple[str, ...]:
    """How the questions begin: enough to look closer."""
    begins = (each.text.split()[:_FRAGMENT_WORDS] for each in wordings if each.is_question)
    return tuple({" ".join(words).casefold() for words in begins if len(words) == _FRAGMENT_WORDS})


def _captions(form: Form) -> tuple[re.Pattern[str], ...]:
    """The numbered headings and captions of topics and potentials, with any number in them."""
    patterns = []
    if form.topics is not None:
        patterns.append(_with_any_number(form.text(form.topics.topic_heading)))
    if form.potentials is not None:
        patterns.append(_with_any_number(form.text(form.potentials.heading)))
        patterns.append(_with_any_number(form.text(form.potentials.topic_caption)))
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns if pattern)


def _with_any_number(heading: str) -> str:
    parts = [part.strip(" .:") for part in heading.split("{n}")]
    words = [re.escape(part) for part in parts if len(part) > 1]
    stems = [re.sub(r"[tz]i(?=al)", "[tz]i", word) for word in words]
    return (
        r"[\s.:]*(?:\d{1,2}|[IVX]+)?[\s.:]*".join([r"(?:[A-Z][\s.]*)?", *stems, ""])
        if stems
        else ""
    )


def _caption_in(
    stretch: Stretch, captions: tuple[re.Pattern[str], ...]
) -> tuple[str, Wording | None] | None:
    if len(stretch.text) > 60:
        return None
    for pattern in captions:
        if pattern.fullmatch(stretch.text.strip()):
            return stretch.text.strip(), None
    return None


def _in_potential_topics(
    context: Context, captions: tuple[re.Pattern[str], ...]
) -> Iterator[Finding]:
    item = context.form.potentials
    for number, potential in enumerate(context.plan.potentials if item else (), 1):
        for pattern in captions:
            match = pattern.match(potential.topic)
            if match and item:
                where = Address(item.key, (str(number), "topic"))
                yield _finding(context, where, match[0].strip(), None)
                break


def _finding(context: Context, where: Address, quote: str, wording: Wording | None) -> Finding:
    what = wording.what if wording else "eine Überschrift des Vordrucks"
    shown = quote if len(quote) <= 90 else f"{quote[:80].rstrip()} …"
    message = f"„{shown}“ ist {what} und gehört nicht in den Text."
    return context.finding(FORM_WORDING, where, message, _remedy(where, wording), quote)


def _remedy(where: Address, wording: Wording | None) -> str:
    if wording is None:
        return _DELETE
    if wording.is_question:
        return _QUESTION
    is_other_topic = wording.what.startswith("der Titel") and wording.owner not in where.parts
    return _MOVE if is_other_topic else _DELETE


def typed_section_numbers(context: Context) -> Iterator[Finding]:
    """`B.2 Beratung` as a heading inside an answer: the program numbers sections itself."""
    letters = {section.key for section in context.form.sections if section.heading}
    for stretch in context.stretches:
        if stretch.kind not in ("heading", "paragraph") or "." not in stretch.text[:8]:
            continue
        match = _SECTION_NUMBER.match(stretch.text)
        is_line = stretch.kind == "heading" or (match and len(stretch.text) <= 90)
        if match and is_line and match[1][0] in letters:
            message = f"Die Zeile beginnt mit der Nummer „{match[1]}“ eines Abschnitts."
            yield context.finding(TYPED_NUMBER, stretch.where, message, _NUMBER, match[1])
