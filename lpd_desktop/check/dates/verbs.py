"""Verbs that tell something as done or as still to come."""

from __future__ import annotations

import re

_EVENTS = (
    "stattgefunden durchgeführt eingeführt gestartet begonnen abgeschlossen eingerichtet "
    "implementiert umgesetzt gegründet eröffnet entwickelt etabliert installiert erprobt "
    "veröffentlicht besetzt eingestellt aufgenommen bezogen angemietet realisiert vollzogen "
    "erreicht gewonnen erstellt erarbeitet überarbeitet aufgebaut ausgebaut erweitert "
    "umgestellt umgezogen angeschafft beschafft geschult ausgewertet evaluiert angepasst "
    "angeboten pilotiert verabschiedet unterzeichnet abgestimmt vorgestellt fortgeführt "
    "fortgesetzt verstetigt optimiert digitalisiert verlegt zusammengelegt zusammengeführt "
    "angelaufen eingetreten erfolgt getreten gegangen erhöht gesenkt reduziert verbessert "
    "gesteigert vermittelt integriert erzielt betreut abgehalten aufgelegt weiterentwickelt "
    "übernommen geschlossen angegangen eingebunden eingesetzt nachbesetzt ausgeweitet "
    "vereinheitlicht gebildet initiiert aktiviert gefördert gewechselt ersetzt abgelöst "
    "vorbereitet begleitet moderiert unterstützt genutzt eingeladen organisiert gestellt "
    "vorgehalten"
)
_INTENTIONS = (
    "geplant eingeplant vorgesehen vereinbart beschlossen angekündigt terminiert verlängert "
    "befristet bewilligt beantragt festgelegt kalkuliert prognostiziert erwartet "
    "veranschlagt avisiert angestrebt angesetzt gesichert finanziert reserviert "
    "ausgeschrieben bestellt zugesagt verschoben gekündigt zugewiesen zugeteilt mitgeteilt "
    "geschätzt berechnet ermittelt budgetiert konzipiert ausgewählt "
    "gewählt gelegt gesetzt entschieden verabredet vorgeschlagen empfohlen "
    "anvisiert beabsichtigt angedacht aufgestellt unterstellt angenommen berücksichtigt "
    "begrenzt genehmigt gewährt versprochen verpflichtet beraten diskutiert besprochen "
    "thematisiert erörtert priorisiert identifiziert definiert eingepreist einkalkuliert "
    "hochgerechnet formuliert verankert ausgelegt verteilt gebunden bekanntgegeben"
)
EVENT = rf"(?:{_EVENTS.replace(' ', '|')})"
_INTENTION = re.compile(
    rf"\b(?:{_INTENTIONS.replace(' ', '|')}|bekannt gegeben|in Aussicht gestellt|"
    rf"sich vorgenommen)\b"
)
_PARTICIPLE = re.compile(
    r"(?<!\bzu )\b(?:[a-zäöüß]*ge[a-zäöüß]{2,}(?:t|en)|(?:be|ver|er|ent|zer|miss|über|unter|wieder|"
    r"hinter|voll)[a-zäöüß]{3,}(?:t|en)|[a-zäöüß]+iert|(?:ab|an|auf|aus|bei|durch|ein|fort|her|hin|"
    r"mit|nach|um|vor|weg|weiter|zu|zurück|zusammen)"
    r"(?:be|ver|er|ent|ge)[a-zäöüß]{3,}(?:t|en))\b"
)
_BEING = re.compile(
    r"\b(?:gestartet|erfolgt|begonnen|angelaufen|eingetreten|getreten|gestiegen|angestiegen|"
    r"gesunken|zurückgegangen|entstanden|umgezogen|gegangen|gewachsen|gefallen|geworden|worden|"
    r"gelungen|ausgeschieden|ausgelaufen|gekommen|hinzugekommen|abgeschlossen worden|geblieben|"
    r"gewesen)\b"
)
_PRETERITE = re.compile(
    r"\b(?:fand|fanden|erfolgten?|starteten?|begann|begannen|trat|traten|ging|gingen|lief|liefen|"
    r"nahm|nahmen|kam|kamen|führten?|lag|lagen|betrug|betrugen|stieg|stiegen|sank|sanken|zeigten?|"
    r"gab|gelang|gelangen|bestand|bestanden|entstand|entstanden|nutzten|stellten?|richteten?|zog|"
    r"zogen|wechselten?|verließ|verließen|übernahm|übernahmen|schloss|schlossen|endeten?|"
    r"verzeichneten?|wuchs|wuchsen|fiel|fielen|erhielt|erhielten|zählten?|ergab|ergaben|waren|war|"
    r"hatten?|konnten?|bezog|bezogen|entwickelten? sich|etablierten? sich|beteiligten? sich|"
    r"meldeten? sich)\b"
)
_PASSIVE = re.compile(r"\bwurden?\b")
_HAVE = re.compile(r"\b(?:hat|haben|hatten?)\b")
_BE = re.compile(r"\b(?:ist|sind|war|waren)\b")
_COULD_BE = re.compile(
    r"(?<=konnte)n?\b(?:.*\b(?:werden|haben|sein)\b)?|\b(?:werden|haben|sein)\s(?=konnten?\b)"
)
_COULD = re.compile(r"\bkonnten?\b")
_AHEAD = re.compile(
    r"\b(?:wird|werden|soll|sollen|sollten?|will|wollen|kann|können|muss|müssen|dürfen|darf|"
    r"würden?|könnten?|müssten?|dürften?|voraussichtlich|künftig|zukünftig|möchten?|geplant ist|"
    r"wäre|wären|sei|seien|hätten?)\b(?! (?:sein|haben)\b)"
)
_RESULT = re.compile(
    r"\bwurden?\b.*\b(?:erreicht|umgesetzt|erfüllt|verfehlt|übertroffen|verwirklicht)\b"
)
_EVENT = re.compile(rf"\b{EVENT}\b")
_BETWEEN = r"(?:(?!ein|der\b|die\b|das\b|den\b|dem\b|des\b|kein|neue)[A-Za-zÄÖÜäöüß]+\s){0,3}"
_DONE_NOUN = re.compile(rf"^\s{_BETWEEN}(?:{EVENT}|stattgefunden)e[nmrs]?\b")
_ATTRIBUTE = re.compile(
    rf"^\s{_BETWEEN}"
    r"(?:[a-zäöüß]*ge[a-zäöüß]{2,}(?:te|ene)|[a-zäöüß]+ierte|(?:be|ver|er|ent|über|"
    r"unter)[a-zäöüß]{3,}(?:te|ene)|[a-zäöüß]+(?:ge|be|ver|er)[a-zäöüß]{2,}(?:te|ene)|(?:begonnene|"
    r"übernommene|bezogene|geltende|gültige|laufende))[nmrs]?\b"
)
_DETERMINED = re.compile(
    r"\b(?:der|die|das|den|dem|des|ein\w*|dies\w+|unser\w*|[a-zäöüß]+e[nrsm]?)\s"
    r"(?:(?:bereits|schon|erst|erfolgreich)\s)?(?:(?:im|in|am|zum|seit|ab|Ende|Anfang|Mitte)\s)?"
    r"(?:Jahre?\s|den\s|der\s|Monat\s)?$",
    re.IGNORECASE,
)
_ALREADY = re.compile(r"\b(?:bereits|schon|erfolgreich|kürzlich|unlängst)\b")
_CONDITION = re.compile(
    r"^\s*(?:und |oder |aber )?(?:sobald|wenn|falls|sofern|soweit|ob|inwieweit|inwiefern|wie|"
    r"welche\w*|was|wer|damit|bis(?=\s(?:die|der|das|alle|ein|sie|es|er|wir)\b)|nachdem|dass|"
    r"als ob)\b",
    re.IGNORECASE,
)
_ANNOUNCES = re.compile(
    r"\b(?:mit dem Ziel|Ziel ist(?: es)?|beabsichtigt|plant|planen|geplant|vorgesehen|"
    r"angestrebt)\s*,$"
)
_BACK = re.compile(r"\b(?:wurden?|war|waren|hat|haben|hatten?|konnten?|sollten?)\b")
_PLAN_NOUN = re.compile(
    r"\b(?:geplante|anstehende|bevorstehende|vorgesehene|beabsichtigte)[nrms]?\s[A-ZÄÖÜ][\w-]+"
    r"(?:\s(?:des|der|von|eines|einer)\s(?:[a-zäöüß]+\s)?[\w-]+)?\s(?:zum|am|im|ab|in)\s"
    r"(?:Jahr\s|Monat\s)?$"
)
_HABIT = re.compile(
    r"\b(?:jedes Jahr|jährlich|jeweils|regelmäßig|traditionell|üblicherweise|monatlich)\b"
)
_MODAL = re.compile(r"\b(?:soll|sollen|will|wollen|möchten?)\b")
_WILL = re.compile(r"\b(?:wird|werden)\b")
_INFINITIVE = re.compile(
    r"\b(?:(?!\w*ge\w+en\b|werden\b|worden\b)[a-zäöüß]{3,}(?:en|ern|eln)|(?:\w*geben|\w*gehen|"
    r"gelingen|gewinnen|gestalten|gelten|gehören))"
    r"(?:\s(?:können|müssen|lassen|werden|wird))?[.!…“\"]*\s*$"
)
_AIM = re.compile(r"\bmit dem Ziel\b.*\bzu\b|^\s*um\b.*\bzu\b")
_PLANNED = re.compile(
    r"\b(?:(?:ist|sind|wird|werden)\b.*\b)(?:geplant|vorgesehen|angedacht|beabsichtigt|terminiert|"
    r"avisiert|angestrebt|eingeplant|gerechnet|kalkuliert|erwartet|prognostiziert|ausgegangen)\b|"
    r"\b(?:geplant|vorgesehen|angedacht|beabsichtigt) (?:ist|sind)\b"
)
_STARTS = re.compile(
    r"\b(?:startet|beginnt|starten|beginnen)\b|\b(?:findet|finden)\b.*\bstatt\b|\b(?:steht|"
    r"stehen)\b.*\bbevor\b|\b(?:tritt|treten)\b.*\bin Kraft\b"
)


