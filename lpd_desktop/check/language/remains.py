"""What is left of a template, of the work on a draft, of a text format, of a page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from lpd_desktop.check.context import Context
from lpd_desktop.check.finding import Finding
from lpd_desktop.check.language.page_remains import page_remains_in
from lpd_desktop.check.language.review_notes import review_note_in
from lpd_desktop.check.language.rules import MARKUP, PAGE_REMAINS, REVIEW_NOTE, TEMPLATE_TEXT
from lpd_desktop.check.language.template_text import template_text_in
from lpd_desktop.plan.addresses import Address

_MARKUP = re.compile(
    r"\*\*(?=\S)[^*\n]+(?<=\S)\*\*(?!\w)|(?<!\w)__(?=\w)[^_\n]+(?<=\w)__(?!\w)|(?<!\w)~~\S[^~\n]*~~"
    r"|(?<!\S)#{1,6}[ ](?=\S)|```|(?<!\w)`[^`\n]+`"
    r"|!?\[[^\]\n]+\]\((?:https?://|www\.|\#|/)[^)\s]*\)"
    r"|</?(?:b|i|u|p|br|hr|div|span|ul|ol|li|strong|em|sup|sub|table|tr|td|th|font|h[1-6]|a)"
    r"(?:\s[^<>\n]*)?/?>"
    r"|&(?:nbsp|amp|auml|ouml|uuml|Auml|Ouml|Uuml|szlig|lt|gt|quot|euro|sect|\#\d{2,5});"
    r"|\\[*_\#\[\]<>]"
    r"|\|\s?:?-{3,}:?\s?\|"
    r"|Ã[¤¶¼Ÿ„–œ\u0084\u0096\u009c\u009f]|â€[“”™œž\u009c\u009d\u0093\u0094]?|Â[§°]"
)
_MARKUP_SIGNS = "*_~#`[<&\\|Ãâ€Â"
_Reader = Callable[[str], str]


def template_remains(context: Context) -> Iterator[Finding]:
    """Instructions, prompts, fields of a mail merge, error texts of a text program."""
    return _each(
        context,
        template_text_in,
        TEMPLATE_TEXT,
        "„{quote}“ sieht nach dem Rest einer Vorlage aus.",
        "Bitte ersetzen Sie die Stelle durch Ihren Text oder löschen Sie sie.",
    )


def review_remains(context: Context) -> Iterator[Finding]:
    """Comments, requests to colleagues, doubts, marks of tracked changes."""
    return _each(
        context,
        review_note_in,
        REVIEW_NOTE,
        "„{quote}“ sieht nach einer Anmerkung aus der Bearbeitung aus.",
        "Bitte klären Sie die Stelle und löschen Sie die Anmerkung.",
    )


def markup_remains(context: Context) -> Iterator[Finding]:
    """Signs of Markdown and HTML, letters broken by a wrong character set."""
    return _each(
        context,
        markup_in,
        MARKUP,
        "„{quote}“ enthält Schreibzeichen eines anderen Textformats.",
        "Bitte löschen Sie die Zeichen und gestalten Sie die Stelle mit den Schaltflächen.",
    )


def page_remains(context: Context) -> Iterator[Finding]:
    """Page numbers, running heads, lines of a table of contents."""
    for stretch in context.stretches:
        quote = "" if stretch.kind == "cell" else page_remains_in(stretch, context.form)
        if quote:
            message = f"„{_short(quote)}“ sieht nach dem Rest einer Seite aus."
            remedy = "Bitte löschen Sie die Zeile; Seitenzahlen und Inhalt druckt das Programm."
            yield context.finding(PAGE_REMAINS, stretch.where, message, remedy, quote)


def markup_in(text: str) -> str:
    """The first sign of a text format, with the words it encloses."""
    if not any(sign in text for sign in _MARKUP_SIGNS):
        return ""
    match = _MARKUP.search(text)
    return match[0].strip() if match else ""


def _each(
    context: Context, read: _Reader, rule: str, message: str, remedy: str
) -> Iterator[Finding]:
    for where, text in _texts(context):
        quote = read(text)
        if quote:
            yield context.finding(rule, where, message.format(quote=_short(quote)), remedy, quote)


def _texts(context: Context) -> Iterator[tuple[Address, str]]:
    for stretch in context.stretches:
        yield stretch.where, stretch.text
    item = context.form.potentials
    for number, potential in enumerate(context.plan.potentials if item else (), 1):
        if item and potential.topic:
            yield Address(item.key, (str(number), "topic")), potential.topic


def _short(quote: str) -> str:
    return quote if len(quote) <= 80 else f"{quote[:70].rstrip()} …"
