"""What is no workbook is named, in one sentence that says what to do."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from lpd_desktop.excel.package import UnreadableWorkbookError, kind_of_package, workbook_bytes
from lpd_desktop.excel.reading import read_workbook

from .packages import compound, open_xml, sheet_xml, zipped

ODT = "application/vnd.oasis.opendocument.text"
FOREIGN = {
    "PDF": (b"%PDF-1.7\n%\xe2\xe3", "ein PDF"),
    "Word": (zipped({"word/document.xml": "<x/>"}), "ein Word-Dokument"),
    "old Word": (compound("WordDocument", b"x"), "ein Word-Dokument"),
    "PowerPoint": (zipped({"ppt/presentation.xml": "<x/>"}), "eine Präsentation"),
    "Writer": (zipped({"mimetype": ODT, "content.xml": "<x/>"}), "aber keine Tabelle"),
    "Numbers": (zipped({"Index/Document.iwa": "x"}), "kommt aus Numbers"),
    "archive": (zipped({"Ordner/Budget.xlsx": b"PK"}), "bitte entpacken"),
    "e-mail": (compound("__properties_version1.0", b"x"), "eine E-Mail"),
    "CSV": ("Zeile;2023\nVWT gesamt;5\n".encode("cp1252"), "CSV-Datei"),
    "UTF-16": ("Zeile\t2023\n".encode("utf-16"), "CSV-Datei"),
    "web page": (b"\xef\xbb\xbf <html><table><tr><td>2023", "eine Webseite"),
    "mail page": (b"MIME-Version: 1.0\r\nContent-Type: multipart/related", "eine Webseite"),
    "XML 2003": (
        b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
        "XML-Format von Excel 2003",
    ),
    "flat ODS": (b'<office:document x="application/vnd.oasis.opendocument.spreadsheet"',
                 "einzelne XML-Datei"),
    "draft": (b'{\n  "form": {},\n  "schema": 1\n}', "ein Planungsdokument"),
    "picture": (b"\x89PNG\r\n\x1a\n", "ein Bild"),
    "very old": (struct.pack("<HHHH", 0x0009, 4, 2, 16), "sehr alten Fassung"),
    "zeros": (b"\0" * 9000, "nur Nullen"),
    "noise": (bytes(range(256)) * 4, "keine Arbeitsmappe"),
}  # fmt: skip


@pytest.mark.parametrize("name", FOREIGN)
def test_a_foreign_file_is_named_in_one_sentence(name: str) -> None:
    data, said = FOREIGN[name]
    with pytest.raises(UnreadableWorkbookError) as caught:
        read_workbook(data, "budget.xlsx")
    message = str(caught.value)
    assert message.startswith("„budget.xlsx“ lässt sich nicht als Arbeitsmappe lesen: ")
    assert said in message
    assert message.count(". ") == 0
    assert message.endswith(".")


def test_the_small_file_beside_an_open_workbook_points_to_the_workbook(tmp_path: Path) -> None:
    path = tmp_path / "~$budget.xlsx"
    path.write_bytes(b"\x05Otto")
    with pytest.raises(UnreadableWorkbookError, match=r"wählen Sie „budget[.]xlsx“ selbst"):
        workbook_bytes(path)
    (tmp_path / "budget.xlsx").write_bytes(b"PK")
    assert workbook_bytes(tmp_path / "budget.xlsx") == b"PK"


def test_the_kind_of_a_workbook_is_seen_by_its_content() -> None:
    assert kind_of_package(open_xml(sheet_xml("")), "b.xls") == "openxml"
    odd_names = zipped({"XL\\Workbook.xml": "<x/>", "[Content_Types].xml": "<x/>"})
    assert kind_of_package(odd_names, "b") == "openxml"
    manifest = 'full-path="/" media-type="application/vnd.oasis.opendocument.spreadsheet"'
    without_mimetype = zipped({"content.xml": "<x/>", "META-INF/manifest.xml": manifest})
    assert kind_of_package(without_mimetype, "b") == "ods"
