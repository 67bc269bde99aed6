"""The inbox: where requests are read, handled and answered in the CMS."""
