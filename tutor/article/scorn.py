"""Nouns and verbs of blame, scorn and alarm: hardly any of them stands in a sentence without a judgement.

All lists are this project's own, as those in `blame` are.
"""

# What people are called.
NAMES_CALLED = """
acolyte airhead alarmist apologist apparatchik appeaser autocrat back-scratcher backstabber bagman barbarian bigot
blackguard bloodsucker bloviator blowhard blusterer bogeyman boogeyman bootlegger bootlicker bore bozo brainwasher brat
brown-noser brownnoser brute buffoon bully bumbler bungler busybody butcher cabal cad carpetbagger caveman charlatan
chauvinist cheapskate cheat cheater chicken-hawk chickenhawk clod clodhopper con-artist con-man conman conspiracist
corrupter coterie coward crackhead crackpot crank creep cretin crony crook crusader crybaby crybully cultist cur
curmudgeon darling deadwood deceiver defeatist defiler degenerate demagogue demon demonizer denier deplorables despot
devil devotee dimwit dirtbag disciple do-gooder dogmatist dolt doomsayer doomster doormat dope drama-queen dud dullard
dummy dunce dupe eccentric egghead egomaniac elitist embezzler enabler evildoer fabulist faker fanatic fanboy fangirl
fantasist fatcat fear-monger fearmonger fiend finger-wagger firebrand flake flamer flamethrower flatterer flip-flopper
flunky fool fraudster freak freak-show freeloader fruitcake gasbag gaslighter ghoul globalist glutton god-botherer
gold-digger goody-goody goon grandstander gravedigger grifter grump gunslinger guru guttersnipe hack halfwit hanger-on
hangers-on has-been hatchet-man hatemonger hater hellion henchman heretic hoodlum hooligan horde hothead huckster
hypocrite hysteric ideologue idiot idler ignoramus imbecile imposter impostor ingrate invader jerk jingoist junta
kingmaker kingpin kleptocrat know-it-all know-nothing kook kowtower lackey laggard lapdog layabout lecher leftist liar
lickspittle lightweight loony loser loudmouth lout lowbrow lowlife lunatic lynch-mob madman malingerer maniac maoist
marxist mastermind meddler megalomaniac messiah milksop minion miscreant misfit misogynist mob mollycoddler moneybags
moocher moonbat moralizer moron mouthpiece muckraker mudslinger naif namby-pamby narcissist naysayer nemesis neo-con
neocon nihilist nincompoop ninny nitwit numbskull nut-job nutcase nutjob oaf oddball ogre opportunist oppressor
overlord panderer paperpusher parasite pariah patsy peacenik peddler pencil-pusher pervert philistine phonies phony
pimp pinhead plagiarist plutocrat poltroon poser poseur pretender profiteer profligate propagandist propagandizer
provocateur prude psychopath puppet-master puppeteer puritan pushover quack quisling rabble-rouser racketeer
rapscallion reactionary remoaner reprobate rogue roughneck ruffian sadist sadsack scalawag scammer scapegoat
scaredy-cat scaremonger schemer schlub schmuck scofflaw scoundrel scourge scrooge scrounger scum scumbag scumball
self-promoter sellout sensationalist sheeple shill showman showoff shyster simp simpleton skinflint slacker slanderer
slave-driver slavedriver sleazebag sleazeball slimeball slob sloganeer smart-aleck snitch sniveler snob snoop snowflake
sociopath spendthrift spin-doctor spoilsport squatter squish stalinist statist stinkpot stooge stool-pigeon
storm-trooper stormtrooper strongman stuffed-suit subversive suck-up sucker swindler sycophant tattler tattletale
tax-dodger thug tightwad time-server tin-god toady tormentor totalitarian traitor trickster troll troublemaker
tub-thumper turncoat twerp twit tyrant usurer usurper vampire vermin villain viper virtue-signaler virtue-signaller
vulture wacko wannabe war-hawk war-profiteer warhawk warlord warmonger wastrel weakling weasel weirdo wheeler-dealer
whiner whinger wimp windbag wingnut wrecker wuss xenophobe yes-man yokel zealot zombie
"""
# What people do, say and make, as those see it who think little of it.
SCORNED = """
abasement aberration abomination absurdism absurdity acrimony adulation aggrandizement agitprop airbrushing alarmism
animosity antics arm-twisting armageddon arrogance atrocity attack-dog audacity avarice backbiting backroom-deal
backscratching backsliding backstab backstabbing bait-and-switch balderdash baloney bamboozlement banality
banana-republic barbarism barbarity barrage battle-cry bedlam bellicosity belligerence bellyaching betrayal bevy
bigotry bile blarney blasphemy blather blight blitz blitzkrieg bloodletting bloodlust blunder bluster boatload bombast
bombshell bonanza boo-boo boogeyman boondoggle boorishness bootlicking brainwash brainwashing bravado brazenness
breast-beating brinkmanship brouhaha browbeating brutishness buck-passing bucketload buffoonery bugaboo bullying
bumbling bunk bunkum buzzword cabal cacophony callousness canard cannon-fodder capitulation carnage cataclysm
caterwauling cavalcade cave-in censoriousness cesspit cesspool charade chest-beating chest-thumping chicanery chokehold
chutzpah circus claptrap cliche cliquishness cluelessness cockiness collusion comeuppance complacency conceit
concoction condescension confabulation conniption contempt contortion contrivance cop-out corporatism corruptness
coterie cowardice crack-up crap crapshoot craziness credulity crocodile-tears cronyism crud cruelty crusading
cuckoo-land curse cynicism damnation death-knell death-trap deathtrap debacle debasement debauchery decadence deceit
deceitfulness deception deep-state defeatism defilement degeneracy dehumanization delirium deluge delusion demagoguery
demagogy demise demonisation demonization denialism depravity depredation derangement dereliction desecration despair
desperation despoliation despotism devilry diatribe dilettantism dirty-trick dirty-tricks disarray disdain disgrace
disgust dishonesty disillusionment disinformation disrepute disrespect disservice distortion divisiveness dog-whistle
doom doomsday double-dealing double-speak double-standard double-talk doublespeak doublethink downward-spiral dreck
drivel drumbeat dumping-ground dumpster-fire duplicity dysfunction echo-chamber egoism egomania egotism elitism
embarrassment emptiness endgame enmity entanglement escapism evasion evasiveness evil exaggeration excess excuse-making
extravaganza eyesore fabrication facade fairy-tale fairytale fakeness fakery fallacy falsehood falsification fanaticism
fanfare farce fascism favoritism favouritism fear-mongering fearfulness fearmongering fecklessness feeding-frenzy
fetish fiasco fib fickleness fiefdom figment filth finger-pointing finger-wagging firestorm fishing-expedition fixation
flattery flimflam flip-flop flippancy flop flummery flurry folderol folly foolhardiness foolishness freak-out freakout
free-for-all free-lunch free-ride freebie freeloading frenzy frivolity fulmination fury gabble gaffe gaggle gall
gangsterism garishness gaslighting gerrymandering gibberish gimmick glibness gloating gloom-and-doom glut gluttony
gobbledegook gobbledygook gobs godlessness goof goof-up goose-step gotcha grab-bag graft grandstanding greed
greenwashing grift grifting gripe grotesquerie groupthink groveling grudge grudge-match guff gut-punch hackery
half-truth hand-wringing handwringing haplessness hara-kiri harangue hatchet-job hate-mongering hatefest hatred havoc
heartlessness hedonism hell hellhole hissy-fit histrionics hoax hobbyhorse hocus-pocus hodgepodge hogwash hokeyness
hokum hollowness hoodwinking hooey hoopla hot-air hubris hullabaloo humbug hype hyperbole hypocrisy hysteria hysterics
idiocy idolatry ignominy ignorance illegitimacy illogic imbecility immorality imposture impotence impropriety impudence
impulsiveness inanity incivility incoherence incompetence indecency indignation indiscretion indoctrination indulgence
ineffectiveness ineptitude infamy infatuation inferno infomercial ingratitude inhumanity iniquity innuendo insanity
insinuation insolence insult intemperance intolerance intransigence invective iron-fist irrationality irresponsibility
jabberwocky jiggery-pokery jingoism kabuki kangaroo-court kerfuffle kleptocracy knavery kowtow land-grab largesse
laughing-stock laughingstock lawlessness laxity laziness lechery lethargy licentiousness lip-service litany lunacy
lunatic-fringe lynching machination machinations madness maelstrom malaise malarkey malevolence malice mania
mansplaining mantra mayhem meanness meddling mediocrity megalomania melodrama meltdown menace mendacity mess-up
mind-control mind-games mindlessness mirage misadventure mischaracterization misdirection mismanagement
misrepresentation misrule mission-creep misstep mockery monstrosity monstrousness morass moronism muckraking
mudslinging mumbo-jumbo mummery naivete naivety name-calling nanny-state narcissism nastiness navel-gazing nepotism
nightmare nincompoopery nitpicking nonsense nosiness nothingburger nuthouse nuttiness obfuscation obscenity
obsequiousness obsession obstinacy obstructionism one-upmanship onrush onslaught opportunism opprobrium orgy
ostentation overindulgence overkill overreach overstatement pablum pageantry palaver pandemonium pandering pantomime
paper-tiger paranoia parochialism parody payola pearl-clutching peddling perfidy perversion perversity pestilence
pettifoggery pettiness petulance philistinism phoniness piety piffle pigheadedness pigsty pile-on pillage pipe-dream
pity-party platitude plight ploy plunder poison-pill politicization politicking pomp pomposity ponzi-scheme poppycock
pork-barrel posturing potshot power-grab power-trip powergrab pratfall prattle pretense pretension pretentiousness
pretext prevarication profiteering profligacy provincialism prudery prurience psychobabble psychodrama puff-piece
puffery punditry puppet-show puritanism quackery quagmire quandary quibble quicksand rabble-rousing race-baiting
race-card rack-and-ruin racket ragbag rampage rancor rant ranting rapacity rape-culture ravages recklessness red-tape
remorselessness retrogression ridicule rigamarole rigging rigmarole rip-off rubber-stamp rubbish ruckus rumor-mongering
ruse ruthlessness saber-rattling sabre-rattling sadism sanctimoniousness sanctimony sarcasm savagery scapegoating
scare-mongering scare-tactic scaremongering schtick scorched-earth scorn scourge screed scuttlebutt self-abasement
self-aggrandizement self-congratulation self-dealing self-deception self-delusion self-destruction self-flagellation
self-glorification self-hatred self-importance self-indulgence self-loathing self-parody self-pity self-righteousness
self-sabotage selfishness sensationalism senselessness servility sewer shakedown sham shambles shamelessness shell-game
shenanigan short-sightedness shortsightedness showboating showdown shtick sideshow silliness skulduggery skullduggery
slapstick sleaze sleight-of-hand slipperiness sloganeering slugfest slur slush-fund smear smear-campaign smoke-screen
smokescreen smorgasbord smugness snafu snake-oil snark snobbery snottiness sob-story sophistry sordidness spiel
spinelessness spite spoils squabble squabbling squalor stench stinginess stonewalling stopgap straightjacket
stranglehold strife stubbornness stunt stupidity stupor subservience subterfuge superstition supineness swagger swamp
sweetheart-deal swill swindle sycophancy taint talking-point tall-tale tantrum tastelessness tax-grab tear-jerker
temerity temper-tantrum tentacle terrorizing theatricality theatrics thievery thralldom throes thuggery tirade
tomfoolery totalitarianism touchiness toxicity train-wreck trainwreck travail travesty treachery tribalism trickery
tripe triumphalism trope truckload truculence trumpery tsunami turpitude twaddle two-facedness tyranny ugliness
underbelly unreality unreason unruliness usurpation utopianism vacuity vacuousness vainglory vanity vanity-project
venality vendetta vengeance venom viciousness victimhood vileness vilification villainy vindictiveness virtue-signaling
virulence vitriol vulgarity war-cry warmongering warpath wastefulness wasteland weaponization weirdness whataboutism
whinge whining whirlwind whispering-campaign white-elephant whitewash whitewashing wickedness wild-goose-chase
wishful-thinking witch-hunt witch-hunting witches-brew witchhunt word-salad wreckage zeal zealotry zealousness
zero-sum-game zinger
"""

