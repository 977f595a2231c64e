"""A grammar for one feedback: what a model cannot write, no guard has to catch.

GBNF, as llama.cpp reads it. The grammar is a counter automaton, one rule for each state it can be in: which statement,
how many words are left, and whether the sentence has enough to end. So the words are bounded exactly, and as room for
the question is kept free after every statement, a text that is cut there can always be closed (see `closing`).

What a text may hold beside plain words is a closed list: quotations, numbers and addresses as they stand in article and
reply. Everything that comes from outside is written in hexadecimal, so that no character of it means anything.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

SO_FAR = (24, 42, 60)
"""The most words that one, two and three statements have together, so that none runs on and on."""

LONGEST_QUESTION = 20
"""The most words of a question of the model's own."""

LEAST_STATEMENT = 3
LEAST_QUESTION = 4
"""Words of the shortest statement and the shortest question, where a quotation counts as one."""

# Questions that leave the finding to the learner: one that can be answered by yes holds the answer already.
OPENINGS = str.split("What Which Where Who Whose Whom When How Why") + [
    f"{word} {which}" for word in ("In", "To", "By", "For", "From", "At", "On") for which in ("which", "what", "whom")
]

_LETTER = r"[A-Za-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u00FF]"
_CAPITAL = r"[A-Z\u00C0-\u00D6\u00D8-\u00DE]"
_SMALL = r"[a-z\u00DF-\u00F6\u00F8-\u00FF]"
# "don't" and "sea-wall"; capitals only in front, or throughout ("NATO").
_REST = rf"""(['\u2019] {_SMALL}{{1,4}})? ("-" {_SMALL}{{1,14}})?"""

# What a quotation counts as, in words: rounded up to one of these, for each makes the grammar longer. What has more
# words than the last is left out.
_COSTS = (1, 2, 3, 4, 6, 9, 13)

# A longer question of a teacher's is not offered as a whole; it may still be asked in other words.
_LONGEST_LITERAL = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a grammar is made for.

    `statements` and `words` are the most there may be; `spans` quotations with their marks, `numbers` what may hold
    digits. With `asks` the text ends in a question, perhaps just `question`; its words count unless `question_is_free`.
    Without it the text is statements alone.
    """

    statements: int
    words: int
    spans: Sequence[str] = ()
    numbers: Sequence[str] = ()
    asks: bool = False
    question: str = ""
    question_is_free: bool = False

    @property
    def reserve(self) -> int:
        """Words that are left after every statement, enough for the question that closes a text which was cut."""
        if not self.asks:
            return 0
        return max(LEAST_QUESTION, 0 if self.question_is_free else len(self.question.split()))


State = tuple[int, int, int]
"""The statement's number (0 for the question), the words left, and the things in the sentence, counted up to 3."""


def grammar_of(plan: Plan) -> str:
    """The grammar for a plan, its root rule `root`: never empty, and from every state its end can be reached."""
    return "\n".join(f"{name} ::= {rule}" for name, rule in _rules(plan)) + "\n"


def _rules(plan: Plan) -> Iterator[tuple[str, str]]:
    by_cost: dict[int, list[str]] = {}
    for span in plan.spans:
        cost = next((cost for cost in _COSTS if cost >= len(span.split())), None)
        if cost:
            by_cost.setdefault(cost, []).append(span)
    automaton = _Automaton(plan, {cost: f"q{cost}" for cost in sorted(by_cost)})
    yield "root", automaton.begin(1, plan.words)
    yield "w", f"{_LETTER} {_SMALL}{{0,17}} {_REST} | [A-Z]{{2,6}}" + (" | number" if plan.numbers else "")
    yield "first", f"{_CAPITAL} {_SMALL}{{0,17}} {_REST}"
    yield "gap", '[,;:]? " "'
    if plan.numbers:
        yield "number", one_of(plan.numbers)
    for cost, name in automaton.quotes.items():
        yield name, one_of(by_cost[cost])
    if plan.asks:
        yield "opening", one_of(OPENINGS)
        if automaton.offers:
            yield "offered", literal(plan.question)
    # Rules name states that are met here for the first time, so the list grows while it is read.
    for state in automaton.states:
        yield automaton.name(state), " | ".join(automaton.following(state))


