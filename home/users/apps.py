"""Wagtail's app of accounts, with our forms.

https://docs.wagtail.org/en/stable/extending/customizing_group_views.html
"""

from wagtail.users.apps import WagtailUsersAppConfig


class UsersConfig(WagtailUsersAppConfig):
    user_viewset = "home.users.viewset.UserViewSet"
