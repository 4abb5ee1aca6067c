"""What all verbs share: the German parser, the output, reading a plan."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, NoReturn, TextIO

import msgspec

from lpd_desktop.form.model import Form
from lpd_desktop.plan.file import LpdFile, read_lpd
from lpd_desktop.release.fixed_text import why_fixed
from lpd_desktop.runtime.data_folder import data_folder
from lpd_desktop.runtime.errors import LpdError, NotAllowedError
from lpd_desktop.runtime.files import read_bounded
from lpd_desktop.runtime.foreign_text import escaped_json, shown_line

Verbs = Any
"""What `argparse.ArgumentParser.add_subparsers` returns; its class is private there."""

DONE = 0
CONTENT = 1


class UsageError(LpdError):
    """The command was called in a way it does not know."""


class FixedPlanError(NotAllowedError):
    """The plan is no draft any more, so what it says is fixed."""


class Console(msgspec.Struct, frozen=True):
    """Where data and sentences go; nothing in them steers the terminal or forges a line."""

    out: TextIO
    err: TextIO

    def data(self, text: str) -> None:
        """One line of data for programs and people, to standard output."""
        self.out.write(f"{shown_line(text)}\n")

    def lines(self, text: str) -> None:
        """A text with all its lines, to standard output."""
        for line in text.split("\n"):
            self.data(line)

    def json(self, content: Any) -> None:
        """Data for programs, to standard output."""
        text = json.dumps(msgspec.to_builtins(content), ensure_ascii=False, indent=2)
        self.out.write(f"{escaped_json(text)}\n")

    def say(self, sentence: str) -> None:
        """A German sentence for people, to standard error."""
        self.err.write(f"{shown_line(sentence)}\n")


def standard_console() -> Console:
    """The console of this process, in UTF-8 whatever the system's code page is."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    return Console(sys.stdout, sys.stderr)


Verb = Callable[[argparse.Namespace, Console], int]


class GermanParser(argparse.ArgumentParser):
    """argparse with German captions; a wrong call is a `UsageError` instead of an exit."""

    def __init__(self, **options: Any) -> None:
        """Takes what argparse takes; the help option is added in German."""
        super().__init__(
            add_help=False, allow_abbrev=False, formatter_class=_GermanFormatter, **options
        )
        self._positionals.title = "Angaben"
        self._optionals.title = "Optionen"
        self.add_argument("-h", "--help", action="help", help="zeigt diese Hilfe")

    def error(self, message: str) -> NoReturn:
        """Raises the German sentence for what argparse found wrong.

        Raises:
            UsageError: always.
        """
        command = self.prog.replace("__main__.py", "lpd")
        sentence = f"Der Aufruf passt nicht: {_in_german(message)}. Hilfe gibt „{command} --help“."
        raise UsageError(sentence)


class _GermanFormatter(argparse.HelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Any,
        groups: Any,
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, "Aufruf: " if prefix is None else prefix)


_GERMAN = (
    ("the following arguments are required: ", "es fehlt "),
    ("unrecognized arguments: ", "unbekannt ist "),
    ("expected one argument", "dahinter fehlt die Angabe"),
    ("expected at least one argument", "dahinter fehlt die Angabe"),
    ("not allowed with argument", "geht nicht zusammen mit"),
    ("one of the arguments ", "es fehlt eine dieser Angaben: "),
    (" is required", ""),
    ("invalid int value", "keine ganze Zahl"),
    ("invalid choice", "unbekannt ist"),
    ("choose from", "möglich:"),
    ("argument ", ""),
)


def _in_german(message: str) -> str:
    for english, german in _GERMAN:
        message = message.replace(english, german)
    return message


def add_verb(verbs: Verbs, name: str, help_text: str, run: Verb) -> argparse.ArgumentParser:
    """Adds one verb with its German help and the function that does it."""
    parser: argparse.ArgumentParser = verbs.add_parser(name, help=help_text, description=help_text)
    parser.set_defaults(run=run)
    return parser


def add_nested_verbs(
    verbs: Verbs, name: str, help_text: str, nested: Sequence[tuple[str, str, Verb]]
) -> dict[str, argparse.ArgumentParser]:
    """Adds a verb with verbs of its own, such as `form list`; returns their parsers by name."""
    parser = verbs.add_parser(name, help=help_text, description=help_text)
    inner = parser.add_subparsers(title="Befehle", required=True, metavar="BEFEHL")
    return {verb: add_verb(inner, verb, text, run) for verb, text, run in nested}