class _Automaton:
    """The states of a plan's texts. `states` are those that were named so far."""

    def __init__(self, plan: Plan, quotes: Mapping[int, str]) -> None:
        self.plan = plan
        self.quotes = quotes
        self.states: list[State] = []
        self.offers = plan.question.count("?") == 1 and len(plan.question) <= _LONGEST_LITERAL
        self._numbers: dict[State, int] = {}

    def begin(self, number: int, words: int) -> str:
        """A statement begins."""
        return self._things("first", self._left(number, words), lambda cost: (number, words - cost, 1))

    def following(self, state: State) -> Iterator[str]:
        """The ways on from a state."""
        number, words, things = state
        least = LEAST_STATEMENT if number else LEAST_QUESTION - 1
        more = self._things(
            "w", self._left(number, words), lambda cost: (number, words - cost, min(things + 1, LEAST_STATEMENT))
        )
        if more:
            yield f"gap ({more})"
        if more and things < least:
            return
        if not number:
            yield '"?"'
            return
        if not self.plan.asks:
            yield '"."'
        if after := " | ".join(self._after_statement(number, words)):
            yield f'". " ({after})'

    def _left(self, number: int, words: int) -> int:
        """How many words a sentence may still have."""
        if not number:
            return words
        return words - max(self.plan.reserve, self.plan.words - SO_FAR[number - 1])

    def _after_statement(self, number: int, words: int) -> Iterator[str]:
        if self.plan.asks:
            # An opening such as "In which" counts as one thing, and as two words.
            yield f"opening {self.name((0, min(words, LONGEST_QUESTION) - 2, 1))}"
            if self.offers:
                yield "offered"
        if number < self.plan.statements and self._left(number + 1, words) >= LEAST_STATEMENT:
            yield self.begin(number + 1, words)

    def _things(self, word: str, left: int, then: Callable[[int], State]) -> str:
        """One word (or number) or quotation, as far as there are words `left` for it, and the state after it."""
        ways = [f"{word} {self.name(then(1))}"] if left >= 1 else []
        ways += [f"{name} {self.name(then(cost))}" for cost, name in self.quotes.items() if cost <= left]
        return " | ".join(ways)

    def name(self, state: State) -> str:
        """The name of a state's rule; a state that is new gets the next number."""
        number = self._numbers.setdefault(state, len(self._numbers))
        if number == len(self.states):
            self.states.append(state)
        return f"s{number}"


def one_of(texts: Iterable[str]) -> str:
    """Exactly one of the texts, with what they begin with in common written once."""
    first, *others = sorted(set(texts))
    groups = [[first]]
    for text in others:
        if text[:1] == groups[-1][0][:1] and text:
            groups[-1].append(text)
        else:
            groups.append([text])
    return " | ".join(_group(group) for group in groups)


def _group(texts: Sequence[str]) -> str:
    if len(texts) == 1:
        return literal(texts[0])
    low, high = min(texts), max(texts)
    alike = (at for at, (one, other) in enumerate(zip(low, high, strict=False)) if one != other)
    start = low[: next(alike, len(low))]
    return f"{literal(start)} ({one_of(text[len(start) :] for text in texts)})"


def literal(text: str) -> str:
    """A text that stands for itself: all but letters, digits and spaces in hexadecimal."""
    return f'"{"".join(map(_escaped, text))}"'


def _escaped(char: str) -> str:
    if char == " " or (char.isascii() and char.isalnum()):
        return char
    code = ord(char)
    if code < 0x100:
        return f"\\x{code:02X}"
    return f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}"
