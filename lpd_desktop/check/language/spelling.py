"""One term, several spellings: one finding for a term, at the first place of a wrong one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lpd_desktop.check.context import Context
from lpd_desktop.check.finding import Finding
from lpd_desktop.check.language.phrases import matches_near_signs, possible
from lpd_desktop.check.language.rules import SPELLING_VARIANTS
from lpd_desktop.check.language.term_forms import FORM_READERS, FormReader
from lpd_desktop.check.language.vocabulary import vocabulary
from lpd_desktop.form.model import Form
from lpd_desktop.plan.addresses import Address

_REMEDY = "Bitte schreiben Sie es überall gleich"
_MOST_SHOWN = 4
_WORD_BEFORE = re.compile(r"[\w*-]*\Z")
_WORD_AFTER = re.compile(r"[\w*-]*")


@dataclass
class Term:
    """How often each spelling of a term stands in the plan, and which of them the form prints."""

    own: dict[str, Counter[str]] = field(default_factory=dict)
    fixed: dict[str, str] = field(default_factory=dict)

    def add(self, style: str, words: str) -> None:
        """Counts one use in the plan."""
        self.own.setdefault(style, Counter())[words] += 1

    @property
    def is_mixed(self) -> bool:
        """Whether the plan does not write it in one style, that of the form if that has one."""
        return bool(self.own) and len(self.own.keys() | self.fixed.keys()) > 1

    @property
    def right(self) -> str:
        """The style of the form, else the most frequent, else the first."""
        if len(self.fixed) == 1:
            return next(iter(self.fixed))
        return max(self.own, key=lambda style: self.own[style].total())

    @property
    def wrong_words(self) -> list[str]:
        """All words of the other styles."""
        return [words for style in self.own if style != self.right for words in self.own[style]]


Texts = Sequence[tuple[Address, str]]


def spelling_variants(context: Context) -> Iterator[Finding]:
    """Terms that are written in more than one way."""
    texts = [*((each.where, each.text) for each in context.stretches), *_potential_topics(context)]
    whole = "\n".join(text for _where, text in texts)
    fixed = _fixed_text(context.form)
    for term in (*_competing(whole, fixed), *_read(whole, fixed)):
        yield from _judge(context, texts, term)


def _potential_topics(context: Context) -> Iterator[tuple[Address, str]]:
    item = context.form.potentials
    for number, potential in enumerate(context.plan.potentials if item else (), 1):
        if item and potential.topic:
            yield Address(item.key, (str(number), "topic")), potential.topic


def _fixed_text(form: Form) -> str:
    """What the form prints into the plan; where it uses a term, its spelling is the right one."""
    texts = [form.title, *(form.text(section.heading) for section in form.sections)]
    texts += [form.text(item.title) for item in form.items]
    if form.topics is not None:
        texts += [topic.title for topic in form.topics.topics]
        texts += [question.text for question in form.topics.questions]
    if form.potentials is not None:
        texts += [form.potentials.heading, form.potentials.instruction]
    for budget in form.budgets:
        texts += [row.label for row in budget.rows]
    return "\n".join(texts)


def _competing(whole: str, fixed: str) -> Iterator[Term]:
    """The pairs of spellings that German allows."""
    both = f"{whole}\n{fixed}"
    for rivals in vocabulary().rivals:
        if len(possible(rivals, both)) < len(rivals):
            continue
        term = Term()
        for rival in rivals:
            for match in matches_near_signs(whole, rival):
                term.add(rival.pattern.pattern, _whole_word(match))
            for match in matches_near_signs(fixed, rival):
                term.fixed[rival.pattern.pattern] = _whole_word(match)
        if term.is_mixed:
            yield term


def _whole_word(match: re.Match[str]) -> str:
    start, end = match.span()
    before = _WORD_BEFORE.search(match.string, max(0, start - 60), start)
    after = _WORD_AFTER.match(match.string, end)
    return (before[0] if before else "") + match[0] + (after[0] if after else "")


def _read(whole: str, fixed: str) -> Iterator[Term]:
    """Abbreviations, paragraphs, groups, names, compounds."""
    for reader in FORM_READERS:
        yield from (term for term in _terms(reader, whole, fixed) if term.is_mixed)


def _terms(reader: FormReader, whole: str, fixed: str) -> list[Term]:
    terms: dict[str, Term] = {}
    for key, style, words in reader(whole):
        terms.setdefault(key, Term()).add(style, words)
    for key, style, words in reader(fixed) if terms else ():
        if key in terms:
            terms[key].fixed[style] = words
    return list(terms.values())


def _judge(context: Context, texts: Texts, term: Term) -> Iterator[Finding]:
    wrong = sorted(term.wrong_words, key=len, reverse=True)
    if not wrong:
        return
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, wrong))})(?![\w-])")
    for where, text in texts:
        match = pattern.search(text) if any(words in text for words in wrong) else None
        if match:
            message = f"Verschiedene Schreibweisen, hier „{match[0]}“: {_counts(term)}."
            yield context.finding(SPELLING_VARIANTS, where, message, _remedy(term), match[0])
            return


def _counts(term: Term) -> str:
    parts = [f"im Vordruck „{words}“" for words in term.fixed.values()]
    for counter in term.own.values():
        words = counter.most_common(1)[0][0]
        parts.append(f"„{words}“ {counter.total()}-mal")
    return ", ".join(parts[:_MOST_SHOWN])


def _remedy(term: Term) -> str:
    end = ", am besten wie im Vordruck." if len(term.fixed) == 1 else "."
    return _REMEDY + end
