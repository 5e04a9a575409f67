"""What is true of a publication without Pelican, disk or clock."""
