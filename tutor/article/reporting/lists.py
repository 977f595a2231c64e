"""Lists of words that report who says, thinks or wants what: this project's own, from general knowledge of English.

Verbs stand in their dictionary forms, under a line with what they report (`Manner`) and their frames (the letters of
`Frame`); a verb may stand in several places, and what an earlier one says of a frame counts.
"""

from __future__ import annotations

VERBS = """
speech qtzwa
  say add argue state declare announce explain acknowledge admit concede reply respond warn caution joke lament
  complain recall observe remark comment stress emphasize emphasise reiterate maintain confess proclaim conclude reveal
  disclose report write tweet retort opine quip boast testify contend insist assert allege mention recount muse marvel
  gripe exclaim whisper shout yell cry mutter murmur groan gasp chuckle growl sigh stammer grumble scream theorize
  theorise hypothesize hypothesise affirm reaffirm attest profess posit surmise counter repeat protest quote interject
  chime vent fume chide crow sneer snap preach blog text post relate narrate clarify specify postulate summarize
  summarise volunteer venture offer hazard reason confide divulge relay submit underline underscore enthuse avow aver
  bleat bluster breathe chant chorus clamor clamour conjecture demur enquire expound foretell gloat grouse gush howl
  inquire insinuate interpose intimate jeer kvetch lecture moralize moralise rasp reassert restate remonstrate seethe
  spout sputter stutter utter vouchsafe whimper wisecrack yelp jest tease prophesy pontificate philosophize
  editorialize exult rage rant roar scoff moan whine wail bark blurt bellow drawl croak snarl sob squeal shriek thunder
  intone deadpan rejoin twitter email message counsel allow concur
speech tzo
  guarantee
speech tz
  reckon reflect communicate convey advertise dispute contest advocate signal signify
speech qtza
  claim note tout brag
speech qta
  continue chant sing read answer conclude press plead wonder interrupt
speech q
  begin finish
speech qtzwla
  tell remind assure inform advise notify reassure
speech tzwl
  convince persuade teach instruct promise warn
speech qwla
  ask
speech i
  claim profess consent undertake volunteer
speech tzi
  deny agree disagree swear vow pledge promise threaten
speech tqa
  demand recommend suggest propose urge
speech tza
  predict estimate forecast project calculate speculate show suggest find indicate
speech tw
  indicate confirm signal imply hint stipulate document demonstrate prove illustrate
speech w
  discuss debate outline describe detail question
speech t
  rule certify decree tally establish determine ascertain verify detect discern mandate stipulate
speech qo
  bill caption headline entitle
speech o
  note proclaim announce outline propose suggest recommend reiterate underscore highlight emphasize emphasise stress
  explain detail discuss recount describe mention reference cite quote invoke recite unveil disclose predict forecast
  reject deny dispute refute rebut debunk debate downplay echo repeat summarize summarise voice express claim allege
  clarify report confirm affirm reaffirm reassert restate assert contest convey articulate air float broach publicize
  publicise foretell signal imply stipulate specify retract relay relate enumerate allude acknowledge admit concede
  declare pledge promise vow estimate address recall bemoan lament reveal urge chronicle recap retell
speech u
  urge ask order tell implore beg advise instruct press exhort warn invite encourage call direct request beseech
  challenge command counsel dare entreat forbid lobby nudge petition persuade convince prod remind summon
thought tzwa
  think believe fear suspect guess reckon
thought s
  see view regard perceive cast identify frame treat define picture recognise recognize peg interpret rate
thought tza
  learn
thought tz
  decide hope expect worry wish pray
thought tzw
  assume understand realize realise imagine figure doubt know learn remember presume suppose
thought tw
  feel discover notice see mean anticipate foresee sense hear judge consider
thought qtw
  wonder ponder
thought tz
  bet trust
thought t
  hold infer deduce dread presuppose accept dream rejoice regret determine
thought o
  believe doubt fear love hate dislike admire respect resent regret understand favor favour prefer distrust mistrust
  detest loathe adore despise cherish envy dread abhor relish begrudge lament
  mourn rue envisage
judgement o
  criticize criticise praise denounce condemn blast slam attack mock ridicule accuse blame question dismiss applaud
  hail welcome label brand dub deride decry rebuke chastise scold challenge defend endorse oppose liken compare bemoan
  disavow characterize characterise portray depict laud rip hammer lambaste lambast castigate berate belittle
  disparage denigrate vilify demonize demonise excoriate skewer bash trash commend compliment congratulate thank extol
  celebrate glorify trumpet advocate champion promote tout chide admonish assail scorn condone repudiate renounce
  disown minimize minimise trivialize trivialise exaggerate overstate understate roast lampoon satirize satirise
  parody knock pillory savage spurn rebuff embrace hype plug herald justify excuse discount disregard ignore query
  appreciate forgive trust disbelieve torch ding jab shun eulogize toast flay deprecate second salute credit
  fault censure critique curse damn
  defame flatter heckle idolize idolise lionize lionise mischaracterize mischaracterise misrepresent needle
  reprimand reproach reprove revile romanticize romanticise scapegoat stigmatize stigmatise upbraid vindicate whitewash
  worship deplore impugn insult taunt malign slander smear paint
judgement oq
  call describe term deem declare pronounce
wish i
  want hope plan intend expect vow promise pledge threaten refuse decline agree decide wish offer prefer desire seek
  demand ask opt aim resolve swear yearn long hesitate
wish u
  want expect wish prefer
wish o
  contemplate mull weigh envision want demand request seek desire favor favour oppose
"""

