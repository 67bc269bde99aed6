"""The forms of a page, as a browser would send them untouched."""

import json
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urljoin


@dataclass
class Form:
    """What a browser sends: ``fields`` are pairs of name and value, ``files`` names."""

    address: str
    method: str = "GET"
    fields: list = field(default_factory=list)
    files: list = field(default_factory=list)


def forms_in(html, address):
    """Return the forms of the page ``html`` that was read at ``address``."""
    reader = Reader(address)
    reader.feed(html)
    return reader.forms


class Reader(HTMLParser):
    def __init__(self, address):
        super().__init__()
        self.address, self.forms = address, []
        self.form = self.textarea = self.select = None

    def handle_starttag(self, tag, attributes):
        found = {name: value or "" for name, value in attributes}
        if tag == "form":
            action = urljoin(self.address, found.get("action", "") or self.address)
            self.form = Form(action.partition("#")[0], found.get("method", "get").upper())
            self.forms.append(self.form)
        if not self.form:
            return
        if found.get("data-controller") == "w-block":
            arguments = json.loads(found.get("data-w-block-arguments-value") or "[[]]")
            self.form.fields += block_fields(found.get("id", ""), arguments[0])
        name = found.get("name")
        if tag == "textarea":
            self.textarea = name
            self.form.fields.append((name, ""))
        elif tag == "select":
            self.select = name
        elif tag == "option" and self.select and "selected" in found:
            self.form.fields.append((self.select, found.get("value", "")))
        elif tag == "input" and name and found.get("type") == "file":
            self.form.files.append(name)
        elif tag in ("input", "button") and name:
            ticked = found.get("type") not in ("checkbox", "radio") or "checked" in found
            if ticked:
                self.form.fields.append((name, found.get("value", "")))

    def handle_data(self, data):
        if self.textarea and self.form:
            name, value = self.form.fields.pop()
            self.form.fields.append((name, value + data.removeprefix("\n")))

    def handle_endtag(self, tag):
        if tag == "form":
            self.form = None
        elif tag == "textarea":
            self.textarea = None
        elif tag == "select":
            self.select = None


def block_fields(prefix, value):
    """Return what Wagtail's script makes of the stored ``value`` of a block, more or less."""
    if isinstance(value, dict) and "_list" in value:
        value = value["_list"]
    if isinstance(value, dict) and "_dict" in value:
        value = value["_dict"]
    if isinstance(value, dict) and {"edit_url", "id"} <= value.keys():  # a chooser
        return [(prefix, str(value["id"]))]
    if isinstance(value, dict):
        return [
            pair
            for name, inside in value.items()
            if re.fullmatch(r"\w+", name) and not name.startswith("_")
            for pair in block_fields(f"{prefix}-{name}", inside)
        ]
    if isinstance(value, list) and all(isinstance(one, dict) and "value" in one for one in value):
        fields = [(f"{prefix}-count", str(len(value)))]
        for number, item in enumerate(value):
            at = f"{prefix}-{number}"
            fields += [(f"{at}-deleted", ""), (f"{at}-order", str(number)), (f"{at}-id", "")]
            fields += [(f"{at}-type", str(item["type"]))] if "type" in item else []
            fields += block_fields(f"{at}-value", item["value"])
        return fields
    return [(prefix, value if isinstance(value, str) else json.dumps(value))]
