"""The statistics of a rubric as one HTML page that needs nothing beside it: no network, no other file, no script."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from string import Template

from tutor.grading.agreement import Agreement
from tutor.grading.phrases import LEAST, LISTED_WORDS, PRIOR, SURE, ConceptUse, MissedWord, PhraseUse, split
from tutor.grading.replies import VERDICTS, replies
from tutor.grading.statistics import PartUse, Statistics
from tutor.grading.tables import cell, counted, figure, heads, percent, plain, points, row, share, table
from tutor.rubric.model import Verdict
from tutor.rubric.rubric import Rubric

_HERE = Path(__file__).parent


def page(statistics: Statistics, question: Rubric, title: str) -> str:
    """The page on one question of the lesson called `title`."""
    script = _file("page.js")
    return Template(_file("page.html")).substitute(
        title=plain(title),
        question=plain(question.id),
        ask=plain(question.ask),
        style=_file("page.css"),
        script=script,
        script_hash=f"sha256-{b64encode(sha256(script.encode()).digest()).decode()}",
        agreement=_agreement(statistics),
        criteria=_criteria(statistics),
        phrases=_phrases(statistics),
        words=_words(statistics),
        replies=replies(statistics, question),
    )


def _file(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")


# --- agreement --------------------------------------------------------------------------------------------------------


def _agreement(statistics: Statistics) -> str:
    agreement = statistics.agreement
    if not agreement.total:
        return "<p>No reply has a human score to compare with.</p>"
    ours = sum(score * count for score, count in agreement.ours.items()) / agreement.total
    exact, adjacent = (percent(part or 0, 1) for part in (agreement.exact, agreement.adjacent))
    figures = [
        ("Quadratic weighted kappa", figure(agreement.kappa, 3)),
        ("Same score", exact),
        ("At most one apart", adjacent),
        ("Replies", f"{agreement.total:,}"),
        ("Mean score, human", figure(statistics.mean)),
        ("Mean score, ours", figure(ours)),
    ]
    listed = "".join(f"<div><dt>{name}</dt><dd>{value}</dd></div>" for name, value in figures)
    left_out = statistics.ungraded
    note = f"<p>{counted(left_out, 'reply', 'replies')} without a human score left out.</p>" if left_out else ""
    return f'<dl class="figures">{listed}</dl>{note}{_confusion(agreement)}'


def _confusion(agreement: Agreement) -> str:
    levels = agreement.levels
    head = heads(["Human score", *(f"ours {level}" for level in levels), "all"])
    rows = []
    for human, total in agreement.humans.items():
        counts = [(level, agreement.counts.get((human, level), 0)) for level in levels]
        cells = [f"<td{_same(human == level)}>{count}</td>" for level, count in counts]
        rows.append(row(str(human), [*cells, cell(str(total))]))
    totals = [cell(str(agreement.ours.get(level, 0))) for level in levels]
    rows.append(row("all", [*totals, cell(str(agreement.total))]))
    return table("confusion", "How many replies got which two scores.", head, rows)


def _same(same: bool) -> str:
    return ' class="same"' if same else ""


# --- criteria ---------------------------------------------------------------------------------------------------------


def _criteria(statistics: Statistics) -> str:
    humans = statistics.agreement.humans
    if not humans:
        return "<p>Nothing to tell.</p>"
    kappa = statistics.agreement.kappa
    numbered = list(enumerate(statistics.parts, start=1))
    right = [_part(number, part, humans, kappa) for number, part in numbered if not part.wrong]
    wrong = [_part(number, part, humans, kappa) for number, part in numbered if part.wrong]
    words = (
        "<p>For the replies of each human score: the share for which a criterion is met, partly met and unmet. "
        "<b>r</b> is the correlation of the verdict with the human score. <b>QWK without</b> is the quadratic weighted "
        "kappa if the part had no points, with all gates as they are; a change above 0 means that the rubric agrees "
        "better without it.</p>"
    )
    tables = table("parts", "Criteria, by human score.", _part_heads(humans, "met"), right)
    if wrong:
        tables += table("wrong", "Misconceptions, by human score.", _part_heads(humans, "shown"), wrong)
    return words + tables


def _part_heads(humans: Mapping[int, int], met: str) -> str:
    names = (met, "partly", "unmet") if met == "met" else (met,)
    before = "".join(f'<th scope="col" rowspan="2">{name}</th>' for name in ("Part", "Check", "Points"))
    over = "".join(f'<th scope="colgroup" colspan="{len(names)}">human {human}</th>' for human in humans)
    after = "".join(f'<th scope="col" rowspan="2">{name}</th>' for name in ("r", "QWK without", "change"))
    under = "".join(f'<th scope="col">{name}</th>' for _ in humans for name in names)
    return f"<tr>{before}{over}{after}</tr><tr>{under}</tr>"


def _part(number: int, part: PartUse, humans: Mapping[int, int], kappa: float | None) -> str:
    verdicts = (Verdict.MET,) if part.wrong else VERDICTS
    shares = [share(part.verdicts.get((human, v), 0), total) for human, total in humans.items() for v in verdicts]
    without = part.without.kappa if part.without else None
    change = None if without is None or kappa is None else without - kappa
    cells = [f'<td class="word">{plain(part.check)}</td>', cell(points(part.points)), *shares]
    cells += [cell(figure(part.correlation)), cell(figure(without, 3)), cell(figure(change, 3, sign=True))]
    return row(f"{number}. {plain(part.id)}", cells)


# --- phrases ----------------------------------------------------------------------------------------------------------


def _phrases(statistics: Statistics) -> str:
    humans, mean = statistics.agreement.humans, statistics.mean
    if not statistics.concepts or mean is None:
        return "<p>Nothing to tell.</p>"
    never = [(_name(concept), use.text) for concept in statistics.concepts for use in concept.phrases if not use.total]
    low = [(_name(c), use.text) for c in statistics.concepts for use in c.phrases if _is_low(use, mean)]
    words = (
        "<p>In how many replies of each human score a phrase stands. Where phrases of one concept overlap, only the "
        "first and longest is counted. Denied ones count, and are told in a column of their own. A phrase is called "
        f"low when at least {LEAST} replies have it and their mean score is below that of all replies "
        f"({mean:.2f}).</p>"
    )
    lists = _listed("Phrases that never stand in a reply", never) + _listed("Phrases that stand in low replies", low)
    return (
        words
        + lists
        + "".join(
            _concept(number, concept, humans, mean) for number, concept in enumerate(statistics.concepts, start=1)
        )
    )


def _name(concept: ConceptUse) -> str:
    return concept.name or f"in place: {concept.phrases[0].text}…"


def _is_low(use: PhraseUse, mean: float) -> bool:
    return use.total >= LEAST and use.mean is not None and use.mean < mean


def _listed(title: str, phrases: Sequence[tuple[str, str]]) -> str:
    if not phrases:
        return ""
    by_concept: dict[str, list[str]] = {}
    for concept, text in phrases:
        by_concept.setdefault(concept, []).append(text)
    items = (f"<li><b>{plain(name)}:</b> {plain('; '.join(texts))}</li>" for name, texts in by_concept.items())
    return f"<details><summary>{title}: {len(phrases)}</summary><ul>{''.join(items)}</ul></details>"


def _concept(number: int, concept: ConceptUse, humans: Mapping[int, int], mean: float) -> str:
    total = sum(concept.by_score.values())
    shares = ", ".join(f"human {h}: {percent(concept.by_score.get(h, 0), n)}" for h, n in humans.items())
    head = heads(["Phrase", *(f"human {human}" for human in humans), "replies", "mean score", "denied in", "note"])
    uses = sorted(concept.phrases, key=lambda use: -use.total)
    rows = [_use(use, humans, mean) for use in uses]
    caption = f"Phrases of {plain(_name(concept))}, by human score."
    what = f"{plain(_name(concept))}: in {counted(total, 'reply', 'replies')} ({shares})"
    return f"<details><summary>{what}</summary>{table(f'concept-{number}', caption, head, rows)}</details>"


def _use(use: PhraseUse, humans: Mapping[int, int], mean: float) -> str:
    counts = [cell(str(use.by_score.get(human, 0))) for human in humans]
    note = "never" if not use.total else "low" if _is_low(use, mean) else ""
    more = [cell(str(use.total)), cell(figure(use.mean)), cell(str(use.denied)), f'<td class="word">{note}</td>']
    return row(plain(use.text), [*counts, *more])


# --- words ------------------------------------------------------------------------------------------------------------


def _words(statistics: Statistics) -> str:
    humans = statistics.agreement.humans
    low, high = split(tuple(humans))
    if not low or not high:
        return "<p>That takes replies of more than one human score.</p>"
    words = (
        "<p>Words, by dictionary form, and pairs of neighbouring words, that are frequent in replies that a human "
        f"scored {_scores(high)} and rare in those scored {_scores(low)}, counted where no phrase of a concept covers "
        "them, each once a reply. <b>z</b> is the log-odds ratio with an informative Dirichlet prior (each word’s "
        f"share in all replies, weighing as much as {PRIOR:.0f} words), over its standard deviation; source: Monroe, "
        "Colaresi and Quinn, “Fightin’ Words”, <cite>Political Analysis</cite> 16 (2008). Listed are at most "
        f"{LISTED_WORDS}, from z = {SURE} and {LEAST} replies on. A word in this list is a thing to look up in the "
        "replies, not yet a phrase.</p>"
    )
    tables = _missed("missed-words", "Words", statistics.words, humans)
    return words + tables + _missed("missed-pairs", "Pairs of words", statistics.pairs, humans)


def _scores(scores: Iterable[int]) -> str:
    return " or ".join(map(str, sorted(scores)))


def _missed(name: str, what: str, words: Sequence[MissedWord], humans: Mapping[int, int]) -> str:
    if not words:
        return f"<p>{what}: none.</p>"
    head = heads([what, *(f"human {human}" for human in humans), "z"])
    rows = [
        row(
            plain(word.text),
            [*(share(word.by_score.get(h, 0), total) for h, total in humans.items()), cell(figure(word.z, 1))],
        )
        for word in words
    ]
    return table(name, f"{what}: in what share of the replies of each human score.", head, rows)
