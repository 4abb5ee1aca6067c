"""Makes sense of the shapes that editing left: unique ids, lists that are whole. No Qt in here."""

from __future__ import annotations

from dataclasses import dataclass, replace

from lpd_desktop.gui.rich_text.shapes import ListLevel, Shape
from lpd_desktop.runtime.identity import new_id


def tidied(shapes: list[Shape]) -> list[Shape]:
    """Shapes with unique ids, in which each list is in one piece and starts with an item.

    A list that was cut in two becomes two; the second goes on counting where it stays in the
    same place. Where the outer item of a nested list was taken away its items move up.
    """
    tidy = _Tidy()
    return [tidy.next(shape) for shape in shapes]


@dataclass
class _Open:
    source: str
    level: ListLevel
    items: int = 0


class _Tidy:
    def __init__(self) -> None:
        self._ids: set[str] = set()
        self._open: list[_Open] = []
        self._closed: dict[str, tuple[ListLevel, int, int]] = {}
        self._dissolved: set[str] = set()

    def next(self, shape: Shape) -> Shape:
        """The tidy form of the next shape."""
        shape = self._with_own_id(shape)
        wanted = [level for level in shape.lists if level.id not in self._dissolved]
        depth = self._close_what_ends(wanted)
        starts = shape.starts_item and bool(wanted)
        if len(wanted) > depth:
            self._dissolved.update(level.id for level in wanted[depth + 1 :])
            self._reopen(wanted[depth])
            starts = starts or shape.kind not in {"table", "filler"}
        if starts:
            self._open[-1].items += 1
        lists = tuple(each.level for each in self._open)
        if shape.kind == "table":
            starts = False
        return replace(shape, lists=lists, starts_item=starts)

    def _with_own_id(self, shape: Shape) -> Shape:
        if shape.id and shape.id not in self._ids:
            self._ids.add(shape.id)
            return shape
        return replace(shape, id=new_id())

    def _close_what_ends(self, wanted: list[ListLevel]) -> int:
        depth = 0
        for opened, level in zip(self._open, wanted, strict=False):
            if opened.source != level.id:
                break
            depth += 1
        while len(self._open) > depth:
            done = self._open.pop()
            at = len(self._open)
            self._closed[done.source] = (done.level, done.items, at)
            if not self._open:
                self._dissolved.clear()
        return depth

    def _reopen(self, level: ListLevel) -> None:
        source = level.id
        if source in self._closed:
            first, items, depth = self._closed[source]
            goes_on = depth == len(self._open) == 0
            start = first.start + items if goes_on else 1
            level = replace(level, id=new_id(), start=start)
        self._open.append(_Open(source, level))
