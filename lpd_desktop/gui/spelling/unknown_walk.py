"""The next unknown word, seen from the cursor, through all answers of a plan. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from lpd_desktop.check.prose.stretches import stretches_of
from lpd_desktop.check.spelling.tokens import tokens_of
from lpd_desktop.plan.addresses import Address, text_fields
from lpd_desktop.plan.file import LpdFile

IsKnown = Callable[[str], bool | None]


@dataclass(frozen=True)
class FieldWords:
    """The words of one answer in reading order, without those of footnotes."""

    address: Address
    words: tuple[str, ...]


@dataclass(frozen=True)
class Goal:
    """The `number`th unknown word of an answer, counted from 0."""

    address: Address
    number: int
    is_wrapped: bool


def words_by_field(file: LpdFile) -> tuple[FieldWords, ...]:
    """The words of all answers in the order of the document."""
    return tuple(
        FieldWords(
            address,
            tuple(
                token.word
                for stretch in stretches_of(address, blocks)
                if stretch.kind != "note"
                for token in tokens_of(stretch.text)
            ),
        )
        for address, blocks in text_fields(file.form, file.plan)
    )


def next_unknown(
    fields: Sequence[FieldWords], is_known: IsKnown, here: str, before: int
) -> Goal | None:
    """The unknown word to go to.

    Args:
        fields: The words of the plan.
        is_known: Whether a word is known.
        here: The address of the answer with the cursor; empty for the start of the plan.
        before: How many unknown words of that answer stand before the cursor.
    """
    counts = [sum(is_known(word) is False for word in field.words) for field in fields]
    places = [index for index, field in enumerate(fields) if str(field.address) == here]
    start = places[0] if places else 0
    if places and counts[start] > before:
        return Goal(fields[start].address, before, is_wrapped=False)
    first = start + 1 if places else 0
    for index in (*range(first, len(fields)), *range(first)):
        if counts[index]:
            return Goal(fields[index].address, 0, is_wrapped=index < first)
    return None
