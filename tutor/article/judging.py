"""Words that judge what they name, in three sorts: those that hardly do anything else, those that may, and mild ones.

All lists are this project's own, written down by classes of meaning from what English has for them; none was taken from
another list or counted in a text. Entries are plain forms; `inflections` makes the others by rule.
"""

from __future__ import annotations

from tutor.article import blame, scorn
from tutor.article.inflections import of_adjectives, of_nouns, of_verbs

# --- Praise -----------------------------------------------------------------------------------------------------------

_ADMIRING = """
admirable adorable amazing astonishing astounding astute awe-inspiring awesome big-hearted bighearted blessed brave
breathtaking brilliant broad-minded can-do captivating charismatic cherished classy clean-cut clear-eyed clear-headed
commendable common-sense commonsense compassionate compelling courageous courteous crowd-pleasing cutting-edge
dauntless dazzling decent deft delicious delightful dignified distinguished doughty down-to-earth earnest elegant
eloquent enchanting enlightened enthralling enviable esteemed even-handed evenhanded excellent exceptional exemplary
exhilarating exquisite extraordinary fabulous fair-minded famed fantastic fascinating faultless fearless feel-good
flawless foresighted formidable forward-looking forward-thinking gallant game-changing genius glamorous glorious
glowing good-hearted gorgeous graceful gracious great-hearted gripping groundbreaking gutsy hallowed hard-hitting
hard-won hard-working hardworking heartfelt heartwarming heavenly heroic hilarious history-making humble humorous
ideal idyllic illustrious imaginative immaculate impeccable impressive incisive incomparable incorruptible incredible
indispensable indomitable ingenious insightful inspirational intrepid invaluable inventive iron-willed irresistible
jaw-dropping joyful joyous kind-hearted kindhearted large-hearted laudable level-headed life-affirming life-changing
lovable lovely luminous magical magnanimous magnificent majestic marvellous marvelous masterful masterly matchless
meritorious mesmerizing mighty miraculous monumental nimble no-nonsense nuanced open-hearted open-minded outstanding
path-breaking pathbreaking peerless perceptive perfect phenomenal picturesque pitch-perfect plucky poignant
praiseworthy priceless principled prophetic public-spirited radiant razor-sharp refreshing relentless remarkable
resolute resounding respectable revered righteous riveting rousing sage salt-of-the-earth sane savvy scrumptious
selfless sensational sharp-witted shrewd silver-tongued skilful skillful soul-stirring spectacular spellbinding
spirited splendid spotless star-studded statesmanlike staunch steadfast stellar sterling stirring straight-talking
stunning stupendous sublime sumptuous superb superhuman superlative sure-footed surreal swashbuckling tenacious
terrific thoughtful thrilling tireless titanic top-notch towering trailblazing transcendent transformative tremendous
tried-and-true triumphant true-hearted trustworthy truthful unassailable unbeatable unbiased unblemished undaunted
unflinching unforgettable unimpeachable unmatched unparalleled unrivaled unrivalled unstoppable unsung unsurpassed
unswerving unwavering upstanding valiant valorous venerable vibrant victorious virtuous visionary vivacious
warm-hearted well-deserved well-earned well-meaning whip-smart wholesome wise witty wonderful wondrous world-class
worthwhile zestful
"""
_PRAISED = """
acclaim admiration adoration bravery brilliance excellence decency gamechanger gem genius glory godsend goodness
grandeur greatness guiding-light heroism honesty icon ingenuity legend liberator lionheart luminary magnificence
majesty marvel masterpiece nobility paragon powerhouse prodigy righteousness role-model savior saviour splendor
splendour stalwart statesmanship superhero superstar titan tour-de-force trailblazer triumph virtuoso visionary wisdom
wunderkind
"""
_PRAISING = """
adore adulate cherish commend dazzle embody enthrall eulogize exalt excel exemplify extol exult glorify hail hallow
herald idealize immortalize laud liberate lionise lionize marvel rejoice relish revere sanctify savor savour shine soar
thrill triumph trumpet uplift vindicate
"""

# --- Words that judge in one sentence and name a plain thing in the next: crimes, creeds, blows -----------------------

