"""The name of the document that is handed over, by a rule of the office."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from lpd_desktop.plan.file import LpdFile
from lpd_desktop.release.hand_over_fields import (
    NAME_FIELDS,
    TemplateError,
    filled,
    name_values,
    require_known_fields,
)

DEFAULT_RULE = "LPD_{year}_{jobcenter}_v{n}.pdf"
_NAMELESS = "LPD_{year}_v{n}"
"""Where the rule names only what the plan lacks."""

LONGEST = 100
"""Letters of a whole name: Windows lets a path with its folders have 260, some archives less."""

_WHOSE = "In der Regel für Dateinamen"
_SUFFIX = ".pdf"
_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]')
_FIELD = re.compile(r"\{[^{}]*\}")
_STRANGE = re.compile(r"[^A-Za-z0-9.-]+")
_RUN = re.compile(r"_{2,}|_*-{2,}_*")
_LETTERS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss", "ẞ": "SS"}
    | {"ł": "l", "Ł": "L", "ø": "oe", "Ø": "Oe", "æ": "ae", "Æ": "Ae", "đ": "d", "Đ": "D", "ı": "i"}
)
_RESERVED = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
"""Names of devices on Windows, also with an ending."""


class FileNameError(TemplateError):
    """The rule gives no name that every system takes."""


def check_rule(rule: str) -> None:
    """Refuses a rule that cannot give a name, whatever the plan.

    Raises:
        FileNameError: it is empty, has a sign that no name may hold, or is too long.
        TemplateError: it has an unknown field or a lone brace.
    """
    require_known_fields(rule, tuple(NAME_FIELDS), _WHOSE)
    forbidden = _FORBIDDEN.search(_FIELD.sub("", rule))
    if forbidden:
        sign = forbidden[0] if forbidden[0].isprintable() else "ein Steuerzeichen"
        message = f"{_WHOSE} steht „{sign}“; in Dateinamen ist das nicht erlaubt."
        raise FileNameError(message)
    plain = _joined(rule, dict.fromkeys(NAME_FIELDS, "1"))
    if not plain:
        message = f"{_WHOSE} steht nichts, was einen Namen ergibt; üblich ist „{DEFAULT_RULE}“."
        raise FileNameError(message)
    if len(plain) > LONGEST // 2:
        message = (
            f"Die Regel für Dateinamen ist zu lang: Ohne den Namen des Jobcenters darf sie "
            f"höchstens {LONGEST // 2} Zeichen ergeben."
        )
        raise FileNameError(message)


def file_name(rule: str, file: LpdFile) -> str:
    """The name of a plan's PDF by a rule such as `LPD_{year}_{jobcenter}_v{n}.pdf`.

    It has Latin letters without accents, digits, `_`, `-` and dots, so that it lives through
    every mail server, archive and share; a long name of a Jobcenter is cut.

    Raises:
        FileNameError, TemplateError: see `check_rule`.
    """
    wanted = rule.strip() or DEFAULT_RULE
    check_rule(wanted)
    values = name_values(file)
    name = _joined(wanted, values)
    for field in ("jobcenter", "number", "as_of", "date"):
        surplus = len(name) + len(_SUFFIX) - LONGEST
        if surplus > 0:
            values[field] = plain_name(values[field])[: -surplus or None].strip("_-.")
            name = _joined(wanted, values)
    name = name[: LONGEST - len(_SUFFIX)].rstrip("_-.") or _joined(_NAMELESS, values)
    return f"LPD_{name}{_SUFFIX}" if _RESERVED.fullmatch(name) else f"{name}{_SUFFIX}"


def _joined(rule: str, values: Mapping[str, str]) -> str:
    """The name without its ending; a field without a value leaves no gap."""
    stem = rule[: -len(_SUFFIX)] if rule.lower().endswith(_SUFFIX) else rule
    plain = {name: plain_name(value) for name, value in values.items()}
    return plain_name(filled(stem, plain, _WHOSE))


def plain_name(text: str) -> str:
    """The text in letters that every file system takes: `Kreis Düren` as `Kreis_Dueren`."""
    latin = unicodedata.normalize("NFC", text).translate(_LETTERS)
    bare = unicodedata.normalize("NFKD", latin).encode("ascii", "ignore").decode()
    return _RUN.sub("_", _STRANGE.sub("_", bare)).strip("_-.")
