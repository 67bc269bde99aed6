"""Proofs of the public site's quality, as `make run` serves it. No part of the suite."""
