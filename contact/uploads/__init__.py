"""Files that visitors send: checked, kept while a form has errors, served as downloads."""
