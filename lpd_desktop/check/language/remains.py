"""What is left of a template, of the work on a draft, of a text format, of a page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lpd_desktop.check.context import Context
from lpd_desktop.check.finding import Finding
from lpd_desktop.check.language.page_remains import page_remains_in
from lpd_desktop.check.language.phrases import Phrase, matches_of, phrase, possible
from lpd_desktop.check.language.review_notes import REVIEW_PHRASES, review_note_in
from lpd_desktop.check.language.rules import MARKUP, PAGE_REMAINS, REVIEW_NOTE, TEMPLATE_TEXT
from lpd_desktop.check.language.template_text import TEMPLATE_PHRASES, template_text_in
from lpd_desktop.plan.addresses import Address

MARKUP_PHRASES = (
    phrase("**", r"\*\*(?=\S)[^*\n]+(?<=\S)\*\*(?!\w)"),
    phrase("__", r"(?<!\w)__(?=\w)[^_\n]+(?<=\w)__(?!\w)"),
    phrase("~~", r"(?<!\w)~~\S[^~\n]*~~"),
    phrase("# ", r"(?<!\S)#{1,6}[ ](?=\S)"),
    phrase("`", r"```|(?<!\w)`[^`\n]+`"),
    phrase("](", r"!?\[[^\]\n]+\]\((?:https?://|www\.|#|/)[^)\s]*\)"),
    phrase(
        "<",
        r"</?(?:b|i|u|p|br|hr|div|span|ul|ol|li|strong|em|sup|sub|table|tr|td|th|font|h[1-6]|a)"
        r"(?:\s[^<>\n]*)?/?>",
    ),
    phrase(
        "&",
        r"&(?:nbsp|amp|auml|ouml|uuml|Auml|Ouml|Uuml|szlig|lt|gt|quot|euro|sect|#\d{2,5});",
    ),
    phrase("\\", r"\\[*_#\[\]<>]"),
    phrase("---", r"\|\s?:?-{3,}:?\s?\|"),
    phrase("Ã", r"Ã[¤¶¼Ÿ„–œ\u0084\u0096\u009c\u009f]"),
    phrase("â€|Â", r"â€[“”™œž\u009c\u009d\u0093\u0094]?|Â[§°]"),
)
_SIGNS = "*_~#`[<&\\|Ãâ€Â"
_SIGNS = "Bitte löschen Sie die Zeichen und gestalten Sie die Stelle mit den Schaltflächen."


def markup_in(text: str, phrases: tuple[Phrase, ...] = MARKUP_PHRASES) -> str:
    """The first sign of a text format, with the words it encloses."""
    found = matches_of(text, phrases)
    return found[0][0].strip() if found else ""


@dataclass(frozen=True)
class _Kind:
    """One kind of remains: how it is found, and what is said of it."""

    rule: str
    read: Callable[[str, tuple[Phrase, ...]], str]
    phrases: tuple[Phrase, ...]
    message: str
    remedy: str


_TEMPLATE = _Kind(
    TEMPLATE_TEXT,
    template_text_in,
    TEMPLATE_PHRASES,
    "„{quote}“ sieht nach dem Rest einer Vorlage aus.",
    "Bitte ersetzen Sie die Stelle durch Ihren Text oder löschen Sie sie.",
)
_REVIEW = _Kind(
    REVIEW_NOTE,
    review_note_in,
    REVIEW_PHRASES,
    "„{quote}“ sieht nach einer Anmerkung aus der Bearbeitung aus.",
    "Bitte klären Sie die Stelle und löschen Sie die Anmerkung.",
)


_MARKUP = _Kind(
    MARKUP,
    markup_in,
    MARKUP_PHRASES,
    "„{quote}“ enthält Schreibzeichen eines anderen Textformats.",
    _SIGNS,
)


def template_remains(context: Context) -> Iterator[Finding]:
    """Instructions, prompts, fields of a mail merge, error texts of a text program."""
    return _each(context, _TEMPLATE)


def review_remains(context: Context) -> Iterator[Finding]:
    """Comments, requests to colleagues, doubts, marks of tracked changes."""
    return _each(context, _REVIEW)


def markup_remains(context: Context) -> Iterator[Finding]:
    """Signs of Markdown and HTML, letters broken by a wrong character set."""
    return _each(context, _MARKUP)


def page_remains(context: Context) -> Iterator[Finding]:
    """Page numbers, running heads, lines of a table of contents."""
    for stretch in context.stretches:
        quote = "" if stretch.kind == "cell" else page_remains_in(stretch, context.form)
        if quote:
            message = f"„{_short(quote)}“ sieht nach dem Rest einer Seite aus."
            remedy = "Bitte löschen Sie die Zeile; Seitenzahlen und Inhalt druckt das Programm."
            yield context.finding(PAGE_REMAINS, stretch.where, message, remedy, quote)


def _each(context: Context, kind: _Kind) -> Iterator[Finding]:
    topics = "\n".join(potential.topic for potential in context.plan.potentials)
    phrases = possible(kind.phrases, f"{context.whole_text}\n{topics}")
    if not phrases:
        return
    for where, text in _texts(context):
        quote = kind.read(text, phrases)
        if quote:
            message = kind.message.format(quote=_short(quote))
            yield context.finding(kind.rule, where, message, kind.remedy, quote)


def _texts(context: Context) -> Iterator[tuple[Address, str]]:
    for stretch in context.stretches:
        yield stretch.where, stretch.text
    item = context.form.potentials
    for number, potential in enumerate(context.plan.potentials if item else (), 1):
        if item and potential.topic:
            yield Address(item.key, (str(number), "topic")), potential.topic


def _short(quote: str) -> str:
    return quote if len(quote) <= 80 else f"{quote[:70].rstrip()} …"
