"""How learners ask for help, ask for the answer, and fill a line with nothing. The lists are our own.

Patterns are matched on a reply's words joined by single spaces, lower-case, with contractions opened ("i do not know"),
slang and slips written out and idle words left out (`spoken`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from tutor.rubric.words import is_word, slips_of


def _any(*patterns: str) -> re.Pattern[str]:
    """One pattern out of many, each matching whole words. No pattern repeats what it repeats: matching is linear."""
    return re.compile(r"\b(?:" + "|".join(patterns) + r")\b")


# What is typed for what is said.
_SLANG = {
    pair.split(":")[0].strip(): " ".join(pair.split(":")[1].split())
    for pair in """
        u: you; ur: your; r: are; y: why; wat: what; wut: what; wht: what; ppl: people; gimme: give me; gimmie: give me;
        giv: give; gve: give; tel: tell; lemme: let me; wanna: want to; gotta: have to; dunno: do not know; dno: do not
        know; idk: i do not know; idek: i do not know; wdym: what do you mean; iono: i do not know; ans: answer; answr:
        answer; awnser: answer; awnsers: answers; anwser: answer; anwsers: answers; hlp: help; kno: know; whats: what
        is; whos: who is; wheres: where is; hows: how is; im: i am; ive: i have; id: i would; nvm: never mind; tf: ;
        wth: ; wtf: ; mum: mom; mums: mom; moms: mom; q: question; qs: questions; quesion: question; instuctions:
        instructions
    """.split(";")
}
# Words that change nothing in a call for help or an order.
_IDLE = frozenset(
    """please pls plz pleas plss plzz so ok okay bro bruh dude man and then well sorry sir miss mr mrs ms omg
    lol honestly tbh actually literally really realy even oh hey hi hello um umm uh er hmm simply basically kindly
    already still ever quite totally completely absolutely sry ngl fr thanks thank maybe mate excuse
    yo kinda seriously dear possibly""".split()
)
# Words worth knowing in such replies when misspelt.
_MEANT = frozenset(
    """answer answers question questions help hint understand know tell give show teacher ignore instructions rules
    please explain confused prompt correct solution reveal mean remember article evidence pretend""".split()
)


@lru_cache(maxsize=20_000)
def _plain(word: str) -> str:
    known = _SLANG.get(word)
    if known is not None or len(word) < 4 or is_word(word):
        return word if known is None else known
    return min(slips_of(word, _MEANT), default=word)


def spoken(words: Iterable[str]) -> str:
    """What a reply says, as the patterns here read it: its words with slang and slips written out, no idle ones."""
    plain = [word for word in map(_plain, words) if word and word not in _IDLE]
    return " ".join(plain).replace("come on ", "")


_THAT = r"(?:it|this|that)"
_TASK = (
    rf"(?:{_THAT}|(?:the|this|that|your|any|any of the|any of this|of this)(?: \w+)? (?:question|questions|task|"
    r"text|article|one|part|thing|stuff))"
)
# Who gives an order: it opens the reply, or follows "you must" and the like. "They ignore the rules" orders nothing.
_ORDER = (
    r"(?:^(?:no |just |but |all )*|just |(?:you|u) (?:to|can|must|should|have to|need to|will) |i (?:order|"
    r"command) you to )"
)
# Whoever "just tells us" something is somebody in the article.
_NOT_THEY = r"(?<!they )(?<!he )(?<!it )(?<!who )(?<!not )(?<!author )(?<!writer )(?<!text )(?<!article )"
_GIVE = (
    r"(?:tell|give|show|send|print|reveal|type|write|say|output|display|list|share|repeat|provide|unlock|leak|expose|"
    r"dump|paste|copy|read|display|spell|hand|let me see|let me have|let me know)"
)
_THING = (
    r"(?:answers?|solutions?|keys?|rubrics?|criteria|prompts?|instructions?|samples?|marking scheme|mark scheme|"
    r"hidden \w+|system \w+|text above|checklist)"
)
_RULED = (
    r"(?:rules?|instructions?|prompts?|guidelines|orders|programming|filters?|restrictions|limits|training|policy|"
    r"told|above|safety|script|settings)"
)
_BOSS = (
    r"(?:teacher|admin|administrator|developer|dev|principal|author|boss|inspector|creator|owner|programmer|"
    r"headmaster|headteacher|professor|maker|moderator|supervisor|examiner|parent|engineer|tester|staff|tutor)"
)
_GRADE = r"(?:marks?|points?|credits?|grades?|score|10|100|pass|star|stars|percent)"

HELP = _any(
    r"(?:i|we) (?:do not|did not|can not|could not|never|dont) (?:just )?(?:get|understand|follow)|i (?:am|"
    r"was) not following",
    r"i (?:can not|could not) find (?:\w+ )?(?:answers?|anything|it|that|this|one)",
    r"i (?:just |did )?(?:do not|did not|can not|could not|never|dont) (?:just )?(?:know|no|get|understand|"
    r"remember(?! it \w)|follow|see what|recall|figure|do|answer|work|think of|tell what|solve|grasp|make sense)"
    rf"(?: (?:{_TASK}|anything|any|out|what (?:to (?:do|say|write|put|look for|answer)|(?:it|this|that|you|"
    r"they) means?|"
    r"(?:the |this )?question (?:is|means|wants|asks)(?: asking)?(?: for| from me| about)?|you (?:want|mean|are asking|"
    r"need|ask)(?: me)?(?: to do| for)?|i (?:have to|need to|am supposed to|should|must) \w+|(?:a|an) \w+ is|\w+ is)|"
    r"how to (?:do|answer|start|begin|say|write|put)(?: (?:it|this|that))?|where to (?:start|look|begin)|"
    r"(?:the )?(?:question|answer|answers|article|text|story|point)))?",
    r"^(?:do not|dont) (?:know|no|get|understand)(?: (?:it|this|that|sure|the (?:question|answer)))?$",
    r"^(?:no )?i do not know$|^do not know$|huh|i give up|i quit",
    r"(?:i|we) (?:just )?(?:have|got|have got) (?:no|know|zero|not a|not the \w+) (?:\w+ )?(?:idea|clue)",
    r"i (?:do not|have not) (?:have|got) (?:a|any|the \w+) (?:\w+ )?(?:idea|clue)",
    r"(?<!has )(?<!have )(?<!had )(?<!with )(?:no|know|not a|zero) (?:idea|clue)",
    r"(?<!is )(?<!are )(?<!was )(?<!were )not (?:\w+ )?sure",
    r"i (?:am|was) not (?:\w+ )?sure|(?:have|got) not (?:got )?(?:a|any|the \w+) (?:\w+ )?clue",
    r"(?:i|we) (?:am|feel|got|are|was) (?:so |a bit |very |too |just |all |pretty |a little )?(?:stuck|lost|confused|"
    r"struggling|clueless|unsure|puzzled|bad at this|not good at this)",
    r"^(?:(?:so|too|very|just|stuck|lost|confused|confusing|clueless|puzzled|struggling|help|rn|here|me)(?: |$))+$",
    r"what (?:do|did|are|exactly do|exactly are) (?:you|they) (?:exactly )?(?:mean|want|asking|ask|after|expect|need)"
    r"(?: (?:from|by|for|of))?(?: (?:me|that|this|it|here))?(?: to (?:do|find|look for))?(?! to (?:say|write|put))",
    r"what exactly (?:do|are|is) (?:you|the question)(?: \w+)?",
    rf"what does (?:{_THAT}|(?:the|this) question)(?: even)? (?:mean|want|ask)(?: from me| of me)?",
    r"what (?:am i|are we) (?:supposed|meant|looking|expected)(?: to)?(?: be)?(?: \w+)?(?: for)?",
    r"how (?:am i|are we) (?:supposed|meant|expected) to (?:know|do|answer|find)(?: \w+)?",
    r"how (?:should|would|can|could) i know",
    r"what is (?:the|this) question(?: asking| about| even)?",
    r"(?:what|how|where|which \w+) (?:\w+ ){0,3}(?:do|should|can|must|would|am|shall) (?:i|we|you)(?: have to|"
    r" need to| to)?"
    r" (?:do|look|start|begin|find|answer|go|read|search|solve|work)(?: at| for| out| in)?(?: next| now| here|"
    rf" {_TASK})?",
    r"(?:can|could|will|would) (?:you|someone|somebody|we|anyone) (?:help|explain|rephrase|repeat|clarify|simplify|"
    r"go|"
    r"say|put|show me how|reword|make|break|walk|guide|slow|go over|give me (?:a|some|another|"
    rf"one))(?: \w+)?(?: (?:me|{_TASK}|more|over|"
    r"in|again|simply|differently|slower|down|easier|simpler|words))*",
    r"^(?:help|hint|hints|clue|clues)(?: (?:me|us|with \w+|now|for me))*$|help me|(?:some|any)(?:one|body) help",
    r"^(?:need|want) (?:\w+ )?(?:help|hints?|clues?)|(?:i|we) (?:just )?(?:need|want|would like|"
    r"could use) (?:you to )?(?:\w+ )?(?:\w+ )?(?:help|hints?|clues?|explanation|example|tip)",
    r"(?:give|show|get|drop|send) me (?:\w+ )?(?:\w+ )?(?:hints?|clues?|tips?|help|example)",
    r"(?:can|could|may) (?:i|we) (?:have|get) (?:\w+ )?(?:\w+ )?(?:hints?|clues?|help|tips?|example)",
    r"^(?:a |another |any |some |more |one more |next |small |little )*(?:hints?|clues?|tips?|help)$",
    rf"^(?:rephrase|explain|clarify|repeat|simplify|reword)(?: (?:{_TASK}|more|again|to me))*$",
    rf"(?:{_THAT} (?:is|was|seems|looks|feels)|its|(?:the|this) (?:question|one|task|article|text) is) (?:way |just |"
    r"very |a bit |far )?(?:too |so )?"
    r"(?:hard|difficult|confusing|tricky|complicated|tough|unclear)(?: for me| to (?:do|answer|understand|"
    r"read))?(?:$| help)",
    r"^(?:too |so |very )(?:hard|difficult|tricky|tough|confusing)(?: for me)?$",
    r"(?:this|the|that) (?:question|text|article|one|thing|wording|task) (?:confuses|is confusing|"
    r"makes no sense)(?: to)?(?: me)?",
    rf"say {_THAT} (?:again|differently|(?:in )?(?:another way|easier words|other words|simpler words))|^say again$|"
    r"^come again$",
    rf"^(?:{_THAT} |the question )?(?:do not|does not|makes no) (?:make )?(?:any )?sense(?: to me)?$",
    r"^i (?:just )?(?:forgot|forget|wish i knew|have forgotten)(?: (?:\w+ ){0,3}\w+)?$",
    r"my (?:brain|mind|head) (?:is|went|has) (?:\w+ ){0,2}\w+|drawing a blank|(?:beats|over) (?:me|my head)$|"
    r"^who knows$",
    r"(?:can|could) we go (?:over|through|back)|what now|^what$|^where is (?:it|that|this)(?: in the \w+)?$|"
    r"^wait what$|what should i do",
    r"i (?:did not|do not) (?:read|finish) (?:it|the (?:text|article))",
)

DEMAND = _any(
    rf"{_ORDER}{_GIVE}(?: \w+){{0,4}} {_THING}",
    rf"(?<!not )(?:tell|give|show|send) (?:me|us) (?:what )?(?:\w+ ){{0,2}}{_THING}",
    rf"{_NOT_THEY}just (?:tell|give) (?:me|us)",
    r"^(?:no |just |you |can not you |dont ask |do not ask )*(?:tell (?:me|us)?|say it|give it to me|spit it out|"
    r"give me|show me)(?: (?:what|how|"
    r"right|away|already|now|it|that|i|should|must|to|put|write|say|the|correct|answer|is))*$",
    r"(?:can|could|will|would|can not|will not|why (?:can|do|will|would)(?: not)?) (?:you|"
    r"u)(?: not)? (?:just )*(?:tell|give|show|say|write|reveal|do|answer)"
    r"(?: (?:me|us))?(?: what| it| this| that| the| answer| question| for me| to me)*$",
    r"what (?:is|are|was|were|will be|would be|could be) (?:a |an |the |your |all the )?(?:right |correct |real |"
    r"expected |perfect |good |best |model |actual |full )?"
    r"(?:answers?|solutions?)(?: (?:to|for|here|on|of) \w+(?: \w+)?(?: \w+)?)?",
    r"what (?:should|would|must|could|can|shall) (?:i|you) (?:\w+ )?(?:write|say|answer|put|type)",
    r"what (?:do|does) (?:you|i|it) (?:want me to|have to|need to|wants me to|want to) (?:say|write|put|hear|type)",
    r"^say what i (?:have to|should|must|need to) \w+|tell me (?:\w+ )?what to (?:put|write|say|answer)",
    r"which answer is (?:\w+ )?(?:correct|right)|(?:what|which) answer (?:do|should|would|are|did|is) (?:you|i|"
    r"it)(?: \w+)?",
    r"i (?:just |only )?(?:want|need|demand|would like|have to have|require|must have|must see|need to see|"
    r"want to see)"
    rf"(?: (?:you|to))*(?: \w+){{0,3}} {_THING}",
    rf"(?:can|could|may) i (?:just )?(?:have|get|see|know|look at|read)(?: \w+){{0,2}} {_THING}",
    rf"let (?:me|us) (?:just )?(?:see|have|know|look at|read)(?: \w+){{0,2}} {_THING}",
    r"(?:write|do|answer|finish|solve|complete|say) (?:it|this|that|(?:the|this|my) \w+) (?:for me|yourself)",
    r"^(?:can you |just )?do (?:my|the|all my) (?:homework|work|task|assignment|questions?)",
    r"^(?:no |why do not )?you (?:answer|say|do|write|solve)(?: (?:it|this|that|the question))?(?: first| then)?$",
    rf"i am (?:the|your|a|an|their|really|actually|his|her) (?:\w+ ){{0,2}}{_BOSS}\b(?! (?:son|daughter))",
    r"(?:as|this is|speaking as) (?:your|an|the) (?:\w+ )?(?:admin|administrator|developer|dev|creator|programmer|"
    r"owner|"
    r"maker|moderator|principal|head)|(?:as|this is) your (?:\w+ )?teacher|speaking as the \w+",
    r"(?:said|says|told me|tells me|say) (?:that )?(?:you|u) (?:have to|must|should|would|will|can|need to|could|"
    r"are allowed to)"
    r" (?:\w+ )?(?:tell|give|show|help|let|do|answer|write|say|reveal)",
    rf"{_ORDER}(?:ignore|forget|disregard|skip|bypass|override|drop|disable|deactivate|break|delete|remove|erase|"
    r"stop following|turn off|switch off|get rid of|do not follow|set aside|put aside|reset|disobey|"
    rf"overwrite)(?: \w+){{0,5}} {_RULED}",
    rf"{_ORDER}(?:ignore|forget|disregard) (?:everything|all|anything|whatever) ",
    r"(?:your|system|developer|hidden|secret|initial) (?:prompt|message|mode|instructions|rules)",
    r"(?:developer|admin|god|debug|jailbreak|root|test|cheat|unlocked|dan|teacher) mode|^sudo|(?:system|"
    r"admin) override|system reveal|"
    r"^system (?:\w+ )?(?:\w+ )?(?:answer|rules|message|prompt|override)|^override",
    r"^(?:pretend|roleplay|role play|act (?:as|like)|imagine (?:that )?you|behave (?:as|like)|simulate|play the role|"
    r"let us (?:pretend|play|roleplay))(?: (?:to be|that|you|i|are|am|were|as|if|had|have|a|an|my|the|no|game|where|"
    r"someone|who))*(?: \w+){0,2}",
    rf"{_ORDER}(?:pretend|act) (?:\w+ ){{0,3}}(?:answer|rules?|teacher|tutor|friend)",
    r"^(?:you are now|from now on you(?: are| can| must| will)?) (?:a|an|my|free|not|no longer|in \w+ mode|answer|"
    r"allowed|just)|"
    r"^from now on you|^new (?:instructions?|rules?|orders?|task)|you have no (?:rules|restrictions|limits)",
    r"(?:let|make) me (?:pass|through|go(?: on)?(?: to)?|skip|continue|move|win|off|cheat)|^(?:just )?pass me|"
    r"^(?:just )?let me go",
    r"(?:mark|count|accept|grade|score|rate|take|set|give|change|make|call|treat|consider) (?:it|this|that|me|(?:my|"
    r"this|that) (?:\w+ )?(?:answer|reply|score|grade|work|response|question))"
    r"(?: (?:as|to|for|is|be|a|an|the))*(?: (?:correct|right|met|done|good|finished|complete|passed|perfect|true|"
    r"full|ok|100|10))",
    r"^accept (?:it|this|that|my \w+)$|(?:say|tell me|admit|agree) (?:that )?(?:i am|it is|this is|"
    r"my answer is) (?:right|correct|good|done)",
    rf"(?:give|award) me (?:\w+ ){{0,2}}{_GRADE}\b|(?:give|award) me an a\b|i deserve (?:\w+ ){{0,2}}{_GRADE}\b|"
    r"full (?:marks|points|credit)$",
    r"stop (?:asking|with the questions|questioning)(?: me)?(?: so| any| all)?(?: (?:many|more|these|the|"
    r"your))?(?: questions?)?|"
    r"^(?:just )?(?:do not|no more) (?:ask|asking|questions?)",
    r"help me (?:cheat|to cheat)",
)

# Doubt alone: what stands beside it may still be the answer.
DOUBT = _any(
    r"i (?:just )?(?:do not|dont) (?:know|no)",
    r"i give up|(?:i have )?(?:no|know) (?:idea|clue)|not (?:\w+ )?sure",
)
# Words that turn from the doubt to something else.
TURNS = _any(r"because|cause|cuz|coz|since|but|although")
NUMBER_WORDS = frozenset("zero one two three four five six seven eight nine ten eleven twelve".split())

# Dictionary forms of what may stand around a call for help or a demand without making it an answer.
AROUND = frozenset(
    """idk dunno answer article ask bit bro clue come dude erm explain get give go good hard help hey hi hint hmm
    honestly idea just know like little lol look make man mate maybe mean mr mrs ms need nothing now ok okay one
    oh or please pls plz question really reply right rule say see show so sorry still stuck sure teacher tell text
    thank thing think read this try um understand want well what whatever word work write wrong yeah yes you uh
    already anymore again correct key let pass class admin urgent quickly fast asap tutor start find skip confuse
    confused confusing difficult easy easily simple simply bad anything everything something today homework task
    lesson exercise sentence way put another other else moment minute time tired finish first last next number
    part point example instruction prompt rubric solution deserve full mark score game cheat order command reveal
    print pretend system mode bot chatbot robot friend student school mom dad permission allow""".split()
)

PLACEHOLDERS = frozenset(
    """test testing tested asdf asd qwerty qwer blah bla foo bar baz lorem ipsum dolor amet xxx xx x n na nil null
    none nothing todo tbd placeholder ok okay k kk yes no yeah yep yup ye ya yea yess nope nah naw maybe hi hello
    hey heyy hiya yo lol lmao lmaoo rofl ha hah haha hahaha hehe whatever idc idgaf meh something anything stuff
    things thing answer answers reply response responses text example here done next skip continue pass good fine
    cool nice great hm hmm hmmm um umm uh er sup bored boring dumb stupid sucks sux suck hate this that is was so
    very i am im u my the a and not what bruh bro abc def xyz ghi one two three bye goodbye cya thanks thank ty
    please pls plz sure alright ayy yay wow oops gg pog sus cringe mid based skibidi rizz ohio poop fart there
    then will do later just random words word some your mom mum mama finished finish soon now go on at too as hell
    crap lame trash garbage annoying tired sleepy hungry morning night evening afternoon whats up moment toilet
    man dude world lesson homework comment applicable left blank empty are you yada yadda wait still me type
    typing insert enter sample dummy yw np zzz zz lo hallo hola b c d ur much""".split()
)
PLACEHOLDER_ROW = re.compile(
    r"^(?:(?:my|the|a|test|sample|dummy|example|participant|student|learner|user|insert|your|type|enter|some|random|"
    r"answer|reply|response|text|question|here|is|goes|this|words|placeholder)(?: |$))+\d{0,6}$"
    r"|^(?:reply|response|answer|text|comment|input|test|student|participant|learner|user)(?: (?:number|nr|no|to|"
    r"question))* ?\d{1,6}$"
    r"|^idc(?: about \w+)?$|^see you|^your mom$|^thank you(?: (?:very|so) much)?$|^cool story"
    r"|^(?:(?:i|we) )?(?:do not|dont) (?:care|want to|wanna|feel like)(?: (?:about |do |doing )?(?:it|this|that|"
    r"anything|the (?:text|article|question)))?(?: lol)?$"
    r"|^who cares(?: about (?:it|this))?$|^i (?:will|shall|can) do (?:it|this|that) (?:later|tomorrow|soon|"
    r"another time)$"
    r"|^(?:i am |all |we are )?(?:done|finished|bored|tired|hungry|sleepy|outta here)(?: (?:with|of) (?:this|it|"
    r"that|school|the (?:lesson|question)))?$"
    r"|^i (?:hate|dislike|do not like) (?:\w+ )?(?:it|this|that|school|reading|homework|lesson|lessons|english|"
    r"questions|you|class)$"
    r"|^(?:(?:this|that|it|what) (?:is|was) |what )?(?:an? )?(?:so |very |such )?(?:a )?(?:stupid|dumb|boring|silly|"
    r"lame|pointless) "
    r"(?:question|lesson|text|article|task|story|thing|app|program)$"
    r"|^(?:this|that|it)(?: (?:is|was|so|too|very|just|all))* (?:boring|dumb|stupid|lame|trash|crap|garbage|"
    r"annoying|sucks?|sux)"
    r"(?: as hell| lol)?$"
    r"|^the quick brown fox|^lorem ipsum|^no (?:answer|comment|response|reply|text)$|^(?:next|skip|pass)(?: (?:the|"
    r"this|to))* (?:question|one|it|please)$"
)
