"""Who is reported to say, think or want what: the words of a text that tell so, found by lists and shallow grammar.

The front door: `reports_in` gives the reports of one line. A verb reports by one of the frames that the lexicon gives
it; a noun by its owner ("Rossi's claim that"); then there are "according to", "in her view", the colon of headlines
and interviews, and a signature under a quotation.
"""

from tutor.article.reporting.lexicon import Frame, Manner
from tutor.article.reporting.reader import reports_in
from tutor.article.reporting.report import LEAST_SAID, Report, Sign

__all__ = ["LEAST_SAID", "Frame", "Manner", "Report", "Sign", "reports_in"]
