"""What a browser posts of a form that nobody touched."""

from html.parser import HTMLParser


def filled_form(answer, form_id):
    """Return the values of the form with ``form_id`` in the page ``answer``."""
    reader = Reader(form_id)
    reader.feed(answer.content.decode())
    return reader.values


class Reader(HTMLParser):
    def __init__(self, form_id):
        super().__init__()
        self.form_id, self.inside = form_id, False
        self.values, self.textarea, self.select = {}, None, None

    def handle_starttag(self, tag, attributes):
        found = dict(attributes)
        if tag == "form":
            self.inside = found.get("id") == self.form_id
        name = found.get("name") if self.inside else None
        if tag == "textarea":
            self.textarea = name
            self.values[name] = ""
        elif tag == "select":
            self.select = name
        elif tag == "option" and self.select and "selected" in found:
            self.values[self.select] = found.get("value", "")
        elif tag == "input" and name:
            ticked = found.get("type") not in ("checkbox", "radio") or "checked" in found
            if ticked:
                self.values[name] = found.get("value", "")

    def handle_data(self, data):
        if self.textarea:
            self.values[self.textarea] += data.removeprefix("\n")

    def handle_endtag(self, tag):
        if tag == "textarea":
            self.textarea = None
        elif tag == "select":
            self.select = None
        elif tag == "form":
            self.inside = False
