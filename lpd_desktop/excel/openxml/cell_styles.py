"""Number formats by the style of a cell."""

from __future__ import annotations

from lpd_desktop.excel.display import NumberFormat, number_format
from lpd_desktop.excel.openxml.package_parts import PackageParts
from lpd_desktop.excel.xml_events import Attributes, EnoughError, XmlReader

BUILT_IN_FORMATS = {
    0: "General",
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    5: '#,##0" €";-#,##0" €"',
    6: '#,##0" €";[Red]-#,##0" €"',
    7: '#,##0.00" €";-#,##0.00" €"',
    8: '#,##0.00" €";[Red]-#,##0.00" €"',
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    14: "dd.mm.yyyy",
    15: "dd. mmm yy",
    16: "dd. mmm",
    17: "mmm yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "hh:mm",
    21: "hh:mm:ss",
    22: "dd.mm.yyyy hh:mm",
    37: "#,##0;-#,##0",
    38: "#,##0;[Red]-#,##0",
    39: "#,##0.00;-#,##0.00",
    40: "#,##0.00;[Red]-#,##0.00",
    41: '_-* #,##0_-;-* #,##0_-;_-* "-"_-;_-@_-',
    42: '_-* #,##0" €"_-;-* #,##0" €"_-;_-* "-"" €"_-;_-@_-',
    43: '_-* #,##0.00_-;-* #,##0.00_-;_-* "-"??_-;_-@_-',
    44: '_-* #,##0.00" €"_-;-* #,##0.00" €"_-;_-* "-"??" €"_-;_-@_-',
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mm:ss.0",
    48: "##0.0E+0",
    49: "@",
}
"""The formats that have a number only, as German Excel displays them (ECMA-376 part 1, 18.8.30)."""


class CellStyles:
    """The number format of every style of a workbook."""

    def __init__(self) -> None:
        """Without any style every cell is General."""
        self._codes: dict[int, str] = {}
        self._styles: list[int] = []
        self._formats: dict[int, NumberFormat] = {}
        self._is_inside = False

    def code(self, style: int) -> str:
        """The format code of a style; an unknown one is General."""
        number = self._styles[style] if 0 <= style < len(self._styles) else 0
        return self._codes.get(number) or BUILT_IN_FORMATS.get(number, "General")

    def format(self, style: int) -> NumberFormat:
        """The number format of a style."""
        found = self._formats.get(style)
        if found is None:
            found = self._formats[style] = number_format(self.code(style))
        return found

    def on_format(self, attributes: Attributes) -> None:
        """Takes a format of the workbook's own."""
        self._codes[_number(attributes, "numFmtId")] = attributes.get("formatCode", "")

    def on_styles(self, _attributes: Attributes) -> None:
        """From here on the styles of cells are listed."""
        self._is_inside = True

    def on_style(self, attributes: Attributes) -> None:
        """Takes the style of cells; there are other lists of the same element before."""
        if self._is_inside:
            self._styles.append(_number(attributes, "numFmtId"))

    def on_end(self) -> None:
        """Behind the styles of cells nothing is wanted."""
        raise EnoughError


def read_styles(parts: PackageParts, part: str) -> CellStyles:
    """The number formats of a workbook; without the part all cells are General."""
    styles = CellStyles()
    if part in parts:
        starts = {
            "numFmt": styles.on_format,
            "cellXfs": styles.on_styles,
            "xf": styles.on_style,
        }
        with parts.open(part) as source:
            XmlReader(parts.allowance, starts, {"cellXfs": styles.on_end}).read(source)
    return styles


def _number(attributes: Attributes, name: str) -> int:
    try:
        return int(attributes.get(name, "0"))
    except ValueError:
        return 0
