"""The sentences of a plan that still name amounts of an earlier Budgetstand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lpd_desktop.check.prose.sentences import sentence_spans
from lpd_desktop.check.replaced_amounts import ReplacedAmount, find_replaced, mend
from lpd_desktop.gui.replaced_list import OldSentence
from lpd_desktop.plan.addresses import blocks_at
from lpd_desktop.plan.budget_versions import versions_of
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.places import place_of
from lpd_desktop.plan.rich_text import footnotes_of, plain_text, walk_runs


def old_sentences(file: LpdFile, item: str) -> list[OldSentence]:
    """What the text of a plan still says of earlier amounts of one budget."""
    table = file.plan.table_of(file.form, item)
    found: dict[tuple[object, int, str], ReplacedAmount] = {}
    for version in versions_of(file.work, item):
        for each in find_replaced(file.form, file.plan, version.table, table):
            found[each.where, each.occurrence, each.quote] = each
    return [_old_sentence(file, each) for each in found.values()]


def mended(file: LpdFile, figures: list[ReplacedAmount]) -> LpdFile:
    """The file with old figures replaced; equal words in one block from the last to the first."""
    plan = file.plan
    for figure in sorted(figures, key=lambda each: -each.occurrence):
        plan = mend(file.form, plan, figure)
    return replace(file, plan=plan)


def _old_sentence(file: LpdFile, figure: ReplacedAmount) -> OldSentence:
    return OldSentence(
        place=place_of(file.form, file.plan, figure.where),
        sentence=next(_sentences(file, figure), figure.quote),
        old=figure.quote,
        new=figure.new_text,
        where=str(figure.where),
        quote=figure.quote,
        subject=figure,
    )


def _sentences(file: LpdFile, figure: ReplacedAmount) -> Iterator[str]:
    for block, runs in walk_runs(blocks_at(file.form, file.plan, figure.where) or ()):
        if block.id != figure.where.block:
            continue
        for text in (plain_text(runs), *map(plain_text, footnotes_of(runs))):
            for start, end in sentence_spans(text):
                if figure.quote in text[start:end]:
                    yield text[start:end]
