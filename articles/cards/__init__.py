"""Interviews as other pages announce them: each is HTML that is made once, for all pages."""