def add_plan(parser: argparse.ArgumentParser) -> None:
    """Adds the plan that a verb works on: a .lpd file or one of our PDFs."""
    parser.add_argument("plan", type=Path, metavar="PLAN", help="eine .lpd-Datei oder unser PDF")


def add_output(parser: argparse.ArgumentParser, name: str = "ZIEL") -> None:
    """Adds the required target file."""
    parser.add_argument("-o", "--output", type=Path, required=True, metavar=name, help="Zieldatei")


def add_json(parser: argparse.ArgumentParser) -> None:
    """Adds the switch for machine-readable output."""
    parser.add_argument("--json", action="store_true", help="Ausgabe als JSON")


def added_forms(options: argparse.Namespace) -> Path:
    """The folder of the forms that this office has added."""
    return data_folder(options.data) / "forms"


def add_form(parser: argparse.ArgumentParser, *, year_required: bool) -> None:
    """Adds the year, and the form for an office that has several of one year."""
    parser.add_argument(
        "--year", required=year_required, type=int, metavar="JAHR", help="Planjahr der Form"
    )
    parser.add_argument(
        "--form", metavar="KENNUNG", help="eine bestimmte Form, siehe lpd form list"
    )


def chosen_form(options: argparse.Namespace) -> Form:
    """The form that the call names, else that of the year, else the newest.

    Raises:
        UnknownFormError: there is none.
    """
    from lpd_desktop.form.derive import derive_form
    from lpd_desktop.form.library import form_for_year, form_with_id, newest_year

    added = added_forms(options)
    if options.form:
        form = form_with_id(options.form, added)
        same_year = options.year in (None, form.year)
        return form if same_year else derive_form(form, options.year)
    return form_for_year(options.year or newest_year(added), added)


def read_plan(path: Path) -> LpdFile:
    """The plan in a .lpd file or in a PDF that this program made.

    Raises:
        LpdError: neither of the two, or unreadable.
    """
    data = read_bounded(path)
    if data.lstrip()[:5] == b"%PDF-":
        from lpd_desktop.pdf.attachment import extract_published

        data = extract_published(data)
    return read_lpd(data)


def require_draft(file: LpdFile) -> None:
    """What was approved keeps its words and amounts.

    Raises:
        FixedPlanError: the plan is in another state than `draft`.
    """
    if file.work.state != "draft":
        raise FixedPlanError(why_fixed(file))


def is_same_file(one: Path, other: Path) -> bool:
    """Whether two paths lead to one file."""
    return one.resolve() == other.resolve()


def refuse_same_file(target: Path, source: Path) -> None:
    """Nobody means to write the result over what it was made from.

    Raises:
        UsageError: both are one file.
    """
    if is_same_file(target, source):
        message = (
            f"„{target}“ ist die Quelle selbst und würde überschrieben; "
            "bitte nennen Sie ein anderes Ziel."
        )
        raise UsageError(message)


def refuse_other_than_pdf(target: Path) -> None:
    """What is written must be what the name says.

    Raises:
        UsageError: the target's name ends otherwise.
    """
    if target.suffix.lower() != ".pdf":
        message = f"„{target.name}“: Diese Version schreibt .pdf, und das Budget als .xlsx."
        raise UsageError(message)


def refuse_other_than_workbook(target: Path) -> None:
    """What is written must be what the name says.

    Raises:
        UsageError: the target's name ends otherwise.
    """
    if target.suffix.lower() != ".xlsx":
        message = f"„{target.name}“: Geschrieben wird eine Arbeitsmappe; die Endung ist .xlsx."
        raise UsageError(message)


def iso_date(text: str) -> str:
    """`08.11.2022` or `2022-11-08` as ISO date.

    Raises:
        UsageError: neither of the two.
    """
    for pattern in ("%Y-%m-%d", "%d.%m.%Y"):
        try:
            return datetime.strptime(text, pattern).date().isoformat()
        except ValueError:
            continue
    message = f"„{text}“ ist kein Datum; bitte schreiben Sie es wie 08.11.2022."
    raise UsageError(message)


def today() -> str:
    """Today's date in ISO form."""
    return date.today().isoformat()
