"""Workbooks put together part by part, to hold what no library writes."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import openpyxl

from lpd_desktop.excel.reading import read_workbook
from lpd_desktop.excel.workbook import Sheet, WorkbookCell

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
LABEL = '<c r="A2" t="inlineStr"><is><t>VWT gesamt</t></is></c>'
TABLE = (
    '<row r="1"><c r="B1"><v>2023</v></c><c r="C1"><v>2022</v></c></row>'
    f'<row r="2">{LABEL}<c r="B2"><v>5</v></c><c r="C2"><v>4</v></c></row>'
)


def zipped(parts: Mapping[str, bytes | str]) -> bytes:
    """A package of parts."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return target.getvalue()


def relations(**targets: str) -> str:
    """Relations by their key, which is also their kind without digits."""
    listed = "".join(
        f'<Relationship Id="{key}" Type="http://x/{key.rstrip("0123456789")}" Target="{target}"/>'
        for key, target in targets.items()
    )
    return f"<Relationships>{listed}</Relationships>"


def sheet_xml(rows: str, *, before: str = "", behind: str = "", namespace: str = MAIN) -> str:
    """The part of a sheet."""
    cells = f"<sheetData>{rows}</sheetData>"
    return f'<worksheet xmlns="{namespace}">{before}{cells}{behind}</worksheet>'


def open_xml(*sheets: str, more: Mapping[str, str] | None = None, properties: str = "") -> bytes:
    """A workbook of these sheet parts, with shared texts, styles and further parts."""
    keys = [f"worksheet{number}" for number in range(1, len(sheets) + 1)]
    listed = "".join(
        f'<sheet name="Blatt {number}" r:id="{key}"/>' for number, key in enumerate(keys, 1)
    )
    targets = {key: f"{key}.xml" for key in keys}
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": relations(officeDocument="xl/workbook.xml"),
            "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="r">{properties}'
            f"<sheets>{listed}</sheets></workbook>",
            "xl/_rels/workbook.xml.rels": relations(
                **targets, sharedStrings="strings.xml", styles="styles.xml"
            ),
            **{f"xl/{key}.xml": part for key, part in zip(keys, sheets, strict=True)},
            **(more or {}),
        }
    )


def made_by_openpyxl(change: Callable[[Any], object]) -> bytes:
    """A workbook of one sheet that `change` fills."""
    book = openpyxl.Workbook()
    change(book.active)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def only_sheet(data: bytes, name: str = "b.xlsx") -> Sheet:
    """The one sheet of a workbook."""
    (sheet,) = read_workbook(data, name).sheets
    return sheet


def cells_of(data: bytes, name: str = "b.xlsx") -> dict[str, WorkbookCell]:
    """The cells of the one sheet by address."""
    return {cell.address: cell for cell in only_sheet(data, name).cells}


def record(kind: int, data: bytes = b"") -> bytes:
    """A record of an .xls."""
    return struct.pack("<HH", kind, len(data)) + data


def xls_stream(sheet: bytes, before: bytes = b"", texts: Sequence[str] = ()) -> bytes:
    """The records of an .xls with one sheet named `Plan`."""
    table = b"".join(struct.pack("<HB", len(text), 1) + text.encode("utf-16-le") for text in texts)
    count = struct.pack("<II", len(texts), len(texts))
    shared = record(0xFC, count + table) if texts else b""
    begin = record(0x0809, struct.pack("<HHHH", 0x0600, 5, 0, 0)) + before
    listed = 4 + 6 + 2 + len("Plan")
    start = len(begin) + listed + len(shared) + 4
    name = struct.pack("<IBBBB", start, 0, 0, 4, 0) + b"Plan"
    body = record(0x0809, struct.pack("<HHHH", 0x0600, 16, 0, 0)) + sheet + record(0x0A)
    return begin + record(0x85, name) + shared + record(0x0A) + body


