"""Numbers that stay cheap, however many requests there are."""

MOST = 99


def count_up_to(queryset, most):
    """Return the number of rows, or ``most`` when there are that many or more.

    They are counted in the order of ``queryset``, for which there is an index: in any order,
    PostgreSQL reads the table from its start, all of it when what is counted lies at the end.
    """
    return queryset.values("pk")[:most].count()


def shown(count):
    """Return a count as people read it: “99+” stands for any greater number."""
    return f"{MOST}+" if count > MOST else str(count)


def count_shown(queryset):
    return shown(count_up_to(queryset, MOST + 1))
