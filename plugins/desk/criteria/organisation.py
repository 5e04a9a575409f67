"""Organisation: who is behind the publication, and how readers reach them."""

from plugins.desk.criteria.criterion import METHODOLOGY, ORGANISATION, Answer, Criterion, Remark, Status
from plugins.desk.criteria.standing import stands
from plugins.desk.criteria.survey import Survey


def page(survey: Survey) -> Answer:
    """Look for the page that `policies: ethics` names; it shows the people too."""
    return stands(survey, "ethics", "A person has to read whether it gives the legal form, and who decides what.")


def contact(survey: Survey) -> Answer:
    """Look for the address in the foot of every page."""
    if survey.masthead.contact:
        return Answer(Status.PASS, f"{survey.masthead.contact} stands in the foot of every page.")
    where = (Remark("no `contact:`", survey.of_masthead()),)
    if survey.policy("feedback"):
        return Answer(Status.WARN, "There is a page for feedback, but no address.", "add `contact:`", where)
    return Answer(Status.FAIL, "No page says how to reach the editors.", "add `contact:`", where)


def feedback(survey: Survey) -> Answer:
    """Look for the page that `policies: feedback` names."""
    return stands(survey, "feedback", "A person has to read whether it says who reads reports, and what follows.")


def submit(survey: Survey) -> Answer:
    """Look for a page with a way to write: an address of ours, or a link that leads out."""
    pages = survey.policy("feedback")
    if not pages:
        way_out = "write a page that invites claims, and name it under `policies: feedback:` in publication.yaml"
        unnamed = (Remark("`policies:` names no page for `feedback`", survey.of_masthead("policies")),)
        return Answer(Status.FAIL, "No page invites readers to send claims.", way_out, unnamed)
    links = [link.href for one in pages for link in one.body.links]
    if survey.masthead.contact or any(href.startswith(("mailto:", "https:", "http:")) for href in links):
        to_read = "A person has to read whether it says what can be checked and what cannot."
        return Answer(Status.PASS, f"{pages[0].path} is the place for it, and there is a way to write. {to_read}")
    where = (Remark("no `contact:`, and the page links no form", survey.of_masthead()),)
    return Answer(Status.WARN, "There is a page, but no way to write.", "add `contact:`, or link a form", where)


CRITERIA = (
    Criterion("organisation-page", "A page says who is behind the publication", ORGANISATION, page),
    Criterion("contact", "Readers can reach the editors", ORGANISATION, contact),
    Criterion("feedback-page", "A page invites feedback", ORGANISATION, feedback),
    Criterion("submit-claims", "Readers can send claims to be checked", METHODOLOGY, submit),
)
