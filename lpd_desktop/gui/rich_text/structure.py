"""What happens to shapes when a planner makes lists and headings. No Qt in here.

Each function takes all shapes of a document and the first and last that are meant, and gives all
shapes back; a later step writes the differences into the document.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from lpd_desktop.gui.rich_text.shapes import Kind, ListLevel, Shape
from lpd_desktop.gui.rich_text.typing_habits import ListMark
from lpd_desktop.plan.rich_text import ListStyle
from lpd_desktop.runtime.identity import new_id

DEEPEST = 3
"""How deep lists may be nested by hand; a deeper one that was read is kept."""

Shapes = list[Shape]
_INNER_STYLE: dict[ListStyle, ListStyle] = {
    "bullet": "bullet",
    "number": "letter",
    "letter": "bullet",
}


def _changed(shapes: Shapes, first: int, last: int, change: Callable[[Shape], Shape]) -> Shapes:
    return [
        change(shape) if first <= index <= last else shape for index, shape in enumerate(shapes)
    ]


def with_kind(shapes: Shapes, first: int, last: int, kind: Kind) -> Shapes:
    """Paragraphs and headings as paragraphs or headings."""
    return _changed(shapes, first, last, lambda shape: _of_kind(shape, kind))


def _of_kind(shape: Shape, kind: Kind) -> Shape:
    return shape if shape.kind == "table" else replace(shape, kind=kind, kept="")


def _as_line(shape: Shape) -> Shape:
    """A filler that becomes a real line."""
    return replace(shape, kind="paragraph", kept="") if shape.kind == "filler" else shape


def toggled_list(shapes: Shapes, first: int, last: int, style: ListStyle) -> Shapes:
    """Lines into a list of this style, or out of it when all of them are its items."""
    meant = [shape for shape in shapes[first : last + 1] if shape.kind != "table"]
    if meant and all(shape.lists and shape.lists[-1].style == style for shape in meant):
        return outdented(shapes, first, last)
    restyled = _restyled_lists(shapes, {s.lists[-1].id for s in meant if s.lists}, style)
    level = _list_above(restyled, first, style) or ListLevel(new_id(), style)
    return _changed(restyled, first, last, lambda shape: _as_item(shape, level))


def _restyled_lists(shapes: Shapes, list_ids: set[str], style: ListStyle) -> Shapes:
    def restyle(level: ListLevel) -> ListLevel:
        return replace(level, style=style) if level.id in list_ids else level

    return [replace(shape, lists=tuple(map(restyle, shape.lists))) for shape in shapes]


def begun_list(shapes: Shapes, index: int, mark: ListMark) -> Shapes:
    """A line as the item of a list: the one right above where it goes on with it, or a new one."""
    level = _list_above(shapes, index, mark.style)
    if level is None or (mark.style != "bullet" and not number_follows(shapes, index, mark)):
        level = ListLevel(new_id(), mark.style, mark.number)
    return _changed(shapes, index, index, lambda shape: _as_item(shape, level))


def number_follows(shapes: Shapes, index: int, mark: ListMark) -> bool:
    """Whether the line is the next item of the list right above it."""
    level = _list_above(shapes, index, mark.style)
    if level is None:
        return False
    items = sum(shape.starts_item and shape.lists == (level,) for shape in shapes[:index])
    return mark.number == level.start + items


def item_at(shapes: Sequence[Shape], index: int) -> int | None:
    """The start of the numbered item that a line belongs to; None where it is in none."""
    lists = shapes[index].lists
    if not lists or lists[-1].style == "bullet":
        return None
    while not (shapes[index].starts_item and shapes[index].lists == lists):
        index -= 1
        if index < 0 or shapes[index].lists[: len(lists)] != lists:
            return None
    return index


def number_of(shapes: Sequence[Shape], item: int) -> int:
    """The number of an item, given by the index of its first line."""
    lists = shapes[item].lists
    before = sum(shape.starts_item and shape.lists == lists for shape in shapes[:item])
    return lists[-1].start + before


def number_above(shapes: Sequence[Shape], item: int) -> int | None:
    """The number that goes on with the nearest other list of this kind above an item."""
    level = shapes[item].lists[-1]
    depth = len(shapes[item].lists)
    for index in range(item - 1, -1, -1):
        found = shapes[index]
        is_alike = found.starts_item and len(found.lists) == depth
        if is_alike and found.lists[-1].style == level.style and found.lists[-1].id != level.id:
            return number_of(shapes, index) + 1
    return None


def started_at(shapes: Shapes, item: int, number: int) -> Shapes:
    """Items from one on counted from a number; those above it keep theirs."""
    old = shapes[item].lists[-1]
    depth = len(shapes[item].lists) - 1
    is_first = not any(old in shape.lists for shape in shapes[:item])
    new = replace(old, id=old.id if is_first else new_id(), start=number)

    def change(shape: Shape) -> Shape:
        if len(shape.lists) <= depth or shape.lists[depth].id != old.id:
            return shape
        return replace(shape, lists=(*shape.lists[:depth], new, *shape.lists[depth + 1 :]))

    return _changed(shapes, item, len(shapes) - 1, change)


def _list_above(shapes: Shapes, first: int, style: ListStyle) -> ListLevel | None:
    above = shapes[first - 1] if first else None
    if above is None or not above.lists or above.lists[0].style != style:
        return None
    return above.lists[0]


def _as_item(shape: Shape, level: ListLevel) -> Shape:
    if shape.lists or shape.kind == "table":
        return shape
    return replace(_as_line(shape), lists=(level,), starts_item=True)


def indented(shapes: Shapes, first: int, last: int) -> Shapes:
    """Items one level deeper; a paragraph below a list into the item above it."""
    result = list(shapes)
    last = _end_of_item(shapes, last)
    for index in range(max(first, 1), last + 1):
        result[index] = _one_deeper(result[index - 1], result[index], shapes[index + 1 :])
    return result


def _end_of_item(shapes: Shapes, index: int) -> int:
    """The last of the further paragraphs that belong to an item."""
    lists = shapes[index].list_ids
    while (
        lists
        and index + 1 < len(shapes)
        and shapes[index + 1].list_ids == lists
        and not shapes[index + 1].starts_item
    ):
        index += 1
    return index


def _one_deeper(above: Shape, shape: Shape, below: Shapes) -> Shape:
    depth = len(shape.lists)
    if not shape.starts_item:
        deeper = len(above.lists) > depth and above.list_ids[:depth] == shape.list_ids
        lists = above.lists[: depth + 1] if deeper else shape.lists
        return replace(_as_line(shape), lists=lists) if deeper else shape
    if above.list_ids[:depth] != shape.list_ids or depth >= DEEPEST:
        return shape
    return replace(shape, lists=(*shape.lists, _inner_level(above, shape, below)))


def _inner_level(above: Shape, shape: Shape, below: Shapes) -> ListLevel:
    """The list that an item goes into: that of its new neighbours, or a new one."""
    depth = len(shape.lists)
    for neighbour in (above, *below[:1]):
        if len(neighbour.lists) > depth and neighbour.list_ids[:depth] == shape.list_ids:
            return neighbour.lists[depth]
    return ListLevel(new_id(), _INNER_STYLE[shape.lists[-1].style])


def outdented(shapes: Shapes, first: int, last: int) -> Shapes:
    """Items one level up, or out of the list when they stand in the outermost."""
    return _changed(shapes, first, _end_of_item(shapes, last), _one_up)


def _one_up(shape: Shape) -> Shape:
    if not shape.lists:
        return shape
    starts = shape.starts_item and len(shape.lists) > 1
    return replace(_as_line(shape), lists=shape.lists[:-1], starts_item=starts)


def attached(shapes: Shapes, index: int) -> Shapes:
    """An item as a further paragraph of the item above."""
    return _changed(shapes, index, index, lambda shape: replace(shape, starts_item=False))


def has_item_above(shapes: Shapes, index: int) -> bool:
    """Whether there is an item of the same list right above."""
    depth = len(shapes[index].lists)
    return index > 0 and shapes[index - 1].list_ids[:depth] == shapes[index].list_ids
