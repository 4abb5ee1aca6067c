"""What may stand in braces in the rule for file names, and in subject and text of the mail."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from string import Formatter

from lpd_desktop.plan.file import LpdFile, seal_digest
from lpd_desktop.plan.work import Release
from lpd_desktop.runtime.errors import LpdError
from lpd_desktop.runtime.german import german_date

NAME_FIELDS: dict[str, str] = {
    "year": "Planjahr",
    "jobcenter": "Name des Jobcenters",
    "number": "Nummer des Jobcenters",
    "n": "Nummer der Fassung",
    "date": "Tag der Freigabe",
    "as_of": "Stand des Dokuments",
    "seal": "die ersten acht Zeichen des Siegels",
}
"""For file names; days stand there as 2022-11-08."""

TEXT_FIELDS: dict[str, str] = {
    **NAME_FIELDS,
    "title": "Titel des Dokuments",
    "recipient": "Name des Empfängers",
    "names": "wer freigegeben hat, mit Funktion",
    "place": "Ort der Freigabe",
    "file": "Name der PDF-Datei",
    "sha256": "Prüfsumme der PDF-Datei (SHA-256)",
}
"""For subject and text of the mail; days stand there as 08.11.2022."""

_SHORT_SEAL = 8


class TemplateError(LpdError):
    """A rule or text of the office holds braces that mean nothing."""


def name_values(file: LpdFile) -> dict[str, str]:
    """What the fields of a file name stand for; a plan that is not approved is a first version."""
    jobcenter, release = file.plan.jobcenter, file.release
    return {
        "year": str(file.form.year),
        "jobcenter": jobcenter.name or jobcenter.own_name,
        "number": jobcenter.number,
        "n": str(release.version if release else 1),
        "date": release.date if release else "",
        "as_of": file.plan.as_of,
        "seal": (release.seal if release else seal_digest(file))[:_SHORT_SEAL],
    }


def text_values(file: LpdFile, release: Release) -> dict[str, str]:
    """What the fields of subject and text stand for, but for recipient and file."""
    values = name_values(file)
    return {
        **values,
        "date": german_date(values["date"]),
        "as_of": german_date(values["as_of"]),
        "title": file.form.text(file.form.title),
        "names": ", ".join(f"{each.name} ({each.role})" for each in release.signatories),
        "place": release.place,
    }


def require_known_fields(template: str, known: Collection[str], whose: str) -> None:
    """Refuses braces that no value can be put into.

    Args:
        template: What the office wrote.
        known: The fields that there are.
        whose: What the template is, for the sentence, such as `In der Regel für Dateinamen`.

    Raises:
        TemplateError: an unknown field, or a brace without its partner.
    """
    listed = ", ".join(f"{{{name}}}" for name in known)
    try:
        parts = list(Formatter().parse(template))
    except ValueError:
        message = f"{whose} steht eine geschweifte Klammer allein; möglich sind {listed}."
        raise TemplateError(message) from None
    for _text, field, form, conversion in parts:
        if field is None:
            continue
        if field not in known:
            message = f"{whose} ist „{{{field}}}“ unbekannt; möglich sind {listed}."
            raise TemplateError(message)
        if form or conversion:
            message = (
                f"{whose} steht in den Klammern von „{{{field}}}“ ein Zusatz; erlaubt ist nur das "
                "Feld allein, ohne „!“ oder „:“ dahinter."
            )
            raise TemplateError(message)


def filled(template: str, values: Mapping[str, str], whose: str) -> str:
    """The template with the values in place of its fields.

    Raises:
        TemplateError: see `require_known_fields`.
    """
    require_known_fields(template, tuple(values), whose)
    return template.format_map(values)


def literal(text: str) -> str:
    """A template that gives just this text: its braces mean themselves."""
    return text.replace("{", "{{").replace("}", "}}")


def as_text(template: str) -> str:
    """The text that was made a template by `literal`."""
    return template.replace("{{", "{").replace("}}", "}")
