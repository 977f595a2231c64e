"""Word lists that the checks share. All are this project's own, made for short replies of learners in English.

Entries are dictionary forms; inflections match through `words.lemma`.
"""

from __future__ import annotations

from tutor.article.linking import CAUSES, CONTRASTS
from tutor.rubric.phrases import plain

# Words that carry grammar rather than content. A reply made of the others alone is a list, not a sentence.
FUNCTION = frozenset(
    """a about above after again against all also am an and any are as at be because been before being below between
    both but by can could did do does doing down during each even ever every few for from had has have having he her
    here hers him his how i if in into is it its itself just may me might more most much must my no nor not of off
    on once only or other our out over own same shall she should since so some such than that the their them then
    there these they this those though through to too under until up upon us very was we were what when where
    whether which while who whom whose why will with within without would yet you your yours""".split()
)

# Function words that a list of terms may have all the same.
LISTING_WORDS = frozenset(["and", "or", "also", "plus", "etc"])
LISTING = LISTING_WORDS | frozenset(["the", "a", "an", "of"])

# What may stand between the words of a phrase without breaking it.
FILLER = frozenset(
    """a an the of to very really just also so too its their his her this that these those is are was were be any some
    own quite even all more""".split()
)

# Words that deny what follows them in the clause.
NEGATORS = frozenset(
    "not no never none nothing nobody neither nor without hardly barely scarcely rarely seldom nowhere lack".split()
)
# After "not", these leave what follows standing: "not only jobs but homes", "not without risk".
NOT_DENYING = frozenset(["only", "just", "merely", "simply", "solely", "without"])
# After "no", these make it an idle word: "no doubt".
NOT_DOUBTING = frozenset("doubt matter wonder question denying secret mistake".split())
# Pairs of words that deny what follows: "instead of", "rather than".
NEGATING_PAIRS = frozenset(
    {("instead", "of"), ("rather", "than"), ("far", "from"), ("oppose", "to"), ("absence", "of"), ("unable", "to")}
    | {("false", "that"), ("untrue", "that"), ("wrong", "that")}
    | {(verb, "to") for verb in ("fail", "refuse", "decline", "neglect", "cease")}
)
# Verbs that deny what follows in "-ing": "stopped being".
ENDING_VERBS = frozenset("stop quit cease".split())
# What leaves the rest standing when it is itself denied: "not afraid to help", "nobody doubts that".
DENIED_DOUBTS = frozenset("afraid scared ashamed hesitate mind doubt deny question forget".split())
# Verbs of thinking, and "true": a "not" before one and another behind it make a yes: "I don't think that it isn't".
THOUGHTS = frozenset("think believe say mean feel suppose true claim show see know prove suggest find".split())
# Subjects that open a clause of their own, where learners leave out the full stop.
NEW_SUBJECTS = frozenset("i he she it they we you there".split())
# What a denied verb of saying or knowing leaves open, not denied: "it does not say who counted the strikes".
ASKING = frozenset("who whom whose which what where when why how whether if".split())

# Verbs that report what somebody says or holds.
REPORTING_VERBS = frozenset(
    """accuse add admit agree allege announce answer argue ask assert assume assure believe blame call cite claim
    comment complain conclude consider contend criticise criticize declare demand deny describe disagree
    emphasise emphasize estimate expect explain express imply insist judge maintain mention note object
    point predict promise propose question quote reckon refer remark reply report respond say state stress
    suggest suspect tell testify think threaten urge warn worry write""".split()
)
# Verbs that may do so, but often tell what somebody does: enough to give a view to its holder, not to accuse a learner
# of having given it to somebody else ("the author wants the council to stop").
STANCE_VERBS = frozenset("want use see put find hold fear feel hope speak talk view".split())
# Nouns that make a view somebody's: "Rossi's claim", "the opinion of the ministry".
REPORTING_NOUNS = frozenset(
    """account accusation answer argument assertion belief claim comment conclusion estimate explanation fear feeling
    idea interpretation judgement judgment message opinion perspective point position prediction quotation quote
    remark report side stance statement story testimony thought view viewpoint voice warning word""".split()
)

