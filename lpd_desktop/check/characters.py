"""Characters that the document's fonts cannot set."""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import combining

from lpd_desktop.check.context import Context
from lpd_desktop.check.finding import Finding
from lpd_desktop.check.rules import CHARACTER
from lpd_desktop.form.model import BUDGET_COLUMNS
from lpd_desktop.plan.addresses import Address
from lpd_desktop.plan.budget import TypedText
from lpd_desktop.plan.characters import unsettable
from lpd_desktop.plan.rich_text import Runs, footnotes_of, plain_text, walk_runs
from lpd_desktop.runtime.german import enumerate_german


def characters(context: Context) -> Iterator[Finding]:
    """A finding for each place of the document that holds such characters."""
    for where, text in _all_texts(context):
        strange = unsettable(text)
        if strange:
            advice = f"{_SUGGESTION} {'es' if len(strange) == 1 else 'sie'}."
            yield context.finding(CHARACTER, where, _message(strange), advice, quote=strange[0])


_CIRCLE = "\u25cc"
_SUGGESTION = (
    "Gesetzt werden lateinische, kyrillische und griechische Buchstaben und übliche Zeichen; "
    "bitte ersetzen Sie"
)


def _message(strange: tuple[str, ...]) -> str:
    names = enumerate_german([f"„{_seen(char)}“ (U+{ord(char):04X})" for char in strange])
    if len(strange) == 1:
        return f"Das Zeichen {names} lässt sich im PDF nicht setzen."
    return f"Die Zeichen {names} lassen sich im PDF nicht setzen."


def _seen(char: str) -> str:
    """A mark stands above or below a circle, or the quotation mark would carry it."""
    return f"{_CIRCLE}{char}" if combining(char) else char


def _all_texts(context: Context) -> Iterator[tuple[Address, str]]:
    jobcenter = context.plan.jobcenter
    cover = context.cover("jobcenter")
    signers = [text for each in context.plan.options.signers for text in (each.name, each.role)]
    names = (jobcenter.name, jobcenter.genitive, jobcenter.own_name)
    yield cover, " ".join((*names, *signers))
    for where, blocks in context.texts():
        for block, runs in walk_runs(blocks):
            yield where.at_block(block.id), _with_footnotes(runs)
    yield from _titles(context)
    yield from _tables(context)
    yield from _figures(context)


def _with_footnotes(runs: Runs) -> str:
    return plain_text(runs) + "".join(plain_text(note) for note in footnotes_of(runs))


def _titles(context: Context) -> Iterator[tuple[Address, str]]:
    topics, potentials = context.form.topics, context.form.potentials
    if topics is not None:
        for topic in context.plan.topics:
            yield Address(topics.key, (topic.key,)), topic.title
    if potentials is not None:
        for number, potential in enumerate(context.plan.potentials, 1):
            yield Address(potentials.key, (str(number), "topic")), potential.topic


def _tables(context: Context) -> Iterator[tuple[Address, str]]:
    for item in context.form.budgets:
        table = context.plan.answer(item.key).table
        if table is None:
            continue
        for basis in (table.basis.plan, table.basis.previous):
            yield Address(item.key, ("table",)), basis.source if basis else ""
        for row in table.rows:
            typed = (row.amount(column) for column in BUDGET_COLUMNS)
            texts = [each.text for each in typed if isinstance(each, TypedText)]
            yield Address(item.key, ("table", row.key)), " ".join((row.label, *texts))


def _figures(context: Context) -> Iterator[tuple[Address, str]]:
    for key, answer in context.plan.answers.items():
        for figure in answer.figures:
            if isinstance(figure.value, TypedText):
                yield Address(key, (figure.key,)), figure.value.text
