"""Hosts that the site talks to, played on this machine."""
