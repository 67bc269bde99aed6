"""Who gets into the CMS: limits on guessing, and the list of those who were refused."""
