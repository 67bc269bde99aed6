"""`make bench`: the site beside floors that are made on the spot, in one run on one core."""
