"""Hostile and enormous files: refused or read within two seconds and 300 MB."""

from __future__ import annotations

import io
import os
import random
import re
import subprocess
import sys
import time
import warnings
import zipfile
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lpd_desktop.excel.limits import ELEMENTS_LIMIT
from lpd_desktop.excel.package import UNPACKED_LIMIT, UnreadableWorkbookError
from lpd_desktop.excel.reading import read_workbook
from lpd_desktop.excel.stored_results import StoredResults
from lpd_desktop.plan.sample import sample_workbook
from tests.extent import examples

from .packages import TABLE, ods, ods_number, ods_row, only_sheet, open_xml, sheet_xml, zipped

CHANCE = random.Random(2023)
ELEMENTS = ELEMENTS_LIMIT // examples(10, 1)
"""As many are allowed here: the short form has a lower limit, and files just beyond that."""
SECONDS = 2.0
MEGABYTES = 300
STATUS = Path("/proc/self/status")


def filled(rows: int, columns: int, cell: str) -> str:
    return "".join(f"<row>{cell * columns}</row>" for _ in range(rows))


def shared_texts(count: int) -> str:
    return "<sst>" + "".join(f"<si><t>{n * 7919 % 9973}</t></si>" for n in range(count)) + "</sst>"


def noise(length: int) -> str:
    return "".join(CHANCE.choice("abcdefgh") for _ in range(length))


def entities() -> str:
    steps = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 9))
    return f'<!DOCTYPE x [<!ENTITY e0 "zehn">{steps}]>' + sheet_xml(
        '<row><c t="inlineStr"><is><t>&e8;</t></is></c></row>'
    )


def doubled() -> bytes:
    target = io.BytesIO(open_xml(sheet_xml(TABLE)))
    with warnings.catch_warnings(), zipfile.ZipFile(target, "a") as package:
        warnings.simplefilter("ignore")
        package.writestr("xl/worksheet1.xml", sheet_xml(TABLE.replace("<v>5", "<v>6")))
    return target.getvalue()


REFUSED = {
    "zip bomb": (lambda: open_xml(sheet_xml(TABLE + " " * UNPACKED_LIMIT)), "größer als 100 MB"),
    "packed blanks": (lambda: open_xml(sheet_xml(TABLE + " " * 9_000_000)), "stark gepackt"),
    "entity bomb": (lambda: open_xml(entities()), "beschädigt"),
    "endless depth": (lambda: open_xml(sheet_xml("<a>" * 400_000 + noise(30_000))), "beschädigt"),
    "endless tag": (
        lambda: open_xml(sheet_xml(TABLE).replace(" xmlns", f' x="{noise(4000) * 600}" xmlns')),
        "beschädigt",
    ),
    "texts without end": (
        lambda: open_xml(
            sheet_xml(f'<row><c t="s"><v>{ELEMENTS}</v></c></row>'),
            more={"xl/strings.xml": shared_texts(ELEMENTS + 1)},
        ),
        "zu umfangreich",
    ),
    "two parts of one name": (doubled, "beschädigt"),
}

