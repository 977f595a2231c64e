"""Kinds of people whom articles talk about."""

from __future__ import annotations

GROUPS = tuple(
    """adult artist baker boy builder buyer captain carer child citizen cleaner club commuter consumer cook couple crew
    customer cyclist docker doctor driver elder employee employer engineer expert family farmer father fisherman
    follower foreigner gardener girl guest homeowner hunter immigrant investor islander labourer landlord lawyer
    learner local man manager migrant miner mother motorist musician neighbor neighbour newcomer nurse officer
    official orphan owner parent passenger patient pedestrian pensioner pilot player police politician poor prisoner
    producer pupil ranger refugee resident rich sailor scientist seller senior shopkeeper shopper soldier spectator
    staff student supporter taxpayer teacher teenager tenant tourist trader trainer traveler traveller veteran
    victim viewer villager visitor volunteer voter waiter woman worker""".split()
)
"""Kinds of people, in the singular: our own list of those whom news is about and seldom by."""
IRREGULAR = {
    "child": "children", "man": "men", "woman": "women", "fisherman": "fishermen", "staff": "staff", "police": "police",
    "poor": "poor", "rich": "rich",
}  # fmt: skip
"""Their plurals that follow no rule."""
