"""A visitor's browser as the counter sees it."""

from audience.models import PageViews

FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
BROWSER = {
    "HTTP_USER_AGENT": FIREFOX,
    "HTTP_ORIGIN": "http://testserver",
    "HTTP_SEC_FETCH_SITE": "same-origin",
}


def tell(client, body, method="post", **headers):
    """Send what a shown page sends; a header that is None is left out."""
    headers = {name: v for name, v in (BROWSER | headers).items() if v is not None}
    send = getattr(client, method)
    return send("/audience/view/", body, content_type="text/plain;charset=UTF-8", **headers)


def look_for(client, query, address="/recherche/", **headers):
    headers = {name: v for name, v in (BROWSER | headers).items() if v is not None}
    return client.get(address, {"q": query}, **headers)


def counted():
    return sum(PageViews.objects.values_list("views", flat=True))


class Statements:
    """Collect the SQL of what is done, by `connection.execute_wrapper`."""

    def __init__(self):
        self.all = []

    def __call__(self, execute, sql, *arguments):
        self.all.append(sql)
        return execute(sql, *arguments)

    def of(self, *kinds):
        return [sql for sql in self.all if sql.startswith(kinds)]
