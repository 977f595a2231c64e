"""Many replies scored for a teacher, and what the scores say of the rubric.

The front door: `AnswerTable` reads a table of replies, `grade` scores them, `ScoreWriter` and `whole_file` write what
came of it, `Agreement` compares it with human scores, `Statistics` tells how a rubric does, and `page` shows that.
"""

from tutor.grading.agreement import Agreement
from tutor.grading.grade import Graded, grade
from tutor.grading.output import ScoreWriter, whole_file
from tutor.grading.page import page
from tutor.grading.statistics import Collector, Statistics
from tutor.grading.table import Answer, AnswerTable, Names, Trouble

__all__ = [
    "Agreement",
    "Answer",
    "AnswerTable",
    "Collector",
    "Graded",
    "Names",
    "ScoreWriter",
    "Statistics",
    "Trouble",
    "grade",
    "page",
    "whole_file",
]
