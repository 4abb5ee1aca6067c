"""What a reader sees of a clipboard's HTML, found out with the parser of the standard library.

It shares no code with what it measures: it keeps a stack of open elements and takes all text that
stands in none that is hidden, struck, a comment, a list's mark or the sign of a footnote.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

from lpd_desktop.plan.rich_text import walk_runs

STEMS = ("geheim", "verborgen", "gestrichen")
_VOID = {"br", "img", "meta", "link", "col", "hr", "input", "area", "base"}
_BLOCKS = {"p", "div", "li", "td", "th", "tr", "table", "ul", "ol", "dt", "dd", "caption", "pre"}
_BLOCKS |= {"h1", "h2", "h3", "h4", "h5", "h6", "nav", "main", "br", "blockquote", "body", "html"}
_SILENT = {"style", "title", "script", "del", "s", "strike", "comment", "head", "xml"}
_UNSEEN = re.compile(
    r"display: ?none|visibility: ?hidden|mso-hide: ?all|line-through|mso-list: ?ignore"
    r"|mso-element: ?comment-list|mso-special-character: ?(?:comment|footnote)",
    re.IGNORECASE,
)
_SIGN = re.compile(r"^#(?:sdfootnote|_ftn|_msocom|_msoanchor|cmnt)")


class _Shown(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.texts = {"text": "", "notes": ""}
        self._open: list[tuple[str, bool, bool]] = []
        self._in_mark = False

    def handle_starttag(self, tag, attrs):
        given = {name: value or "" for name, value in attrs}
        if tag in _BLOCKS:
            self._add(" ")
        if tag in _VOID:
            return
        if tag in {"p", "li", "td", "tr"}:
            self._end_unsaid(tag)
        style, href = given.get("style", ""), given.get("href", "")
        unseen = tag in _SILENT or bool(_UNSEEN.search(style)) or bool(_SIGN.match(href))
        unseen |= "hidden" in given or given.get("id", "").startswith("cmnt")
        unseen |= given.get("class", "") in {"MsoCommentReference", "msocomanchor"}
        is_note = given.get("id", "").startswith(("ftn", "sdfootnote"))
        self._open.append((tag, unseen, is_note))

    def _end_unsaid(self, tag):
        if self._open and self._open[-1][0] == tag:
            self._open.pop()

    def handle_endtag(self, tag):
        if tag in _BLOCKS:
            self._add(" ")
        for depth in range(len(self._open) - 1, -1, -1):
            if self._open[depth][0] == tag:
                del self._open[depth:]
                return

    def handle_data(self, data):
        if not any(unseen for _tag, unseen, _note in self._open) and not self._in_mark:
            self._add(data)

    def handle_comment(self, data):
        self._condition(data)

    def unknown_decl(self, data):
        self._condition(data)

    def _condition(self, data):
        bare = data.strip("[]").lower()
        self._in_mark = bare == "if !supportlists" or (self._in_mark and bare != "endif")

    def _add(self, text):
        key = "notes" if any(note for _tag, _unseen, note in self._open) else "text"
        self.texts[key] += text


def words_shown(markup: str) -> list[str]:
    """The words in reading order, those of footnotes at the end."""
    parser = _Shown()
    parser.feed(markup)
    parser.close()
    words = _words(f"{parser.texts['text']} {parser.texts['notes']}")
    return [word for word in words if not any(stem in word.lower() for stem in STEMS)]


def words_in(blocks) -> list[str]:
    """The words of blocks in reading order, those of footnotes at the end."""
    texts, notes = [], []
    for _block, runs in walk_runs(blocks):
        texts.append("".join(run.words for run in runs))
        notes += ["".join(each.words for each in run.note) for run in runs if run.is_footnote]
    return _words(" ".join([*texts, *notes]))


def _words(text: str) -> list[str]:
    return text.replace("\u00ad", "").replace("\0", "").split()
