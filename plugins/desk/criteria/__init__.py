"""What assessors ask of a publication, an area a file: each criterion is a function of a survey.

The criteria are in our own words. Where one names an area of a code, the code's public text asks for it there; the rest
is our own yardstick, figures above all. Nothing here tells whether a publication fulfils a code: only those who keep it can.
"""

from plugins.desk.criteria import (
    corrections,
    evidence,
    fairness,
    funding,
    method,
    organisation,
    people,
    regularity,
    sources,
    upkeep,
)
from plugins.desk.criteria.criterion import Criterion

AREAS: dict[str, tuple[Criterion, ...]] = {
    "Regularity": regularity.CRITERIA,
    "Organisation": (*organisation.CRITERIA, *people.CRITERIA),
    "Funding": funding.CRITERIA,
    "Sources": (*sources.CRITERIA, *evidence.CRITERIA),
    "Fairness": fairness.CRITERIA,
    "Method": method.CRITERIA,
    "Corrections": corrections.CRITERIA,
    "Upkeep": upkeep.CRITERIA,
}
"""Area → its criteria, in the order in which they are shown."""
