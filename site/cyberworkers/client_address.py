"""Where a request comes from, also behind reverse proxies."""

import ipaddress

from django.conf import settings


def client_address(request):
    """Return the visitor's IP address, or None where nothing tells it.

    Each proxy appends the address that it saw to X-Forwarded-For, so the right-most one that is
    not a proxy of ours is the visitor's; what stands left of it is whatever the visitor wrote.
    Without REMOTE_ADDR the web server listens on a unix socket: only a proxy can have asked.
    """
    remote = request.META.get("REMOTE_ADDR", "")
    address = parse(remote)
    if address is None and remote:
        return None
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    while forwarded and (address is None or is_trusted(address)):
        nearer = parse(forwarded.pop())
        if nearer is None:
            break
        address = nearer
    return address


def is_trusted(address):
    return any(address in network for network in settings.TRUSTED_PROXIES)


def parse(text):
    """Return the address of ``192.0.2.1``, ``192.0.2.1:5000``, ``[2001:db8::1]:5000``, or None."""
    text = text.strip()
    if text.startswith("["):
        text = text[1:].partition("]")[0]
    elif text.count(":") == 1:
        text = text.partition(":")[0]
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address
