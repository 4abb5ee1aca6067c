"""Everything that differs between two plans, in the order of the document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from lpd_desktop.form.model import (
    BudgetItem,
    Item,
    PotentialsItem,
    RichTextItem,
    TargetsItem,
    TopicsItem,
)
from lpd_desktop.plan.addresses import POTENTIAL_TEXTS, Address, below_table, blocks_at
from lpd_desktop.plan.budget import BudgetTable
from lpd_desktop.plan.budget_changes import moved_keys
from lpd_desktop.plan.comparing.budgets import compare_budgets
from lpd_desktop.plan.comparing.counterparts import matched_potentials
from lpd_desktop.plan.comparing.facts import (
    COVER,
    FORM,
    cover_facts,
    figures_of,
    form_lines,
    lines_of_facts,
    wording_line,
)
from lpd_desktop.plan.comparing.line_changes import (
    LineChange,
    LineStatus,
    compare_texts,
    is_recognised,
)
from lpd_desktop.plan.comparing.place_change import PlaceChange, PlaceKind, place_change
from lpd_desktop.plan.comparing.word_pieces import Piece, Sign
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.model import TopicAnswer
from lpd_desktop.plan.places import place_of
from lpd_desktop.plan.topic_names import chosen_title


@dataclass(frozen=True)
class Comparison:
    """What differs between two plans; the work around them does not count.

    Attributes:
        places: Only places at which something changed.
    """

    places: tuple[PlaceChange, ...]

    @property
    def differs(self) -> bool:
        """Whether anything changed."""
        return bool(self.places)

    @property
    def words_added(self) -> int:
        """How many words are new."""
        return sum(place.words_added for place in self.places)

    @property
    def words_removed(self) -> int:
        """How many words are gone."""
        return sum(place.words_removed for place in self.places)

    @property
    def blanks_changed(self) -> int:
        """How many blanks between words are others."""
        return sum(place.blanks_changed for place in self.places)

    @property
    def unseen_changed(self) -> int:
        """How many soft hyphens and other characters that never show are others."""
        return sum(place.unseen_changed for place in self.places)


def compare_plans(old: LpdFile, new: LpdFile) -> Comparison:
    """What became of the older plan, answer by answer and word by word.

    Topics find each other by their key, potentials by their topic or else their words, budget
    rows by their key. Ids of blocks do not count, so a plan that was imported again is the same.
    """
    if old.plan == new.plan and old.form == new.form:
        return Comparison(())
    found = _Places(old, new).changes()
    return Comparison(_with_destinations(tuple(found)))


Where = Address | None


class _Places:
    """Two plans, gone through place by place."""

    def __init__(self, old: LpdFile, new: LpdFile) -> None:
        self._old, self._new = old, new

    def changes(self) -> Iterator[PlaceChange]:
        every = (self._form_and_cover(), *map(self._item, self._items()))
        for group in every:
            yield from (change for change in group if change is not None)

    def _items(self) -> Iterator[Item]:
        """Those of the newer form, then those that only the older one has."""
        yield from self._new.form.items
        yield from (item for item in self._old.form.items if self._new.form.item(item.key) is None)

    def _form_and_cover(self) -> Iterator[PlaceChange | None]:
        lines = form_lines(self._old.form, self._new.form)
        yield place_change("form", FORM, FORM, "Wortlaut der Vorlage", lines)
        lines = lines_of_facts(cover_facts(self._old.plan), cover_facts(self._new.plan))
        yield place_change("fact", COVER, COVER, "Deckblatt", lines)

    def _item(self, item: Item) -> Iterator[PlaceChange | None]:
        where = Address(item.key)
        if isinstance(item, TopicsItem):
            yield from self._topics(item)
        elif isinstance(item, PotentialsItem):
            yield from self._potentials(item)
        elif isinstance(item, TargetsItem):
            old, new = (figures_of(each.form, each.plan, item) for each in (self._old, self._new))
            yield self._change("fact", where, where, lines_of_facts(old, new))
        elif isinstance(item, RichTextItem):
            yield self._text(where, where)
        elif isinstance(item, BudgetItem):
            yield self._text(where, where)
            yield self._table(item)
            yield self._text(below_table(item.key), below_table(item.key))

    def _change(
        self, kind: PlaceKind, where: Where, old: Where, lines: tuple[LineChange, ...]
    ) -> PlaceChange | None:
        """Named after the newer plan where that has the place."""
        file, shown = (self._new, where) if where is not None else (self._old, old)
        assert shown is not None, "one of both has the place"
        place = place_of(file.form, file.plan, shown)
        return place_change(kind, _text_of(where), _text_of(old), place, lines)

    def _text(self, where: Where, old: Where) -> PlaceChange | None:
        before = blocks_at(self._old.form, self._old.plan, old) if old is not None else ()
        after = blocks_at(self._new.form, self._new.plan, where) if where is not None else ()
        return self._change("text", where, old, compare_texts(before or (), after or ()))

    def _table(self, item: BudgetItem) -> PlaceChange | None:
        where = Address(item.key, ("table",))
        old, new = (
            each.plan.table_of(each.form, item.key) if each.form.item(item.key) else BudgetTable()
            for each in (self._old, self._new)
        )
        return self._change("table", where, where, compare_budgets(self._new.form, old, new))

    def _topics(self, item: TopicsItem) -> Iterator[PlaceChange | None]:
        before, after = self._old.plan.topics, self._new.plan.topics
        where = Address(item.key)
        names = {each.key: chosen_title(self._old.form, each) for each in before}
        new_names = {each.key: chosen_title(self._new.form, each) for each in after}
        yield self._change("choice", where, where, _choice_lines(names, new_names))
        for topic in after:
            known = self._old.plan.topic(topic.key)
            yield from self._topic(item, known, topic)
        for topic in before:
            if self._new.plan.topic(topic.key) is None:
                yield from self._topic(item, topic, None)

    def _topic(
        self, item: TopicsItem, old: TopicAnswer | None, new: TopicAnswer | None
    ) -> Iterator[PlaceChange | None]:
        present = [each for each in (new, old) if each is not None]
        questions = dict.fromkeys(key for each in present for key in self._questions(item, each))
        for question in questions:
            where, before = (
                Address(item.key, (each.key, question)) if each is not None else None
                for each in (new, old)
            )
            answers = [each.answer(question) if each is not None else () for each in (old, new)]
            yield self._change("text", where, before, compare_texts(*answers))

    def _questions(self, item: TopicsItem, topic: TopicAnswer) -> Iterator[str]:
        yield from (question.key for question in item.questions_of(topic.key))
        yield from topic.answers

    def _potentials(self, item: PotentialsItem) -> Iterator[PlaceChange | None]:
        old, new = self._old.plan.potentials, self._new.plan.potentials
        origins = matched_potentials(old, new)
        where = Address(item.key)
        yield self._change("choice", where, where, _potential_lines(self._old, self._new, origins))
        pairs = [(origin, number) for number, origin in enumerate(origins)]
        gone = [(place, None) for place in range(len(old)) if place not in origins]
        for origin, number in (*pairs, *gone):
            yield from self._potential(item, origin, number)

    def _potential(
        self, item: PotentialsItem, old: int | None, new: int | None
    ) -> Iterator[PlaceChange | None]:
        before = self._old.plan.potentials[old].topic if old is not None else ""
        after = self._new.plan.potentials[new].topic if new is not None else ""
        line = wording_line("Thema", before, after)
        where, origin = (_potential_at(item, number, "topic") for number in (new, old))
        yield self._change("title", where, origin, (line,) if line is not None else ())
        for name in POTENTIAL_TEXTS:
            where, origin = (_potential_at(item, number, name) for number in (new, old))
            yield self._text(where, origin)


def _text_of(where: Where) -> str:
    return "" if where is None else str(where)


def _potential_at(item: PotentialsItem, number: int | None, part: str) -> Where:
    return None if number is None else Address(item.key, (str(number + 1), part))


def _choice_lines(old: dict[str, str], new: dict[str, str]) -> tuple[LineChange, ...]:
    """Names by their keys: which came, went, or stand elsewhere in the row."""
    moved = moved_keys(list(old), list(new))
    lines = []
    for key, name in new.items():
        if key not in old:
            lines.append(_name_line("added", name))
        elif key in moved:
            lines.append(_name_line("moved", name))
        elif name != old[key]:
            lines.append(wording_line("Titel", old[key], name) or _name_line("same", name))
        else:
            lines.append(_name_line("same", name))
    gone = (_name_line("removed", name) for key, name in old.items() if key not in new)
    return (*lines, *gone)


_SIGNS: dict[LineStatus, Sign] = {"added": "added", "removed": "removed"}


def _name_line(status: LineStatus, name: str) -> LineChange:
    sign = _SIGNS.get(status, "same")
    remark = "steht an anderer Stelle" if status == "moved" else ""
    return LineChange(kind="title", status=status, pieces=(Piece(sign, name),), remark=remark)


def _potential_lines(
    old: LpdFile, new: LpdFile, origins: Sequence[int | None]
) -> tuple[LineChange, ...]:
    """Which potentials came, went, or stand elsewhere; their own changes are told apart."""
    names = {
        str(place): _potential_name(place, each.topic)
        for place, each in enumerate(old.plan.potentials)
    }
    new_names = {}
    for number, (origin, each) in enumerate(zip(origins, new.plan.potentials, strict=True)):
        key = f"new {number}" if origin is None else str(origin)
        new_names[key] = names.get(key) or _potential_name(number, each.topic)
    return _choice_lines(names, new_names)


def _potential_name(place: int, topic: str) -> str:
    return topic.strip() or f"Potential {place + 1} (ohne Thema)"


def _with_destinations(places: tuple[PlaceChange, ...]) -> tuple[PlaceChange, ...]:
    """Lines that went here and came there say so."""
    texts = [place for place in places if place.kind == "text"]
    gone, come = _by_words(texts, "removed"), _by_words(texts, "added")
    return tuple(
        replace(place, lines=tuple(_with_destination(line, gone, come) for line in place.lines))
        if place.kind == "text"
        else place
        for place in places
    )


def _by_words(places: Iterable[PlaceChange], status: LineStatus) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for place in places:
        for line in place.lines:
            if line.status == status and is_recognised(line):
                found[line.pieces[0].text].append(place.place)
    return found


def _with_destination(
    line: LineChange, gone: dict[str, list[str]], come: dict[str, list[str]]
) -> LineChange:
    if line.status not in ("added", "removed") or not is_recognised(line):
        return line
    others = (gone if line.status == "added" else come).get(line.pieces[0].text)
    if not others:
        return line
    return replace(
        line,
        remark=f"stand bei: {others[0]}" if line.status == "added" else f"jetzt bei: {others[0]}",
    )
