"""Sentences that are not whole: without an end, or a question without its mark."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from lpd_desktop.check.context import Context
from lpd_desktop.check.finding import Finding
from lpd_desktop.check.language.rules import QUESTION_MARK, SENTENCE_OPEN
from lpd_desktop.check.prose.stretches import Stretch

_VERB = (
    r"(?:ist|sind|war|waren|hat|haben|hatte|hatten|kann|können|könnte|könnten|soll|sollen|sollte"
    r"|sollten|muss|müssen|müsste|wird|werden|wurde|wurden|würde|bedeute[nt]|gibt|gelingt|bleibt"
    r"|bleiben|braucht|brauchen|will|wollen|möchten?|lässt|lassen|geht|gehen|kommt|kommen|liegt"
    r"|liegen|erreicht|erreichen|passt|passen|bringt|bringen|hilft|helfen|wirkt|wirken|steht|stehen"
    r"|sieht|sehen|macht|machen|tun|heißt|fehlt|fehlen|zeigt|entsteht|entstehen|dürfen|darf|trägt"
    r"|tragen|gehört|gehören|leistet|leisten|führt|führen|nutzt|nutzen|findet|finden)"
)
_QUESTION = re.compile(
    rf"(?:(?:Was|Warum|Weshalb|Wieso|Wer|Wen|Wem|Wo|Wohin|Woher|Wann|Wodurch|Womit|Wofür|Worin|Woran"
    rf"|Inwieweit|Inwiefern|Wozu)\s{_VERB}(?!,)\b"
    rf"|Wie\s(?:(?:viele?|hoch|oft|lange|weit|gut|groß|stark|schnell|wichtig)\s(?:\w+\s){{0,3}})?{_VERB}(?!,)\b"
    rf"|(?:Welche[nmrs]?|Wie\sviele)\s(?:[\w-]+\s){{1,5}}?{_VERB}(?!,|\.|\sund\b)\b)[^,.;:!?]*"
    r"(?:,(?!\s(?:ist|sind|wird|werden|soll|sollen|kann|können|muss|müssen|bleibt|hat|haben|zeigt"
    r"|zeigen|richtet|hängt|klärt|entscheidet|bestimmt|wurde|wurden|steht)\b)[^,.;:!?]*)*\."
)
_QUESTION_WORDS = ("Wa", "We", "Wi", "Wo", "Inwie")
_CUT = re.compile(
    r"(?:\b(?:und|oder|sowie|bzw\.|der|die|das|den|dem|des|ein|eine|einen|einer|einem|für"
    r"|mit|von|im|zum|zur|bei|durch|dass|weil|wenn|um)|[^\W\d_]-|,)$"
)
_ENDED = re.compile(r"[.!?…:;][)\]“”\"«»’']*$|[)\]“”\"«]$")
_LABELLED = re.compile(r":\s[^:.!?]{0,40}$")
_MIN_OPEN = 9


def questions_with_a_stop(context: Context) -> Iterator[Finding]:
    """A sentence built as a question that ends with a full stop."""
    for stretch in context.stretches:
        if stretch.kind == "cell" or not any(word in stretch.text for word in _QUESTION_WORDS):
            continue
        for sentence in stretch.sentences:
            if sentence.text.endswith(".") and _QUESTION.fullmatch(sentence.text):
                message = "Der Fragesatz endet mit einem Punkt."
                remedy = "Bitte setzen Sie ein Fragezeichen."
                yield context.finding(QUESTION_MARK, stretch.where, message, remedy, sentence.text)


def open_sentences(context: Context) -> Iterator[Finding]:
    """A paragraph that stops in the middle, or announces what does not come."""
    stretches = [each for each in context.stretches if each.kind != "note"]
    for stretch, following in zip_longest(stretches, stretches[1:]):
        if stretch.kind not in ("paragraph", "item"):
            continue
        text = stretch.text.rstrip()
        is_last = following is None or following.where.field != stretch.where.field
        if text.endswith(":") and (is_last or (following and following.kind == "heading")):
            yield _open(context, stretch, text, "Nach dem Doppelpunkt kommt nichts mehr.")
        elif _stops(stretch, following, text, is_last=is_last):
            yield _open(context, stretch, text, "Der Absatz hört ohne Satzende auf.")


def _stops(stretch: Stretch, following: Stretch | None, text: str, *, is_last: bool) -> bool:
    if stretch.kind == "item":
        is_end = is_last or (following is not None and following.kind != "item")
        return is_end and _CUT.search(text) is not None
    goes_on = following is not None and not is_last and following.kind in ("item", "cell")
    if goes_on or "\n" in text or _ENDED.search(text) or _LABELLED.search(text):
        return False
    return len(text.split()) >= _MIN_OPEN or (
        len(text.split()) > 3 and _CUT.search(text) is not None
    )


def _open(context: Context, stretch: Stretch, text: str, message: str) -> Finding:
    words = text.split()[-4:]
    quote = text[text.rindex(words[0]) if len(words) == 1 else _start_of(text, words) :]
    remedy = "Bitte schreiben Sie den Satz zu Ende."
    return context.finding(SENTENCE_OPEN, stretch.where, message, remedy, quote)


def _start_of(text: str, words: list[str]) -> int:
    pattern = r"\s+".join(map(re.escape, words)) + r"$"
    match = re.search(pattern, text)
    return match.start() if match else 0
