"""What Excel shows of a number, as far as budgets need it."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from lpd_desktop.excel.format_sections import FormatSection, read_section, split_sections

__all__ = ["FormatSection", "NumberFormat", "number_format", "shown"]

_WHOLE_DIGITS = 15
_CODE_LIMIT = 255
_GERMAN = str.maketrans(",.", ".,")


class NumberFormat:
    """A number format with its sections for positive numbers, negative ones and zero."""

    def __init__(self, sections: tuple[FormatSection, ...]) -> None:
        """Takes at least one section."""
        self._sections = sections
        self._has_conditions = any(section.condition for section in sections)

    @property
    def is_date(self) -> bool:
        """Whether numbers are displayed as days or times."""
        return self._sections[0].is_date

    def section_for(self, number: Decimal) -> FormatSection:
        """The section that displays this number."""
        sections = self._sections
        if self._has_conditions:
            fitting = (each for each in sections[:3] if each.accepts(number))
            return next(fitting, sections[-1])
        if number < 0 and len(sections) > 1:
            return sections[1]
        return sections[2] if number == 0 and len(sections) > 2 else sections[0]

    def shows_minus(self, number: Decimal) -> bool:
        """Whether a minus is displayed by itself; a section for negatives brings its own sign."""
        return number < 0 and (self._has_conditions or len(self._sections) == 1)


@lru_cache(maxsize=512)
def number_format(code: str) -> NumberFormat:
    """The format of a code such as `#,##0.00" €"`; what is not understood counts as General."""
    shortened = code.strip()[:_CODE_LIMIT] or "General"
    sections = tuple(read_section(each) for each in split_sections(shortened)[:4])
    return NumberFormat(sections)


def shown(number: Decimal, how: NumberFormat) -> str:
    """The number in German notation as the format displays it."""
    return shown_by(number, how, how.section_for(number))


def shown_by(number: Decimal, how: NumberFormat, section: FormatSection) -> str:
    """The same where the section that displays the number is known already."""
    if section.is_literal:
        return section.around("")
    value = abs(number)
    if section.is_percent or section.scale:
        value = value * 100 if section.is_percent else value / 1000**section.scale
    sign = "\u2212" if how.shows_minus(number) else ""
    text = section.around(sign + _digits(value, section))
    return f"{text} %" if section.is_percent else text


def _digits(value: Decimal, section: FormatSection) -> str:
    if section.is_scientific:
        return _scientific(value, section.decimals or 0)
    if value.adjusted() >= _WHOLE_DIGITS:
        return _scientific(value, 5)
    if section.decimals is None:
        text = str(value)
        return text if text.isdecimal() else format(value.normalize(), "f").translate(_GERMAN)
    rounded = value.quantize(Decimal(1).scaleb(-section.decimals), ROUND_HALF_UP)
    return format(rounded, ",f" if section.is_grouped else "f").translate(_GERMAN)


def _scientific(value: Decimal, decimals: int) -> str:
    return format(value, f".{decimals}E").translate(_GERMAN)
