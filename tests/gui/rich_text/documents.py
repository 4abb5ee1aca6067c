"""Random rich text, whatever the model allows."""

from __future__ import annotations

import os

from hypothesis import strategies as st

from lpd_desktop.plan.rich_text import Heading, ListBlock, Paragraph, Run, Table
from lpd_desktop.runtime.identity import new_id


def examples(usually: int) -> int:
    """How many documents a test tries; `LPD_EXAMPLES` says otherwise for a long run."""
    return int(os.environ.get("LPD_EXAMPLES", usually))


texts = st.text(
    alphabet=st.one_of(
        st.sampled_from("abc äöüß „“–\n\t\u00a0\u00ad\u2028\u2029\r\v\f\x00\ufffc\ufdd0*<&😀"),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=12,
)
text_runs = st.builds(Run, text=texts, bold=st.booleans(), italic=st.booleans())
notes = st.builds(
    Run,
    footnote=st.lists(text_runs, max_size=3).map(tuple),
    bold=st.booleans(),
    italic=st.booleans(),
)
runs = st.lists(st.one_of(text_runs, text_runs, notes), max_size=4).map(tuple)
ids = st.builds(new_id)


@st.composite
def tables(draw) -> Table:
    rows = draw(st.integers(0, 3))
    columns = draw(st.integers(0, 3))
    cells = tuple(tuple(draw(runs) for _ in range(columns)) for _ in range(rows))
    return Table(draw(ids), cells, draw(st.integers(0, rows)), draw(st.booleans()))


paragraphs = st.builds(Paragraph, ids, runs)
headings = st.builds(Heading, ids, st.sampled_from([1, 2]), runs)


def _lists(children: st.SearchStrategy) -> st.SearchStrategy:
    items = st.lists(children, max_size=3).map(tuple)
    return st.builds(
        ListBlock,
        ids,
        st.sampled_from(["bullet", "number", "letter"]),
        st.lists(items, max_size=3).map(tuple),
        st.integers(1, 40),
    )


block = st.recursive(
    st.one_of(paragraphs, paragraphs, headings, tables()),
    lambda children: st.one_of(paragraphs, _lists(children)),
    max_leaves=8,
)
documents = st.lists(block, max_size=6).map(tuple)