# --- Who does what: the little words around names (subjects.py) -------------------------------------------------------

BE = frozenset(["be", "is", "are", "was", "were", "been", "being", "am"])
MODALS = frozenset("can could will would shall should may might must".split())
# Forms of auxiliaries that have no subject.
NOT_FINITE = frozenset(["be", "been", "being"])
# Verbs that are nothing else: what stands before one is its subject.
AUXILIARIES = BE | MODALS | frozenset("has have had does do did".split())
DETERMINERS = frozenset(
    """a an the this that these those both all each every some any no her his their its our my your one two mr
    mrs""".split()
)
ARTICLES = frozenset("a an the these those all each every some any both".split())
TITLES = frozenset("mr mrs ms dr prof st".split())
PREPOSITIONS = frozenset(
    """about above across after against along among around as at before behind below beside besides between beyond by
    concerning despite down during except for from in inside into like near of off on onto out outside over regarding
    since than through throughout to toward towards under unlike until up upon via with within without""".split()
)
JOINING = frozenset(["and", "or", "nor", "plus"])
# Words that open a clause with a subject of its own.
SUBORDINATORS = frozenset(
    """although because but cause cuz coz how if once so that though unless when whenever where whereas wherever whether
    while why what yet""".split()
)
RELATIVES = frozenset(["who", "which", "that", "whom", "whose"])
SINGULAR_PRONOUNS = frozenset(["he", "she", "it"])
PLURAL_PRONOUNS = frozenset("they both these those".split())
OBJECT_PRONOUNS = frozenset(["him", "her", "them", "it", "himself", "herself", "themselves"])
PRONOUNS = SINGULAR_PRONOUNS | PLURAL_PRONOUNS | OBJECT_PRONOUNS | frozenset("his hers their its".split())
# Subjects that are never one of the names of a question.
UNTOLD = frozenset("i we you people everyone everybody someone somebody anyone anybody there nobody".split())
ADVERBS = frozenset(
    """again ahead all almost already also always anyway both each either else even ever far fully hard hence here
    however indeed instead just least less likely maybe meanwhile more most mostly much never not often once only own
    perhaps quite rather really seldom so somehow sometimes somewhat soon still such then there therefore thus together
    too very well yet""".split()
)
# Verbs that are hardly ever nouns, so that an "'s" before one is a slip for a plural: "panda's eat".
VERBS_ONLY = frozenset("adapt consume depend eat eats feed live rely require seem survive thrive".split())
# Words in -ly that are none.
NOT_ADVERBS = frozenset(
    "ally anomaly apply assembly belly bully butterfly comply family friendly lonely lovely reply supply".split()
)
# What somebody is like, as a noun: "one trait of Rose is".
TRAIT_NOUNS = frozenset(
    """adjective attribute behavior behaviour character characteristic description feature nature personality quality
    thing trait virtue way word""".split()
)
# Verbs whose object is described by what follows: "describe Rose as kind", "shows Rose being kind".
DESCRIBING = frozenset(
    "describe see view portray consider call find show depict paint characterize characterise present prove".split()
)
# Verbs whose object is to do something: "asks Anna to help".
ASKING_FOR = frozenset(
    """allow ask beg cause convince encourage enable expect force get help inspire lead let make motivate need order
    persuade push remind teach tell train urge want warn""".split()
)
# Verbs that do something to their object, who may then be the one spoken of: "it inspires Paul, and he".
AFFECTING = frozenset(
    """affect cause change confuse convince drive effect enable encourage force give help impact impress influence
    inspire interest lead make motivate move persuade push shock surprise teach touch train""".split()
)
# Nouns that stand for the subject itself in "Rose is a person who".
KINDS_OF = frozenset(
    """animal boy brother child creature daughter friend girl individual kid kind lady man member mother one parent
    person predator sister son sort species student teenager type woman worker""".split()
)
# Words that set two things against each other, so that "they" behind them may be either, and words that liken them.
DIFFERING = frozenset("differ different differently difference unlike than opposite contrast opposed".split())
# Words that end what a verb is about: what follows is set beside it, or begins something new.
COMPARING = frozenset("unlike like than however therefore".split())
LIKENING = frozenset("similar similarly alike like same".split())
# Everyday verbs by dictionary form; right behind a name they are verbs, whatever else they can be. Own list, from what
# short replies about stories and articles are made of.
COMMON_VERBS = BE | frozenset(
    """accept achieve act adapt adopt affect agree allow answer appear ask attack be become begin believe belong bring
    call can care cause change choose claim come comfort compare consider consume continue could create cry deal decide
    depend describe destroy die differ do drink drop eat encourage end endanger enjoy exist explain express fail fall
    feed feel fight find finish flunk follow force get give go grow happen harm hate have hear help hide hope hunt hurt
    inspire introduce invade keep kill know lack learn leave let lie like listen live look lose love make may mean meet
    might mind miss motivate move must need offer overcome own pay play prefer prove push put react read realise
    realize receive refuse relate rely remain remember require respond run save say see seem shall share should show
    sink sleep speak spread stand start state stay steal stick stop struggle study suffer support survive swallow take
    talk teach tell thank think threaten thrive train treat trust try turn understand upset use wait walk want watch
    will wish wonder work worry would write""".split()
)


