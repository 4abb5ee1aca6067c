"""What would be lost if a .lpd-remarks file took the place of another one."""

from __future__ import annotations

from lpd_desktop.plan.remark_file import RemarkFile, read_remarks
from lpd_desktop.plan.remark_merging import merged_remarks
from lpd_desktop.runtime.errors import LpdError

_STRANGE = "liegt schon eine andere Datei"
_OTHER_PLAN = "liegen schon Anmerkungen zu einem anderen Planungsdokument"
_MORE = "liegen schon Anmerkungen zu diesem Planungsdokument, von denen hier etwas fehlt"


def remark_loss(there: bytes, new: RemarkFile) -> str:
    """What lies there that the new file does not hold, as the end of a German sentence.

    Args:
        there: The bytes that would be replaced.
        new: What is to be written.

    Returns:
        Empty where nothing is lost: an empty file, or remarks on the same plan that are all in
        the new one.
    """
    if not there:
        return ""
    try:
        old = read_remarks(there)
    except LpdError:
        return _STRANGE
    if (old.plan.id, old.plan.form) != (new.plan.id, new.plan.form):
        return _OTHER_PLAN
    kept = merged_remarks(new.remarks, ())
    return "" if merged_remarks(new.remarks, old.remarks) == kept else _MORE
