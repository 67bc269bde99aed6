"""What the interviewee saw, signed into the form, so that the answer concerns that text.

A revision alone does not do: autosave writes over it, and old ones can be deleted.
"""

import uuid

from django.core import signing

SALT = "articles.agreement.seal"


def new_seal(link, version, form):
    """Return a signed text that ties a form to ``link`` and to the text of ``version``."""
    content = {
        "link": link.pk,
        "form": uuid.uuid4().hex,
        "revision": version.revision_id,
        "digest": version.digest,
        "passages": form.passages,
    }
    return signing.dumps(content, salt=SALT, compress=True)


def read_seal(value, link):
    """Return the content of a seal, or None when it is missing, forged or another link's."""
    try:
        seal = signing.loads(value or "", salt=SALT)
    except (signing.BadSignature, ValueError):
        return None
    return seal if seal["link"] == link.pk else None
