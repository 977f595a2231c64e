"""`tutor models test`: load a model, time it, and show ten feedbacks as a learner would see them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tutor.article.text import printable
from tutor.errors import TutorError
from tutor.long_work import Work, long_work
from tutor.model.catalogue import NOBODY
from tutor.model.hardware import Machine
from tutor.model.request import Draft, Ending, Model, Request
from tutor.model.shelf import Installed, Shelf

if TYPE_CHECKING:
    from tutor.feedback.author import Authored

LOG = "model.log"
"""Where the worker writes what llama.cpp says, in the folder that has the models' folder."""

_PATIENCE = 300.0  # seconds; an old laptop reads a thousand tokens in two minutes

# About a thousand tokens, as an article has; what it says does not matter to the clock.
_ARTICLE = "\n\n".join(
    f"Paragraph {number}. The harbour council met on a grey morning to hear what the levy would cost, who would pay "
    "it, and what the fishers, the ferry company and the people of the old town had to say about its figures."
    for number in range(1, 21)
)
_REST = 300  # tokens for instructions and answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of one move: what was typed before it, the words a learner would see, and whose they are.

    `why` says why the built-in phrasing stepped in, "" when it did not; `seconds` how long the learner had waited.
    """

    typed: str
    move: str
    text: str
    by_model: bool
    why: str = ""
    seconds: float = 0.0


Load = Callable[[Installed, Shelf], Model]
Trial = Callable[[Model], Iterable[Outcome]]


def run(shelf: Shelf, name: str | None, machine: Machine, trial: Trial, load: Load | None = None) -> int:
    """Try a model, the chosen one if `name` is None; returns the exit code.

    Raises TutorError when there is none to try, or it cannot be loaded, or does not write.
    """
    installed = _pick(shelf, name, machine)
    print(printable(f"{installed.name}: loading it"), flush=True)
    with closing((load or _load)(installed, shelf)) as model, long_work("loading the model") as work:
        _time(model, installed, work)
        print("\nTen moves, as a learner would see them:", flush=True)
        work.tell("finding the words")
        outcomes = []
        for number, outcome in enumerate(trial(model), 1):
            outcomes.append(outcome)
            _print(number, outcome)
    if not any(outcome.by_model for outcome in outcomes):
        print("\nThe built-in phrasing stepped in every time: this model is of no use for lessons.")
        return 0
    stepped_in = sum(not outcome.by_model for outcome in outcomes)
    print(f"\nThe model worded {len(outcomes) - stepped_in} of {len(outcomes)}; ", end="")
    print(f"the built-in phrasing stepped in for {stepped_in}." if stepped_in else "nothing had to be replaced.")
    return 0


def _pick(shelf: Shelf, name: str | None, machine: Machine) -> Installed:
    name = name or shelf.chosen_name() or NOBODY
    if name == NOBODY:
        raise TutorError(
            "No model is chosen.", "Say which to try: tutor models test ID. The ids are in the list of tutor models."
        )
    return shelf.fit_for_use(name, machine)


def _time(model: Model, installed: Installed, work: Work) -> None:
    first = _written(model, Request(system="", opening="", turn="Hello.", max_tokens=1, seconds=_PATIENCE), installed)
    print(f"  loaded in {first.seconds:.1f} s", flush=True)
    work.tell("reading an article, and writing")
    timed = Request(
        system="You are a careful reader.",
        # Cut so that it fits even where every letter is a token.
        opening=_ARTICLE[: max(installed.context - _REST, 0)],
        turn="Say in three sentences what the council heard.",
        max_tokens=64,
        temperature=0.0,
        seconds=_PATIENCE,
    )
    draft = _written(model, timed, installed)
    if draft.evaluated and draft.first_seconds > 0:
        speed = draft.evaluated / draft.first_seconds
        print(f"  reads {speed:.0f} tokens a second: an article of 1,000 tokens in {1000 / speed:.1f} s, once a lesson")
    writing = draft.seconds - draft.first_seconds
    if draft.written > 1 and writing > 0:
        speed = (draft.written - 1) / writing
        print(f"  writes {speed:.1f} tokens a second: a feedback of 60 tokens in {60 / speed:.1f} s", flush=True)


def _written(model: Model, request: Request, installed: Installed) -> Draft:
    draft = model.write(request)
    if draft.ending in (Ending.FAILED, Ending.LATE):
        why = draft.why or "it took too long"
        raise TutorError(
            f"{installed.name} does not work on this machine: {why.rstrip('.')}.",
            "Lessons go on with the built-in phrasing. Try a smaller model, or none: tutor models use none.",
        )
    return draft


def _print(number: int, outcome: Outcome) -> None:
    whose = "the model" if outcome.by_model else f"the built-in phrasing ({outcome.why})"
    print(printable(f"\n{number:2}. > {outcome.typed}\n    {outcome.text}"))
    print(printable(f"    [{outcome.move}, worded by {whose}, {outcome.seconds:.1f} s]"), flush=True)


def _load(installed: Installed, shelf: Shelf) -> Model:
    from tutor.model.client import Worker

    # Without a prefix cache: what was read in an earlier trial would make this one look fast.
    log = shelf.folder.parent / LOG
    return Worker(installed.file, log=log, context=installed.context, options=installed.template_values)


def ten_moves(folders: Sequence[Path]) -> Trial:
    """The trial itself: ten moves of a small lesson, worded and guarded as in any; `folders` hold prompts."""

    def trial(model: Model) -> Iterator[Outcome]:
        from tutor.feedback.author import Author
        from tutor.feedback.phrasing import Phrasing
        from tutor.feedback.trial import tried

        for each, authored in tried(Author(Phrasing(folders), model, folders)):
            yield Outcome(
                typed=each.typed,
                move=type(each.move).__name__.lower(),
                text=authored.wording.text,
                by_model=authored.by == "model",
                why="" if authored.by == "model" else _why(authored),
                seconds=sum(draft.seconds for draft, _ in authored.drafts),
            )

    return trial


_REASONS = {
    "late": "it took too long",
    "failed": "it stopped working",
    "too-long": "it reads too little at a time for this article",
    "empty": "it wrote no whole sentence",
    "broken": "a sentence stopped in its middle",
    "nonsense": "it wrote what is no word",
    "form": "the form was not that of a feedback",
    "number": "it wrote a number that stands nowhere",
    "name": "it wrote a name that stands nowhere",
    "key": "it gave away some of the answer",
    "place": "it said where the answer stands",
    "side": "it took a side",
    "verdict": "it judged",
    "gush": "it praised too much",
    "reproach": "it reproached",
    "machinery": "it spoke of its instructions",
    "unmet": "it confirmed what was not shown",
    "mouth": "it said the learner said what they did not",
    "unconfirmed": "it passed over what was right",
    "drift": "it asked about something else",
    "repeated": "it said the same again",
    "hard": "it was too hard to read",
}


def _why(authored: Authored) -> str:
    """Why a model's words were not shown, with the words that were the last straw."""
    outcome = authored.outcome.removeprefix("fallback-")
    reason = _REASONS.get(outcome, outcome)
    said = ""
    if authored.drafts:
        draft, flaws = authored.drafts[-1]
        said = flaws[0].words.strip() if flaws and flaws[0].fault == outcome else draft.why
    return f"{reason}: {said[:80]}" if said else reason