def tells_past(text: str) -> bool:
    """Whether a clause tells something as done, decisions about the future left out."""
    if _CONDITION.match(text) or _AHEAD.search(_COULD_BE.sub("", text)):
        return False
    participles = [match[0] for match in _PARTICIPLE.finditer(text) if match[0] != "worden"]
    last = participles[-1] if participles else ""
    if _INTENTION.search(text) and (not last or _INTENTION.search(last)):
        return False
    if last and (_PASSIVE.search(text) or _has_done(text)):
        return True
    if _BE.search(text) and _BEING.search(text):
        return True
    return bool(_PRETERITE.search(text))


def _has_done(text: str) -> bool:
    """`haben … begonnen`, `begonnen haben`; not `sie beginnen im Mai und haben Plätze`."""
    have = [match.start() for match in _HAVE.finditer(text)]
    return bool(have) and any(
        min(have) < match.start() or _HAVE.match(text, match.end() + 1)
        for match in _PARTICIPLE.finditer(text)
    )


def tells_result(text: str) -> bool:
    """Whether a clause says whether an aim was reached."""
    return bool(_RESULT.search(text)) and not _AHEAD.search(text)


def tells_event(text: str) -> bool:
    """Whether a clause has a participle of something that happens (`eingeführt`)."""
    return bool(_EVENT.search(text))


