"""Words that mean the same.

The list is this project's own, made for what young readers change when they copy a sentence. Entries are dictionary
forms.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

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


@cache
def groups() -> Mapping[str, frozenset[int]]:
    """Each word to the numbers of the groups it belongs to."""
    found: dict[str, set[int]] = {}
    for number, line in enumerate(_SAME):
        for word in line.split():
            found.setdefault(word, set()).add(number)
    return {word: frozenset(groups) for word, groups in found.items()}
