"""Where the bars and labels of a chart stand, for screen and print alike.

Lengths are those of the surface (pixels, points), y grows downwards. Whoever paints knows how wide
a text is and has a colour for each tone; nothing else is asked of it. Parts are told apart by
pattern, which a print in grey keeps, and named beside their pattern.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from lpd_desktop.plan.amounts import format_euro
from lpd_desktop.plan.chart.facts import Bar, BudgetChart, Group, Part
from lpd_desktop.plan.chart.patterns import OPEN, PATTERNS, Stroke, hatching
from lpd_desktop.plan.chart.sentences import not_shown
from lpd_desktop.plan.chart.wrapping import wrapped

Tone = Literal["plan", "previous", "text", "paper"]
Measure = Callable[[str, bool], float]
"""The width of a text; the second argument asks for the bold cut."""

_TONES: tuple[Tone, ...] = ("plan", "previous")

_LEADING = 1.4
_BASELINE = 1.08
_BAR = 1.05
_GAP = 0.5
_SWATCH = 1.5
_THIN = 0.06
_HAIR = 0.5
"""All in heights of the letters but the last: no amount above zero is narrower than this."""


@dataclass(frozen=True)
class Area:
    """A filled rectangle with a line around it where `line` is not zero."""

    x: float
    y: float
    width: float
    height: float
    tone: Tone
    line: float = 0.0
    line_tone: Tone = "text"


@dataclass(frozen=True)
class Line:
    """A straight line of a pattern or an axis."""

    stroke: Stroke
    width: float
    tone: Tone


@dataclass(frozen=True)
class Label:
    """One line of text with its baseline starting at (x, y)."""

    x: float
    y: float
    text: str
    bold: bool = False


Shape = Area | Line | Label


@dataclass(frozen=True)
class GroupLayout:
    """All shapes of one row in painting order, and the height they take."""

    shapes: tuple[Shape, ...]
    height: float


@dataclass(frozen=True)
class Sheet:
    """What a chart is laid out on: width, height of letters, widths of texts."""

    width: float
    size: float
    measure: Measure


def lay_out(chart: BudgetChart, sheet: Sheet) -> list[GroupLayout]:
    """Where everything stands, row by row; all bars have one scale and begin at one line."""
    scale = _scale_of(chart, sheet)
    return [_laid_out(group, scale, sheet) for group in chart.groups]


def _laid_out(group: Group, scale: _Scale, sheet: Sheet) -> GroupLayout:
    writer = _GroupWriter(group, scale, sheet)
    writer.write()
    return GroupLayout(tuple(writer.shapes), writer.y)


@dataclass(frozen=True)
class _Scale:
    """Where bars start, behind the years, and how long `reach` cents are: amounts follow."""

    start: float
    room: float
    reach: int


def _scale_of(chart: BudgetChart, sheet: Sheet) -> _Scale:
    size, measure = sheet.size, sheet.measure
    bars = [bar for group in chart.groups for bar in group.bars if bar.cents is not None]
    years = max((measure(f"{year}", False) for year in chart.years), default=0.0)
    amounts = max((measure(format_euro(bar.cents or 0), False) for bar in bars), default=0.0)
    start = years + _GAP * size
    room = max(size, sheet.width - start - amounts - 2 * _GAP * size)
    return _Scale(start, room, max(chart.reach, 1))


@dataclass(eq=False)
class _GroupWriter:
    group: Group
    scale: _Scale
    sheet: Sheet
    shapes: list[Shape] = field(default_factory=list)
    y: float = 0.0

    def write(self) -> None:
        """Heading, one line for each year, notes, key."""
        self._text(self.group.label, 0.0, bold=True)
        for index, bar in enumerate(self.group.bars):
            self._bar(bar, _TONES[index])
        for bar in self.group.bars:
            if bar.note:
                self._text(f"{bar.year} {bar.note}", self.scale.start)
        self._key()

    def _text(self, text: str, x: float, *, bold: bool = False) -> None:
        size = self.sheet.size
        for line in wrapped(text, self.sheet.width - x, self.sheet.measure, bold=bold):
            self.shapes.append(Label(x, self.y + _BASELINE * size, line, bold))
            self.y += _LEADING * size

    def _bar(self, bar: Bar, tone: Tone) -> None:
        size, start = self.sheet.size, self.scale.start
        self.shapes.append(Label(0.0, self.y + _BASELINE * size, f"{bar.year}"))
        if bar.cents is None:
            self._text(not_shown(bar), start)
            return
        end = self._segments(bar, tone, self.y + (_LEADING - _BAR) / 2 * size)
        amount = Label(end + _GAP * size, self.y + _BASELINE * size, format_euro(bar.cents))
        self.shapes.append(amount)
        self.y += _LEADING * size

    def _segments(self, bar: Bar, tone: Tone, top: float) -> float:
        """Draws the shares of a bar side by side; gives where they end."""
        x, height = self.scale.start, _BAR * self.sheet.size
        whole = Part(self.group.key, self.group.label, bar.cents or 0, 0)
        for part in (*(bar.parts or (whole,)), *bar.taken):
            width = self._length(part.cents)
            pattern = OPEN if part in bar.taken else part.place
            self._patch(Area(x, top, width, height, tone), pattern)
            x += width
        axis = Stroke(self.scale.start, top - 0.1 * height, self.scale.start, top + 1.1 * height)
        self.shapes.append(Line(axis, 1.5 * _THIN * self.sheet.size, "text"))
        return x

    def _length(self, cents: int) -> float:
        return max(_HAIR, cents / self.scale.reach * self.scale.room) if cents else 0.0

    def _patch(self, area: Area, pattern: int) -> None:
        """An area in its pattern: filled, hatched, or open."""
        if not area.width:
            return
        thin = _THIN * self.sheet.size
        is_filled = pattern != OPEN and PATTERNS[pattern % len(PATTERNS)] == ()
        fill: Tone = area.tone if is_filled else "paper"
        place = (area.x, area.y, area.width, area.height)
        self.shapes.append(Area(*place, fill, thin, area.tone))
        if pattern != OPEN and not is_filled:
            step = 0.36 * self.sheet.size
            for stroke in hatching(place, PATTERNS[pattern % len(PATTERNS)], step):
                self.shapes.append(Line(stroke, 1.6 * thin, area.tone))

    def _key(self) -> None:
        """Names the patterns, as many in a line as fit."""
        entries = list(self._entries())
        size, x = self.sheet.size, self.scale.start
        indent = (_SWATCH + _GAP) * size
        if entries:
            self.y += 0.2 * size
        for pattern, text in entries:
            room = self.sheet.width - self.scale.start - indent
            lines = wrapped(text, room, self.sheet.measure)
            width = indent + max(self.sheet.measure(line, False) for line in lines)
            if x > self.scale.start and x + width > self.sheet.width:
                x, self.y = self.scale.start, self.y + _LEADING * size
            self._entry(x, pattern, lines)
            x += width + 2 * _GAP * size
            if len(lines) > 1:
                x, self.y = self.scale.start, self.y + len(lines) * _LEADING * size
        if entries and x > self.scale.start:
            self.y += _LEADING * size

    def _entries(self) -> Iterator[tuple[int, str]]:
        for part in self.group.shown_parts(taken=False):
            yield part.place, part.label
        for part in self.group.shown_parts(taken=True):
            yield OPEN, f"nicht enthalten: {part.label}"

    def _entry(self, x: float, pattern: int, lines: Sequence[str]) -> None:
        size = self.sheet.size
        top = self.y + (_LEADING - 0.9) / 2 * size
        self._patch(Area(x, top, _SWATCH * size, 0.9 * size, "plan"), pattern)
        for number, line in enumerate(lines):
            baseline = self.y + (_BASELINE + number * _LEADING) * size
            self.shapes.append(Label(x + (_SWATCH + _GAP) * size, baseline, line))
