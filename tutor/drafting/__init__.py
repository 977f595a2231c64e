"""Questions proposed from an article alone: for a teacher to keep, change or drop, and for reading without a lesson.

The front door: `propose` makes the proposals, `draft_text` the lesson file of them, `lesson_about` a lesson to play.
"""

from tutor.drafting.lesson import lesson_about
from tutor.drafting.proposal import Proposal
from tutor.drafting.propose import LEAST, MOST, propose
from tutor.drafting.writing import draft_text

__all__ = ["LEAST", "MOST", "Proposal", "draft_text", "lesson_about", "propose"]
