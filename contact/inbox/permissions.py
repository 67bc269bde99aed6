"""Who may do what with requests: a right of its own, apart from the right to edit pages."""

from wagtail.permission_policies import ModelPermissionPolicy


class RequestPermissionPolicy(ModelPermissionPolicy):
    """Requests come from visitors: nobody adds one in the CMS.

    "view" shows requests and their files, "change" handles them, "export" takes the list away,
    "delete" erases what is known of a person. All of them show requests, so none goes without
    "view".
    """

    def user_has_permission(self, user, action):
        has = super().user_has_permission
        return action != "add" and has(user, "view") and has(user, action)
