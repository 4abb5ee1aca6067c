"""A mail draft that mail programs open for sending; it is never sent from here.

The file follows RFC 5322 and RFC 2045 but for `From` and `Date`, which the mail program adds when
somebody sends it. `X-Unsent: 1` makes Outlook open it as a draft.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from lpd_desktop.release.hand_over_texts import Letter


@dataclass(frozen=True)
class Attachment:
    """One file of a mail; its name is ASCII."""

    name: str
    data: bytes


def mail_draft(letter: Letter, attachment: Attachment) -> bytes:
    """The bytes of the `.eml` file; the same letter and PDF give the same bytes.

    It names neither machine nor person nor time: no `From`, `Date`, `Message-ID`, `User-Agent`.
    """
    from email.message import EmailMessage
    from email.policy import SMTP

    mail = EmailMessage(policy=SMTP)
    mail["X-Unsent"] = "1"
    if letter.addresses:
        mail["To"] = ", ".join(letter.addresses)
    mail["Subject"] = letter.subject
    mail.set_content(letter.text, charset="utf-8", cte="quoted-printable")
    mail.add_attachment(
        attachment.data, maintype="application", subtype="pdf", filename=attachment.name
    )
    mail.set_boundary(_boundary(letter, attachment))
    return mail.as_bytes()


def _boundary(letter: Letter, attachment: Attachment) -> str:
    """By content, for the library would draw one by lot. `=_` occurs in no encoded text."""
    told = repr((letter, attachment.name)).encode() + attachment.data
    return f"=_lpd_{hashlib.sha256(told).hexdigest()[:32]}"
