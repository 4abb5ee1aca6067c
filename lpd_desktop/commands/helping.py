"""`lpd help`: what the form says in help of its questions."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from lpd_desktop.commands.arguments import (
    DONE,
    Console,
    UsageError,
    Verbs,
    add_form,
    add_verb,
    chosen_form,
)
from lpd_desktop.form.help_texts import HelpText, help_texts
from lpd_desktop.form.model import (
    BudgetItem,
    Form,
    Item,
    PotentialsItem,
    RichTextItem,
    TopicsItem,
)
from lpd_desktop.plan.addresses import Address


def register(verbs: Verbs) -> None:
    """Adds the verbs of this group."""
    parser = add_verb(verbs, "help", "sagt, was zu einer Frage gehört", _help)
    parser.add_argument(
        "address", nargs="?", default="", metavar="ADRESSE", help="etwa A.staff; sonst alles"
    )
    add_form(parser, year_required=False)


def _help(options: argparse.Namespace, console: Console) -> int:
    form = chosen_form(options)
    for number, text in enumerate(_wanted(form, options.address)):
        if number:
            console.data("")
        console.data(text.caption)
        if text.text:
            console.lines(text.text)
    return DONE


def _wanted(form: Form, address: str) -> tuple[HelpText, ...]:
    """The texts at an address and below it.

    Raises:
        UsageError: the form asks nothing there.
    """
    if not address:
        return tuple(text for item in form.items for text in _texts_of(form, item, ()))
    place = Address.parse(address).field
    item = form.item(place.item)
    texts = tuple(_texts_of(form, item, place.parts)) if item is not None else ()
    if not texts:
        known = ", ".join(each.key for each in form.items)
        message = f"Zu „{address}“ fragt die Form nichts; sie hat {known}."
        raise UsageError(message)
    return texts


def _texts_of(form: Form, item: Item, parts: tuple[str, ...]) -> Iterator[HelpText]:
    if isinstance(item, TopicsItem) and parts:
        yield from _topic_texts(form, item, parts)
        return
    for text in help_texts(form, item):
        if not text.parts:
            yield HelpText((), text.caption, _with_wording(form, item, text))
        elif text.parts[: len(parts)] == parts[: len(text.parts)]:
            yield text


def _topic_texts(form: Form, item: TopicsItem, parts: tuple[str, ...]) -> Iterator[HelpText]:
    """A topic with its questions, or one question; the texts are the same for all topics."""
    if item.topic(parts[0]) is None:
        return
    for text in help_texts(form, item, parts[0]):
        if not text.parts[1:] or parts[1:] in ((), text.parts[1:]):
            yield text


def _with_wording(form: Form, item: Item, text: HelpText) -> str:
    """What the form itself says to a whole item stands before the help."""
    wording = ""
    if isinstance(item, TopicsItem | PotentialsItem):
        wording = item.instruction
    elif isinstance(item, BudgetItem | RichTextItem):
        wording = item.question or item.title
    return "\n".join(part for part in (form.text(wording), text.text) if part)
