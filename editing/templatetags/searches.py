from django import template

register = template.Library()

# What the views of Wagtail call the page of a list that they show.
PAGES = ("page_obj", "results", "pages")


@register.inclusion_tag("editing/corrected.html", takes_context=True)
def searched_instead(context):
    """Say what was looked for instead of what somebody typed into a list's search: the list knows
    it, or a view that corrects by itself.
    """
    pages = [context.get(name) for name in PAGES]
    lists = [page.paginator.object_list for page in pages if hasattr(page, "paginator")]
    said = (getattr(one, "corrected", "") for one in [context.get("view"), *lists])
    return {"corrected": next(filter(None, said), "")}
