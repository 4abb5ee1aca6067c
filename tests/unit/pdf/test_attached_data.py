"""Which of the files that a PDF carries is the plan."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from lpd_desktop.pdf.attachment import ATTACHMENT_NAME, NoPlanInPdfError, extract_published
from lpd_desktop.pdf.rendering import Rendered


def with_second(data: bytes, *, below: bool, first: bool) -> bytes:
    """The document with another file of the same name in the index or on a level below."""
    sink = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        index = pdf.Root.Names.EmbeddedFiles
        stream = pdf.make_stream(b"{}", Type=pikepdf.Name.EmbeddedFile)
        files = pikepdf.Dictionary(F=stream, UF=stream)
        spec = pikepdf.Dictionary(Type=pikepdf.Name.Filespec, F="x", UF="x", EF=files)
        second = [pikepdf.String(ATTACHMENT_NAME), pdf.make_indirect(spec)]
        own = list(index.Names)
        entries = [*second, *own] if first else [*own, *second]
        if below:
            kids = [pikepdf.Dictionary(Names=pikepdf.Array(entries))]
            pdf.Root.Names.EmbeddedFiles = pikepdf.Dictionary(Kids=pikepdf.Array(kids))
        else:
            index.Names = pikepdf.Array(entries)
        pdf.save(sink)
    return sink.getvalue()


@pytest.mark.parametrize("below", [False, True])
@pytest.mark.parametrize("first", [False, True])
def test_of_two_files_of_data_none_is_taken_for_the_plan(
    final: Rendered, *, below: bool, first: bool
) -> None:
    twofold = with_second(final.data, below=below, first=first)
    with pytest.raises(NoPlanInPdfError, match="mehrere Dateien"):
        extract_published(twofold)
    assert extract_published(twofold, among_several=True)
