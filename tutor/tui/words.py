"""Fixed words of the interface: a summary's first line, and how to answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.session.names import kind_in_words as kind_in_words
from tutor.session.names import outcome_glyph as outcome_glyph
from tutor.session.names import outcome_in_words as outcome_in_words

if TYPE_CHECKING:
    from tutor.session.events import Row


def tally(rows: tuple[Row, ...]) -> str:
    """The summary's first line: how many questions were shown, without a grade."""
    met = sum(row.outcome == "met" for row in rows)
    if met == len(rows):
        return f"You showed what all {len(rows)} questions ask for."
    return f"You showed what {met} of {len(rows)} questions ask for."


ANSWERING = (
    ("p4s2", "in a reply: paragraph 4, sentence 2. The small raised numbers count sentences"),
    ("“…”", "quote the article's own words"),
)
