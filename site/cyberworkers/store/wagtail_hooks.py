from wagtail import hooks

from cyberworkers.pages import OwnPage
from cyberworkers.store.shared import share


@hooks.register("on_serve_page")
def share_pages(serve):
    """Mark what pages of the site answer as the same for everybody."""

    def serve_and_share(page, request, args, kwargs):
        response = serve(page, request, args, kwargs)
        return share(request, response) if isinstance(page, OwnPage) else response

    return serve_and_share
