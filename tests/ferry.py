"""A small lesson for tests of what is built on lessons: three questions, quickly met, missed or given up."""

from __future__ import annotations

from pathlib import Path

ARTICLE = """\
---
title: The last ferry
author: Ines Halloran
---

The council will end the island ferry in May. It cost the town 90,000 pounds last year, says the council's own report.

I have taken that ferry since I was a child. Without it the school on the island will close within a year.
"""

LESSON = """\
format = 1
title = "The last ferry"

[article]
file = "article.md"

[glossary]
council = "the people who are elected to run a town"

[concepts]
cost = ["expensive", "a lot of money"]
islanders = ["islander", "people on the island", "pupil", "family"]

[[questions]]
id = "evidence"
kind = "evidence"
ask = "What evidence does the article give that the ferry is expensive?"
about = ["p1"]
attempts = 3

  [[questions.criteria]]
  id = "cites"
  check = "cites"
  from = ["p1s2"]
  probe = "Which sentence would you show to somebody who doubts it?"

  [[questions.criteria]]
  id = "cost"
  check = "mentions"
  all_of = ["cost"]
  probe = "What does that sentence say about money?"

  [[questions.hints]]
  say = "Numbers are a good place to start."
  [[questions.hints]]
  say = "Read the first paragraph again."
  show = ["p1"]

[[questions]]
id = "voice"
kind = "missing-voice"
ask = "Who is affected, but is not heard in the article?"
attempts = 2

  [[questions.criteria]]
  id = "who"
  check = "mentions"
  all_of = ["islanders"]
  probe = "Who would have to live without the ferry?"

[[questions]]
id = "future"
kind = "locate"
ask = "Which sentence says what will happen to the school?"
attempts = 2

  [[questions.criteria]]
  id = "cites"
  check = "cites"
  from = ["p2s2"]
  probe = "In which paragraph is the school?"
"""

STRONG = (
    "The ferry is expensive: a report of the council counts 90,000 pounds for one year [p1s2].",
    "The families on the island are not asked, they live with it.",
    "It is p2s2, because it says that the school will close.",
)
"""Replies that meet each question in turn."""


def write_lesson(folder: Path, lesson: str = LESSON, article: str = ARTICLE) -> Path:
    """Put the lesson into `folder`/ferry; returns that folder."""
    place = folder / "ferry"
    place.mkdir(parents=True, exist_ok=True)
    (place / "lesson.toml").write_text(lesson, encoding="utf-8")
    (place / "article.md").write_text(article, encoding="utf-8")
    return place