def compound(name: str, stream: bytes) -> bytes:
    """The simplest file of older Office programs: one stream in a row of sectors."""
    stream = stream.ljust(max(4096, -(-len(stream) // 512) * 512), b"\0")
    sectors = len(stream) // 512
    fat_sectors = -(-(sectors + 2) // 127)
    chain = [*range(1, sectors), 0xFFFFFFFE, 0xFFFFFFFE, *[0xFFFFFFFD] * fat_sectors]
    fat = struct.pack(f"<{len(chain)}I", *chain).ljust(512 * fat_sectors, b"\xff")
    places = [sectors + 1 + number for number in range(fat_sectors)]
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16
    header += struct.pack("<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, fat_sectors, sectors,
                          0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)  # fmt: skip
    header += struct.pack("<109I", *places, *[0xFFFFFFFF] * (109 - len(places)))
    return header + stream + _directory(name, len(stream)) + fat


def _directory(name: str, size: int) -> bytes:
    def entry(label: str, kind: int, child: int, start: int, length: int) -> bytes:
        text = label.encode("utf-16-le")
        return (
            text.ljust(64, b"\0")
            + struct.pack("<HBBIII", len(text) + 2, kind, 1, 0xFFFFFFFF, 0xFFFFFFFF, child)
            + b"\0" * 36
            + struct.pack("<IQ", start, length)
        )

    entries = entry("Root Entry", 5, 1, 0xFFFFFFFE, 0) + entry(name, 2, 0xFFFFFFFF, 0, size)
    return entries.ljust(512, b"\0")


def xls(sheet: bytes, before: bytes = b"", texts: Sequence[str] = ()) -> bytes:
    """An .xls with one sheet."""
    return compound("Workbook", xls_stream(sheet, before, texts))


def xlsb_record(kind: int, data: bytes = b"") -> bytes:
    """A record of an .xlsb."""
    head = bytes([kind]) if kind < 0x80 else bytes([kind & 0x7F | 0x80, kind >> 7])
    size = len(data)
    return head + (bytes([size]) if size < 0x80 else bytes([size & 0x7F | 0x80, size >> 7])) + data


def xlsb_text(text: str) -> bytes:
    """A text in a record of an .xlsb."""
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def xlsb(sheet: bytes, texts: Sequence[str] = (), styles: bytes = b"") -> bytes:
    """An .xlsb with one sheet named `Plan`."""
    listed = struct.pack("<II", 0, 1) + xlsb_text("worksheet1") + xlsb_text("Plan")
    shared = b"".join(xlsb_record(19, b"\0" + xlsb_text(text)) for text in texts)
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": relations(officeDocument="xl/workbook.bin"),
            "xl/workbook.bin": xlsb_record(156, listed),
            "xl/_rels/workbook.bin.rels": relations(
                worksheet1="sheet1.bin", sharedStrings="strings.bin", styles="styles.bin"
            ),
            "xl/sheet1.bin": sheet,
            "xl/strings.bin": shared,
            "xl/styles.bin": styles,
        }
    )


def ods(rows: str, *, before: str = "", more: Mapping[str, str] | None = None) -> bytes:
    """A file of LibreOffice's kind with one sheet."""
    content = (
        '<?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:table="t" '
        f'xmlns:text="x" xmlns:style="s" xmlns:calcext="c">{before}<office:body>'
        f'<office:spreadsheet><table:table table:name="Plan">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    return zipped({"mimetype": kind, "content.xml": content, **(more or {})})


def ods_number(value: str, shows: str, more: str = "", kind: str = "float") -> str:
    """A cell of a number."""
    return (
        f'<table:table-cell office:value-type="{kind}" office:value="{value}" {more}>'
        f"<text:p>{shows}</text:p></table:table-cell>"
    )


def ods_text(text: str, more: str = "") -> str:
    """A cell of text."""
    return (
        f'<table:table-cell office:value-type="string" {more}><text:p>{text}</text:p>'
        "</table:table-cell>"
    )


def ods_row(*cells: str, more: str = "") -> str:
    """A row of cells."""
    return f"<table:table-row {more}>{''.join(cells)}</table:table-row>"
