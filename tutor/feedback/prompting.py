"""A move to a request for a model.

What goes in: the article, the question, what the learner wrote, the built-in words for the move (which say what to
confirm and what is missing, and give nothing away), and the question to be asked. What never goes in: criteria,
concepts, misconceptions, samples, hints not given yet, or what a check says for the teacher (`Judgement.reason`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from tutor.article import Article, Block, Reference
from tutor.dialogue.moves import Challenge, Define, Move
from tutor.feedback.prompts import Prompts
from tutor.feedback.quoting import clean, quoted
from tutor.feedback.scene import Scene
from tutor.feedback.share import Prompt, Share
from tutor.feedback.sources import cited_places, confirmed, focus_of
from tutor.feedback.wording import Wording
from tutor.rubric.model import Verdict
from tutor.rubric.wordlists import FUNCTION
from tutor.rubric.words import lemma, tokenise

MOST_ARTICLE_WORDS = 1_600
"""The longest article that goes in whole: some 2,300 tokens, which leaves room in a context of 4,096."""

# Of a reply and of those before it; longer ones are cut.
_REPLY_WORDS = 160
_EARLIER_WORDS = 60
_EARLIER = 2


def opening_of(prompts: Prompts, article: Article, room: int = MOST_ARTICLE_WORDS) -> tuple[str, str]:
    """What is the same for a whole lesson: the instructions and the article, or only what it is if it is too long.

    `room` is in words. Both are evaluated once and kept, so they depend on nothing else.
    """
    text = "" if _length(article.paragraphs, article) > room else _printed(article.paragraphs, article)
    about = {"title": clean(article.title), "author": clean(article.author), "article": text}
    return prompts[Prompt.SYSTEM].fill({}), prompts[Prompt.ARTICLE].fill(about)


def turn_of(
    prompts: Prompts, share: Share, move: Move, scene: Scene, built_in: Wording, room: int = MOST_ARTICLE_WORDS
) -> str:
    """What is new: question, reply, and what to say about it. With an article that is too long, the nearest of it."""
    question = scene.question(move)
    earlier = [_line(text, _EARLIER_WORDS) for text in scene.replies if text != scene.reply][-_EARLIER:]
    met = [f.quote for f in confirmed(move) if f.verdict is Verdict.MET]
    values = {
        "passages": _passages(move, scene, room),
        "question": _one_line(question.ask if question else ""),
        "earlier": " / ".join(earlier),
        "reply": _line(scene.reply, _REPLY_WORDS),
        "confirm": ", ".join(dict.fromkeys(quote for text in met if (quote := quoted(text, 12)))),
        "about": (quoted(move.finding.quote, 12) or "") if isinstance(move, Challenge) else "",
        "plain": built_in.say.removesuffix(built_in.kept).strip(),
        "hint": built_in.kept,
        "asking": _one_line(built_in.asking),
        "word": (quoted(move.word, 4) or "") if isinstance(move, Define) else "",
        "focus": _at(focus_of(move), scene),
    }
    return prompts[share.prompt].fill(values)


def nearest(article: Article, about: Iterable[Reference], texts: Iterable[str], room: int) -> tuple[Block, ...]:
    """The paragraphs that matter most for a question, at most `room` words of them, in reading order.

    First those at the places in `about`, then by the content words they share with `texts`, rare ones counting more;
    of two as near the earlier one. At least one paragraph, however long.
    """
    wanted = _content(" ".join(texts))
    shared = {block.number: _content(block.span.of(article.text)) & wanted for block in article.paragraphs}
    often = Counter(word for words in shared.values() for word in words)
    named = {sentence.address.paragraph for reference in about for sentence in article.at(reference)}

    def nearness(block: Block) -> tuple[bool, float, int]:
        return block.number not in named, -sum(1 / often[word] for word in shared[block.number]), block.number

    chosen: list[Block] = []
    for block in sorted(article.paragraphs, key=nearness):
        if not chosen or _length([*chosen, block], article) <= room:
            chosen.append(block)
    return tuple(sorted(chosen, key=lambda block: block.number))


def _passages(move: Move, scene: Scene, room: int) -> str:
    article = scene.article
    if _length(article.paragraphs, article) <= room:
        return ""
    question = scene.question(move)
    places = (*(question.about if question else ()), *focus_of(move), *cited_places(move, scene))
    texts = (question.ask if question else "", scene.reply, *scene.replies)
    return _printed(nearest(article, places, texts, room), article)


def _printed(blocks: Iterable[Block], article: Article) -> str:
    return "\n".join(f"[p{block.number}] {_one_line(block.span.of(article.text))}" for block in blocks)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _at(places: Iterable[Reference], scene: Scene) -> str:
    return " ".join(
        f"[{sentence.address}] {scene.article.words_of(sentence)}"
        for place in places
        for sentence in scene.article.at(place)
    )


def _line(text: str, most: int) -> str:
    """A reply on one line, cut where it is very long."""
    words = " ".join(text.split()).split(" ")
    return " ".join(words[:most]) + (" …" if len(words) > most else "")


def _length(blocks: Iterable[Block], article: Article) -> int:
    return sum(len(block.span.of(article.text).split()) for block in blocks)


def _content(text: str) -> frozenset[str]:
    return frozenset(lemma(word.text) for word in tokenise(text) if word.text not in FUNCTION)
