"""A small lesson with a scoring rule, on the article of `tests/rubric/roof.py`, and replies to it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from tests.rubric.roof import TEXT
from tutor.grading import Answer, Graded, grade
from tutor.lesson.load import LoadedLesson, load_lesson

LESSON = """\
format = 1
title = "Bees & <roofs>"

[article]
file = "article.txt"

[concepts]
bees = ["bee", "hive", "nest of wasps"]
danger = ["danger", "dangerous", "sting", "react badly"]
young = ["child", "kid", "@bees ...4 children"]

[[questions]]
id = "danger"
kind = "evidence"
ask = "What evidence does the article give that the hives on the roof are dangerous?"

  [[questions.criteria]]
  id = "bees"
  check = "mentions"
  all_of = ["bees"]

  [[questions.criteria]]
  id = "danger"
  check = "mentions"
  any_of = ["danger", "young"]

  [[questions.criteria]]
  id = "long"
  check = "length"
  words = 8
  optional = true

  [[questions.misconceptions]]
  id = "safe"
  check = "mentions"
  any_of = [["harmless", "safe for everyone"]]
  challenge = "Is it safe for everyone?"

  [questions.scoring.points]
  bees = 1
  danger = 2
  long = 0.5
  safe = -1

  [[questions.scoring.levels]]
  level = 1
  points = 1

  [[questions.scoring.levels]]
  level = 2
  points = 3
  all_of = ["danger"]
  none_of = ["safe"]
"""

SECOND = """
[[questions]]
id = "voices"
kind = "missing-voice"
ask = "Who is not asked in this article?"

  [[questions.criteria]]
  id = "families"
  check = "mentions"
  any_of = [["family", "neighbour"]]
"""

TOP = "The bees are up there and a sting can be bad for people who react badly to it."
MIDDLE = "The bees live up there on the top."
LOW = "I think that the article is quite boring."
CAPPED = "The bees sting you, but the doctor thinks they are harmless in the end."


def write_lesson(folder: Path, text: str = LESSON) -> Path:
    """The lesson's file, under a name of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "article.txt").write_text(TEXT, encoding="utf-8")
    file = folder / "roof.lesson.toml"
    file.write_text(text, encoding="utf-8")
    return file


def loaded(folder: Path, text: str = LESSON) -> LoadedLesson:
    return load_lesson(write_lesson(folder, text))


def graded(lesson: LoadedLesson, replies: Iterable[tuple[str, int | None]]) -> list[Graded]:
    """Replies with their human scores, graded; their ids are r1, r2, …"""
    answers = (Answer(number + 1, f"r{number}", text, human) for number, (text, human) in enumerate(replies, 1))
    return list(grade(answers, lesson.lesson.questions[0], lesson.article))
