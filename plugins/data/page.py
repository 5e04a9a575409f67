"""The page that explains the data files, and their schemas: its view, and theirs."""

from msgspec import Struct

from plugins.core import addresses
from plugins.data.checks import Checks
from plugins.data.corrections import Corrections
from plugins.data.sources import Sources
from plugins.data.written import Shape
from plugins.press.site import Site
from plugins.views.frame import Frame, frame

SHAPES: dict[str, type[Struct]] = {
    addresses.DATA_CHECKS: Checks,
    addresses.DATA_SOURCES: Sources,
    addresses.DATA_CORRECTIONS: Corrections,
}
"""The shapes that are ours; that of claims is schema.org's."""


class DataView(Struct, frozen=True):
    """All that the page shows; addresses are links on it."""

    frame: Frame
    licence: str
    checks: str
    checks_schema: str
    sources: str
    sources_schema: str
    corrections: str
    corrections_schema: str
    claims: str
    corrections_page: str


def data_view(site: Site) -> DataView:
    """Explain the data files."""
    at, schema = site.at, addresses.schema
    title, about = site.say("Data"), site.say("The publication as files for programs: what is in them, field by field.")
    return DataView(
        frame=frame(site, addresses.DATA, title, about),
        licence=site.masthead.licence,
        checks=at(addresses.DATA_CHECKS),
        checks_schema=at(schema(addresses.DATA_CHECKS)),
        sources=at(addresses.DATA_SOURCES),
        sources_schema=at(schema(addresses.DATA_SOURCES)),
        corrections=at(addresses.DATA_CORRECTIONS),
        corrections_schema=at(schema(addresses.DATA_CORRECTIONS)),
        claims=at(addresses.DATA_CLAIMS),
        corrections_page=at(addresses.CORRECTIONS),
    )


def schema_view(site: Site, file: str) -> Shape:
    """Show the shape of a data file."""
    return Shape(SHAPES[file], site.absolute(site.prefix + addresses.schema(file)))
