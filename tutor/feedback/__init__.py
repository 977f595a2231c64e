"""A move to words: the phrase banks, and what keeps them lawful.

The front door: `Phrasing` puts a move into words without a model; `faults` tells what is not as it must be with the
words of a move, whoever worded it.
"""

from tutor.feedback.banks import load_banks
from tutor.feedback.lawful import faults
from tutor.feedback.phrasing import Phrasing
from tutor.feedback.wording import Wording

__all__ = ["Phrasing", "Wording", "faults", "load_banks"]
