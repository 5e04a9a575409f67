"""The nouns as editors write them. The glossary is in `core/README.md`."""
