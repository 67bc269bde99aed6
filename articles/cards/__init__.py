"""Interviews as other pages announce them: loaded together, for many blocks as for one."""