READ = {
    "42,000 merged ranges": lambda: open_xml(
        sheet_xml(
            TABLE,
            behind="<mergeCells>"
            + "".join(f'<mergeCell ref="A{n}:D{n + 1}"/>' for n in range(3, 84_003, 2))
            + "</mergeCells>",
        )
    ),
    "merged ranges that overlap": lambda: open_xml(
        sheet_xml(
            TABLE + filled(1900, 26, "<c><v>1</v></c>"),
            behind="<mergeCells>"
            + "".join(f'<mergeCell ref="A{n % 900 + 3}:Z{n % 950 + 950}"/>' for n in range(42_000))
            + "</mergeCells>",
        )
    ),
    "a million empty rows": lambda: open_xml(
        sheet_xml(
            TABLE + "".join(f'<row r="{n}" ht="{n % 97}.{n % 89}"/>' for n in range(3, 1_000_003))
        )
    ),
    "declared to the last corner": lambda: open_xml(
        sheet_xml(TABLE, before='<dimension ref="A1:XFD1048576"/>')
    ),
    "a cell in the last corner": lambda: open_xml(
        sheet_xml(TABLE + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')
    ),
    "a formula of formulas": lambda: open_xml(
        sheet_xml(TABLE + filled(1900, 3, f"<c><f>{'SUM(A1:C1900)+' * 100}1</f><v>1</v></c>"))
    ),
    "a long formula that all cells share": lambda: open_xml(
        sheet_xml(
            TABLE
            + f'<row><c><f t="shared" si="0">{"A1+" * 600}1</f><v>1</v></c></row>'
            + filled(examples(500, 1500), 60, '<c><f t="shared" si="0"/><v>1</v></c>')
        )
    ),
    "an endless number format": lambda: open_xml(
        sheet_xml(TABLE),
        more={
            "xl/styles.xml": '<styleSheet><numFmts><numFmt numFmtId="200" formatCode="'
            + "[[[__((,," * 20_000
            + '"/></numFmts><cellXfs><xf numFmtId="200"/></cellXfs></styleSheet>'
        },
    ),
    "one cell a million times": lambda: ods(
        ods_row(
            ods_number("5", "5", 'table:number-columns-repeated="16384"'),
            more='table:number-rows-repeated="1048576"',
        )
    ),
    "full of cells": lambda: open_xml(
        *[sheet_xml(TABLE + filled(1990, 60, "<c><v>12345.67</v></c>"))] * 3
    ),
}


@cache
def made(name: str) -> bytes:
    """The file of that name, put together once."""
    return READ[name]() if name in READ else REFUSED[name][0]()


def in_time(data: bytes) -> float:
    started = time.process_time()
    book = read_workbook(data, "b.xlsx")
    results = StoredResults(book)
    for sheet in book.sheets:
        assert sheet.label_at(5_000, 1) is None
        for cell in sheet.cells:
            results.stale(sheet, cell)
    return time.process_time() - started


@pytest.mark.parametrize("name", REFUSED)
def test_hostile_files_are_refused_at_once(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lpd_desktop.excel.openxml.book_reading.ELEMENTS_LIMIT", ELEMENTS)
    _make, reason = REFUSED[name]
    data = made(name)
    started = time.process_time()
    with pytest.raises(UnreadableWorkbookError, match=reason):
        read_workbook(data, "b.xlsx")
    assert time.process_time() - started < SECONDS * 2


@pytest.mark.parametrize("name", READ)
def test_enormous_files_are_read_in_time(name: str) -> None:
    assert in_time(made(name)) < SECONDS * 2


@pytest.mark.skipif(not STATUS.exists(), reason="this system does not tell the peak")
@pytest.mark.parametrize("name", ["a million empty rows", "full of cells", "zip bomb"])
def test_a_process_that_reads_an_enormous_file_stays_small(name: str, tmp_path: Path) -> None:
    path = tmp_path / "b.xlsx"
    path.write_bytes(made(name))
    program = (
        "import sys\n"
        "from lpd_desktop.excel.reading import read_workbook\n"
        "from lpd_desktop.runtime.errors import LpdError\n"
        "try: read_workbook(open(sys.argv[1], 'rb').read(), 'b.xlsx')\n"
        "except LpdError: pass\n"
        "print(open('/proc/self/status').read())"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(path)],
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    (peak,) = re.findall(r"VmHWM:\s+(\d+) kB", done.stdout)
    assert int(peak) < MEGABYTES * 1024


GOOD = {
    "xlsx": sample_workbook().read_bytes(),
    "ods": ods(ods_row(ods_number("5", "5 €", 'table:formula="of:=[.B1]"')) * 3),
    "small": open_xml(sheet_xml(TABLE)),
}


@settings(max_examples=examples(25, 60))
@given(st.data())
def test_damaged_packages_are_read_or_refused_but_nothing_else(data: st.DataObject) -> None:
    good = GOOD[data.draw(st.sampled_from(sorted(GOOD)))]
    damaged = bytearray(good)
    for _ in range(data.draw(st.integers(0, 6))):
        damaged[data.draw(st.integers(0, len(good) - 1))] = data.draw(st.integers(0, 255))
    start, end = sorted((data.draw(st.integers(0, len(good))), len(good)))
    cut = bytes(damaged[:start]) if data.draw(st.booleans()) else bytes(damaged[:end])
    _read_or_refused(cut)


@settings(max_examples=examples(25, 60))
@given(st.data())
def test_exchanged_and_garbled_parts_are_read_or_refused_but_nothing_else(
    data: st.DataObject,
) -> None:
    good = GOOD[data.draw(st.sampled_from(["small", "xlsx", "ods"]))]
    with zipfile.ZipFile(io.BytesIO(good)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    names = sorted(parts)
    one, other = data.draw(st.sampled_from(names)), data.draw(st.sampled_from(names))
    parts[one], parts[other] = parts[other], parts[one]
    garbled = data.draw(st.sampled_from(names))
    words = [b"<", b">", b'"', b"<v>", b"</c>", b"A1:", b"-1", b"9999999999", b"\xff", b"&x;"]
    text = bytearray(parts[garbled])
    for _ in range(data.draw(st.integers(0, 4))):
        place = data.draw(st.integers(0, len(text)))
        text[place : place + data.draw(st.integers(0, 9))] = data.draw(st.sampled_from(words))
    parts[garbled] = bytes(text)
    _read_or_refused(zipped(parts))


def _read_or_refused(data: bytes) -> None:
    try:
        assert read_workbook(data, "b.xlsx").sheets
    except UnreadableWorkbookError as error:
        assert str(error).endswith(".")
        assert "\n" not in str(error)


def test_a_deep_chain_of_sums_is_read() -> None:
    rows = "".join(
        f'<row r="{n}"><c r="A{n}"><f>A{n - 1}+1</f><v>{n}</v></c></row>' for n in range(3, 1500)
    )
    assert len(only_sheet(open_xml(sheet_xml(TABLE + rows))).rows) == 1499
