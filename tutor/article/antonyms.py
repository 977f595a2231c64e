"""Words that are opposites of each other.

The list is this project's own, made for what young readers change when they copy a sentence. Entries are dictionary
forms.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

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


@cache
def opposites() -> Mapping[str, frozenset[str]]:
    """Each word to its opposites."""
    found: dict[str, set[str]] = {}
    for line in _OPPOSITES:
        left, right = (part.split() for part in line.split("|"))
        for word in left:
            found.setdefault(word, set()).update(right)
        for word in right:
            found.setdefault(word, set()).update(left)
    return {word: frozenset(others) for word, others in found.items()}
