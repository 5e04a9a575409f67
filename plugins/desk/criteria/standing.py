"""Whether a policy has its page, and whether every other page leads there."""

from plugins.core.problems import Spot
from plugins.desk.criteria.criterion import Answer, Remark, Status, judged
from plugins.desk.criteria.survey import Survey


def stands(survey: Survey, policy: str, to_read: str) -> Answer:
    """Look for the page of a policy in the navigation; `to_read` says what no program can tell of it."""
    pages = survey.policy(policy)
    if not pages:
        way_out = f"write the page, and name it under `policies: {policy}:` in publication.yaml"
        where = Remark(f"`policies:` names no page for `{policy}`", survey.of_masthead("policies", policy))
        return Answer(Status.FAIL, "There is no such page.", way_out, (where,))
    return judged(
        (Remark("no `menu:`", Spot(page.path)) for page in pages if page.header.menu is None),
        f"{', '.join(page.path for page in pages)}, in the navigation of every page. {to_read}",
        f"The page is there, but not in the navigation, so that readers may miss it. {to_read}",
        "give it a place there: `menu: 2` in its header",
    )
