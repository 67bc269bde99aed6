"""The forms of accounts."""

from django.utils.translation import gettext as _
from wagtail.users.forms import UserCreationForm, UserEditForm
from wagtail.users.views import users


class WithRole:
    """Refuses an account that could not log in: it has no role, and is no administrator."""

    def clean(self):
        cleaned_data = super().clean()
        groups = cleaned_data.get("groups")
        if (
            cleaned_data.get("is_active", True)
            and not cleaned_data.get("is_superuser")
            and groups is not None
            and not groups.filter(permissions__codename="access_admin").exists()
        ):
            text = _("Choose a role: without one this person could not log in.")
            self.add_error("groups", text)
        return cleaned_data


class CreationForm(WithRole, UserCreationForm):
    pass


class EditForm(WithRole, UserEditForm):
    pass


class UserViewSet(users.UserViewSet):
    def get_form_class(self, for_update=False):
        return EditForm if for_update else CreationForm
