"""Recipient, subject and text of a hand-over: the office's own, else the form's and ours."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.work import Release
from lpd_desktop.release.file_names import DEFAULT_RULE
from lpd_desktop.release.hand_over_fields import (
    TEXT_FIELDS,
    TemplateError,
    filled,
    require_known_fields,
    text_values,
)

DEFAULT_SUBJECT = "{title}, {jobcenter}, {n}. Fassung"
DEFAULT_TEXT = """\
Sehr geehrte Damen und Herren,

anbei erhalten Sie das Dokument „{title}“ ({jobcenter}) in der {n}. Fassung, Stand {as_of}.
Freigegeben am {date} in {place} von: {names}.

Datei: {file}
Prüfsumme (SHA-256): {sha256}

Bitte bestätigen Sie den Eingang.

Mit freundlichen Grüßen
"""
_SUBJECT, _TEXT = "Im Betreff der E-Mail", "Im Text der E-Mail"
_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_MOST_ADDRESSES = 20


_REPLACING_BEFORE = "Freigegeben am "


def _replacing(release: Release) -> str:
    return f"Sie ersetzt die {release.version - 1}. Fassung (Siegel {release.replaces[:8]}).\n"


class RecipientError(TemplateError):
    """What stands for the recipient is no address of a mail."""


@dataclass(frozen=True)
class HandOverTexts:
    """What an office has set; empty texts mean the form's recipient and our wording.

    Attributes:
        recipient_email: One address, or several divided by commas or semicolons.
        mail_subject: May hold the fields of `hand_over_fields.TEXT_FIELDS`, as the text.
    """

    file_name_rule: str = DEFAULT_RULE
    recipient_name: str = ""
    recipient_email: str = ""
    mail_subject: str = ""
    mail_text: str = ""


@dataclass(frozen=True)
class Letter:
    """To whom, with which words."""

    recipient: str
    addresses: tuple[str, ...]
    subject: str
    text: str


def letter_for(
    file: LpdFile, release: Release, texts: HandOverTexts, pdf_name: str, sha256: str
) -> Letter:
    """The words that go with an approved plan.

    Args:
        file: The plan.
        release: Its approval.
        texts: What the office has set.
        pdf_name: The name of the PDF.
        sha256: Its digest.

    Raises:
        TemplateError: subject or text hold an unknown field.
        RecipientError: an address is none.
    """
    recipient = texts.recipient_name.strip() or file.form.text(file.form.recipient.name)
    values = text_values(file, release) | {
        "recipient": recipient,
        "file": pdf_name,
        "sha256": sha256,
    }
    subject = filled(texts.mail_subject.strip() or DEFAULT_SUBJECT, values, _SUBJECT)
    text = filled(texts.mail_text.strip() or DEFAULT_TEXT, values, _TEXT)
    if release.replaces and texts.mail_text.strip() in ("", DEFAULT_TEXT.strip()):
        text = text.replace(_REPLACING_BEFORE, f"{_replacing(release)}{_REPLACING_BEFORE}", 1)
    return Letter(
        recipient,
        addresses_in(texts.recipient_email.strip() or file.form.recipient.email),
        " ".join(subject.split()),
        "\n".join(line.rstrip() for line in text.strip().splitlines()) + "\n",
    )


def check_texts(texts: HandOverTexts) -> None:
    """Refuses what could not be filled in, whatever the plan.

    Raises:
        TemplateError: subject or text hold an unknown field.
        RecipientError: an address is none.
    """
    require_known_fields(texts.mail_subject, tuple(TEXT_FIELDS), _SUBJECT)
    require_known_fields(texts.mail_text, tuple(TEXT_FIELDS), _TEXT)
    addresses_in(texts.recipient_email)


def addresses_in(text: str) -> tuple[str, ...]:
    """The addresses in a field, divided by commas or semicolons; none where it is empty.

    Raises:
        RecipientError: one of them is none, or there are too many.
    """
    found = [part.strip() for part in re.split(r"[,;\n]", text) if part.strip()]
    for address in found:
        if not _ADDRESS.fullmatch(address):
            message = f"„{address}“ ist keine Adresse für E-Mail; sie sieht aus wie name@amt.de."
            raise RecipientError(message)
    if len(found) > _MOST_ADDRESSES:
        message = f"Es sind {len(found)} Empfänger; vorgesehen sind höchstens {_MOST_ADDRESSES}."
        raise RecipientError(message)
    return tuple(dict.fromkeys(found))
