"""Whether an answer says something, and something of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lpd_desktop.check.context import Context
from lpd_desktop.check.finding import Finding
from lpd_desktop.check.language.placeholder_words import placeholder_in_text
from lpd_desktop.check.language.rules import (
    ANSWER_NO_GOAL,
    ANSWER_NO_MEASURE,
    ANSWER_SHORT,
)
from lpd_desktop.form.model import BudgetItem, Question, RichTextItem
from lpd_desktop.plan.addresses import Address
from lpd_desktop.plan.rich_text import Blocks, Table, plain_text, walk_blocks, walk_runs

_FEW = 2
_LONG_ENOUGH = 30
_NOTHING = re.compile(
    r"(?:es (?:sind|ist|gibt) )?(?:derzeit |aktuell |hierzu |dazu |weiterhin |zurzeit )?"
    r"(?:keine?(?:n|r|s)?(?: (?:weiteren?|wesentlichen?|größeren?|neuen?))? "
    r"(?:Änderung(?:en)?|Veränderung(?:en)?|Angaben?|Anmerkung(?:en)?|Besonderheit(?:en)?|Maßnahmen?"
    r"|Aktivität(?:en)?|Planung(?:en)?|Bedarfe?)(?: geplant| vorgesehen| zu erwarten| vorhanden"
    r"| erforderlich| bekannt| zum Vorjahr| gegenüber dem Vorjahr)*"
    r"|nichts(?: (?:Neues|geplant|zu berichten|vorgesehen|Besonderes))*|entfällt|unverändert"
    r"(?: zum Vorjahr| gegenüber dem Vorjahr)?|nicht (?:zutreffend|relevant|vorgesehen|geplant)"
    r"|trifft nicht zu|alles (?:bleibt )?(?:wie (?:bisher|gehabt)|beim Alten)|siehe \w+)",
    re.IGNORECASE,
)
_ASKS_GOAL = re.compile(r"\berreichen\b|\bZiele?n?\b|\bangestrebt", re.IGNORECASE)
_ASKS_MEASURE = re.compile(r"Handlungsansätz|Aktivität|Maßnahme|\bgeplant\b", re.IGNORECASE)
_GOAL = re.compile(
    r"\b(?:ziel|soll|woll|will|möcht|erreich|steiger|senk|verbesser|erhöh|reduzier|verringer|ausbau"
    r"|auszubau|stärk|anstreb|angestreb|anzustreb|beabsichtig|plan|geplan|vermeid|verhinder|abbau"
    r"|abzubau|gewinn|unterstütz|ermöglich|aktivier|integrier|vermittel|beenden|überwind|sicher"
    r"|notwendig|erforderlich|fokus|schwerpunkt|fortsetz|fortführ|weiter|einzuführ|entwickel"
    r"|vorhaben|bis ende|bis zum|wichtig|müssen|muss\b|gilt es|dazu führen|minder|halten|ausweit"
    r"|halbier|verdoppel|aufbau|aufzubau|herzustell|schließen)\w*"
    r"|\w+(?:ziel|ziele|zielen|zielsetzung|steigerung|senkung|verbesserung|erhöhung|abbau|ausbau"
    r"|aufbau|aktivierung)\b",
    re.IGNORECASE,
)
_MEASURE = re.compile(
    r"\b(?:\w*maßnahme|\w*angebot|\w*beratung|berat|\w*coaching|\w*kurs|\w*schulung|\w*projekt|plan"
    r"|geplan|soll|wird|werden|führ|biet|start|begin|einführ|einricht|ausbau|fortführ|fortgeführ"
    r"|fortsetz|umsetz|erprob|entwickel|entwicklung|förder|vermitt|unterstütz|kooper|zusammenarb"
    r"|workshop|veranstalt|besuch|gespräch|konzept|team|stell|aktivier|qualifizier|ausbild|netzwerk"
    r"|erweiter|stärk|verbesser|optimier|einsatz|einsetz|auf\w*bau|will|woll|möcht|setz|nutz|intensiv"
    r"|verstetig|anpass|schaff|organis|intensivier|durchführ|informier|beteilig|erarbeit|pilot)\w*",
    re.IGNORECASE,
)
_YEAR_OR_PARAGRAPH = re.compile(r"§+\s*\d+\w*|(?<!\d)(?:19|20)\d\d(?!\d)|\bSGB\s+\w+")


def short_answers(context: Context) -> Iterator[Finding]:
    """An asked-for text of one or two words, or one that says that there is nothing to say."""
    for where, blocks in context.texts():
        if not _is_asked_for(context, where) or any(isinstance(each, Table) for each in blocks):
            continue
        text = text_of(blocks)
        words = text.split()
        is_nothing = _NOTHING.fullmatch(text.strip(" .!–-")) is not None
        if not words or not (len(words) <= _FEW or is_nothing) or placeholder_in_text(text):
            continue
        message = f"Die Antwort besteht nur aus „{text.strip()}“."
        remedy = "Bitte schreiben Sie mindestens einen Satz, der für sich steht."
        yield context.finding(ANSWER_SHORT, _first_block(where, blocks), message, remedy, text)


def _is_asked_for(context: Context, where: Address) -> bool:
    item = context.form.item(where.item)
    if isinstance(item, RichTextItem):
        return item.required
    if isinstance(item, BudgetItem):
        return not where.parts and context.plan.answer(item.key).table is None
    return where.parts[-1:] != ("background",)


def answers_without_goal(context: Context) -> Iterator[Finding]:
    """The first question asks what shall be reached; neither a goal nor a figure is named."""
    message = "Die Antwort nennt kein Ziel und keine Zahl, an der es sich messen lässt."
    remedy = "Bitte sagen Sie, was am Ende des Jahres anders sein soll."
    for where, blocks in _answers(context, _ASKS_GOAL):
        text = text_of(blocks)
        has_figure = any(char.isdecimal() for char in _YEAR_OR_PARAGRAPH.sub("", text))
        if not has_figure and not _GOAL.search(text):
            yield context.finding(ANSWER_NO_GOAL, where, message, remedy)


def answers_without_measure(context: Context) -> Iterator[Finding]:
    """The second question asks for activities; the answer holds no word of any."""
    message = "Die Antwort nennt keine Maßnahme und keinen nächsten Schritt."
    remedy = "Bitte sagen Sie, was geplant ist, für wen und ab wann."
    for where, blocks in _answers(context, _ASKS_MEASURE):
        if not _MEASURE.search(text_of(blocks)):
            yield context.finding(ANSWER_NO_MEASURE, where, message, remedy)


def _answers(context: Context, asked: re.Pattern[str]) -> Iterator[tuple[Address, Blocks]]:
    """The longer answers to questions of topics that ask for something."""
    for where, blocks in context.texts():
        question = _question(context, where)
        if question and asked.search(question.text) and _is_long(blocks):
            yield where, blocks


def _question(context: Context, where: Address) -> Question | None:
    topics = context.form.topics
    if topics is None or where.item != topics.key or len(where.parts) != 2:
        return None
    key, name = where.parts
    return next((each for each in topics.questions_of(key) if each.key == name), None)


def _is_long(blocks: Blocks) -> bool:
    return sum(len(plain_text(runs).split()) for _block, runs in walk_runs(blocks)) >= _LONG_ENOUGH


def text_of(blocks: Blocks) -> str:
    """All words of a field."""
    return " ".join(plain_text(runs) for _block, runs in walk_runs(blocks)).strip()


def _first_block(where: Address, blocks: Blocks) -> Address:
    written = (block for block, runs in walk_runs(blocks) if plain_text(runs).strip())
    first = next(written, next(walk_blocks(blocks)))
    return where.at_block(first.id)
