"""Workbooks that a password protects, opened in memory; nothing is written anywhere."""

from __future__ import annotations

import io
import re
from typing import Any

from lpd_desktop.excel.package import (
    PasswordNeededError,
    UnreadableWorkbookError,
    WrongPasswordError,
    damaged,
    refusal,
)

_READ_ONLY_PASSWORD = "VelvetSweatshop"
"""Excel protects files with it that anybody may open and read ([MS-OFFCRYPTO] 2.4.2.3)."""

_ROUNDS_LIMIT = 500_000
_INFO_LIMIT = 64 * 1024
_ROUNDS = re.compile(rb'spinCount="(\d{1,12})"')


def opened(data: bytes, name: str, password: str | None) -> bytes:
    """The workbook inside an encrypted file.

    Args:
        data: The bytes of the encrypted file.
        name: Its name, for messages.
        password: What a person typed; without it only the password that Excel itself tries.

    Raises:
        PasswordNeededError: it has a password, and none was given.
        WrongPasswordError: the password does not open it.
        UnreadableWorkbookError: protected in another way, or damaged.
    """
    from msoffcrypto.exceptions import InvalidKeyError

    try:
        _refuse_hostile_rounds(data, name)
        return _decrypted(data, password or _READ_ONLY_PASSWORD)
    except InvalidKeyError as error:
        raise _closed(name, password) from error
    except UnreadableWorkbookError:
        raise
    except Exception as error:  # the library raises whatever an odd file leads it to
        advice = "bitte lassen Sie sie sich ohne Kennwort geben"
        reason = "sie ist auf besondere Art verschlüsselt oder beschädigt"
        raise refusal(name, reason, advice) from error


def _closed(name: str, password: str | None) -> PasswordNeededError | WrongPasswordError:
    if password:
        return WrongPasswordError(
            f"Das Kennwort öffnet „{name}“ nicht; bitte prüfen Sie Groß- und Kleinschreibung."
        )
    return PasswordNeededError(
        f"„{name}“ ist mit einem Kennwort geschützt; bitte geben Sie es an "
        "(Option --password oder Umgebungsvariable LPD_PASSWORD)."
    )


def _decrypted(data: bytes, password: str) -> bytes:
    import msoffcrypto

    target = io.BytesIO()
    file: Any = msoffcrypto.OfficeFile(io.BytesIO(data))
    file.load_key(password=password, verify_password=True)
    file.decrypt(target)
    return target.getvalue()


def _refuse_hostile_rounds(data: bytes, name: str) -> None:
    """The file says how often the password is hashed; programs write 100,000."""
    import olefile

    with olefile.OleFileIO(io.BytesIO(data)) as compound:
        info = compound.openstream("EncryptionInfo").read(_INFO_LIMIT)
    rounds = [int(each) for each in _ROUNDS.findall(info)]
    if b"<!DOCTYPE" in info or max(rounds, default=0) > _ROUNDS_LIMIT:
        raise damaged(name)
