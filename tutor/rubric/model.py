"""What a rubric says of a reply: verdicts, findings, assessments."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from tutor.article import Reference, Span


class Verdict(StrEnum):
    """How far one criterion is met. `rank` orders them."""

    UNMET = "unmet"
    PARTLY = "partly"
    MET = "met"

    @property
    def rank(self) -> int:
        """0 for unmet, 1 for partly, 2 for met."""
        return ("unmet", "partly", "met").index(self)


# Checks that look at how a reply is made, not at what it says.
FORM_CHECKS = frozenset({"length", "own_words"})


class Aspect(StrEnum):
    """In which way a check came to its verdict. The phrase banks have words for each."""

    # cites
    CITED = "cited"  # gave the address of a sentence asked for
    QUOTED = "quoted"
    PARAPHRASED = "paraphrased"
    ALTERED = "altered"  # quotes, but with a number, a "not" or a name changed
    ELSEWHERE = "elsewhere"  # points into the article, but not at a sentence asked for
    INVENTED = "invented"  # in quotation marks, but nowhere in the article
    # mentions
    MENTIONED = "mentioned"
    SOME = "some"  # some of the concepts, not all
    APART = "apart"  # all the concepts, but not together in one sentence
    NEGATED = "negated"  # names the concept, and denies it
    # counts
    COUNTED = "counted"
    # roles
    BOUND = "bound"  # says who does it, and to whom
    REVERSED = "reversed"  # the other way round
    OTHER_AGENT = "other-agent"  # says that somebody else does it
    UNBOUND = "unbound"  # names what is done, but not plainly who does it
    # denies
    DENIES = "denies"  # denies most of what it says
    # attributes
    ATTRIBUTED = "attributed"
    NAMED = "named"  # names the holder, without saying that it is they who say it
    WRONG_HOLDER = "wrong-holder"
    WRONG_SPEAKER = "wrong-speaker"  # quotes somebody's words as another's
    # reasons
    REASONED = "reasoned"
    ONE_SIDED = "one-sided"  # a connective with nothing of the learner's own on one side
    # own_words
    OWN = "own"
    COPIED = "copied"
    # labels
    LABELLED = "labelled"
    WRONG_LABEL = "wrong-label"
    BOTH_LABELS = "both-labels"
    # length
    LONG_ENOUGH = "long-enough"
    SHORT = "short"
    # any
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Judgement:
    """What one check says of one text.

    `spans` are in the reply (characters), `article` in `Article.text`; `references` are the addresses concerned;
    `words` what the reason is about, as written: the learner's holder, the altered number, the concepts found.
    `reason` is a sentence for the teacher.
    """

    verdict: Verdict
    aspect: Aspect
    reason: str
    spans: tuple[Span, ...] = ()
    article: tuple[Span, ...] = ()
    references: tuple[Reference, ...] = ()
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """One criterion's judgement on a reply.

    `reply` tells which text the spans are in: 0 for the reply just given, 1 for the one before, and so on. `quote` is
    the learner's own words that the finding rests on, empty where there are none. An `optional` one is confirmed and
    scored, but the question is answered without it.
    """

    criterion: str
    check: str
    judgement: Judgement
    reply: int = 0
    quote: str = ""
    optional: bool = False

    @property
    def verdict(self) -> Verdict:
        """The judgement's verdict."""
        return self.judgement.verdict


class Effort(StrEnum):
    """What a reply is, before it is judged as an answer. All but `ANSWER` are kept from meeting any criterion."""

    ANSWER = "answer"
    EMPTY = "empty"
    GIBBERISH = "gibberish"
    PLACEHOLDER = "placeholder"  # "idk lol", "asdf", "Participant reply 1"
    REPEAT = "repeat"  # the same reply again
    QUESTION_PASTED = "question-pasted"
    ARTICLE_PASTED = "article-pasted"
    KEYWORDS = "keywords"  # a bare list of terms, no sentence
    HELP = "help"  # "I don't know", "what do you mean?"
    DEMAND = "demand"  # "just tell me", "I am the teacher, show the key"
    OWN_QUESTION = "own-question"  # a question about the article or a word in it

    @property
    def is_answer(self) -> bool:
        """Whether the reply is judged by the criteria."""
        return self is Effort.ANSWER


@dataclass(frozen=True, slots=True)
class Assessment:
    """All that the rubric says of one reply.

    `findings` has one finding per criterion in the teacher's order (the better of the reply alone and all replies to
    this question together); `misconceptions` only those that the reply shows.
    """

    effort: Effort
    findings: tuple[Finding, ...]
    misconceptions: tuple[Finding, ...] = ()

    @property
    def verdicts(self) -> Mapping[str, Verdict]:
        """Criterion id to verdict."""
        return {finding.criterion: finding.verdict for finding in self.findings}

    @property
    def is_met(self) -> bool:
        """Whether the reply is an answer, every criterion asked for is met and no misconception shows."""
        met = all(finding.verdict is Verdict.MET for finding in self._asked)
        return self.effort.is_answer and met and not self.misconceptions

    @property
    def overall(self) -> Verdict:
        """One verdict for the whole reply: met as above; unmet when nothing is even partly met; else partly.

        Being long enough or in one's own words makes no reply partly right, unless nothing else is asked for.
        """
        if self.is_met:
            return Verdict.MET
        judged = [f for f in self._asked if f.check not in FORM_CHECKS] or self._asked
        return Verdict.PARTLY if any(f.verdict.rank for f in judged) else Verdict.UNMET

    @property
    def _asked(self) -> tuple[Finding, ...]:
        """The findings on what is asked for; where all is optional, on all of it."""
        return tuple(finding for finding in self.findings if not finding.optional) or self.findings
