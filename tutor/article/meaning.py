"""Whether one word in the place of another says something else: opposites, scales, sets, and words that mean the same.

The lists are this project's own, made for what young readers change when they copy a sentence. Entries are dictionary
forms. A pair that stands in none of them is left to the caller, as only some exchanges change a meaning.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from rapidfuzz import fuzz

from tutor.article.dictionary import form_of, knows

# Each line: words of one direction, a bar, words of the other. Each of the left is the opposite of each of the right.
_OPPOSITES = """
increase rise grow climb expand raise boost gain | decrease fall drop shrink decline reduce sink lower lessen lose
protect defend save guard shelter preserve rescue | endanger threaten harm hurt damage destroy imperil attack ruin
help support assist aid benefit | harm hurt hinder hamper damage endanger threaten oppose
like love enjoy praise admire | hate dislike criticise criticize condemn detest
agree accept approve welcome support favour favor | disagree reject refuse oppose deny disapprove
allow permit let enable | forbid ban prohibit block prevent stop
start begin open launch | stop end finish close quit cease
win won | lose lost
find | lose miss
build create make construct produce | destroy demolish wreck ruin
buy purchase | sell
give | take receive get
push | pull
arrive come enter stay remain | leave go depart
remember | forget ignore
succeed pass | fail
include add | exclude remove omit
import | export
hire employ | fire dismiss
lend | borrow
live survive | die perish
wake | sleep
laugh smile | cry weep frown
strengthen | weaken
improve | worsen
encourage | discourage
connect join unite | separate divide split
prove confirm | disprove deny refute
trust believe | distrust doubt
appear | disappear vanish
earn | spend
save keep | waste spend
speed quicken | slow
attract invite | repel deter
know | ignore
lead | follow
teach | learn
ask | answer
lock | unlock
love | fear
cause | prevent
good great wonderful excellent positive best better | bad terrible awful horrible negative worst worse poor
safe secure harmless | dangerous risky unsafe deadly harmful perilous
big large huge great giant major | small little tiny minor
high tall | low short
long | short brief
hot warm | cold cool
rich wealthy prosperous | poor
strong powerful tough | weak feeble frail
easy simple | hard difficult tough complicated
true right correct | false wrong incorrect untrue
new young modern recent | old ancient
early | late
fast quick rapid swift quickly rapidly | slow slowly
cheap | expensive costly dear
clean pure | dirty polluted
full | empty
happy glad cheerful | sad unhappy miserable
healthy well fit | sick ill unwell
public | private secret
legal lawful | illegal criminal
native local domestic | foreign alien nonnative exotic
natural | artificial
common usual ordinary | rare unusual scarce
possible | impossible
certain sure | uncertain doubtful unsure
popular famous | unpopular unknown
heavy | light
wide broad | narrow
deep | shallow
near close | far distant
top | bottom
inside indoors | outside outdoors
alive living | dead
present | absent
guilty | innocent
brave bold | cowardly timid
calm peaceful quiet silent | noisy loud violent restless
wild | tame
fair just | unfair unjust
friendly kind gentle nice | hostile cruel harsh mean unkind
honest | dishonest lying
busy active | idle
idle | working moving
wonderful | dreadful
wet | dry
visible | hidden invisible
generalist general | specialist special
war | peace
friend ally partner | enemy foe rival
success victory | failure defeat
advantage benefit strength | disadvantage drawback weakness
profit gain | loss
wealth | poverty
majority | minority
supporter | opponent critic
buyer customer | seller
winner | loser
employer boss | employee worker
teacher | student pupil
doctor | patient
love | hatred hate
hope | fear despair
truth | lie
cause | effect
question | answer
day | night
morning | evening
beginning start | end
birth life | death
safety | danger risk
stability | change instability
increase growth | decrease decline
more most | less least few
up upward upwards | down downward downwards
before | after
above over | below under beneath
first | last
north | south
east | west
left | right
always forever | never
everyone everybody | nobody
everything | nothing
everywhere | nowhere
exactly | roughly
""".strip().splitlines()

# Each line: a scale. Words between bars stand on one step of it; words on two steps differ.
_SCALES = """
all every each whole entire | most | many much numerous | some several certain | few little | half
everyone everybody | someone somebody | most
everything | something
everywhere | somewhere
always constantly forever | usually normally | often frequently regularly | sometimes occasionally | rarely seldom
must | will would shall | may might could can | should ought
certainly definitely surely undoubtedly | probably likely | possibly perhaps maybe
certain sure definite | probable likely | possible | unlikely
know | think believe | hope | suspect guess doubt
know prove | claim allege suggest suspect
completely totally entirely fully | mostly largely mainly | partly partially | slightly barely
once | twice | thrice
double | triple | halve | quadruple
only | also
about around almost nearly roughly | exactly precisely
very extremely | slightly somewhat
""".strip().splitlines()

# Each line: things of one kind, of which one is not another; a stroke stands between names of the same.
_KINDS = """
second minute hour day week month year decade century
monday tuesday wednesday thursday friday saturday sunday
january february april june july august september october november december
spring summer autumn/fall winter
north/northern south/southern east/eastern west/western
red blue green yellow black white brown orange purple pink grey/gray
man/guy woman/lady boy girl
mother/mum/mom/mama father/dad/papa sister brother son daughter aunt uncle grandmother/grandma grandfather/grandpa
mile metre/meter kilometre/kilometer inch yard
gram kilogram/kilo pound tonne/ton ounce
dollar euro pound cent penny
dog cat bird fish horse cow pig sheep snake lizard spider bee
breakfast lunch dinner/supper
head hand foot leg arm eye ear nose mouth
""".strip().splitlines()

# Each line: words that may stand for each other in a sentence copied from memory without changing what it claims.
_SAME = """
big large huge great giant enormous vast massive immense
small little tiny
kid child youngster youth
people person human folk individual citizen
man guy fellow
mother mum mom mama
father dad papa
begin start commence launch open
end finish stop cease conclude
halt stop cease
buy purchase get
get receive obtain gain acquire
fast quick rapid swift speedy
quickly rapidly fast swiftly
say state tell claim declare remark note mention add comment
argue claim contend maintain insist
answer reply respond
ask question
warn caution
think believe feel consider suppose reckon
know understand realise realize
show demonstrate prove reveal display indicate
help aid assist support
hard difficult tough challenging
easy simple
job work employment post position
house home
town city
quay dock pier harbour harbor port wharf
boat ship vessel
use utilise utilize employ
keep retain hold maintain preserve
important significant major essential vital crucial
happen occur take
danger risk threat hazard peril
dangerous risky hazardous perilous unsafe
threaten endanger imperil jeopardise jeopardize
harm damage hurt injure
destroy ruin wreck demolish
make create build produce construct
need require
want wish desire
allow let permit
forbid ban prohibit
prevent stop block
rise increase grow climb
fall drop decline decrease
reduce lower cut decrease lessen
raise increase lift boost
go leave depart
gone vanished lost away
come arrive
look see watch
see notice spot observe
speak talk
try attempt
choose pick select
change alter
fix repair mend
give offer provide supply
pay spend
price cost charge fee levy
money cash fund
sick ill unwell
rich wealthy prosperous
poor needy
happy glad pleased
sad unhappy
angry mad furious
afraid scared frightened
scare frighten
brave courageous
smart clever intelligent bright
stupid foolish dumb silly
strange odd weird unusual peculiar
old ancient elderly aged
new recent modern
wrong incorrect mistaken false
right correct true
bad awful terrible horrible poor
good fine nice great
wonderful great marvellous amazing fantastic
whole entire complete
enough sufficient
main chief major
begin beginning start
near close
often frequently
almost nearly practically virtually
about around roughly approximately
only just merely
also too additionally
but however yet
because since as for
while whereas
maybe perhaps possibly
very really extremely highly
country nation state land
government administration regime authority
law rule regulation
leader head chief ruler
boss owner employer
worker employee
doctor physician
teacher instructor
student pupil
police officer cop
soldier troop
war conflict
fight battle struggle
attack assault strike
weapon arm
group gang band team
area region zone district place
place spot location site position
road street
way manner method means
problem issue difficulty trouble
answer solution
school college university
pupil student learner
safe secure
idea thought notion
reason cause
result outcome effect consequence
part piece portion section
kind type sort
animal creature beast
snake serpent python
bug insect
species breed kind
habitat environment home
wood forest
stone rock
sea ocean
rain storm
picture photo photograph image
story tale
book volume
article text piece
word term
sentence line
number figure amount quantity
increase growth rise
decrease decline drop fall reduction
year twelvemonth
today now nowadays currently
idle still motionless unused
quiet silent still calm
empty vacant
full packed
clean tidy
wide broad
far distant
high tall
short brief
grow develop expand
live dwell reside inhabit
die perish
kill slay
run operate manage
own possess
carry transport bring
send ship
eat consume devour
drink sip
sleep rest
walk stroll
jump leap
throw toss hurl
catch capture grab
break smash crack
join unite
agree accept
disagree differ
hope wish
fear dread
love adore
hate detest
praise applaud
blame accuse
criticise criticize condemn
win triumph
lose forfeit
learn discover find
teach instruct
tell inform
call name term
mean signify
seem appear look
become get grow turn
remain stay
continue proceed go keep
protect guard defend shelter shield
save rescue
support back
oppose resist
favour favor prefer
judge judging
invade occupy
spread expand extend
introduce bring
surrender yield
demanding tough hard exhausting
tired exhausted weary
""".strip().splitlines()

# Words that hedge a claim, and words that stretch it to all cases: leaving out the one or putting in the other makes a
# quotation claim more than the article does.
HEDGES = frozenset("may might could perhaps possibly maybe probably allegedly reportedly supposedly".split())
STRETCHES = frozenset("all every always must most certainly definitely".split())
MODALS = frozenset("may might can could will would shall should must".split())

_PREFIXES = ("un", "in", "im", "il", "ir", "dis", "non", "mis", "anti")
# Of 100: so alike in letters, a word is more likely a slip or a form of the other ("coming" for "coining", "show" for
# "snow") than another choice. Own figure, from some 1,200 quotations by students.
_SLIP = 57.0
_SLIP_SAME_START = 45.0
# So many first letters in common make two words forms of one ("stable", "stability").
_STEM = 4


def opposed(one: str, other: str) -> bool:
    """Whether two words, as written in lower case, are opposites or stand on different steps of one scale."""
    for a in _forms(one):
        for b in _forms(other):
            if a == b:
                return False
    return any(
        b in _opposites().get(a, ()) or _apart(a, b) or _negated(a, b) for a in _forms(one) for b in _forms(other)
    )


def alike(one: str, other: str) -> bool:
    """Whether two words mean the same, are forms of one word, or one is a slip of the other."""
    likeness = fuzz.ratio(one, other)
    if _forms(one) & _forms(other) or likeness >= (_SLIP_SAME_START if one[:1] == other[:1] else _SLIP):
        return True
    shorter = min(len(one), len(other), _STEM)
    if shorter >= 3 and one[:shorter] == other[:shorter]:
        return True
    return any(
        _same().get(a, frozenset()) & _same().get(b, frozenset())
        or _steps().get(a, {}).items() & _steps().get(b, {}).items()
        for a in _forms(one)
        for b in _forms(other)
    )


@lru_cache(maxsize=20_000)
def is_known(word: str) -> bool:
    """Whether the dictionary has this lower-case word, or a form of it."""
    return word.isalpha() and any(knows(form) for form in (word, base(word)))


@lru_cache(maxsize=20_000)
def base(word: str) -> str:
    """The dictionary form of a lower-case English word; the word itself when the dictionary has none."""
    return form_of(word) if word.isalpha() else word


def _forms(word: str) -> frozenset[str]:
    return frozenset((word, base(word)))


def _negated(a: str, b: str) -> bool:
    """Whether the two differ by a prefix that turns the meaning round, or by "-less" for "-ful"."""
    longer, shorter = (a, b) if len(a) > len(b) else (b, a)
    if len(shorter) >= _STEM and any(longer == prefix + shorter for prefix in _PREFIXES):
        return True
    if {a[:4], b[:4]} == {"over", "unde"} and a.removeprefix("over").removeprefix("under") == b.removeprefix(
        "over"
    ).removeprefix("under"):
        return True
    return {a[-4:], b[-4:]} >= {"less"} and a.removesuffix("less").removesuffix("ful") == b.removesuffix(
        "less"
    ).removesuffix("ful")


def _apart(a: str, b: str) -> bool:
    steps, others = _steps().get(a, {}), _steps().get(b, {})
    return any(scale in others and others[scale] != step for scale, step in steps.items())


@cache
def _opposites() -> Mapping[str, frozenset[str]]:
    """Each word to its opposites."""
    found: dict[str, set[str]] = {}
    for line in _OPPOSITES:
        left, right = (part.split() for part in line.split("|"))
        for word in left:
            found.setdefault(word, set()).update(right)
        for word in right:
            found.setdefault(word, set()).update(left)
    return {word: frozenset(others) for word, others in found.items()}


@cache
def _steps() -> Mapping[str, Mapping[int, int]]:
    """Each word to the scales it stands on, by number, and its step there."""
    found: dict[str, dict[int, int]] = {}
    for scale, step, word in _placed():
        found.setdefault(word, {})[scale] = step
    return found


def _placed() -> Iterator[tuple[int, int, str]]:
    for scale, line in enumerate(_SCALES):
        for step, words in enumerate(line.split("|")):
            for word in words.split():
                yield scale, step, word
    for scale, line in enumerate(_KINDS, len(_SCALES)):
        for step, names in enumerate(line.split()):
            for word in names.split("/"):
                yield scale, step, word


@cache
def _same() -> Mapping[str, frozenset[int]]:
    """Each word to the numbers of the groups it belongs to."""
    found: dict[str, set[int]] = {}
    for number, line in enumerate(_SAME):
        for word in line.split():
            found.setdefault(word, set()).add(number)
    return {word: frozenset(groups) for word, groups in found.items()}