def tells_done_thing(before: str, behind: str, clause: str) -> bool:
    """`die im Oktober erfolgte Veranstaltung`: a participle before a noun, behind its date."""
    if not (_DETERMINED.search(before) and _DONE_NOUN.match(behind)):
        return False
    return bool(_ALREADY.search(clause)) or not _AHEAD.search(clause)


def is_attribute(behind: str) -> bool:
    """Whether a date belongs to a participle before a noun (`im Jahr 2019 eingeführte`)."""
    return bool(_DONE_NOUN.match(behind)) or bool(_ATTRIBUTE.match(behind))


def tells_future(text: str) -> bool:
    """Whether a clause tells something as still to come."""
    if _PASSIVE.search(text) or _COULD.search(text):
        return False
    if _MODAL.search(text) or _AIM.search(text):
        return True
    if _HABIT.search(text):
        return False
    if _PLANNED.search(text) or _STARTS.search(text):
        return True
    return bool(_WILL.search(text) and (_EVENT.search(text) or _INFINITIVE.search(text)))


def plans_before(before: str) -> bool:
    """`die geplante Einführung des Verfahrens zum`: a noun of a plan right before a date."""
    return bool(_PLAN_NOUN.search(before))


def aims_before(text: str) -> bool:
    """Whether the words before a clause announce an aim (`mit dem Ziel,`)."""
    return bool(_ANNOUNCES.search(text))


def tells_back(text: str) -> bool:
    """Whether any form of the past stands in a clause."""
    return bool(_BACK.search(text))
