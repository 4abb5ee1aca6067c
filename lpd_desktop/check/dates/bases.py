"""What a figure refers to: the year before, a month, a letter with its date."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lpd_desktop.check.context import Context
from lpd_desktop.check.dates.reckoning import reckoning_of
from lpd_desktop.check.dates.rules import BASE_MISSING, BASE_OLD
from lpd_desktop.check.figures.from_to import changes_in
from lpd_desktop.check.figures.how_much import says_how_much
from lpd_desktop.check.finding import Finding
from lpd_desktop.check.prose.dates import bare_months, dates_in
from lpd_desktop.check.prose.directions import is_difference, speaks_of_change
from lpd_desktop.check.prose.figures import Figure, figures_in
from lpd_desktop.check.prose.sentences import Span
from lpd_desktop.check.prose.stretches import Sentence, Stretch
from lpd_desktop.form.model import BudgetItem, RichTextItem

_BRACKETS = re.compile(r"\([^()]*\)")
_YEAR_BEFORE = re.compile(r"\b(?:[Vv]orjahr\w*|[Gg]egenüber|[Vv]ergleich\w*|20\d\d)\b")
_MONEY_WORD = re.compile(
    r"\b(?:EGT|VWT|[\w-]*[Mm]ittel|[\w-]*[Bb]udget\w*|[Ee]ingliederungs\w+|[Vv]erwaltungs\w+|"
    r"[Zz]uteilung\w*|[Zz]uweisung\w*|Leistungen zur Eingliederung)\b"
)
_TIME = re.compile(
    r"(?:[Vv]orjahr|[Vv]ormonat|[Vv]orquartal|[Vv]ergleich|\b(?:gegenüber|seit|letzten?|"
    r"vergangen\w*|bisher\w*|zuvor|früher\w*|Jahresverlauf|innerhalb|jährlich\w*|Jahr|Jahres|"
    r"Monat\w*|Quartal\w*|Halbjahr\w*|Sommer\w*|Pandemie|Zeitraum|durchschnittlich\w*|bundesweit|"
    r"landesweit|Landesdurchschnitt|Bundesdurchschnitt|NRW|Ziel\w*|ursprünglich\w*)\b)"
)
_AHEAD = re.compile(
    r"\b(?:soll|sollen|wird|werden|will|wollen|möchten?|Ziel\w*|geplant\w*|mindestens|"
    r"angestrebt\w*|um zu|könnten?|prognostiziert\w*|erwartet\w*|dürften?|würden?|Tarif\w*|"
    r"Regelsatz\w*|Regelbedarf\w*|Umsatzsteuer|Mehrwertsteuer|Inflation\w*|kommunale\w* Anteil|KFA|"
    r"Förderung|Zuschuss|Arbeitszeit|Stellenumfang)\b"
)
_MORE_THAN = re.compile(
    r"\b(?:mehr|weniger|höher|niedriger|geringer|größer|kleiner|über|unter|oberhalb|unterhalb)\b"
    r"[^.;]{0,60}\b(?:als|von|dem|den|der)\b"
)
_BETTER = re.compile(r"\b(?:verbesser|verschlechter)(?:t|te|ten|n)\b")
_AT_MOST = 20
_COULD = re.compile(r"\bkonnten?\b")
_KEY_FIGURE = re.compile(r"\bK[123](?:E[1-4])?\b")
_PLANNING = re.compile(
    r"\b(?:[\w-]*[Pp]lanung\w*|[Kk]alkul\w+|[Bb]erechn\w+|[Aa]nsatz|geplant|gerechnet|veranschlagt|"
    r"[Hh]aushaltsplan\w*)\b"
)
_RESTS_ON = re.compile(
    r"\b(?:auf|anhand|mit|nach)\s(?:der\s|den\s|Basis\s|Grundlage\s)?(?:[\w-]+\s){0,4}?(?:Basis|"
    r"Grundlage|Höhe|Niveau|Zahlen|Werte[n]?|Zuteilung|Mittel[n]?|Ansätze[n]?)\b|\bzugrunde\b|"
    r"\bZugrundelegung\b|\bfortgeschrieben\b|\bausgehend von\b"
)
_SUMS = re.compile(
    r"\b(?:[\w-]*[Mm]itteln?|[Zz]uteilung|[Zz]uweisung|Zahlen|Werten?|[\w-]*[Bb]udgets?|"
    r"Ansätzen?)\b"
)
_OLD_YEAR = re.compile(
    r"\b[Vv]orjahre?s?(?:werte?n?|zahlen|zuteilung|mitteln?|niveau|ansätzen?)?\b"
)


def bases_of_money(context: Context) -> Iterator[Finding]:
    """`17 Mio. € (Senkung um 6 % zum Vorjahr)`: of what, the text does not say."""
    for item in context.form.budgets:
        if _table_names_previous(context, item):
            continue
        for stretch in context.stretches:
            if stretch.where.item != item.key:
                continue
            for sentence in stretch.sentences:
                figure = _without_base(sentence.text)
                if figure:
                    yield _missing(context, sentence, sentence.text[figure.start : figure.end])


def _table_names_previous(context: Context, item: BudgetItem) -> bool:
    table = context.plan.answer(item.key).table
    return bool(table and table.is_printed and any(row.cents("previous") for row in table.rows))


def _without_base(text: str) -> Figure | None:
    """The first change in percent beside which neither its amount nor the old sum stands."""
    if not (_YEAR_BEFORE.search(text) and _MONEY_WORD.search(text)):
        return None
    money = [each for each in figures_in(text) if each.kind == "money"]
    if any(_is_base(text, each) for each in money):
        return None
    for figure in figures_in(text):
        if figure.kind == "percent" and says_how_much(text, figure):
            start, end = _place(text, figure)
            inside = [each for each in money if start <= each.start < end]
            if not inside or (end - start == len(text) and len(money) == 1):
                return figure
    return None


def _is_base(text: str, money: Figure) -> bool:
    """Whether an amount is the change itself or that of the year before."""
    before, behind = text[max(0, money.start - 20) : money.start], text[money.end : money.end + 20]
    is_old = _YEAR_BEFORE.search(before) or re.match(r"\s(?:im|in|aus|des)\b.*[Vv]orjahr", behind)
    return is_difference(text, *money.span) or bool(is_old)


def _place(text: str, figure: Figure) -> Span:
    """The brackets around a figure, else the whole sentence."""
    around = (m.span() for m in _BRACKETS.finditer(text) if m.start() < figure.start < m.end())
    return next(around, (0, len(text)))


def changes_without_time(context: Context) -> Iterator[Finding]:
    """`Die Zahl ist um 5 % gestiegen` in a paragraph that names no time at all."""
    budgets = {item.key for item in context.form.budgets}
    for stretch in context.stretches:
        is_prose = stretch.kind in ("paragraph", "item") and stretch.where.item not in budgets
        if is_prose and ("%" in stretch.text or "rozent" in stretch.text):
            yield from _first_without_time(context, stretch)


def _first_without_time(context: Context, stretch: Stretch) -> Iterator[Finding]:
    if dates_in(stretch.text) or any(True for _ in bare_months(stretch.text)):
        return
    for place, sentence in enumerate(stretch.sentences):
        near = stretch.sentences[max(0, place - 1) : place + 2]
        if any(_TIME.search(each.text) for each in near) or _KEY_FIGURE.search(sentence.text):
            continue
        figure = _told_change(sentence.text)
        if figure:
            yield _missing(context, sentence, figure.quote)
            return


def _told_change(text: str) -> Figure | None:
    if _MORE_THAN.search(text):
        return None
    is_ahead = _AHEAD.search(text) and not _COULD.search(text)
    if is_ahead or not (speaks_of_change(text) or _BETTER.search(text)):
        return None
    if any(True for _ in changes_in(text)):
        return None
    percents = [each for each in figures_in(text) if each.kind in ("percent", "points")][:_AT_MOST]
    return next((each for each in percents if says_how_much(text, each)), None)


def _missing(context: Context, sentence: Sentence, quote: str) -> Finding:
    return context.finding(
        BASE_MISSING,
        sentence.where,
        f"Zu „{quote}“ fehlt, worauf sich die Veränderung bezieht.",
        "Bitte nennen Sie den Vergleichswert mit seiner Grundlage oder den Vergleichsmonat.",
        quote,
    )


def old_bases(context: Context) -> Iterator[Finding]:
    """`Die Planung erfolgte auf Grundlage der Mittel für 2022` in a plan for 2023."""
    last = reckoning_of(context).plan_year - 1
    for stretch in context.stretches:
        item = context.form.item(stretch.where.item)
        if not isinstance(item, BudgetItem | RichTextItem):
            continue
        for sentence in stretch.sentences:
            text = sentence.text
            names_sums = _SUMS.search(text) or _OLD_YEAR.search(text)
            if names_sums and _PLANNING.search(text) and _RESTS_ON.search(text):
                quote = _old_year(text, last)
                if quote:
                    yield _old_finding(context, sentence, quote)


def _old_year(text: str, last: int) -> str:
    """The earlier year on which a plan rests; empty where the plan's year stands beside it."""
    mentions = dates_in(text)
    if any(mention.year > last for mention in mentions):
        return ""
    old = [each for each in mentions if each.precision == "year" and each.year <= last]
    word = _OLD_YEAR.search(text)
    return old[-1].quote if old else word[0] if word and not mentions else ""


def _old_finding(context: Context, sentence: Sentence, quote: str) -> Finding:
    return context.finding(
        BASE_OLD,
        sentence.where,
        f"Die Planung beruht hier auf einem früheren Jahr („{quote}“).",
        "Bitte sagen Sie, wann neue Zahlen erwartet werden, oder legen Sie sie zugrunde, sobald "
        "sie vorliegen.",
        quote,
    )
