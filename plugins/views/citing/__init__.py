"""How others cite a page, and how any work is cited: APA, Chicago, Wikipedia, BibTeX, RIS, CSL-JSON."""
