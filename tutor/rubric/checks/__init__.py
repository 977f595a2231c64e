"""The checks, one file each. `AnyCheck` is the one list of them: schema, docs and loader are derived from it."""

from typing import Annotated

from pydantic import Field

from tutor.rubric.checks.attributes import Attributes
from tutor.rubric.checks.base import Check
from tutor.rubric.checks.cites import Cites
from tutor.rubric.checks.counts import Counts
from tutor.rubric.checks.denies import Denies
from tutor.rubric.checks.labels import Labels
from tutor.rubric.checks.length import Length
from tutor.rubric.checks.mentions import Mentions
from tutor.rubric.checks.own_words import OwnWords
from tutor.rubric.checks.reasons import Reasons
from tutor.rubric.checks.roles import Roles

AnyCheck = Annotated[
    Cites | Mentions | Counts | Roles | Attributes | Reasons | OwnWords | Labels | Length | Denies,
    Field(discriminator="check"),
]

__all__ = [
    "AnyCheck",
    "Attributes",
    "Check",
    "Cites",
    "Counts",
    "Denies",
    "Labels",
    "Length",
    "Mentions",
    "OwnWords",
    "Reasons",
    "Roles",
]
