"""How a reply points into the article: quotation marks and citations."""

from __future__ import annotations

import re

from tutor.article.address import REFERENCE, Address, Reference, reference_of
from tutor.article.text import Span

_CLOSING = {'"': '"”“', "“": '”"', "”": '”"', "„": '“”"', "«": "»", "»": "«"}
_SINGLE = re.compile(r"(?:(?<=\s)|^|(?<=[(\[—–:]))['‘](?=\S)")
_MARK = re.compile("[" + "".join(_CLOSING) + "'‘]")
_SINGLE_END = re.compile(r"(?<=[^\s'’])['’](?=$|[\s.,;:!?)\]—–-])")

_COUNTED = {
    word: number
    for number, words in enumerate(
        (
            "one first", "two second", "three third", "four fourth", "five fifth", "six sixth",
            "seven seventh", "eight eighth", "nine ninth", "ten tenth", "eleven eleventh", "twelve twelfth",
        ),
        start=1,
    )
    for word in words.split()
}  # fmt: skip
_CARDINAL = rf"(?:\d{{1,4}}|{'|'.join(list(_COUNTED)[0::2])})"
_ORDINAL = rf"(?:\d{{1,4}}(?:st|nd|rd|th)|{'|'.join(list(_COUNTED)[1::2])})"
_PARAGRAPH = r"(?:paragraphs?|paras?|pars?)\b\.?"
_PARAGRAPH_STEM = "par"
_SENTENCE = r"sentences?"
_TO = rf"(?:-|–|to|and|through)\s*(?P<%s>{_CARDINAL})\b"
# "paragraph 4", "para. 4, sentence 2", "paragraphs four to six"; "the second sentence of the fourth
# paragraph".
_SPELLED = re.compile(
    rf"\b{_PARAGRAPH}\s*(?P<p>{_CARDINAL})\b"
    rf"(?:,?\s*{_SENTENCE}\s*(?P<s>{_CARDINAL})\b(?:\s*{_TO % 's_end'})?|(?:\s*{_TO % 'p_end'})?)"
    rf"|\b(?:{_SENTENCE}\s*(?P<s2>{_CARDINAL})|(?P<s3>{_ORDINAL})\s*sentence)\s*(?:of|in|from)\s*(?:the\s*)?"
    rf"(?:{_PARAGRAPH}\s*(?P<p2>{_CARDINAL})\b|(?P<p3>{_ORDINAL})\s*paragraph\b)"
    rf"|\b(?P<p4>{_ORDINAL})\s*paragraph\b",
    re.IGNORECASE,
)


def quotations(text: str) -> tuple[Span, ...]:
    """The stretches of `text` in quotation marks, without the marks, in order and apart from each other.

    Straight, curly and angle marks count; single ones only where they clearly quote two words or more, and
    never inside a double quotation. A quotation that nothing closes runs to the end of its line.
    """
    found: list[Span] = []
    at = 0
    while mark := _MARK.search(text, at):
        at = mark.start()
        if text[at] in _CLOSING:
            end = _double_end(text, at)
            if span := _trimmed(text, at + 1, end):
                found.append(span)
            at = end + 1
        elif (opening := _SINGLE.match(text, at)) and (closing := _single_end(text, opening.end())):
            found.append(Span(opening.end(), closing))
            at = closing + 1
        else:
            at += 1
    return tuple(found)


def citations(text: str) -> tuple[tuple[Span, Reference], ...]:
    """The places `text` names, in order: `p4s2`, `[p4s2-p5s1]`, `(p4)`, "para four, sentence 2".

    The span covers the brackets where they hold nothing else. Whether the article has such a place is for
    `Article.has` to say.
    """
    found = [(_with_brackets(text, match), reference_of(match)) for match in REFERENCE.finditer(text)]
    if _PARAGRAPH_STEM in text.lower():  # as in few texts
        found += [(Span(*match.span()), _spelled(match)) for match in _SPELLED.finditer(text)]
    return tuple(sorted((span, reference) for span, reference in found if reference is not None))


def _double_end(text: str, opening: int) -> int:
    line_end = text.find("\n", opening)
    line_end = len(text) if line_end < 0 else line_end
    closings = _CLOSING[text[opening]]
    return next((at for at in range(opening + 1, line_end) if text[at] in closings), line_end)


def _single_end(text: str, start: int) -> int | None:
    """Where a single-quoted stretch of two words or more ends; None when the mark was an apostrophe.

    A plural's apostrophe ("the dockers' jobs") looks like a closing mark: the last one on the line before the
    next opening one counts, if what stands there is followed by the end, punctuation, or no other candidate.
    """
    line_end = text.find("\n", start)
    line_end = len(text) if line_end < 0 else line_end
    following = _SINGLE.search(text, start)
    stop = min(line_end, following.start()) if following else line_end
    # Not beyond it: a line of opening marks would else be read anew for each of them.
    found = _SINGLE_END.finditer(text, start, min(stop + 2, line_end))
    ends = [match.start() for match in found if match.start() < stop]
    ends = [end for end in ends if len(text[start:end].split()) > 1]
    sure = [end for end in ends if text[end - 1] != "s" or text[end + 1 : end + 2] != " "]
    return next(iter(sure), None) or next(iter(ends), None)


def _trimmed(text: str, start: int, end: int) -> Span | None:
    inside = text[start:end]
    span = Span(end - len(inside.lstrip()), start + len(inside.rstrip()))
    return span if inside.strip() else None


def _with_brackets(text: str, match: re.Match[str]) -> Span:
    start, end = match.span()
    bracketed = text[start - 1 : start] + text[end : end + 1] in ("[]", "()") if start else False
    return Span(start - 1, end + 1) if bracketed else Span(start, end)


def _spelled(match: re.Match[str]) -> Reference | None:
    parts = match.groupdict()
    paragraph = _counted(parts["p"] or parts["p2"] or parts["p3"] or parts["p4"])
    sentence = _counted(parts["s"] or parts["s2"] or parts["s3"])
    first = Address(paragraph, sentence)
    last = Address(_counted(parts["p_end"]) or paragraph, _counted(parts["s_end"]) or sentence)
    return Reference(first, last) if paragraph and first <= last else None


def _counted(number: str | None) -> int:
    if not number:
        return 0
    return _COUNTED.get(number.lower()) or int(re.sub(r"\D", "", number))
