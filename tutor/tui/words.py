"""Fixed words of the interface: what things are called, here as elsewhere, and how to answer."""

from tutor.session.names import SHOWN_TITLES as SHOWN_TITLES
from tutor.session.names import kind_in_words as kind_in_words
from tutor.session.names import line_marked as line_marked
from tutor.session.names import opened_in_words as opened_in_words
from tutor.session.names import outcome_glyph as outcome_glyph
from tutor.session.names import outcome_in_words as outcome_in_words
from tutor.session.names import tally as tally

ANSWERING = (
    ("p4s2", "in a reply: paragraph 4, sentence 2. The small raised numbers count sentences"),
    ("“…”", "quote the article's own words"),
)
