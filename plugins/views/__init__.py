"""What the views of several rooms share: the frame of a page, cards, source entries, woven text."""
