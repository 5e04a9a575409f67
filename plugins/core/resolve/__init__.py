"""Nouns as written → one publication, in which every mark knows its source. Nothing here raises on copy."""
