"""What the words mean that a lesson file may have where there is a choice. For the schema and the format's page."""

from __future__ import annotations

from collections.abc import Mapping

from tutor.lesson.kinds import Kind
from tutor.rubric.model import Effort, Verdict

KINDS: Mapping[str, str] = {
    Kind.LOCATE: "finding what the text says, and pointing to it",
    Kind.MAIN_CLAIM: "telling the point from the topic",
    Kind.EVIDENCE: "finding what a claim rests on, and saying how it does",
    Kind.EVIDENCE_QUALITY: "weighing evidence: can it be checked, is it enough",
    Kind.SOURCE: "asking who stands behind a claim, and what they have at stake",
    Kind.VIEWPOINT: "telling whose view a sentence gives, and how the writer treats it",
    Kind.FACT_OR_OPINION: "telling what can be checked from what is held or expected",
    Kind.ASSUMPTION: "finding what must be true, though nobody says so; read the replies yourself",
    Kind.LANGUAGE: "noticing words that judge, and what they do",
    Kind.MISSING_VOICE: "noticing who is spoken of and not heard; read the replies yourself",
    Kind.REASONING: "testing the step from evidence to claim; read the replies yourself",
    Kind.CORROBORATE: "leaving the page: what to check first, and where; read the replies yourself",
}

VERDICTS: Mapping[str, str] = {
    Verdict.UNMET: "nothing of what is asked for is there",
    Verdict.PARTLY: "some of it is there, or it is there in copied words, or a misconception shows",
    Verdict.MET: "all of it is there",
}

EFFORTS: Mapping[str, str] = {
    Effort.ANSWER: "an answer, which the criteria judge; all others meet nothing",
    Effort.EMPTY: "nothing, or only signs",
    Effort.GIBBERISH: "letters or words in no order",
    Effort.PLACEHOLDER: 'words that stand in for an answer: "idk lol", "yes"',
    Effort.REPEAT: "the same reply again",
    Effort.QUESTION_PASTED: "the question said back",
    Effort.ARTICLE_PASTED: "a stretch of the article, and nothing beside it",
    Effort.KEYWORDS: "a bare list of words, however right they are",
    Effort.HELP: 'a call for help: "I don\'t know", "what do you mean?"',
    Effort.DEMAND: 'a demand for the answer: "just tell me"',
    Effort.OWN_QUESTION: "a question of the learner's own",
}

WITHIN: Mapping[str, str] = {
    "clause": "all in one part of a sentence",
    "sentence": "all in one sentence",
    "reply": "anywhere in the reply",
}

LABELS: Mapping[str, str] = {
    "fact": "it can be checked",
    "opinion": "it is what somebody holds or feels",
    "inference": "it is concluded from something else",
}

CHOICES: Mapping[frozenset[str], Mapping[str, str]] = {
    frozenset(words): words for words in (KINDS, VERDICTS, EFFORTS, WITHIN, LABELS)
}
"""All choices of a lesson file but that of a check, which its own description tells, by the words there are."""
