"""A teacher's TOML file to a lesson that can be played, with every problem named by line and column.

The front door: `find_lesson` and `list_lessons` say which lessons there are, `load_lesson` makes a `LoadedLesson` of
one or raises `LessonProblems`, `check_samples` tries its samples, `check_lesson` tells all that is wrong with one.
"""

from typing import TYPE_CHECKING

from tutor.lesson.finding import LessonEntry, find_lesson, list_lessons
from tutor.lesson.kinds import Kind

if TYPE_CHECKING:
    from tutor.lesson.checking import Checked, check_lesson
    from tutor.lesson.load import LoadedLesson, load_lesson
    from tutor.lesson.model import Hint, Lesson, Question, Sample
    from tutor.lesson.problems import LessonProblems, Problem, Severity
    from tutor.lesson.rules import Rule
    from tutor.lesson.samples import SampleResult, check_samples

# The models bring pydantic along, which takes longer than everything else a list of lessons needs.
_LAZY = {
    **dict.fromkeys(("Checked", "check_lesson"), "checking"),
    **dict.fromkeys(("LoadedLesson", "load_lesson"), "load"),
    **dict.fromkeys(("Hint", "Lesson", "Question", "Sample"), "model"),
    **dict.fromkeys(("LessonProblems", "Problem", "Severity"), "problems"),
    "Rule": "rules",
    **dict.fromkeys(("SampleResult", "check_samples"), "samples"),
}

__all__ = [
    "Checked",
    "Hint",
    "Kind",
    "Lesson",
    "LessonEntry",
    "LessonProblems",
    "LoadedLesson",
    "Problem",
    "Question",
    "Rule",
    "Sample",
    "SampleResult",
    "Severity",
    "check_lesson",
    "check_samples",
    "find_lesson",
    "list_lessons",
    "load_lesson",
]


def __getattr__(name: str) -> object:
    if name not in _LAZY:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_LAZY[name]}"), name)
