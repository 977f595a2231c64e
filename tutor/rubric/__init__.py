"""Reply, question and article in, assessment out: `assess.assess` is a pure function, made of the `checks`."""

from tutor.rubric.model import Aspect, Assessment, Effort, Finding, Judgement, Verdict

__all__ = ["Aspect", "Assessment", "Effort", "Finding", "Judgement", "Verdict"]
