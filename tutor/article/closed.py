"""Little words in closed classes, titles and the calendar: what a shallow reading of English goes by.

The lists are this project's own.
"""

from __future__ import annotations

from tutor.article.changes import NEGATIONS

TITLES = frozenset(
    """mr mrs ms miss mx dr sir lady lord prof professor president senator sen rep representative congressman
    congresswoman secretary minister mayor councillor councilor governor gov captain king queen judge justice general
    gen chief coach aunt uncle father sister brother officer""".split()
)
DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
MONTHS = frozenset("january february march april may june july august september october november december".split())
CALENDAR = DAYS | MONTHS
HE = frozenset(["he", "him", "his", "himself"])
SHE = frozenset(["she", "her", "hers", "herself"])
SUBJECTS = frozenset("he she they i we it".split())
# Pronouns that may be who says something.
SAYERS = SUBJECTS | frozenset(
    """you who which everyone everybody somebody someone nobody anyone others some many most few several all both each
    those""".split()
)
DETERMINERS = frozenset(
    """the a an one another some many most several few two three four five six seven eight nine ten all both his her
    their its our my your this that these those other each every no any whose""".split()
)
POSSESSIVES = frozenset("his her their its our my your whose".split())
AND = frozenset(["and", "or", "but", "nor", "yet"])
PREPOSITIONS = frozenset(
    """of for in at from with on by about into over under against among between after before during since without
    within through toward towards near across behind to as per than despite until like amid amidst outside inside
    around upon beyond alongside along via throughout regarding concerning including following""".split()
)
# What opens a clause.
LINKS = frozenset(
    """because if while when whether although though unless as where since until how why what after before once
    whereas that which who whom whose""".split()
)
BE = frozenset("be is am are was were been being".split())
HAVE = frozenset("has have had having".split())
AUXILIARIES = BE | HAVE | frozenset("do does did will would can could may might must shall should ought cannot".split())
# What may stand inside a group of verbs, but for words in -ly.
ADVERBS = frozenset(
    """also then now later still again never ever even just once often always already soon further long not only
    instead too almost rarely seldom so far actually yet recently earlier first both all himself herself themselves
    itself previously repeatedly together back indeed perhaps maybe meanwhile today yesterday tonight sometimes
    nevertheless nonetheless however therefore thus else quite rather very much hardly""".split()
)
# Words in -ly that are no adverbs.
_NOT_ADVERBS = frozenset(
    """family july ally reply supply italy assembly rally bully monopoly anomaly butterfly apply rely comply imply
    early likely daily weekly monthly yearly elderly friendly lonely only billy kelly emily sally molly reilly o'reilly
    fly ugly silly holy jolly belly jelly lily""".split()
)
SEASONS = frozenset("week month year morning afternoon evening night summer autumn fall winter spring".split())
TIMES = frozenset("today yesterday tonight tomorrow now then".split())
# Pasts and participles that no rule makes, of verbs that report nothing: they show where a clause has its verb.
_IRREGULAR = frozenset(
    """came went got gave made took became began left kept ran won lost met paid sat stood spent sent built bought
    brought fell grew held led let set hit put cut broke chose drew drove flew rose threw wore fought caught sought
    has have had is are was were does did goes comes makes takes gets gives wins loses runs keeps leaves needs seems
    appears remains becomes looks""".split()
)
# What is no noun, and so ends no noun phrase.
NO_NOUN = (
    SUBJECTS
    | HE
    | SHE
    | DETERMINERS
    | NEGATIONS
    | frozenset(
        """and or but if when while as that which who whom whose what where why how to of in on at by for from with
        about into over under after before since until than then there here so too also just only even still now be is
        are was were been being am has have had do does did will would can could may might must shall should because
        though although them us me you your not up down out off again once later however yet more less very well ago
        today yesterday""".split()
    )
)


def is_adverb(word: str) -> bool:
    """Whether a word, in lower case, may stand between a verb and its helpers without saying who does it."""
    return word in ADVERBS or (word.endswith("ly") and len(word) > 4 and word not in _NOT_ADVERBS)


def may_be_past(word: str) -> bool:
    """Whether a word, in lower case, looks like the past of a verb."""
    return word in _IRREGULAR or (
        word.endswith("ed")
        and len(word) > 4
        and word not in ("indeed", "hundred", "united", "sacred", "speed", "breed")
    )
