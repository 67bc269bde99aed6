"""The forms of accounts."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.users.forms import UserCreationForm, UserEditForm
from wagtail.users.views import users

from home.users.invitation import invite, unknown_password


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
    """Without a password the person is invited to choose one."""

    password_required = False

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["password1"].help_text = gettext_lazy(
            "Leave it empty: the person chooses it, by a link that is sent to this address."
        )

    def save(self, commit=True):
        user = super().save(commit=False)
        user.is_invited = not self.cleaned_data["password1"]
        if user.is_invited:
            user.set_password(unknown_password())
        if commit:
            user.save()
            self.save_m2m()
            if user.is_invited:
                invite(user)
        return user


class EditForm(WithRole, UserEditForm):
    pass


class UserViewSet(users.UserViewSet):
    def get_form_class(self, for_update=False):
        return EditForm if for_update else CreationForm
