"""Adjectives of blame, scorn and alarm: hardly any of them stands in a sentence without a judgement.

All lists are this project's own, written down by classes of meaning from what English has for them; none was taken from
another list or counted in a text. Entries are plain forms; `judging` makes the others of them by rule.
"""

# Of little sense.
FOOLISH = """
absurd alarmist asinine baffling baseless batty bewildering bird-brained bizarre blundering boneheaded bonkers
brainless bumbling bungling cack-handed careening careless cartoonish cartoony childish closed-minded clownish clueless
clumsy cockamamie cockeyed cocksure conspiratorial crackpot crazy cuckoo daft delirious deluded deluding delusional
demented deranged desultory directionless dopey dumb exaggerated fallacious far-fetched farcical fatuous feckless
fickle flighty foolhardy foolish freakish goofy groundless gullible half-baked half-hearted ham-fisted ham-handed
hare-brained harebrained harried hasty head-scratching headlong heedless hell-bent histrionic hopeless hot-blooded
hot-tempered hysterical idiotic ignorant ill-advised ill-conceived ill-considered ill-informed ill-judged ill-tempered
ill-timed illogical imbecilic immoderate implausible imprudent impulsive inane incoherent incompetent incomprehensible
inconsiderate indiscreet inept inexplicable infantile injudicious insane intemperate irascible irrational juvenile
kooky laughable loony loopy ludicrous lunatic madcap melodramatic mercurial mind-boggling mind-numbing misbegotten
misdirected misguided misinformed misjudged mistaken moody moronic muddle-headed muddled naive nitwitted nonsensical
nuts nutty oblivious outlandish overambitious overblown overcautious overconfident overeager overexcited overheated
overreactive overwrought paranoid pea-brained pigheaded preposterous puerile rash ridiculous risible rudderless
scatterbrained scattershot scatty screwball screwy self-deceiving senile senseless short-sighted short-tempered
shortsighted silly simple-minded simplistic slapdash slipshod sloppy slow-witted small-minded soft-headed specious
spurious stagey stagy stupid temperamental tempestuous theatrical thick-headed thoughtless tin-pot tinfoil tone-deaf
two-bit unfounded ungovernable unhinged uninformed unintelligible unreasoned unreasoning unserious unthinking unwise
vacuous vapid wacky wanton weird wishy-washy witless wobbly wooden-headed woolly wrong-headed wrongheaded zany
"""
# Of cruelty, hatred and dread.
CRUEL = """
aghast agonized appalled barbaric barbarous bare-knuckle bellicose belligerent bestial blood-curdling blood-soaked
blood-stained bloodcurdling bloodstained bloodthirsty bloody-minded bone-chilling bone-crushing brutal brutish bullying
callous cataclysmal claustrophobic cold-blooded cold-eyed cold-hearted corrosive crazed cruel cutthroat damning demonic
depraved despotic devilish diabolical dictatorial draconian earth-shattering evil excruciating explosive fearsome
fiendish foul-smelling hair-raising hapless hard-hearted hardhearted hate-filled hateful hawkish heart-rending
heart-wrenching heartbreaking heartless heartrending heavy-handed heinous hell-raising hellish high-handed
horror-struck ill-starred incendiary infernal inflammatory inhuman inhumane inquisitorial insidious iron-fisted
jackbooted malevolent malicious malignant menacing merciless monstrous nail-biting nefarious nightmarish noxious
numbing ominous onerous oppressive overbearing panic-stricken panicked pernicious pestilential pitiless poisoned
poisonous pulverizing punishing punitive rabid remorseless repressive ruthless sadistic satanic scathing sclerotic
searing shell-shocked sinister sobering soul-crushing soul-destroying soulless spiteful stifling stinging strong-arm
suffocating terror-stricken thuggish torturous totalitarian toxic treacherous trigger-happy tyrannical tyrannous
uncaring unfeeling unholy vampiric vengeful venomous vexatious vexing vicious vile villainous vindictive virulent
vitriolic warmongering wicked wrenching wretched
"""
# Of lies, show, servility and concealment.
DISHONEST = """
backhanded bald-faced bare-faced barefaced biased bogus byzantine cagey chummy cloak-and-dagger conniving contrived
convoluted cooked-up corruptible craven cronyish crooked cryptic cultlike cunning cynical deceitful deceptive devious
dishonest dishonorable dishonourable disingenuous doctored doting double-dealing duplicitous evasive fast-talking faux
fawning feigned fishy furtive fuzzy goody-goody gooey gushing gutless hazy hollow hush-hush hypocritical idolatrous
incestuous inscrutable insincere insinuating jumbled kafka-esque knee-jerk kneejerk labyrinthine lickspittle
machiavellian manipulative maudlin mawkish mealy-mouthed meek mendacious mindless mock-heroic muddy murky nebulous
nepotistic obfuscatory obsequious oleaginous one-sided opportunistic overawed perfidious phoney phony pietistic pious
pliant pollyannaish pretentious propagandistic pseudo quixotic rigged rosy-eyed rubber-stamp saccharine sanctimonious
sappy scheming schmaltzy secretive seedy self-anointed self-appointed self-proclaimed self-righteous self-serving
self-styled servile shadowy shady sham sheepish sheeplike shifty simpering sketchy skewed slanderous slanted slavish
sleazy slick slimy slippery slithery slobbering sly smarmy smooth-talking sneaky so-called spellbound star-struck
starry-eyed starstruck subservient sugar-coated sugarcoated swooning sycophantic syrupy tendentious toadying tortuous
traitorous treacly treasonable treasonous trumped-up two-faced unctuous underhand underhanded unethical unprincipled
unscrupulous untrustworthy untruthful utopian veiled venal wannabe weak-willed weaselly whitewashed worshipful would-be
"""
# Of disgust and offence.
SHAMEFUL = """
abhorrent abject abominable annoying appalling atrocious awful beyond-the-pale blood-boiling contemptible crass creepy
cringeworthy cringey crude degrading demeaning deplorable derogatory despicable detestable disgraceful disgusting
disreputable distasteful disturbing dreadful egregious embarrassing exasperating filthy foul foul-mouthed foulmouthed
galling ghastly ghoulish grim grisly grotesque gruesome gut-wrenching hideous horrendous horrible horrid horrific
horrifying humiliating icky ignoble ignominious ill-mannered immoral indecent indefensible indelicate inexcusable
infamous infuriating inglorious insensitive insufferable insulting intolerable irksome irritating loathsome lousy lurid
maddening morbid nasty nauseating nauseous nightmare-inducing objectionable obnoxious obscene odious off-color
off-colour outrageous perverse perverted potty-mouthed putrid rancid repellent reprehensible repugnant repulsive
revolting rotten rude salacious scandalous shameful shameless shocking sickening sinful skeevy smutty sordid squalid
stomach-churning stomach-turning stupefying tasteless tawdry terrible twisted ugly unacceptable unbearable unbecoming
uncivilised uncivilized unclean unconscionable uncouth unforgivable ungodly unjustifiable unmentionable unpardonable
unprintable unsavory unsavoury unseemly unsightly unspeakable unthinkable vulgar warped yucky
"""
# Of failure, harm and poor work.
FAILED = """
abysmal alarming anemic antediluvian antiquated apocalyptic archaic banal bargain-basement battered battle-weary
bedraggled beleaguered bleak bloated botched calamitous cash-strapped cataclysmic catastrophic cheesy chilling
cliche-ridden cliched clunky cookie-cutter corny counterfeit counterproductive cowardly crappy creaky crippled
crippling crisis-ridden cruddy crumbling crummy crushing cumbersome cut-price cut-rate debilitating decadent decrepit
destructive devastating dire disastrous discredited disgraced disheveled dismal dismaying doomed drab dreary dubious
dysfunctional dystopian eccentric embattled empty-headed enfeebled faddish faltering far-out farfetched feeble flabby
flagging flailing flawed flimsy floundering fly-by-night foundering frayed frightening frightful frivolous fumbling
futile garish gaudy gimmicky gratuitous hackneyed half-cocked half-witted hamstrung harrowing haunting ho-hum hobbled
hokey hollowed-out humorless hyped hyperbolic ill-fated imploding impotent impracticable inadequate inauthentic
inconsequential ineffective ineffectual insipid irredeemable irreparable jarring jerry-built kitschy lackadaisical
lackluster lacklustre lame lamentable lifeless lightweight low-brow low-rent lumbering lumpen meager meagre meaningless
measly mediocre miserable misshapen moribund needless no-name obsolete oddball off-key off-putting outmoded
over-the-top overhyped overpriced overrated overstuffed paltry pathetic perilous petrifying pie-in-the-sky pitiable
pitiful plodding pointless precarious pseudo-scientific pseudoscientific punchless puny quack quirky ragtag ramshackle
ravaging reeling rickety ruinous run-of-the-mill sagging scandal-plagued scandal-ridden scary seamy second-rate
self-contradictory self-defeating self-destructive shabby shaky shambling shambolic shoddy shopworn showy snoozy
spine-chilling spineless sputtering squeamish staggering stale stilted stodgy stultifying stumbling superficial tacky
teetering tenuous tepid third-rate threadbare tin-eared toothless trashy trite trivial troubling tumultuous turgid
underachieving underwhelming undistinguished unedifying unimaginative unimpressive unnerving unprofessional
unscientific unsettling unworkable useless wafer-thin washed-up wasteful watered-down weak-kneed wimpy windy wishful
woebegone woeful worn-out worrisome worthless zombie-like
"""
# Of pride, anger and bad manners.
ARROGANT = """
abrasive acerbic acrimonious apoplectic arrogant attention-seeking audacious avaricious bellowing berserk
bible-thumping bickering blistering blustering blustery boastful boisterous bomb-throwing bombastic boorish bossy brash
brazen bull-headed bullheaded cantankerous catty caustic cavalier cheeky chest-thumping churlish cocky combative
compulsive conceited condescending contemptuous crabby cross-grained crotchety curmudgeonly defiant disdainful
dismissive disrespectful dogmatic egocentric egotistical elitist embittered enraged feuding finger-pointing
fire-breathing fixated flag-waving flippant fractious frantic frenetic frenzied fuming gleeful glib gloating gluttonous
grandiose grasping greedy grouchy gruff grumpy haughty headline-grabbing hectoring high-and-mighty hissy
holier-than-thou hot-headed hotheaded hubristic huffy ill-natured imperious impudent incensed indignant indulgent
insolent intransigent irate irresponsible lazy livid loud-mouthed maniacal manic mean-spirited megalomaniac
megalomaniacal messianic money-grubbing money-hungry moralistic moralizing mordant mouthy mud-slinging nagging
name-calling narcissistic narrow-minded neurotic nitpicking nosy ornery out-of-touch overfamiliar overproud overweening
patronising patronizing pedantic peevish petty petulant pig-headed pigheaded pompous power-hungry power-mad preachy
presumptuous puffed-up pugnacious pushy quarrelsome rambling rancorous ranting rapacious raucous raving reckless rigid
rough-shod sardonic sassy scabrous scolding scornful screechy scurrilous seething self-absorbed self-aggrandizing
self-centered self-centred self-congratulatory self-glorifying self-important self-indulgent self-interested
self-pitying self-promoting self-regarding self-satisfied selfish sharp-tongued shouty showboating shrill smug snarky
sneering sneery snide sniffy sniggering snippy snobbish snooty snotty sour spoilt strident strutting stubborn stuck-up
sullen supercilious surly swaggering swollen-headed tactless testy tetchy thin-skinned thorny toffee-nosed triumphalist
truculent tub-thumping unabashed unashamed unglued ungrateful unkind unrepentant vain vainglorious vituperative waspish
whining whiny wild-eyed withering
"""
# Of going too far.
EXTREME = """
all-out alt-right anti-american anti-science apocalyptical arrant astronomical ballooning bigoted blatant breakneck
bulging card-carrying ceaseless colossal communistic cult-like cultish demagogic divisive doctrinaire doom-laden
doomsaying doomsday downright ear-splitting earsplitting eye-popping eye-watering fanatical fear-mongering
fearmongering flagrant flat-out full-blown full-throated gargantuan ginormous glaring hard-left hard-right heathen
hefty heretical humongous hyper-partisan hyperpartisan hyperventilating incessant interminable intolerant jaw-dropping
jingoistic job-killing kafkaesque lawless leftist liberal-bashing mammoth mccarthyite militaristic mind-blowing
mushrooming nanny-state nativist never-ending non-stop nonstop orwellian outsized over-blown overboard overdone
overzealous politically-correct prejudiced race-baiting reactionary red-hot regressive retrograde rightist sacrosanct
sensationalist sensationalistic sensationalized sheer sky-is-falling skyrocketing slavering soaring socialistic
sprawling stalinist stark-raving stratospheric theocratic ultra-left ultra-right un-american unadulterated unalloyed
unamerican unceasing unending unheard-of unmitigated unpatriotic unrelenting untold utter virtue-signaling
virtue-signalling white-hot whopping woke zealous
"""
# Of greed and unfairness.
UNFAIR = """
acquisitive bloodsucking capricious close-fisted coddled covetous cushy deep-pocketed exorbitant exploitative
exploitive extortionate extravagant fat-cat feather-bedded featherbedded filthy-rich fleecing freeloading glitzy
gold-plated grabby hard-nosed highfalutin hoity-toity ill-gotten inequitable iniquitous inordinate lavish miserly
moneyed nouveau-riche one-eyed out-of-control overreaching pampered parsimonious penny-pinching pork-barrel posh
predaceous price-gouging pricey profiteering profligate rampant ritzy runaway self-dealing stingy super-rich swanky
tight-fisted tightfisted trendy uber-rich ultra-rich ultrarich unbridled undeserved unearned unfair unfettered
ungenerous unjust unjustified unmerited unreasonable unwarranted
"""