def _phrases(text: str) -> tuple[str, ...]:
    """The phrases of a list written with semicolons between them."""
    return tuple(" ".join(phrase.split()) for phrase in text.split(";"))


# What links evidence and claim; matched like the phrases of a concept.
_SHOWS = "show prove mean suggest imply support make tell indicate explain".split()
CONNECTIVES: tuple[str, ...] = (
    *(f"{subject} {verb}" for subject in ("this", "that", "it", "which", "they") for verb in _SHOWS),
    *(f"{verb} that" for verb in _SHOWS),
    *CAUSES,
    *CONTRASTS,
    *_phrases(
        """cause of; cuz; coz; bc; since; so; lead to; result in; based on; back up; be evidence; be proof; mean less;
        mean more; mean few; if; the reason is; the reason why is; it follow that; that is y"""
    ),
)

# The same words where they link nothing: "so" as a measure, "since" as a time.
NOT_CONNECTIVES = _phrases(
    """so far; so many; so much; so few; so little; so long; so on; so called; even so; or so; think so; say so;
    hope so; do so; if so; just so; not so; ever since; since then; since last; since yesterday; since the beginning;
    since January; since February; since March; since April; since May; since June; since July; since August;
    since September; since October; since November; since December; as if; what if; even if"""
)
# Those that may open a sentence and link its two halves: "Because …, …".
OPENING_CONNECTIVES = frozenset("because since if although though while whereas due based".split())

# The three labels, and the other words learners use for them; matched like concepts.
LABELS: dict[str, tuple[str, ...]] = {
    "fact": _phrases(
        """fact; factual; can/could [not] be checked/proved/proven/verified; can/could [not] check/prove/verify;
        verifiable; provable; checkable; true statement"""
    ),
    "opinion": _phrases(
        """opinion; opinionated; view; viewpoint; point of view; belief; judgement; judgment; value judgement;
        subjective; what he thinks; what she thinks; what they think; what the author thinks; personal feeling;
        how he feels; how she feels; how they feel"""
    ),
    "inference": _phrases(
        """inference; infer; conclusion; conclude; deduction; deduce; prediction; predict; guess; speculation;
        speculate; reads into; reading between the lines"""
    ),
}
# Where a label's word is used, but not as a label.
NOT_LABELS = _phrases("in fact; the fact that; matter of fact; in my opinion; in my view; in view of")

BUILT_IN = frozenset(
    {"because", "therefore", "according", "evidence", "author", "article", "sentence", "paragraph"}
    | {word for word in REPORTING_VERBS | STANCE_VERBS | REPORTING_NOUNS if len(word) >= 5}
    | {
        word
        for phrases in LABELS.values()
        for text in phrases
        for way in plain(text)
        for word in way.split()
        if len(word) >= 4
    }
)
"""Words of the lists above that are worth recognising when misspelt."""
