"""The forms and the list of accounts."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.users.forms import UserCreationForm, UserEditForm
from wagtail.users.views import users

from cyberworkers.language.forgiving import is_held, searched, wanted
from cyberworkers.language.respelling import respelt, spellings
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


class UserList(users.IndexView):
    """Finds people as the other lists of the CMS do; there are never many."""

    corrected = ""

    def search_queryset(self, queryset):
        if not self.is_searching:
            return queryset
        rows = queryset.order_by().values_list("pk", *sorted(self.search_fields))
        people = {pk: " ".join(map(str, texts)) for pk, *texts in rows}
        return queryset.filter(pk__in=self.found(people))

    def found(self, people):
        """Return the keys of those of ``people`` ({key: text}) who are looked for."""
        words = wanted(self.search_query)
        texts = {pk: searched(text) for pk, text in people.items()}
        found = holding(words, texts)
        known = [bool(holding([word], texts)) for word in words]
        if not found and not all(known):
            meant = respelt(self.search_query, words, known, spellings(people.values()))
            if meant:
                self.corrected, found = meant.text, holding(meant.words, texts)
        return found


def holding(words, texts):
    if not words:
        return []
    return [pk for pk, text in texts.items() if all(is_held(word, text) for word in words)]


class UserViewSet(users.UserViewSet):
    index_view_class = UserList

    def get_form_class(self, for_update=False):
        return EditForm if for_update else CreationForm