# Verbs that report with one of these words after them.
PARTICLES = """
speech
  point out/to; spell out; lay out; call out; speak of/about/out/against; talk of/about/up/to/through/down; cry out
  complain about/of; warn of/about/against; boast about/of; brag about; argue for/against/over; refer to; object to
  respond to/with/by; react to/with/by; allude to; hint at; inquire about; testify about/to; plead for/with; vow to
  comment on/about; ask about/for; apologize for; apologise for; joke about; elaborate on; insist on/upon
  muse about/on; quote from; answer with; go on; sum up; weigh in; chime in; fire back; shoot back; hit back; clap back
  push back; bring up; give out; read out/from; attest to; lie about; expand on; hold forth; vent about; lament about
  lobby for/against; hit out; lecture on/about; preach about; crow about; gloat about; whine about; moan about
  rant about/against; rage about/against; fume about/at/over; agonize over; agonise over; quarrel about/over
  inform of/about; notify of; remind of/about; tell of/about; write of/about; confess to; admit to; own up
  dissent from; gossip about; speculate about/on; theorize about; theorise about; wax about; let on; reel off
  reminisce about; rave about; report on; expound on; touch on; dwell on; opine on; harp on; gush about; tweet about
  rule out; play down/up; take credit/exception/offense/offence; swear by; cast doubt; shed light; sound off; open up
  press on
judgement
  lash out; rail against; push for; press for; lobby for; call for/on/upon; agree with/on; disagree with/on/about
  describe as; characterize as; characterise as; portray as; depict as; dismiss as; cast as; paint as; frame as
  tout as; hail as; approve of; disapprove of; sneer at; scoff at; bristle at; balk at; take aim/issue; go after
  laugh at/off; side with; campaign for; advocate for; speak for; rally against; vouch for; make fun/light
  poke fun/holes; write off; chalk up; fret about/over; double down; swipe at; caution against/about; quarrel with
  quibble with; crack down; brush off/aside; shrug off; wave off/away; tear into; lace into; pile on; jeer at
  marvel at; gripe about/over; grumble about/over; protest against; crusade against/for; pay tribute; throw support
  commit to; point at/toward
thought
  think of/about; know about/of; believe in; worry about; hope for; dream of/about; care about; wonder about; long for
  yearn for; look forward; despair of; see as; regard as; view as; decide on/against; opt for/against; wait for
  settle on; subscribe to; concentrate on; obsess over
wish
  plan for/on; aim for/at; wish for; hold out
"""

# Adjectives after "be" or "feel" that report with a clause or with one of the words below.
STANCES = """
confident certain sure convinced clear adamant aware unaware worried concerned afraid fearful hopeful optimistic
pessimistic skeptical sceptical critical supportive dismissive bullish bearish upbeat guarded
noncommittal unapologetic unconvinced unpersuaded unimpressed unmoved undeterred categorical unequivocal forceful
outspoken scathing effusive resigned content heartened encouraged discouraged disheartened distressed devastated
embarrassed mortified humiliated insulted offended annoyed irritated incensed enraged infuriated indignant resentful
hostile sympathetic unsympathetic thankful appreciative astonished astounded startled dumbfounded mystified bewildered
perplexed fascinated obsessed weary apprehensive leery distrustful mistrustful dubious unconcerned indifferent
ecstatic jubilant elated overjoyed aghast nostalgic proud ashamed glad happy unhappy pleased angry furious
upset frustrated disappointed dismayed surprised shocked stunned amazed alarmed outraged thrilled excited nervous
anxious doubtful unsure uncertain ready willing unwilling reluctant eager determined keen opposed wary suspicious
mindful persuaded satisfied dissatisfied relieved grateful sorry jealous envious tired sick fond enthusiastic
passionate troubled bothered disgusted horrified appalled saddened insistent honest frank blunt candid vocal mum coy
silent emphatic explicit hesitant interested committed dedicated intent undecided torn baffled puzzled confused
curious intrigued impressed delighted honored honoured humbled irate livid scared terrified frightened inclined
receptive ambivalent cynical bitter defensive complimentary contemptuous incredulous uneasy uncomfortable
"""
# Verbs that join them to somebody as "be" does.
SEEMING = "felt feel feels seem seems seemed appear appears appeared sound sounds sounded remain remains remained"
STANCE_LINKS = "that about of with by on over for to in as at if whether why how against"

