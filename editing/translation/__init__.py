"""The translation editor of wagtail-localize, under the rules of the ordinary editor.

The passages of a translation are saved one by one, beside the page (`StringTranslation`). They
become the page's text when somebody submits, approves or publishes: `passages` puts them
together, `edit` does what was asked, `locks` keeps everybody else out meanwhile.
"""
