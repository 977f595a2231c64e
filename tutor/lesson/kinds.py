"""The kinds of question, and what each asks for. `docs/teaching.md` says where each comes from."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """What a question practises."""

    LOCATE = "locate"
    MAIN_CLAIM = "main-claim"
    EVIDENCE = "evidence"
    EVIDENCE_QUALITY = "evidence-quality"
    SOURCE = "source"
    VIEWPOINT = "viewpoint"
    FACT_OR_OPINION = "fact-or-opinion"
    ASSUMPTION = "assumption"
    LANGUAGE = "language"
    MISSING_VOICE = "missing-voice"
    REASONING = "reasoning"
    CORROBORATE = "corroborate"

    @property
    def needs_reading(self) -> bool:
        """Whether rules cover this kind weakly, so that a teacher should read the replies."""
        return self in (Kind.ASSUMPTION, Kind.MISSING_VOICE, Kind.REASONING, Kind.CORROBORATE)
