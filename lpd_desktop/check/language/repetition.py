"""The same text twice: answers, paragraphs, sentences."""

from __future__ import annotations

from collections.abc import Iterator

from lpd_desktop.check.context import Context
from lpd_desktop.check.finding import Finding
from lpd_desktop.check.language.answers import text_of
from lpd_desktop.check.language.rules import TEXT_TWICE
from lpd_desktop.check.prose.stretches import Stretch
from lpd_desktop.plan.addresses import Address
from lpd_desktop.plan.places import place_of

_MIN_ANSWER = 8
_MIN_PARAGRAPH = 12
_MIN_SENTENCE = 6
_MIN_ELSEWHERE = 10
_MIN_LENGTH = 60
_REMEDY = (
    "Bitte prüfen Sie, ob hier ein anderer Text stehen sollte, und ändern Sie einen von beiden."
)
_SENTENCE_REMEDY = "Bitte löschen Sie einen von beiden."


def repeated_answers(context: Context) -> Iterator[Finding]:
    """An answer that is word for word that of another field."""
    seen: dict[str, Address] = {}
    for where, blocks in context.texts():
        folded = _folded(text_of(blocks))
        if folded.count(" ") + 1 < _MIN_ANSWER:
            continue
        first = seen.setdefault(folded, where)
        if first != where:
            other = place_of(context.form, context.plan, first)
            message = f"Die ganze Antwort steht wortgleich auch bei „{other}“."
            yield context.finding(TEXT_TWICE, where, message, _REMEDY)


def repeated_paragraphs(context: Context) -> Iterator[Finding]:
    """A longer paragraph that stands somewhere else too, unless the whole answers are the same."""
    seen: dict[str, Stretch] = {}
    for stretch in context.stretches:
        if stretch.kind not in ("paragraph", "item") or len(stretch.text) < _MIN_LENGTH:
            continue
        folded = _folded(stretch.text)
        first = seen.setdefault(folded, stretch)
        if first is stretch or folded.count(" ") + 1 < _MIN_PARAGRAPH:
            continue
        here, there = stretch.where.field, first.where.field
        if here == there or not _are_same(context, here, there):
            yield _paragraph_finding(context, stretch, first)


def _are_same(context: Context, here: Address, there: Address) -> bool:
    answers = {where: _folded(text_of(blocks)) for where, blocks in context.texts()}
    return answers[here] == answers[there]


def _paragraph_finding(context: Context, stretch: Stretch, first: Stretch) -> Finding:
    other = place_of(context.form, context.plan, first.where.field)
    is_same_field = first.where.field == stretch.where.field
    place = "in dieser Antwort schon einmal" if is_same_field else f"auch bei „{other}“"
    message = f"Der Absatz steht wortgleich {place}."
    return context.finding(TEXT_TWICE, stretch.where, message, _REMEDY, _beginning(stretch.text))


def repeated_sentences(context: Context) -> Iterator[Finding]:
    """The same sentence twice in one answer."""
    field: Address | None = None
    seen: dict[str, Stretch] = {}
    for stretch in context.stretches:
        if stretch.where.field != field:
            field, seen = stretch.where.field, {}
        if stretch.kind not in ("paragraph", "item"):
            continue
        for sentence in stretch.sentences:
            folded = sentence.text.casefold().rstrip(" .:;!?")
            if len(folded) < _MIN_LENGTH // 2 or folded.count(" ") + 1 < _MIN_SENTENCE:
                continue
            first = seen.get(folded)
            seen[folded] = stretch
            if first is not None and not _is_whole_paragraph(first, stretch):
                message = "Der Satz steht in dieser Antwort zweimal."
                quote = sentence.text
                yield context.finding(TEXT_TWICE, stretch.where, message, _SENTENCE_REMEDY, quote)
                break


def repeated_long_sentences(context: Context) -> Iterator[Finding]:
    """A long sentence that stands in another answer too, its paragraphs being different."""
    seen: dict[str, Stretch] = {}
    for stretch in context.stretches:
        if stretch.kind not in ("paragraph", "item"):
            continue
        for sentence in stretch.sentences:
            folded = sentence.text.casefold().rstrip(" .:;!?")
            if len(folded) < _MIN_LENGTH or folded.count(" ") + 1 < _MIN_ELSEWHERE:
                continue
            first = seen.setdefault(folded, stretch)
            is_elsewhere = first.where.field != stretch.where.field
            if is_elsewhere and not _is_whole_paragraph(first, stretch):
                yield _sentence_elsewhere(context, stretch, first, sentence.text)
                break


def _sentence_elsewhere(context: Context, stretch: Stretch, first: Stretch, quote: str) -> Finding:
    other = place_of(context.form, context.plan, first.where.field)
    message = f"Der Satz steht wortgleich auch bei „{other}“."
    return context.finding(TEXT_TWICE, stretch.where, message, _REMEDY, quote)


def _is_whole_paragraph(first: Stretch, second: Stretch) -> bool:
    """Whether the whole paragraphs are the same, which is another finding."""
    folded = _folded(second.text)
    is_same = first is not second and folded == _folded(first.text)
    return is_same and folded.count(" ") + 1 >= _MIN_PARAGRAPH and len(second.text) >= _MIN_LENGTH


def _folded(text: str) -> str:
    return " ".join(text.casefold().split()).strip(" .:;!?")


def _beginning(text: str) -> str:
    """Enough words to find a paragraph."""
    words = text.split()
    return text if len(words) <= 10 else text[: text.index(words[9]) + len(words[9])]
