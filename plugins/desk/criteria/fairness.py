"""Fairness: whether both sides were sought and heard, and what we have to do with the matter ourselves."""

from plugins.desk.criteria.criterion import OURS, Answer, Criterion, Remark, Status, judged, many
from plugins.desk.criteria.survey import Filed, Survey


def both_sides(survey: Survey) -> Answer:
    """Look for sources for and against in each fact-check that examines a claim."""
    found = [(one, _one_sided(one)) for one in survey.claiming]
    remarks = [Remark(f"{lacks}: {one.check.title}", one.spot("sources")) for one, lacks in found if lacks]
    return judged(
        remarks,
        f"{many(len(found))} with a claim, each with sources for it and against it.",
        f"{len(remarks)} of {many(len(found))} with a claim show one side of the evidence, or do not say which.",
        "mark sources `stance: supports` or `stance: against`; if a side has none, say in the text that you looked",
        none="" if found else "No fact-check examines a claim.",
    )


def heard(survey: Survey) -> Answer:
    """Look for an attempt to reach whoever made a claim, if that is known."""
    claims = [(one, index) for one in survey.claiming for index, _ in enumerate(one.header.claims)]
    named = [(one, index) for one, index in claims if one.header.claims[index].claimant.name]
    unasked = [(one, index) for one, index in named if not one.header.claims[index].contacted]
    return judged(
        (_unasked(one, index) for one, index in unasked),
        f"{many(len(named), 'claim')} of somebody who is named, each with an attempt to reach them.",
        f"{len(unasked)} of {many(len(named), 'claim')} of somebody who is named do not say that they were asked.",
        "ask them, and note it: `contacted: [{who: …, date: …, reply: …}]`; “none” is a reply",
        none="" if named else "No claim is of somebody who is named.",
    )


def disclosure(survey: Survey) -> Answer:
    """Count the fact-checks that tell of an interest of ours; whether there was one, only a person knows."""
    told = sum(bool(one.header.disclosure) for one in survey.listed)
    if told:
        return Answer(Status.PASS, f"{told} of {many(len(survey.listed))} tell of an interest of ours.")
    return Answer(
        Status.WARN, "No fact-check tells of an interest of ours. That is right if there was none.",
        "where somebody here has a stake in the matter, say so under `disclosure:`",
    )  # fmt: skip


def _one_sided(one: Filed) -> str:
    stances = {use.stance for use in one.header.uses.values()} & {"supports", "against"}
    if len(stances) == 2:
        return ""
    return f"only {'for' if 'supports' in stances else 'against'}" if stances else "none marked for or against"


def _unasked(one: Filed, index: int) -> Remark:
    claim = one.header.claims[index]
    return Remark(f"{claim.claimant.name}: {claim.text}", one.spot("claims", index))


CRITERIA = (
    Criterion("both-sides", "Evidence for and against was sought", OURS, both_sides),
    Criterion("heard", "Whoever is checked was asked", OURS, heard),
    Criterion("disclosure", "Interests of ours are told", OURS, disclosure),
)