_EITHER_ADJECTIVES = """
ableist abusive agonizing aloof anachronistic anarchic anti-democratic anti-semitic antisemitic arbitrary arcane
argumentative authoritarian autocratic backward backwards bankrupt barren beloved bitter bland bloodless bold broken
brusque burdensome chaotic charming chauvinistic clandestine colonialist contentious corrupt cranky dead-end
dehumanizing dilapidated dirty disagreeable discriminatory disgruntled disjointed disproportionate domineering dynamic
entitled erratic excessive extreme extremist failed failing fake fanciful far-left far-right fascistic feisty
foreboding fraudulent fringe fundamentalist furious generous genocidal giddy godless gung-ho hard-line hardline
homicidal homophobic honest honorable honourable hostile humane iconic ideological illegitimate imperialist improper
inappropriate incautious incongruous indiscriminate inflexible insignificant inspired inspiring irrelevant
irreversible islamophobic left-wing legendary lying manufactured mercenary messy militant misleading misogynist
murderous neglectful negligent neocolonial noble obsessed obsessive obstinate offensive outdated outraged outright
partisan patriarchal patriotic polarising polarizing powerless precious predatory privileged profound proud prudent
psychopathic racist radical raging reasonable rehashed resilient right-wing robust sarcastic self-inflicted sensible
sentimental sexist shattering sick sniping sociopathic spoiled substandard suicidal sulking supremacist surreptitious
terrifying tired tragic transphobic triggered unaccountable unapologetic unappealing unbalanced unchecked
uncompromising unconstitutional undemocratic undignified undisciplined undue uneducated unenlightened unequal unfit
unfriendly uninspired uninspiring unlawful unnatural unnecessary unoriginal unquestioning unremarkable unresponsive
unrestrained unruly unsatisfying unsophisticated unsound unsubstantiated untenable unwieldy vociferous volatile weak
wild worrying worthy xenophobic
"""
_EITHER_NOUNS = """
agitator apathy backlash bankruptcy bribery brutality bureaucrat butchery calamity catastrophe champion chaos clown
communist conspiracy corruption courage cover-up coverup crackdown criminal crusade cult cynic degradation destruction
devastation dictator dignity disaster dogma dread elite elites excuse extremism extremist fascist flood fraud gangster
garbage hate hero heroes heroine horror hostility incitement infestation influx injustice integrity intimidation
invasion joke junk justice kickback lie lies looter manipulation masquerade mess militant miracle misery misinformation
misogyny monster murderer myth nationalist nazi neglect neo-nazi oligarch oppression outcry outrage overreaction panic
partisanship patriot patriotism payoff perjury persecution pest phobia pig plague plot poison pork predator prejudice
privilege propaganda provocation puppet purge racism racist racists radical radicalism rage repression resentment
revenge rhetoric rioter ruin sabotage scam scandal scare scheme sexism shame sheep slander slaughter snake socialist
spectacle stain stigma storm supremacist supremacy suspicion swarm terror terrorist theft thief thieves tragedy trap
trash treason turmoil uproar utopia vandal virtue voodoo waste weakness witch woe wonder wrath wrongdoing xenophobia
"""
_EITHER_VERBS = """
abuse ambush applaud assassinate attack badger bait blackmail bombard bribe bury butcher carve celebrate choke clash
claw coerce collapse condemn conspire corrupt crumble curse damn defang deflate denounce deserve destroy detest
dethrone devalue discredit disenfranchise doom drown embitter endanger engulf eradicate erupt evade explode exploit
fabricate fake fan fester flirt frighten grab hamper harm hurl hustle idolize impale indulge infiltrate inspire
intimidate invade lecture lie lure lurk lust manipulate manufacture marginalize masquerade massacre menace mislead
molest murder neglect neuter oust outrage overpower overrule overrun overthrow overwhelm panic pelt persecute pester
plague plot plummet plunge poison pollute pontificate pretend prey provoke punch purge rail ram rape reek repress
reproach repudiate revolt rip rob ruin sabotage sack scam scare scheme scrape scream shame shatter shove shun silence
slander slash slaughter slay smuggle sneak snub spit spite squeal squeeze starve steal stifle suffocate suppress swarm
target terrify threaten thrive torch torture trash trick twist undermine usurp vandalize venerate violate wail weaken
wield wither worship wreak wreck yank yell
"""

