"""What the head of an answer says."""

import json

from bs4 import BeautifulSoup


class Head:
    """The head of ``answer``: `meta` by name or property, `links` by rel, `graph` of JSON-LD."""

    def __init__(self, answer):
        self.soup = BeautifulSoup(answer.content, "html.parser").head
        self.title = self.soup.title.get_text()
        self.meta = {
            tag.get("property") or tag.get("name"): tag.get("content")
            for tag in self.soup("meta")
            if tag.get("content")
        }

    def link(self, rel, **attributes):
        found = self.soup.find("link", rel=rel, **attributes)
        return found and found["href"]

    @property
    def languages(self):
        return {tag["hreflang"]: tag["href"] for tag in self.soup("link", hreflang=True)}

    @property
    def graph(self):
        scripts = self.soup("script", type="application/ld+json")
        return [node for script in scripts for node in json.loads(script.string)["@graph"]]

    def node(self, kind):
        return next(node for node in self.graph if node["@type"] == kind)


def head(client, address):
    return Head(client.get(address))
