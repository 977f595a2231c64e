"""How learners ask for help, ask for the answer, and fill a line with nothing. The lists are our own.

Patterns are matched on a reply's words joined by single spaces, lower-case, with contractions opened ("i do not know").
"""

from __future__ import annotations

import re


def _any(*patterns: str) -> re.Pattern[str]:
    """One pattern out of many, each matching whole words. No pattern repeats what it repeats: matching is linear."""
    return re.compile(r"\b(?:" + "|".join(patterns) + r")\b")


_THAT = r"(?:it|this|that)"
_POLITE = r"(?:please |pls |plz |just |now |so |ok |okay |bro |dude |man |come on |and |then |well )*"
# Who gives an order: it opens the reply, or follows "please" and the like. "They ignore the rules" orders nothing.
_ORDER = rf"(?:^{_POLITE}|(?:please|pls|plz|just|and|now|then|you (?:to|can|must|should|have to|need to)) )"
# Whoever "just tells us" something is somebody in the article.
_NOT_THEY = r"(?<!they )(?<!he )(?<!it )(?<!who )(?<!not )(?<!author )(?<!writer )"
_ANSWER = r"(?:the |an |your |all |your )?(?:\w+ )?(?:answers?|solutions?|answer key|key|rubric|samples?|criteria)"

HELP = _any(
    r"i (?:really |realy |just |honestly )?(?:do not|dont) (?:really |even )?(?:know|no|get|understand|remember)"
    r"(?: (?:it|this|that|anything|the (?:question|answer|article)|how to (?:do|answer) (?:it|this|that)"
    r"|what (?:to (?:do|say|write|put)|(?:it|this|that|you) means?|(?:the )?question (?:is|means)(?: asking)?"
    r"|you (?:want|mean|are asking))))?",
    r"idk|dunno|huh|wdym|i give up",
    r"i (?:really |realy |honestly )?have (?:no|know) (?:idea|clue)",
    r"(?<!has )(?<!have )(?<!had )(?<!with )(?:no|know) (?:idea|clue)",
    r"(?<!is )(?<!are )(?<!was )(?<!were )not (?:really )?sure",
    r"i (?:am|feel) (?:so |really |totally )?(?:stuck|lost|confused)",
    r"what do you mean(?: by (?:that|this|it))?",
    rf"what does (?:{_THAT}|the question) mean",
    r"what am i (?:supposed|meant) to (?:do|say|write)",
    r"what is the question(?: asking)?",
    r"(?:what|how|where) (?:do|should|can) i (?:have to |need to )?(?:do|look|start|begin|find|answer)"
    rf"(?: {_THAT})?",
    rf"(?:can|could|will|would) (?:you|u|someone) (?:please )?(?:help|explain)(?: (?:me|{_THAT}|the question))?",
    rf"^{_POLITE}help(?: me)?(?: please)?$|help me",
    r"i need (?:some |a )?(?:help|hint|clue)",
    r"(?:give|show) me (?:a|another) (?:hint|clue)",
    r"(?:can|could|may) i (?:please )?(?:have|get) (?:a|another|some) (?:hint|clue|help)",
    rf"^{_POLITE}(?:a |another )?(?:hint|clue)(?: please)?$",
    rf"^{_POLITE}explain(?: (?:{_THAT}|the question))?(?: please)?$",
    rf"i can not (?:do|answer|find) {_THAT}",
    rf"(?:{_THAT} is|its) too (?:hard|difficult)",
    rf"say {_THAT} (?:again|differently|(?:in )?another way)",
    rf"^(?:{_THAT} |the question )?(?:do not|does not|makes no) (?:make )?(?:any )?sense(?: to me)?$",
)

DEMAND = _any(
    rf"{_ORDER}(?:tell|give|show|send|print|reveal|type|write|say) (?:us |out )?(?:what )?{_ANSWER}",
    rf"(?<!not )(?:tell|give|show|send) me (?:what )?{_ANSWER}",
    rf"{_NOT_THEY}just (?:tell|give) (?:me|us)",
    rf"^{_POLITE}(?:tell me|say it)(?: please| now)?$",
    rf"(?:can|could|will|would) (?:you|u) (?:please |just )*(?:tell|give) me(?: what)?"
    rf"(?: {_ANSWER}| please| {_THAT})?$",
    r"what is the (?:right |correct |real |expected )?answer",
    r"what should i (?:write|say|answer|put)",
    r"what do (?:you|i) (?:want me to|have to) (?:say|write|put)",
    r"i (?:want|need|demand) the (?:right |correct )?answers?",
    r"(?:write|do|answer) (?:it|this) for me",
    r"i am (?:the|your|a|an|their) (?:\w+ )?(?:teacher|admin|administrator|developer|principal|author|boss|inspector)",
    r"(?:as|this is) your (?:\w+ )?(?:teacher|admin|administrator|developer)",
    rf"{_ORDER}(?:ignore|forget|disregard|skip|bypass|override|drop) (?:\w+ )?(?:\w+ )?"
    r"(?:rules?|instructions?|prompts?|guidelines|orders|programming)",
    r"(?:your|system|developer) (?:prompt|message|mode)",
    rf"{_ORDER}(?:pretend|act) (?:\w+ )?(?:\w+ )?(?:\w+ )?(?:answer|rules?|teacher|tutor|friend)",
    r"^you are now (?:a|an|my|free|not)|^new instructions|(?:let|make) me pass",
    r"mark (?:it|this|me) (?:as )?(?:correct|right|met|done)",
    r"give me (?:full )?(?:marks|points|credit)",
    r"count (?:it|this) as (?:correct|right|met)",
)

# Doubt alone: what stands beside it may still be the answer.
DOUBT = _any(
    r"i (?:really |realy |just |honestly )?(?:do not|dont) (?:really |even )?(?:know|no)",
    r"idk|dunno|i give up|(?:i have )?(?:no|know) (?:idea|clue)|not (?:really )?sure",
)
# Words that turn from the doubt to something else.
TURNS = _any(r"because|cause|cuz|coz|since|but|although")
NUMBER_WORDS = frozenset("zero one two three four five six seven eight nine ten eleven twelve".split())

# Dictionary forms of what may stand around a call for help or a demand without making it an answer.
AROUND = frozenset(
    """idk dunno answer article ask bit bro clue come dude erm explain get give go good hard help hey hi hint hmm
    honestly idea just know like little lol look make man mate maybe mean mr mrs ms need nothing now ok okay
    one oh or please pls plz question really reply right rule say see show so sorry still stuck sure teacher
    tell text thank thing think read this try um understand want well what whatever word work write wrong yeah
    yes you uh already anymore again correct key let pass class admin urgent quickly fast asap tutor""".split()
)

PLACEHOLDERS = frozenset(
    """test testing asdf asd qwerty qwer blah bla foo bar baz lorem ipsum xxx xx x n na nil null none nothing todo
    tbd placeholder ok okay k kk yes no yeah yep nope nah maybe hi hello hey yo lol lmao haha hahaha whatever idc
    meh something anything stuff things answer reply response text example here done next skip continue pass good
    fine cool nice great hm hmm hmmm um umm uh er sup bored boring dumb stupid sucks hate this is so very i am im u
    my the a it and not what bruh bro abc def one two three""".split()
)
PLACEHOLDER_ROW = re.compile(
    r"^(?:(?:my|the|a|test|sample|dummy|example|participant|student|learner|user|insert|your|type|enter|some) )+"
    r"(?:reply|response|answer|text|comment|input|message|here|goes|\d| )+$"
    r"|^(?:reply|response|answer|text|comment|input|test|student|participant) ?\d{1,6}$"
)
