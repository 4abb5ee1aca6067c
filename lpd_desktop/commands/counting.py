"""`lpd count`: how long the texts are."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

import msgspec

from lpd_desktop.commands.arguments import (
    DONE,
    Console,
    UsageError,
    Verbs,
    add_json,
    add_plan,
    add_verb,
    read_plan,
)
from lpd_desktop.plan.addresses import Address, text_fields
from lpd_desktop.plan.counting import Count, count_blocks, limits_at, total
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.places import place_of
from lpd_desktop.runtime.german import grouped


class FieldCount(msgspec.Struct, frozen=True, kw_only=True):
    """The length of one text.

    Attributes:
        where: Address in the plan.
        place: The same in German.
        pages: The room that it takes in print, in pages.
        target: The number of words that the form wishes for, 0 for none.
        limit: The number of words that the form allows, 0 for any.
    """

    where: str
    place: str
    words: int
    characters: int
    characters_without_blanks: int
    pages: float
    target: int
    limit: int


class CountOutput(msgspec.Struct, frozen=True, kw_only=True):
    """What `lpd count --json` gives.

    Attributes:
        pages: The room of these texts in print, in pages.
        document_pages: The pages of the whole document, cover and contents included.
        fields: The texts that were counted.
    """

    words: int
    characters: int
    characters_without_blanks: int
    pages: float
    document_pages: int
    fields: tuple[FieldCount, ...]


def register(verbs: Verbs) -> None:
    """Adds the verbs of this group."""
    parser = add_verb(verbs, "count", "zählt Wörter, Zeichen und Seiten", _count)
    add_plan(parser)
    parser.add_argument(
        "address", nargs="?", default="", metavar="ADRESSE", help="nur dieses Feld oder dieser Teil"
    )
    add_json(parser)


def _count(options: argparse.Namespace, console: Console) -> int:
    output = count_output(read_plan(options.plan), options.address)
    if options.json:
        console.json(output)
        return DONE
    for field in output.fields:
        console.data(f"{field.place}: {_length(field)}{_wish(field)}")
    console.data(f"Zusammen: {_length(output)}")
    console.say(f"Das ganze Dokument hat {output.document_pages} Seiten.")
    return DONE


def count_output(file: LpdFile, within: str = "") -> CountOutput:
    """The lengths of all texts of a plan, or of those at an address and below it.

    Raises:
        UsageError: no text has such an address.
    """
    from lpd_desktop.pdf.rendering import printed_length

    length = printed_length(file)
    fields = tuple(_fields(file, within, length.by_address))
    if within and not fields:
        message = f"Bei „{within}“ gibt es keinen Text; „lpd count PLAN“ nennt alle."
        raise UsageError(message)
    whole = total(
        Count(each.words, each.characters, each.characters_without_blanks) for each in fields
    )
    return CountOutput(
        words=whole.words,
        characters=whole.characters,
        characters_without_blanks=whole.characters_without_blanks,
        pages=round(sum(each.pages for each in fields), 2),
        document_pages=length.pages,
        fields=fields,
    )


def _fields(file: LpdFile, within: str, room: dict[str, float]) -> Iterator[FieldCount]:
    for where, blocks in text_fields(file.form, file.plan):
        if within and not _is_below(where, within):
            continue
        count, limits = count_blocks(blocks), limits_at(file.form, where)
        yield FieldCount(
            where=str(where),
            place=place_of(file.form, file.plan, where),
            words=count.words,
            characters=count.characters,
            characters_without_blanks=count.characters_without_blanks,
            pages=round(room.get(str(where), 0), 2),
            target=limits.target,
            limit=limits.most,
        )


def _is_below(where: Address, within: str) -> bool:
    return f"{where}/".startswith(f"{within.rstrip('/')}/")


def _length(counted: FieldCount | CountOutput) -> str:
    words, signs = grouped(counted.words), grouped(counted.characters)
    pages = f"{counted.pages:.1f}".replace(".", ",")
    return f"{words} Wörter, {signs} Zeichen, {pages} Seiten"


def _wish(field: FieldCount) -> str:
    parts = []
    if field.target:
        parts.append(f"gewünscht etwa {grouped(field.target)} Wörter")
    if field.limit:
        parts.append(f"höchstens {grouped(field.limit)} Wörter")
    return f" ({', '.join(parts)})" if parts else ""
