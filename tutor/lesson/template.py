"""A new lesson to be filled in: every key a first lesson needs, with what it is for, and blanks for the rest."""

from __future__ import annotations

import json
import textwrap

from tutor.lesson.blanks import BLANK
from tutor.lesson.kinds import Kind
from tutor.lesson.nearest import listed

SCHEMA_FILE = "lesson.schema.json"
"""Stands beside lesson.toml, so that an editor finds it without a network, wherever the folder goes."""

ARTICLE = f"""\
---
title:
author:
date:
source:
---

<!-- Put the article's text in place of the three underscores below, with an empty line between two paragraphs.
What the file says above the second --- is shown to learners: write it behind the colons, in "quotation marks". -->

{BLANK}
"""
"""article.md of a lesson whose article is still to come."""

_LESSON = """\
#:schema {schema}
# A lesson to be filled in. Put your own words wherever it says {blank}, then run: tutor check {slug}
# It names what is still missing, by line and column. A line that begins with # is a remark: nobody but you sees it.
# Every key is explained in docs/lesson-format.md. An editor that knows TOML shows it as you type: VS Code does, with
# the extension Even Better TOML.

format = 1
# What learners choose it by.
title = {title}
# For whom, and how long it takes, in your own words.
level = "{blank}"
# What learners practise. The summary at the end speaks of it.
objectives = ["{blank}"]

[article]
file = "article.md"

# The article is read first, alone. The purpose is a question to read it for; nobody has to answer it.
[reading]
purpose = "What does the writer want you to think of {blank}?"

# Hard words of the article, explained as you would to a child. Take away the # and write your own:
[glossary]
# levy = "A charge that everyone in a group has to pay."

# Groups of phrases that mean the same in this lesson: think of twenty ways a learner would put it. Plain forms will do
# ("mend" also finds mends and mended), slips of spelling are forgiven, and little words need not be written.
[concepts]
# Name each group after what it means; criteria below use the name.
point = ["{blank}", "{blank}"]

# ---------------------------------------------------------------------------------------------------------------
# A question. Copy everything from here to the end for the next one, and give it an id of its own.
[[questions]]
id = "evidence"
{kinds}
kind = "evidence"
# The question itself: one question mark, at the end, and none of the words of its own answer.
ask = "What does the article give as evidence that {blank}?"
# Where it plays: "p2" is paragraph 2, "p2s3" its third sentence. {look}
about = ["{blank}"]

  # What a full answer has. Each criterion is one small check; its probe is the question asked while it is not met.
  [[questions.criteria]]
  id = "which-sentence"
  # `cites` wants the article itself: an address such as [p2s3], a quotation, or the sentence closely retold.
  check = "cites"
  from = ["{blank}"]
  probe = "Which sentence would you show to somebody who doubts it?"

  [[questions.criteria]]
  id = "what-it-says"
  # `mentions` looks for a phrase of every group in all_of, in the learner's own words.
  check = "mentions"
  all_of = ["point"]
  probe = "How would you say that to a friend who has not read the article?"

  # Help, one rung at a time: a nudge, then where to look (`show` highlights it), then a sentence to complete.
  [[questions.hints]]
  say = "Look for something that could be checked: a number, a name, a thing that somebody saw."
  [[questions.hints]]
  say = "Read this paragraph again, slowly."
  show = ["{blank}"]

  # Answers and what must come of them: the lesson's own test. Write them as your learners type, slips and all.
  # One that has it all, with the address in square brackets:
  [[questions.samples]]
  answer = "{blank} [{blank}]"
  expect = "met"
  # One that says it, and points nowhere:
  [[questions.samples]]
  answer = "{blank}"
  expect = {{ which-sentence = "unmet", what-it-says = "met" }}
  # And one that says nothing much:
  [[questions.samples]]
  answer = "It just says so."
  expect = "unmet"
"""


def lesson_text(slug: str, title: str = "", *, has_article: bool) -> str:
    """lesson.toml of a new lesson; with `has_article` the addresses can be looked up already."""
    look = "tutor look article.md prints them." if has_article else "Count them in the article."
    kinds = f"What it practises: {listed(Kind, 'or')}. docs/teaching.md tells what each is for."
    return _LESSON.format(
        schema=SCHEMA_FILE,
        blank=BLANK,
        slug=slug,
        title=text(title or BLANK),
        look=look,
        kinds=textwrap.fill(kinds, 118, initial_indent="# ", subsequent_indent="# ", break_on_hyphens=False),
    )


def text(value: str) -> str:
    """A TOML basic string; JSON escapes the same way, except that TOML wants DEL escaped too."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
