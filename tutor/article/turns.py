"""Turns of speech: hedges, connectives and calls, and the patterns that find them.

All lists are this project's own. Entries are regular expressions over text with straight apostrophes, parted by ";".
"""

from __future__ import annotations

import re
from re import Pattern

from tutor.article.closed import MONTHS
from tutor.article.linking import CAUSES, CONTRASTS
from tutor.article.meaning import HEDGES as SINGLE_HEDGES
from tutor.article.meaning import MODALS

_NUMBER = (
    r"(?:[$£€]? ?\d|(?:half|one|two|three|four|five|six|seven|eight|nine|ten|a (?:dozen|hundred|thousand|million))\b)"
)
_TIME = rf"(?:\d|last\b|then\b|the (?:\d|early|late|start|beginning|end|war|days)|(?:{'|'.join(sorted(MONTHS))})\b)"


def _any_of(entries: str, *more: str) -> Pattern[str]:
    """The entries as one pattern, longer ones first, at the borders of words."""
    found = [" ".join(entry.split()) for entry in entries.split(";")]
    found = sorted({entry for entry in (*found, *more) if entry}, key=lambda entry: (-len(entry), entry))
    return re.compile(rf"(?<![\w'-])(?:{'|'.join(found)})(?![\w'-])", re.IGNORECASE)


HEDGES = _any_of(
    rf"""
    (?-i:may); could(?! not); (?<!the )(?<!military )(?<!their )(?<!his )(?<!her )(?<!its )(?<!our )might; apparently;
    arguably; presumably; purportedly; seemingly; ostensibly; conceivably; potentially; plausibly; likely; unlikely;
    (?<!as )possible; probable; potential; apparent; alleged; supposed; purported; unclear; uncertain; doubtful;
    debatable; estimated; roughly; approximately; somewhat; partly; partially; largely; mostly; mainly; broadly;
    generally; typically; usually; often; sometimes; occasionally; almost; nearly; more or less; in part; in general;
    as a rule; by and large; to some extent; to a degree; up to a point; for the most part; in many cases;
    in some (?:cases|ways|respects); (?:about|around|some|close to)(?= {_NUMBER}); not (?:necessarily|entirely|always);
    seem; seems; seemed; seeming; (?:appear|appears|appeared)(?= (?:to|that|as|likely|unlikely)\b);
    (?:looks|looked|sounds|sounded) (?:like|as if|as though); (?:tend|tends|tended) to; hints? at;
    (?:suggest|suggests|suggested) that; it would (?:seem|appear);
    (?:is|are|was|were) (?:said|thought|believed|understood|rumou?red|expected|assumed|supposed|alleged|reported) to;
    it is (?:possible|conceivable|thought|believed|said|unclear|not clear|doubtful|hard to (?:say|know|tell));
    i (?:think|believe|guess|suppose|suspect)(?! of); in my (?:view|opinion|experience); to my mind;
    as far as (?:we|i|anyone) (?:can tell|knows?)
    """,
    *sorted(SINGLE_HEDGES - MODALS),
)
"""Words that make a claim less sure, or less exact. "May" with a capital is the month."""

CONNECTIVES = _any_of(
    rf"""
    since(?! {_TIME}); (?<=, )so(?= (?:the|a|he|she|it|we|they|i|you|there|that|this)\b); owing to; thanks to;
    because of; that means; this means; which means; (?<=[,;] )yet; (?<=, )while; nevertheless; nonetheless;
    even though; even if; even so; despite; in spite of; instead; rather than; on the contrary; on the other hand;
    on the one hand; by contrast; in contrast; conversely; unlike; otherwise; unless; if; as long as; provided that;
    moreover; furthermore; in addition; besides; likewise; similarly; what is more; what's more; not only; for example;
    for instance; in other words; in short; in conclusion; to sum up; above all; after all; in fact; of course
    """,
    *CAUSES,
    *CONTRASTS,
)
"""Words that tell how two statements hang together: reason, contrast, condition, addition, example."""

OPENING_CONNECTIVES = frozenset("and but so yet while still thus hence first second third finally meanwhile".split())
"""Words that join a sentence to the one before it from its first place, and may mean something else in another."""

# After these "must be" supposes something ("must be the new teacher"), and "it must be said" asks for nothing.
_SUPPOSED = r"(?! be (?:an?|the|so|very|one|some|in|at|here|there|over|said|noted|added|obvious|clear|enough|\w+ing)\b)"
CALLS = _any_of(
    rf"""
    (?<!i )(?<!he )(?<!she )(?<!what )must(?! (?:have|seem|mean|look|sound|feel|surely)\b){_SUPPOSED};
    (?<!what )(?-i:should)(?! have\b){_SUPPOSED}; ought(?: not)? to(?! have); has to (?:be|stop|change|end|go|act);
    (?<!i )(?<!he )(?<!she )(?<!it )needs? to; (?:we|you|all of us) (?:all |simply |really |now )?have to;
    let's(?! (?:say|assume|suppose|face|see)\b); let us(?! (?:say|assume|suppose|see)\b);
    it(?:'s| is) (?:high |about |past |long past )?time (?:to|for|that|we|you);
    (?:we|you) (?:cannot|can't|can no longer|dare not) (?:afford|allow|let|ignore|wait|stand by|accept|tolerate|go on);
    (?:we|you|they|he|she)(?:'d| had) better;
    (?:we|i) (?:strongly )?(?:urge|demand|implore|beg|beseech|appeal to|call (?:on|upon|for))
    """
)
"""Words that ask readers, or whoever is named, to do something."""

_DEEDS = """
act ask boycott cancel choose contact defend demand do email end fight help insist join keep leave listen lobby oppose
phone protect raise refuse reject remember resist save say scrap share sign spare stop support tell vote wake write
"""
_TO_WHAT = "the your our my this these those that us them him her it no every each all more yourself on to up"
ORDERS = re.compile(
    rf"(?:please |so |and |but |then |now,? )?(?:(?:{'|'.join(_DEEDS.split())}) (?:{'|'.join(_TO_WHAT.split())})"
    r"|(?:do not|don't|never) (?:let|forget|wait|believe|allow|give|buy|vote|accept|ignore|trust|use|waste)"
    r"|vote (?:for|against|yes)|stand (?:up|with|together|by)|speak (?:up|out)|act now|say yes"
    r"|take (?:action|a stand|part)|think (?:again|twice)|get involved|call (?:on|your|the)|please [a-z]+)(?![\w'-])",
    re.IGNORECASE,
)
"""An order, where a sentence begins with it: "Write to your council.\""""

LAWFUL = re.compile(
    r"\b(?:(?:under|by|according to) (?:[a-z]+ ){0,6}(?:laws?|rules?|acts?|regulations?|codes?|constitution|contract)"
    r"|(?:laws?|rules?|regulations?) (?:require|requires|say|says|state|states)|permit|licen[cs]e|applicants?)\b",
    re.IGNORECASE,
)
"""Where what must be done is what a law or a form asks for."""
