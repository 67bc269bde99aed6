"""Which hosts a page may frame (Content-Security-Policy): those of its videos."""

from csp.decorators import csp_update

from articles.video.posters import videos


def framing(page, view):
    """Return ``view`` with an answer that may frame the players of ``page``, and nothing else."""
    frames = sorted({value.video.frame for value in videos(page) if value.video})
    return csp_update({"frame-src": frames})(view) if frames else view
