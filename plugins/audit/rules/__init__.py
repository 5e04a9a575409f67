"""The rules of feeds: small functions from a feed to what breaks the rule; `table.py` lists them all."""
