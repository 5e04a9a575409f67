"""People: who writes and edits, and what readers learn of them."""

from plugins.core.model.publication import Person
from plugins.desk.criteria.criterion import ORGANISATION, OURS, Answer, Criterion, Remark, Status, judged, many
from plugins.desk.criteria.survey import Filed, Survey

_INTRODUCE = "add `role:` and `bio:` under `people:` in publication.yaml: what they did before, what they know"


def introduced(survey: Survey) -> Answer:
    """Demand the role and the biography of everybody who works here now, and a page that shows them."""
    here = {one: person for one, person in survey.masthead.people.items() if person.left is None}
    if not here:
        return Answer(Status.FAIL, "Nobody is named.", "name those who write and edit under `people:` in publication.yaml",
                      (Remark("no `people:`", survey.of_masthead("people")),))  # fmt: skip
    if not survey.policy("ethics"):
        return Answer(Status.FAIL, "People are named, but no page shows them.",
                      "name the page that is to show them under `policies: ethics:` in publication.yaml",
                      (Remark("`policies:` names no page for `ethics`", survey.of_masthead("policies")),))  # fmt: skip
    lacking = {one: _lacks(person) for one, person in here.items() if _lacks(person)}
    return judged(
        (Remark(f"{here[one].name}: {lacks}", survey.of_masthead("people", one)) for one, lacks in lacking.items()),
        f"{survey.policy('ethics')[0].path} introduces {many(len(here), 'person', 'people')}, each with role and biography.",
        f"{len(lacking)} of {many(len(here), 'person', 'people')} are not fully introduced.",
        _INTRODUCE,
    )


def bylines(survey: Survey) -> Answer:
    """Demand an author for each fact-check, and that readers learn who that is."""
    people = survey.masthead.people
    unsigned = [one for one in survey.listed if not any(author in people for author in one.header.authors)]
    signing = {author for one in survey.listed for author in one.header.authors if author in people}
    strangers = [author for author in people if author in signing and _lacks(people[author])]
    remarks = [Remark(one.check.title, one.spot("authors")) for one in unsigned]
    remarks += [
        Remark(f"{people[one].name}: {_lacks(people[one])}", survey.of_masthead("people", one)) for one in strangers
    ]
    return judged(
        remarks,
        f"{many(len(survey.listed))}, signed by {many(len(signing), 'person', 'people')}, each with role and biography.",
        f"{len(unsigned) or 'None'} of {many(len(survey.listed))} unsigned; "
        f"{len(strangers) or 'none'} of those who sign without role or biography.",
        f"add `authors:` to the fact-check; {_INTRODUCE}",
        Status.FAIL if unsigned else Status.WARN,
    )


def second_reader(survey: Survey) -> Answer:
    """Look for an editor who is not the author."""
    alone = [one for one in survey.listed if not _read_by_another(one)]
    return judged(
        (Remark(one.check.title, one.spot("edited_by")) for one in alone),
        f"{many(len(survey.listed))}, each with an editor who is not its author.",
        f"{len(alone)} of {many(len(survey.listed))} name no editor besides the author.",
        "let somebody else read it, and name them under `edited_by:`",
    )


def _lacks(person: Person) -> str:
    missing = [name for name, text in (("role", person.role), ("biography", person.bio)) if not text]
    return f"no {' and no '.join(missing)}" if missing else ""


def _read_by_another(one: Filed) -> bool:
    return bool(set(one.header.edited_by) - set(one.header.authors))


CRITERIA = (
    Criterion("people", "Those who write and edit are introduced", ORGANISATION, introduced),
    Criterion("bylines", "Each fact-check is signed by somebody whom readers can look up", OURS, bylines),
    Criterion("second-reader", "Somebody besides the author has read each fact-check", OURS, second_reader),
)
