"""`invoke correct`: a correction, written into the headers of the fact-checks that it is of."""