# Adjectives that weigh or measure, and judge as much as the writer's scale does.
_MILD = """
acceptable adequate ambitious apt attractive bad best better big blind boring bright careful cheap clear clever cold
comfortable common complicated controversial convenient convincing correct costly cosy cozy credible critical crucial
curious dangerous dark dead deadly deep deep-seated deserved difficult disappointed disappointing distressing doubtful
dramatic dull eager easy effective elusive empty endless enormous essential ethical evident excited expensive extensive
fair false familiar famous fatal favorite favourite fierce fiery flat fortunate fragile free fresh friendly fruitless
frustrated frustrating full fun fundamental funny gigantic glad gloomy good grand grateful grave great grown-up guilty
haphazard happy hard harmful harsh healthy heartbroken heated heavy helpful helpless high-profile hopeful horrified hot
huge hungry ill immature immense impatient imperfect important impossible inconvenient indifferent indisputable
inevitable inferior innocent insufficient intelligent intense interesting intimate intriguing invisible ironic
irrefutable jealous justified key large lasting lax legitimate likable lofty logical lonely long-overdue long-suffering
loud loyal lucky lukewarm massive mature mere merry misplaced moderate modest moral mundane mysterious natural
necessary needed negative nervous nice normal nostalgic notorious obvious odd optimistic outspoken overdue overwhelming
painful passionate peaceful peculiar pessimistic plain pleasant pleased poor popular positive powerful practical
pragmatic predictable preferable pretty productive promising proper pure puzzling quaint quick quiet rare rational real
realistic respectful rich right ripe risky rocky romantic rosy rough sacred sad safe scant scared scathing sceptical
sensitive serious severe shallow sharp sheer simple sincere skeptical skimpy sleek slow small smooth solid
sophisticated sore sorry sparse special speculative stark startling steep strange striking strong stuck sturdy subtle
successful sufficient suitable superior sure surprised surprising suspect suspicious sweeping sweet swift sympathetic
tall tedious telling tender tense terrified thin thorough tight timid tiny tiresome tiring tolerant tough tricky true
unambiguous uncertain unclear uncomfortable unconvincing undeniable understandable unexpected unfortunate unhappy
unhealthy unimaginable uninteresting unlikely unlucky unmistakable unpleasant unpopular unprecedented unquestionable
unrealistic unsafe unstable unsuccessful unsurprising unusual unwelcome unwilling upset urgent useful usual utter vague
valid valuable vast versatile vicarious violent vital vivid vocal vulnerable warm welcome well-known worried worse
worst wrong
"""

# Last parts of compounds that judge whatever stands before them: "war-mongering", "oil-obsessed".
_COMPOUND_ENDINGS = frozenset(
    """addicted addled baiting bashing boiling breathing busting churning clad clutching crazed crushing dodging
    draining fueled fuelled gnashing grabbing grubbing guzzling happy hating hugging hungry infested killing
    kissing licking loving mad mongering mouthed obsessed peddling plagued prone pushing raising rattling
    ridden scarred seeking shaming slapping slinging soaked spewing splaining splitting stained starved
    stoking strapped sucking swilling tainted throwing thumping toting wagging washing waving wielding
    wrecking wringing""".split()
)


def _blame() -> frozenset[str]:
    adjectives = (
        blame.FOOLISH, blame.CRUEL, blame.DISHONEST, blame.SHAMEFUL, blame.FAILED, blame.ARROGANT, blame.EXTREME,
        blame.UNFAIR,
    )  # fmt: skip
    return (
        of_adjectives(" ".join(adjectives).split())
        | of_nouns((scorn.NAMES_CALLED + scorn.SCORNED).split())
        | of_verbs((scorn.ATTACKING + scorn.SNEERING).split())
    )


BLAME = _blame()
"""All forms of the words that blame, scorn or alarm."""

PRAISE = (of_adjectives(_ADMIRING.split()) | of_nouns(_PRAISED.split()) | of_verbs(_PRAISING.split())) - BLAME
"""All forms of the words that praise."""

EITHER = (
    of_adjectives(_EITHER_ADJECTIVES.split()) | of_nouns(_EITHER_NOUNS.split()) | of_verbs(_EITHER_VERBS.split())
) - (BLAME | PRAISE)
"""Words that may judge and may just name: too often plain to be shown as judging, but common in opinion."""

MILD = of_adjectives(_MILD.split()) - (BLAME | PRAISE | EITHER)
"""Adjectives that weigh and measure, with their adverbs."""


def blames(word: str) -> bool:
    """Whether a lower-case word blames; a compound does by one of its parts or by its last one ("oil-obsessed")."""
    if word in BLAME or "-" not in word:
        return word in BLAME
    parts = word.split("-")
    return parts[-1] in _COMPOUND_ENDINGS or any(part in BLAME for part in parts)


def judges(word: str) -> bool:
    """Whether a lower-case word carries a judgement, blame or praise."""
    return word in PRAISE or blames(word)
