"""The kinds of problem a lesson can have, each with a name that stays: for editors, and for whoever filters by it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class Rule(StrEnum):
    """The name of one kind of problem."""

    UNREADABLE = "unreadable-file"
    SYNTAX = "syntax"
    UNKNOWN_KEY = "unknown-key"
    MISSING_KEY = "missing-key"
    BLANK = "blank"
    WRONG_VALUE = "wrong-value"
    SAME_ID = "same-id"
    NO_SUCH_NAME = "no-such-name"
    NO_SUCH_PLACE = "no-such-place"
    CONTROL_CHARACTER = "control-character"
    QUESTION_MARK = "question-mark"
    PHRASE = "phrase"
    READING = "reading-parts"
    SCORING = "scoring"
    ARTICLE = "article"
    ARTICLE_CHANGED = "article-changed"
    LANGUAGE = "language"
    QUOTATION = "quotation"
    UNUSED_CONCEPT = "unused-concept"
    UNUSED_WORD = "unused-word"
    SAID_IN_QUESTION = "said-in-question"
    UNREACHABLE = "unreachable-misconception"
    AIM = "aim"
    DRAFT = "draft"
    UNTRIED = "untried"
    SAMPLE = "sample"
    PASSES_EMPTY = "passes-empty"
    PASSES_QUESTION = "passes-question"
    PASSES_ARTICLE = "passes-article"
    PASSES_TERMS = "passes-terms"
    PASSES_HINT = "passes-hint"
    PASSES_PROBE = "passes-probe"
    PASSES_CHALLENGE = "passes-challenge"
    PASSES_AIM = "passes-aim"
    PASSES_OTHER = "passes-other-answer"


ABOUT: Mapping[Rule, str] = {
    Rule.UNREADABLE: "The file is missing, may not be read, is too large, or is no text in UTF-8.",
    Rule.SYNTAX: "A quotation mark, bracket, comma or sign is not as TOML wants it.",
    Rule.UNKNOWN_KEY: "A key is misspelt, or belongs to another table.",
    Rule.MISSING_KEY: "Something that a lesson cannot do without is missing.",
    Rule.BLANK: "A blank of the template is not filled in yet.",
    Rule.WRONG_VALUE: "A value is of the wrong sort, out of bounds, or none of the words that may stand there.",
    Rule.SAME_ID: "Two questions, or two parts of one question, have the same id.",
    Rule.NO_SUCH_NAME: "A name is used that nothing in the lesson has: of a concept, criterion, question or check.",
    Rule.NO_SUCH_PLACE: "An address is not written as one, or the article has no such place.",
    Rule.CONTROL_CHARACTER: "A text holds a character that could garble the screen.",
    Rule.QUESTION_MARK: "A text that asks has no question mark, several, or one in the middle.",
    Rule.PHRASE: "A phrase cannot be read, can match nothing, or stands in nearly every reply.",
    Rule.READING: "The parts that the article is read in do not fit the article or the questions.",
    Rule.SCORING: "A level cannot be reached, or contradicts itself.",
    Rule.ARTICLE: "The article is missing, cannot be read, or is another one.",
    Rule.ARTICLE_CHANGED: "The article is not the one that the fingerprint was taken of.",
    Rule.LANGUAGE: "The article does not look like English, for which all checks are made.",
    Rule.QUOTATION: "Words in quotation marks do not stand in the article so.",
    Rule.UNUSED_CONCEPT: "No check looks for a concept.",
    Rule.UNUSED_WORD: "A word of the glossary stands nowhere.",
    Rule.SAID_IN_QUESTION: "The question itself says what a criterion looks for.",
    Rule.UNREACHABLE: "A misconception can never show, or keeps every good answer from passing.",
    Rule.AIM: "What learners read of a criterion before they meet it gives the answer away.",
    Rule.DRAFT: "A question proposed from the article is still a draft.",
    Rule.UNTRIED: "There is no sample that shows whether a question or a misconception works.",
    Rule.SAMPLE: "A sample does not get the verdict it should.",
    Rule.PASSES_EMPTY: "An empty reply passes.",
    Rule.PASSES_QUESTION: "The question pasted back passes.",
    Rule.PASSES_ARTICLE: "The whole article pasted in passes.",
    Rule.PASSES_TERMS: "A bare list of the terms looked for passes.",
    Rule.PASSES_HINT: "A hint of the question, said back, passes.",
    Rule.PASSES_PROBE: "A probe of the question, said back, passes.",
    Rule.PASSES_CHALLENGE: "A challenge of the question, said back, passes.",
    Rule.PASSES_AIM: "What learners read of a criterion, said back, passes.",
    Rule.PASSES_OTHER: "A full answer to another question passes.",
}
"""What each rule is about, in a sentence."""
