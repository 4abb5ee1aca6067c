"""Counts of fewer than ten people with a trait that the law protects."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lpd_desktop.check.context import Context
from lpd_desktop.check.finding import Finding
from lpd_desktop.check.language.rules import SMALL_GROUP
from lpd_desktop.check.prose.stretches import Stretch

_NUMBER = r"(?:[1-9]|[Zz]wei|[Dd]rei|[Vv]ier|[Ff]ünf|[Ss]echs|[Ss]ieben|[Aa]cht|[Nn]eun)"
_TRAIT_STEM = (
    r"(?:erkrankt|krank|schwerbehindert|behindert|gleichgestellt|schwanger|suchtkrank"
    r"|(?:drogen|alkohol|sucht|spiel|medikamenten)?abhängig"
    r"|traumatisiert|psychisch|straffällig|vorbestraft|inhaftiert|haftentlassen|wohnungslos|obdachlos"
    r"|transgeschlechtlich|intergeschlechtlich|ukrainisch|syrisch|afghanisch|rumänisch|bulgarisch"
    r"|irakisch|türkisch|geflüchtet|geduldet|dienstunfähig|arbeitsunfähig|pflegebedürftig)"
)
_TRAIT_PERSON = (
    r"(?:(?:[Ll]angzeit|[Dd]auer|[Ss]ucht|[Ss]chwer|[Nn]eu|[Ll]ängerfristig ?)?"
    r"(?:[Ee]rkrankt|[Kk]rank)en?|[Ss]chwerbehinderten?|[Bb]ehinderten?|[Gg]leichgestellten?"
    r"|[Ss]chwangeren?|[Rr]ehabilitand(?:en|innen|\*innen|:innen)|[Ss]traff?älligen?|[Ww]ohnungslosen?"
    r"|[Oo]bdachlosen?|[Gg]eflüchteten?|[Ff]lüchtlingen?|[Ff]lüchtlinge|[Aa]sylbewerber\w*"
    r"|Ukrainer\w*|Syrer\w*|Afghan(?:en|innen)|Iraker\w*|Rumän(?:en|innen)|Bulgar(?:en|innen)"
    r"|Rom(?:a|nja)|Sinti|[Mm]igrant(?:en|innen|\*innen|:innen)|Haftentlassenen?|Suchtkranken?)"
)
_PEOPLE = (
    r"(?:Person(?:en)?|Mensch(?:en)?|Mitarbeite[\w:*]*|Beschäftigten?|Kolleg[\w:*]*|Kund[\w:*]*"
    r"|Frauen|Männer"
    r"|Leistungs(?:bezieh|berechtigt|empfäng)[\w:*]*|Teilnehme[\w:*]*|Jugendlichen?|Fachkräften?|Kräften?"
    r"|Auszubildenden?|Bedienstete[rn]?|Stelleninhabe\w*|Fälle[n]?)"
)
_WITH_TRAIT = (
    r"(?:mit (?:(?:einer |anerkannter |einem |psychischer |seelischer |schwerer )*)"
    r"(?:Schwerbehinderung|Behinderung|Suchterkrankung|Suchtproblem\w*|Erkrankung|Gleichstellung"
    r"|Fluchthintergrund|Fluchterfahrung|Migrationshintergrund|Duldung|Haftstrafe|Burn-?out|Depression\w*)"
    r"|wegen (?:eine[rs] |ihrer )?(?:[a-zäöüß]+ )?(?:\w*[Ee]rkrankung|\w*[Kk]rankheit|Sucht|Unfalls"
    r"|Depression|Schwangerschaft)\b"
    r"|in (?:Elternzeit|Mutterschutz|Haft|Reha)\b|im (?:Mutterschutz|Krankenstand)"
    rf"|(?:\w+ ){{0,4}}(?:langzeit|dauer|schwer)?{_TRAIT_STEM}\b)"
)
_ADJECTIVES = r"(?:[a-zäöüß]+[a-zäöü]e[rn]?\s){0,2}"
_STATE = (
    r"(?:(?:sind|waren|haben|wurden|davon|derzeit|aktuell|bereits|seit \w+|(?:\w+ )?anerkannt)\s)"
    r"{0,3}"
)
_COUNT = re.compile(
    rf"(?<![\d.,:/§\w-])(?<!§ )(?<!Nr\. ){_NUMBER}(?![\d.,:/%\w]|\s?(?:%|Prozent|von|bis|Mio))\s"
)
_COUNTED = re.compile(
    rf"(?:[a-zäöüß]*{_TRAIT_STEM}\w*\s{_PEOPLE}"
    rf"|{_ADJECTIVES}{_TRAIT_PERSON}(?![-\w*:])"
    rf"|(?:[a-zäöüß]+\s){{0,2}}{_PEOPLE}\s(?!für|zur|zum|im Bereich|beraten|betreuen|unterstütz)"
    rf"{_STATE}{_WITH_TRAIT})"
)
_LABEL = re.compile(
    rf"{_TRAIT_PERSON}(?![\w-])|{_PEOPLE}.*{_WITH_TRAIT}|{_TRAIT_STEM}\w*\s{_PEOPLE}"
    r"|\b(?:Schwerbehindert|Langzeiterkrank|Dauerkrank|Suchterkrank|Erkrank)\w*(?!quote)"
    r"|\bin (?:Elternzeit|Mutterschutz)\b|\bKrankheitsfälle\b",
    re.IGNORECASE,
)
_NOT_PEOPLE = re.compile(
    r"\bfür\b|[Kk]urs|[Mm]aßnahme|[Pp]l[aä]tze|[Aa]ngebot|[Tt]räger|[Ss]tandort|[Pp]rojekt|[Bb]eratung"
    r"|[Ss]telle[n]?\b|VZÄ|[Tt]ermin|[Vv]eranstaltung|[Tt]age?\b|[Mm]onat|[Ww]oche|[Ss]tunde|[Qq]uote"
    r"|[Aa]nteil|Prozent|%|[Uu]nterk[uü]nft|[Ss]tunden|[Ww]orkshop|[Dd]auer\b|Euro|€|[Bb]udget"
    r"|quote|rate\b|[Ii]n Tausend|Veränderung|Rang|Note"
)
_SMALL_CELL = re.compile(r"\s*(?:<\s*)?(?P<number>[1-9])\s*(?:Personen|Pers\.|MA)?\s*")
_REMEDY = (
    "Gesundheit, Behinderung und Herkunft sind besonders geschützt; bitte fassen Sie Gruppen "
    "zusammen, nennen Sie einen Anteil oder lassen Sie die Zahl weg."
)


def small_groups(context: Context) -> Iterator[Finding]:
    """Sentences, and rows or columns of a table, that count a handful of such people."""
    seen: set[tuple[str, str]] = set()
    for stretch in context.stretches:
        if stretch.kind == "cell":
            label = _label_of(stretch)
            place = (str(stretch.where), label)
            if label and place not in seen:
                seen.add(place)
                yield _of_table(context, stretch, label)
        else:
            yield from _in_text(context, stretch)


def _label_of(stretch: Stretch) -> str:
    """The label that makes a small number of a cell a count of people with a trait."""
    if len(stretch.text) > 12 or not _SMALL_CELL.fullmatch(stretch.text):
        return ""
    others = f"{stretch.row_label} {stretch.column_label}"
    if _NOT_PEOPLE.search(others):
        return ""
    labels = (stretch.row_label, stretch.column_label)
    return next((label for label in labels if label and _LABEL.search(label)), "")


def _of_table(context: Context, stretch: Stretch, label: str) -> Finding:
    message = (
        f"„{label}“ zählt in der Tabelle weniger als zehn Menschen; sie könnten erkannt werden."
    )
    return context.finding(SMALL_GROUP, stretch.where, message, _REMEDY, label)


def _in_text(context: Context, stretch: Stretch) -> Iterator[Finding]:
    for number in _COUNT.finditer(stretch.text):
        counted = _COUNTED.match(stretch.text, number.end())
        if counted:
            quote = number[0] + counted[0]
            message = f"„{quote}“ sind so wenige Menschen, dass sie erkannt werden könnten."
            yield context.finding(SMALL_GROUP, stretch.where, message, _REMEDY, quote)
            return
