"""The last step: the drawn document is rewritten small and with fixed bytes."""

from __future__ import annotations

from io import BytesIO

from lpd_desktop.pdf.checksum import stamp_checksum


def finished(raw: bytes) -> bytes:
    """The file with compressed object streams, repeatable ids and its checksum.

    Args:
        raw: What reportlab wrote, complete already.
    """
    import pikepdf

    target = BytesIO()
    with pikepdf.open(BytesIO(raw)) as pdf:
        pdf.save(
            target,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            compress_streams=True,
            fix_metadata_version=False,
            deterministic_id=True,
            min_version="1.7",
        )
    return stamp_checksum(target.getvalue())
