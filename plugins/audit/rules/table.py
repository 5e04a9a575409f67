"""Every rule that one feed alone can break: names, sentences, ways out. Names without a note are those of the W3C's validator."""

from plugins.audit.rules import bodies, dates, ids, links, required, rss, text
from plugins.audit.rules.rule import Rule

_BASE = "build with the address that the site will have: `url` in publication.yaml, or `--base`"
_PLAIN = "if the copy has it so, write it there without tags; if not, it is a bug of Plumbline: please tell us"

RULES = (
    # what must be there
    Rule("MissingElement", "The feed lacks {}: readers refuse it or show it without.", required.missing_element),
    Rule("MissingGuid", "The item “{}” has no <guid>: readers cannot tell whether it is new.", required.missing_guid),
    Rule("MissingContent", "The entry “{}” has no full text.", required.missing_content),  # ours
    Rule("JsonVersion", "The feed says that it is of version {}, and we write JSON Feed 1.1.", required.json_version),  # ours
    Rule("JsonIdNotString", "The id {} is no string: in JSON Feed it has to stand in quotes.", required.json_id),  # ours
    Rule("JsonAuthors", "The authors of {} are no list of names: JSON Feed 1.1 wants `authors`.", required.json_authors),  # ours
    # ids
    Rule("DuplicateEntries", "The id {} stands twice in one feed: readers show one of the two.", ids.duplicate_entries),
    Rule("InvalidPermalink", "The <guid> “{}” is no address, and is not said to be none.", ids.invalid_permalink),
    # where the feed is, and leads
    Rule("MissingAtomSelfLink", "The feed does not say at which address it is.", links.missing_self),
    Rule("SelfDoesntMatchLocation", "The feed says that it is at {}.", links.self_elsewhere, _BASE),
    Rule("RelativeSelf", "The feed gives its own address as {}, without a host.", links.relative_self, _BASE),
    Rule("DuplicateAtomLink", "Two links of the relation “{}” in one place say the same: readers take either.", links.duplicate_link),
    Rule("InvalidFullLink", "A link is no whole address: {}.", links.full_link, _BASE),
    Rule("ChannelLinkIsFeed", "The channel leads to {}, which is for machines, and not to its page.", links.channel_link),  # ours
    Rule("InvalidMIMEType", "“{}” is no type of a file.", links.media_type),
    Rule("StylesheetNotCss", "The feed names a style sheet of {}: browsers show only CSS.", links.stylesheet),  # ours
    Rule("MissingCurrentInArchive", "The archive does not name the feed that it belongs to.", rss.missing_current),
    # dates
    Rule("InvalidRFC2822Date", "“{}” is no date as RSS wants it, such as Wed, 01 Jan 2025 12:00:00 +0000.", dates.invalid_mail_date),
    Rule("InvalidRFC3339Date", "“{}” is no date as Atom and JSON Feed want it, such as 2025-01-01T12:00:00Z.", dates.invalid_internet_date),
    Rule("ImplausibleDate", "The date {} is older than the web, or newer than the feed itself.", dates.implausible),
    Rule("NotNewestFirst", "“{}” is newer than the entry before it: the newest has to be the first.", dates.not_newest_first),  # ours
    # plain text
    Rule("ContainsHTML", "“{}” is to be plain text, and holds HTML: readers show the tags, or leave them out.", text.contains_html, _PLAIN),
    Rule("ContainsUndeclaredHTML", "“{}” holds HTML, and is not said to: readers show the tags.", text.undeclared_html, _PLAIN),
    Rule("TitleWithAngle", "The title “{}” holds <: some readers leave out what follows.", text.title_with_angle,
         "write the title without <, e.g. “less than”"),  # ours
    Rule("CharacterData", "The title “{}” has to write & and < by number (&#x26;).", text.character_data),
    # full text
    Rule("ContainsRelRef", "An address without a host: {}. In a reader it leads nowhere.", bodies.relative_reference),
    Rule("FragmentLink", "A link within the page: {}. In a reader it leads into the feed's own file.", bodies.fragment_link),  # ours
    Rule("SecurityRisk", "Readers will not let this in: {}.", bodies.security_risk,
         "take it out of the copy, which should not have let it pass; and please tell us"),
    # RSS alone
    Rule("NeedDescriptionBeforeContent", "“{}” has its full text before its description, or no description.", rss.description_first),
    Rule("ImageTitleDoesntMatch", "The image of the feed is named “{}”, the feed is not.", rss.image_title),
    Rule("CategoryDomain", "The category “{}” has a domain: programs then take it for no word.", rss.category_domain),  # ours
)  # fmt: skip
