"""All places of the text whose figures an older table gave and the new one does not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from lpd_desktop.check.prose.figures import Figure, figures_in
from lpd_desktop.check.prose.sentences import Span
from lpd_desktop.check.prose.stretches import Sentence, Stretch
from lpd_desktop.check.replaced.found import Place, ReplacedAmount, as_found
from lpd_desktop.check.replaced.meaning import Meanings
from lpd_desktop.check.replaced.row_words import RowWords, row_words, speaks_of_money
from lpd_desktop.check.replaced.scene import Scene, scene_of, sentence_with
from lpd_desktop.check.replaced.shared_units import with_shared_units
from lpd_desktop.check.replaced.successors import comparison
from lpd_desktop.form.model import BudgetItem, Form
from lpd_desktop.plan.addresses import Address
from lpd_desktop.plan.budget import BudgetTable


class Search:
    """Looks for figures of older tables of one budget."""

    def __init__(
        self, form: Form, item: BudgetItem | None, olds: Sequence[BudgetTable], new: BudgetTable
    ) -> None:
        """Takes the budget, its older tables, the newest first, and the one that counts."""
        every = [comparison(old, new, form.year) for old in dict.fromkeys(olds)]
        self._comparisons = [each for each in every if not each.is_empty]
        labels = {row.key: row.label for table in (*reversed(olds), new) for row in table.rows}
        self._item = item.key if item else ""
        self._words = row_words(item, tuple(labels.items()))
        self._meanings = Meanings(labels, form.year)

    def in_stretches(self, stretches: Iterable[Stretch]) -> Iterator[ReplacedAmount]:
        """What is found, in reading order."""
        if not self._comparisons:
            return
        counts: Counter[tuple[Address, str]] = Counter()
        for stretch in stretches:
            figures = with_shared_units(stretch.text, figures_in(stretch.text))
            scenes = self._scenes(stretch, figures)
            for figure in figures:
                occurrence = counts[stretch.where, figure.quote]
                counts[stretch.where, figure.quote] += 1
                if figure.span in scenes:
                    scene, sentence = scenes[figure.span]
                    place = Place(stretch.where, occurrence, figure.quote, sentence)
                    yield from self._at_place(place, figure, scene)

    def _at_place(self, place: Place, figure: Figure, scene: Scene) -> Iterator[ReplacedAmount]:
        found = (each.successors(figure, scene) for each in self._comparisons)
        successors = next((each for each in found if each), ())
        if successors:
            yield as_found(place, successors, self._meanings)

    def _scenes(self, stretch: Stretch, figures: Sequence[Figure]) -> dict[Span, tuple[Scene, str]]:
        """For each figure that may be of the budget the surroundings of its sentence."""
        inside: dict[Sentence, list[Figure]] = {}
        for figure in figures:
            if _may_be_of_budget(figure, self._words):
                inside.setdefault(sentence_with(stretch, figure), []).append(figure)
        return {
            figure.span: (scene.around_figure(stretch.text, figure), sentence.text)
            for sentence, its_figures in inside.items()
            if (scene := self._scene(sentence, its_figures))
            for figure in its_figures
        }

    def _scene(self, sentence: Sentence, figures: Sequence[Figure]) -> Scene:
        given = (each.rows_given(figure) for each in self._comparisons for figure in figures)
        scene = scene_of(sentence, self._item, self._words)
        return scene.with_beside(frozenset().union(*given))


def _may_be_of_budget(figure: Figure, words: RowWords) -> bool:
    """Money, percentages, and grouped numbers without a unit that count nothing else."""
    if figure.spelled:
        return False
    if figure.kind in ("money", "percent"):
        return True
    is_grouped = figure.scaled or "." in figure.quote
    noun = figure.noun
    counts_money = not noun or bool(words.rows_in(noun)) or speaks_of_money(noun)
    return figure.kind == "count" and is_grouped and counts_money
