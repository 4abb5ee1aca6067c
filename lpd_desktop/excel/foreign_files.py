"""What a file is that is no workbook, and what to do with it instead."""

from __future__ import annotations

from collections.abc import Collection

_SAVE_AS = "öffnen Sie sie in Excel und speichern Sie sie als „Excel-Arbeitsmappe (.xlsx)“"
_ASK_FOR = "bitte lassen Sie sich die Tabelle als Excel-Datei geben oder tippen Sie die Beträge ein"
_UNPACK = "bitte entpacken Sie sie und wählen Sie die Arbeitsmappe darin"

Verdict = tuple[str, str]
"""What the file is and what to do: the middle and the end of one sentence, no full stop."""

_BEGINNINGS: tuple[tuple[bytes, Verdict], ...] = (
    (b"%PDF", ("sie ist ein PDF", _ASK_FOR)),
    (b"{\\rtf", ("sie ist ein Textdokument", _ASK_FOR)),
    (b"\x89PNG", ("sie ist ein Bild", _ASK_FOR)),
    (b"\xff\xd8\xff", ("sie ist ein Bild", _ASK_FOR)),
    (b"GIF8", ("sie ist ein Bild", _ASK_FOR)),
    (b"7z\xbc\xaf", ("sie ist gepackt", _UNPACK)),
    (b"Rar!", ("sie ist gepackt", _UNPACK)),
    (b"\x1f\x8b", ("sie ist gepackt", _UNPACK)),
    (b"SQLite format 3", ("sie ist eine Datenbank", _ASK_FOR)),
)
_OLD_EXCEL = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00", b"\x09\x08")
_FOLDERS: tuple[tuple[str, Verdict], ...] = (
    ("word/", ("sie ist ein Word-Dokument", _ASK_FOR)),
    ("ppt/", ("sie ist eine Präsentation", _ASK_FOR)),
    (
        "index/",
        ("sie kommt aus Numbers", "bitte exportieren Sie sie dort über „Ablage“ nach Excel"),
    ),
)
_WORKBOOK_NAMES = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")
_TEXT_SAMPLE = 4096
_CONTROL = frozenset(range(32)) - {9, 10, 12, 13, 26, 27}


def verdict_on_bytes(data: bytes) -> Verdict | None:
    """What a file without a package is; None where nothing is known of it."""
    head = data[:_TEXT_SAMPLE]
    for beginning, verdict in _BEGINNINGS:
        if head.startswith(beginning):
            return verdict
    if not head.strip(b"\0"):
        return "sie enthält nur Nullen", "bitte lassen Sie sich die Datei noch einmal geben"
    if head.startswith(_OLD_EXCEL):
        return "sie stammt aus einer sehr alten Fassung von Excel", _SAVE_AS
    text = _as_text(head)
    return None if text is None else _verdict_on_text(text)


def _as_text(head: bytes) -> str | None:
    """The beginning of a text file; None where it is none."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", errors="replace")
    if any(byte in _CONTROL for byte in head):
        return None
    return head.decode("utf-8-sig", errors="replace")


def _verdict_on_text(text: str) -> Verdict:
    start = text.lstrip().lower()
    if "urn:schemas-microsoft-com:office:spreadsheet" in start:
        return "sie ist im XML-Format von Excel 2003 gespeichert", _SAVE_AS
    if "opendocument.spreadsheet" in start:
        return "sie ist als einzelne XML-Datei gespeichert", _SAVE_AS
    if start.startswith("mime-version") or any(
        tag in start for tag in ("<html", "<!doctype html", "<table", "<meta")
    ):
        return "sie ist eine Webseite, die nur wie eine Arbeitsmappe heißt", _SAVE_AS
    if start.startswith("{") and '"schema"' in start:
        return "sie ist ein Planungsdokument", _ASK_FOR
    if start.startswith(("<?xml", "<")):
        return "sie ist eine XML-Datei", _ASK_FOR
    return (
        "sie ist eine Textdatei, etwa eine CSV-Datei",
        f"{_SAVE_AS}, und prüfen Sie dort die Beträge",
    )


def verdict_on_package(names: Collection[str], mimetype: bytes) -> Verdict | None:
    """What a package is that holds no workbook; names in small letters."""
    for folder, verdict in _FOLDERS:
        if any(name.startswith(folder) for name in names):
            return verdict
    if b"opendocument" in mimetype:
        return "sie ist ein Dokument von LibreOffice, aber keine Tabelle", _ASK_FOR
    if any(name.endswith(_WORKBOOK_NAMES) for name in names):
        return "sie ist gepackt", _UNPACK
    return None


def verdict_on_compound(data: bytes) -> Verdict | None:
    """What a file of older Office programs is that holds no workbook."""
    if "WordDocument".encode("utf-16-le") in data:
        return "sie ist ein Word-Dokument", _ASK_FOR
    if "PowerPoint Document".encode("utf-16-le") in data:
        return "sie ist eine Präsentation", _ASK_FOR
    if "__properties_version".encode("utf-16-le") in data:
        return "sie ist eine E-Mail", "bitte speichern Sie die Arbeitsmappe aus der E-Mail"
    return None
