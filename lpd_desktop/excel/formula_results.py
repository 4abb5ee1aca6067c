"""Puts the results of formulas beside them: openpyxl writes formulas without.

Programs that do not reckon, and previews, would show an empty cell otherwise.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from decimal import Decimal

from lpd_desktop.runtime.written_mark import marked_document

_NO_RESULT = r'(<c r="{address}"[^>]*)>(<f>[^<]*</f>)<v(?:\s*/>|></v>)'
_FIRST_SHEET = "xl/worksheets/sheet1.xml"


def with_results(data: bytes, results: Mapping[str, Decimal | None]) -> bytes:
    """The workbook with stored results on its first sheet, and a digest over its parts.

    Args:
        data: A workbook as openpyxl writes it.
        results: By address of a formula cell its result; None for one that shows nothing.

    Raises:
        ValueError: a cell holds no formula, or its result is stored already.
    """
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as copy,
    ):
        for entry in source.infolist():
            part = source.read(entry)
            if entry.filename == _FIRST_SHEET:
                part = _filled(part.decode("utf-8"), results).encode("utf-8")
            copy.writestr(entry, part, zipfile.ZIP_DEFLATED)
    return marked_document(target.getvalue())


def _filled(xml: str, results: Mapping[str, Decimal | None]) -> str:
    for address, result in results.items():
        kind = ' t="str"' if result is None else ""
        value = "" if result is None else format(result, "f")
        with_value = rf"\g<1>{kind}>\g<2><v>{value}</v>"
        xml, count = re.subn(_NO_RESULT.format(address=address), with_value, xml)
        if count != 1:
            raise ValueError(address)
    return xml
