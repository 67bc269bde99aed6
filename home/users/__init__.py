"""The accounts of the CMS: Wagtail's, none without a role."""
