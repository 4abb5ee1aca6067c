"""Programs that save a PDF anew, or take it apart, as offices have them."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

Edit = Callable[[pikepdf.Pdf], object]


def edited(data: bytes, edit: Edit = lambda pdf: None, **options: object) -> bytes:
    """The file as pikepdf saves it, after a change of its objects."""
    sink = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        edit(pdf)
        pdf.save(sink, **options)
    return sink.getvalue()


def saved_by_pdfium(data: bytes) -> bytes:
    """As browsers and viewers built on pdfium save it."""
    import pypdfium2

    sink = BytesIO()
    document = pypdfium2.PdfDocument(data)
    document.save(sink)
    document.close()
    return sink.getvalue()


def saved_by_qpdf(data: bytes, folder: Path, *options: str) -> bytes:
    """As the program qpdf writes it."""
    return _by(data, folder, "qpdf", [*options, "in.pdf", "out.pdf"])


def saved_by_ghostscript(data: bytes, folder: Path) -> bytes:
    """As Ghostscript writes it: pages are drawn anew, structure and attachments are lost."""
    options = ["-q", "-dBATCH", "-dNOPAUSE", "-sDEVICE=pdfwrite", "-o", "out.pdf", "in.pdf"]
    return _by(data, folder, "gs", options)


def printed_to_pdf(data: bytes, folder: Path) -> bytes:
    """As a printer that writes PDF makes it: PostScript in between, nothing but pages is left."""
    paper = _by(data, folder, "gs", ["-q", "-o", "out.pdf", "-sDEVICE=ps2write", "in.pdf"])
    return _by(paper, folder, "gs", ["-q", "-o", "out.pdf", "-sDEVICE=pdfwrite", "in.pdf"])


def _by(data: bytes, folder: Path, program: str, options: list[str]) -> bytes:
    if shutil.which(program) is None:
        pytest.skip(f"{program} is not there")
    (folder / "in.pdf").write_bytes(data)
    done = subprocess.run([program, *options], cwd=folder, check=False, capture_output=True)
    assert done.returncode in (0, 3), done.stderr.decode()
    return (folder / "out.pdf").read_bytes()
