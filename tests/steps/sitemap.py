"""Read the sitemap as search engines do: its index, then its parts."""

from xml.etree import ElementTree

ROOT = "http://testserver"
NAMES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "x": "http://www.w3.org/1999/xhtml",
}


def tree(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/xml"
    return ElementTree.fromstring(answer.content)  # noqa: S314 - our own


def address(element):
    return element.findtext("s:loc", namespaces=NAMES).removeprefix(ROOT)


def parts(client):
    """Return the element of each part by its address."""
    found = tree(client, "/sitemap.xml").findall("s:sitemap", NAMES)
    return {address(one): one for one in found}


def sitemap(client):
    """Return the element of each address, of all parts."""
    found = [one for part in parts(client) for one in tree(client, part).findall("s:url", NAMES)]
    assert len({address(one) for one in found}) == len(found)
    return {address(one): one for one in found}