# What is done to others.
ATTACKING = """
annihilate antagonise antagonize assail ax axe backstab bash batter bedevil beleaguer belittle berate besiege besmirch
blast bleed blindside bludgeon browbeat brutalise brutalize bulldoze bully cajole calumniate cannibalize caricature
castigate castrate chastise clobber cripple crucify crush cudgel curb-stomp debase debunk decimate decry defame
defenestrate defile defrock degrade dehumanize delegitimize demean demolish demonise demonize denigrate deplatform
derail deride desecrate devastate devour disembowel disgrace dismantle disparage disrespect dodge dogpile domineer dox
doxx emasculate embolden embroil enfeeble enflame enrage enslave ensnare erode eviscerate excommunicate excoriate
execrate flay fleece fray garrote gerrymander gibe gouge gut hammer hamstring harangue harass haunt heckle hijack
hobble hogtie hollow hoodwink horsewhip hound humiliate impugn incense incite inflame infuriate insult jab jeer kneecap
lambast lambaste lampoon lash lunge lynch malign mangle mansplain mar maraud maul mire mock mutilate muzzle nuke
obliterate oppress ostracize outfox outwit parody pillage pillory plunder politicize pounce prod pulverise pulverize
pummel punish quash railroad ransack ravage ravish rebuke revile ridicule rile roast saddle sandbag scapegoat scathe
scold scorn scourge scuttle sensationalise shanghai shellac shoehorn shortchange shred sideswipe siphon skewer slag
slam slap slut-shame smash smear smite smother sneer snooker spurn squash squelch steamroll steamroller stigmatise
stigmatize strafe strangle strong-arm stymie subjugate sully swamp tatter taunt terrorise terrorize thrash throttle
thwart torment torpedo traduce trample trash-talk traumatise traumatize trivialise trivialize troll trounce tyrannise
tyrannize unleash unravel upbraid upend uproot vanquish victimise victimize vilify vituperate wallop weaponise
weaponize
"""
# How somebody speaks, moves, fails and deceives.
SNEERING = """
appease babble backfire backpedal backslap backslide balk balloon bamboozle bankroll barf befuddle bellow bellyache
bemoan betray bicker bilk blabber blather bleat bloviate bluff blunder blurt bluster boast bootlick botch brag
brainwash brandish bristle brownnose bumble bungle capitulate carp cave cheapen cheat cherry-pick chirp clamor clamour
cling clutch coddle collude concoct connive contrive cower cozy cram crater crow dally deceive defraud delude demagogue
dissemble distort dither dodder dog-whistle dote double-talk downplay drivel drool dupe embezzle embroider equivocate
exaggerate extort falsify fangirl fawn fear-monger feign fetishize fiddle finagle flail flatter flaunt flimflam
flip-flop flounder flout flub foist foment freak fritter fudge fulminate fumble fume fuss gaffe garble gaslight gawk
glad-hand gladhand glamorize gloat gloss goad goose-step grandstand greenwash grift gripe grouse grovel grumble
guilt-trip gush gussy harp hector hornswoggle huff humbug hype hyperventilate implode indoctrinate infest ingratiate
insinuate jabber jibe kowtow kvetch lament languish leer lowball lurch maunder meddle misbehave miscalculate
mischaracterize misdirect mishandle misinform misjudge mismanage misread misrepresent misspeak misstate moan
mollycoddle mooch mope moralise moralize muddle muddy muff mumble mutter nag name-drop natter nitpick obfuscate obsess
ogle ooze overblow overcook overegg overhype overindulge overreach overreact oversell overstate pamper pander parrot
patronise patronize pearl-clutch peddle perpetuate pettifog piffle pilfer pimp play-act posture prattle preach preen
prevaricate profiteer propagandize puppeteer pussyfoot quibble rabble-rouse race-bait rant rationalize rave regurgitate
rehash relapse renege revel rig romanticize rubber-stamp rubberstamp salivate sanitize sashay scaremonger schlep scoff
scramble screech seethe self-congratulate self-destruct sensationalize sermonize shapeshift shill shirk shovel showboat
shriek skulk skyrocket slaver slink slither slobber smirch smirk snarl snicker snigger snipe snivel soft-soap spew
splurge splutter spook spoon-feed spout sputter squabble squander squawk squirm stagger stammer stink stoke stomp
stonewall strut stumble stupefy subvert sucker sugarcoat sulk swagger swindle taint tamper tap-dance tarnish teeter
tiptoe toady tout truckle trumpet virtue-signal waffle wallow wangle war-monger weasel wheedle whimper whine whinge
whitewash wilt wince wisecrack yammer yap yelp
"""
