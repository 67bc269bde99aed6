"""Numbers that stay cheap, however many requests there are."""

MOST = 99


def count_up_to(queryset, most):
    """Return the number of rows, or ``most`` when there are that many or more."""
    return queryset.order_by().values("pk")[:most].count()


def shown(count):
    """Return a count as people read it: “99+” stands for any greater number."""
    return f"{MOST}+" if count > MOST else str(count)


def count_shown(queryset):
    return shown(count_up_to(queryset, MOST + 1))