# Nouns of saying, thinking and wanting that are somebody's: "Rossi's claim that", "her fear of", "a warning by Pike".
NOUNS = """
speech
  claim statement allegation accusation assertion argument contention insistence complaint warning prediction
  suggestion promise pledge vow announcement criticism condemnation denunciation denial admission explanation
  acknowledgment acknowledgement proposal recommendation plea appeal call demand remark comment testimony
  forecast estimate declaration proclamation description characterization confession revelation disclosure objection
  rebuke charge report rumour rumor pronouncement reassurance reminder boast
  threat ultimatum insinuation conjecture speculation observation verdict thesis outcry protest concession diatribe
  critique lament quip joke taunt apology invitation assurance rant rhetoric tirade
  attack praise insult plan
thought
  belief opinion conviction fear worry concern hope doubt suspicion hunch expectation assumption conclusion notion
  theory understanding impression feeling perception hypothesis skepticism scepticism realization contempt admiration
  disdain distrust misgiving reservation optimism pessimism confidence faith certainty uncertainty ambivalence
  frustration anger outrage fury disappointment dismay displeasure satisfaction delight pride shame regret remorse
  gratitude enthusiasm unease anxiety alarm disbelief disgust hatred obsession fascination resentment
wish
  desire wish intention determination refusal decision reluctance willingness opposition rejection bid
  ambition aspiration eagerness readiness commitment longing yearning hesitation unwillingness
"""
# Those that somebody has even where nobody is named: "the claim that it is late".
CLAIMS = """
claim allegation accusation assertion suggestion argument contention belief notion fear warning worry concern
complaint suspicion charge report rumour rumor pronouncement
"""
# Verbs that do no more than carry a noun of saying: "made a promise to", "has doubts about".
CARRIERS = """
make give issue raise voice express offer deliver have hold harbor harbour take cast send write post publish submit
file repeat release sign drop launch level
"""
# Nouns of thinking with which a possessive and "in" or "by" make somebody's what follows: "in her view".
VIEWS = """
view opinion words eyes judgement judgment estimate estimation account version mind telling admission count counts
reckoning accounts estimates
"""
# What somebody has written is a source, as a person is: "a report found", "polls show".
PAPERS = """
report reports study studies survey surveys poll polls research paper papers statement document documents article book
letter memo email data transcript transcripts presentation brochure leaflet map maps chart graph table recording
recordings footage video videos photo photos photographs tape tapes slide average census tally register log figures
numbers statistics analysis findings evidence review audit records filing lawsuit complaint column editorial headline
website site post tweet ad ads message sign banner indictment affidavit
"""
# What is done in them to what is said there: "the report counts 388 ships".
ENTERING = "count list tally record register log contain"
# What makes what is said nobody's in particular.
HEARSAY = "allegedly reportedly supposedly purportedly"

# Forms that are as often nouns or adjectives: whoever says it must be named right before them.
DOUBTFUL = """
claim claims report reports comment comments answer answers demand demands estimate estimates promise promises
question questions state states remark remarks note notes hope hopes fear fears doubt doubts finds direct press cry
cries show shows call calls label labels brand brands blame praise joke jokes point points rule rules counter counters
hint hints plead snap tweet tweets plan plans project projects forecast forecasts request requests wish wishes desire
attack attacks support dispute disputes debate debates charge challenge challenges order orders offer offers judge
judges second text texts post posts quote quotes reference detail details address threat worry worries vow vows pledge
pledges protest protests signal signals mention mentions document documents guess figure figures value rip hammer
paint paints view views respect love hate favor favour regret need needs welcome mean long aim aims bill project chant
chants voice read reads fault credit salute dream dreams blog sense insult taunt smear trash bash champion champions
like likes account repeat decline advocate advocates caption headline echo rate air airs chorus lecture lectures counsel
command commands dare dares lobby lobbies petition petitions contest contests float floats relay relays trust bet bets
curse curses censure critique critiques dread needle needles worship hold holds nudge nudges guarantee guarantees howl
howls
"""

# Past and participle where no rule makes them; one word where both are the same.
IRREGULAR = """
say said; tell told; write wrote written; think thought; know knew known; find found; show showed shown; see saw seen
feel felt; hear heard; mean meant; read read; teach taught; understand understood; swear swore sworn
speak spoke spoken; go went gone; make made; take took taken; lay laid; seek sought; forecast forecast
foresee foresaw foreseen; sing sang sung; begin began begun; bring brought; give gave given; shoot shot; hit hit
hold held; put put; have had; send sent; draw drew drawn; cast cast; tear tore torn; throw threw thrown; shed shed
pay paid
"""
# Verbs whose last letter is doubled before -ed and -ing.
DOUBLED = (
    "admit quip brag rip slam refer dub plan rebut opt chat snap sum chip put hit commit sob rap drop peg plug extol"
)
