"""What pages say to machines in the words of schema.org, as JSON-LD: one block a thing, joined by `@id`.

Everything said here stands on the page, or on a page of the same site, for readers to see.
"""
