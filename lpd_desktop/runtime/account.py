"""The account under which this program runs, as the operating system names it."""

from __future__ import annotations

import os
import sys
from functools import cache


@cache
def account_name() -> str:
    """The name of the account, empty where the system tells none.

    It is asked of the system, not of the environment, which anybody can set; once, because a system
    that keeps its accounts elsewhere may be slow to answer.
    """
    if sys.platform == "win32":
        return _windows_account()
    import pwd

    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:
        return ""


def _windows_account() -> str:
    """By `GetUserNameW`, which gives the user of the running thread."""
    import ctypes

    length = ctypes.c_ulong(257)
    name = ctypes.create_unicode_buffer(length.value)
    library = ctypes.WinDLL("advapi32")  # type: ignore[attr-defined,unused-ignore]
    return name.value if library.GetUserNameW(name, ctypes.byref(length)) else ""
