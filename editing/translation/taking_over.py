"""Takes what is new in the source over into its translations, and nothing more.

wagtail-localize's own view would publish it in the language of the source, let a machine write
into pages that are locked, and open what is private in the translation alone.
"""

from django.core import serializers
from django.db import transaction
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.models import Page, PageViewRestriction
from wagtail_localize.views.update_translations import UpdateTranslationsView

from editing.permissions import why_locked
from editing.translation.titles import TitleTooLong


class TakeOverView(UpdateTranslationsView):
    def form_valid(self, form):
        if form.cleaned_data.get("use_machine_translation"):
            for page in self.targets():
                if why := why_locked(page, self.request.user):
                    messages.error(self.request, why)
                    return redirect(self.request.get_full_path())
        if form.cleaned_data["publish_translations"]:
            form.cleaned_data["publish_translations"] = False
            messages.warning(
                self.request,
                _(
                    "The translations were not published: what is new is still in the language "
                    "of the source. Open each translation, complete it, then publish it."
                ),
            )
        try:
            return self.take_over(form)
        except TitleTooLong as error:
            messages.error(self.request, " ".join(error.detail))
            return redirect(self.request.get_full_path())

    @transaction.atomic
    def take_over(self, form):
        """Do it, and keep the restrictions that a translation alone has."""
        restrictions = PageViewRestriction.objects.filter(page__in=self.targets())
        kept = serializers.serialize("python", restrictions)
        answer = super().form_valid(form)
        for one in serializers.deserialize("python", kept):
            if not PageViewRestriction.objects.filter(page=one.object.page_id).exists():
                one.save()
                self.say_still_private(one.object.page)
        return answer

    def say_still_private(self, page):
        """Nobody can tell any more whether the restriction once came from the source."""
        text = _("“%(title)s” stays private. Who may read it is set in its editor.")
        url = reverse("wagtailadmin_pages:edit", args=[page.pk])
        messages.warning(
            self.request,
            text % {"title": page.get_admin_display_title()},
            buttons=[messages.button(url, _("Edit"))],
        )

    def targets(self):
        """Return the pages that these translations make."""
        return Page.objects.filter(
            translation_key=self.object.object_id,
            locale__in=self.object.translations.filter(enabled=True).values("target_locale"),
        )


# Before wagtail-localize's, at the same address.
@hooks.register("register_admin_urls", order=-10)
def take_over_address():
    return [
        path(
            "localize/update/<int:translation_source_id>/",
            TakeOverView.as_view(),
            name="take_translations_over",
        )
    ]
