"""Paste or drop; look at the cuts and correct them; make a draft of them."""

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.pages.utils import get_breadcrumbs_items_for_page

from articles.transcript.cms.changes import apply
from articles.transcript.cms.forms import DraftForm, PasteForm
from articles.transcript.cms.rights import index_for, transcript_for
from articles.transcript.cms.rows import KEYS, counted, rows, sentences
from articles.transcript.drafting import draft
from articles.transcript.lines import Role
from articles.transcript.models import Transcript
from articles.transcript.paragraphs import Unreadable
from articles.transcript.taking import recognise_again, refuse_too_large, take

PASTE = gettext_lazy("Paste an interview")
UNFINISHED = 10  # shown


def trail(index, user, label, *between):
    """Return the way from the home of the CMS to a page called ``label``."""
    return [
        *get_breadcrumbs_items_for_page(index, user),
        *between,
        {"url": "", "label": label},
    ]


class PasteView(WagtailAdminTemplateMixin, View):
    """The text or the file, and what this person pasted before and made no draft of."""

    page_title = PASTE
    header_icon = "paste"
    template_name = "articles/transcript/paste.html"

    def dispatch(self, request, index):
        self.index = index_for(request.user, index)
        return super().dispatch(request)

    def get_breadcrumbs_items(self):
        return trail(self.index, self.request.user, self.page_title)

    def get(self, request):
        return self.shown(PasteForm())

    def post(self, request):
        form = PasteForm(request.POST, request.FILES)
        if form.is_valid():
            try:
                transcript = self.taken(form.cleaned_data)
                return redirect("transcript_cuts", transcript.pk)
            except Unreadable as refusal:
                form.add_error("file" if form.cleaned_data["file"] else "text", str(refusal))
        return self.shown(form)

    def taken(self, values):
        user, file = self.request.user, values["file"]
        if file:
            refuse_too_large(file.size)
            return take(self.index, user, file.read(), name=file.name)
        if marked := values["marked"]:
            try:
                refuse_too_large(marked.size)
                return take(self.index, user, marked.read(), kind="html")
            except Unreadable:
                pass  # the plain text is there as well
        return take(self.index, user, values["text"].encode(), kind="txt")

    def shown(self, form):
        unfinished = Transcript.objects.filter(owner=self.request.user, page=None, index=self.index)
        context = self.get_context_data(
            form=form,
            index=self.index,
            unfinished=unfinished.defer("original", "paragraphs", "lines", "past")[:UNFINISHED],
        )
        return self.render_to_response(context)


class CutsView(WagtailAdminTemplateMixin, View):
    """Each line with its role; what is done with it is stored at once and can be undone."""

    page_title = gettext_lazy("Cuts")
    header_icon = "cut"
    template_name = "articles/transcript/cuts.html"

    def dispatch(self, request, pk):
        self.transcript = transcript_for(request.user, pk)
        if not self.transcript.paragraphs:  # an error came between storing and recognising
            recognise_again(self.transcript)
        return super().dispatch(request)

    def get_breadcrumbs_items(self):
        index = self.transcript.index
        paste = {"url": reverse("transcript_paste", args=[index.pk]), "label": PASTE}
        return trail(index, self.request.user, str(self.transcript), paste)

    def get(self, request):
        return self.shown(DraftForm(self.transcript, request.user))

    @transaction.atomic
    def post(self, request):
        # One after the other: a second click finds the draft that the first one made.
        locked = Transcript.objects.select_for_update(of=("self",)).select_related("index__locale")
        self.transcript = locked.get(pk=self.transcript.pk)
        if self.transcript.page_id:
            return redirect("wagtailadmin_pages:edit", self.transcript.page_id)
        form = DraftForm(self.transcript, request.user, request.POST)
        is_current = request.POST.get("version") == str(self.transcript.version)
        if is_current:
            apply(self.transcript, request.POST)
        else:
            messages.warning(request, _("These cuts were changed elsewhere: look at them again."))
        if is_current and request.POST.get("do") == "draft" and form.is_valid():
            return self.draft(form)
        return self.shown(form)

    def draft(self, form):
        user = self.request.user
        index_for(user, self.transcript.index_id)
        page, failed = draft.make(
            self.transcript,
            user,
            form.chosen("people"),
            form.chosen("interviewers"),
            form.cleaned_data["description"],
        )
        said = _("The draft “%(title)s” is made. Nothing is published.") % {"title": page.title}
        messages.success(self.request, said)
        if failed:
            said = ngettext(
                "%(count)d image could not be taken over: it stays in the original.",
                "%(count)d images could not be taken over: they stay in the original.",
                failed,
            )
            messages.warning(self.request, said % {"count": failed})
        return redirect("wagtailadmin_pages:edit", page.pk)

    def shown(self, form):
        cuts = self.transcript.cuts
        context = self.get_context_data(
            form=form,
            transcript=self.transcript,
            rows=rows(cuts),
            counted=counted(cuts),
            roles=list(Role),
            keys=list(KEYS.items()),
            speakers=sorted({line.speaker for line in cuts.lines if line.speaker}),
            split=sentences(cuts, self.request.POST.get("open", "")),
            page=self.transcript.page_or_none,
        )
        if self.request.headers.get("X-Requested-With") == "XMLHttpRequest":
            return TemplateResponse(self.request, "articles/transcript/lines.html", context)
        return self.render_to_response(context)


def original(request, pk):
    """Answer what was pasted or dropped, to be saved: it is shown as no page of ours."""
    transcript = transcript_for(request.user, pk)
    name = transcript.name or f"{_('transcript')}.{transcript.kind}"
    return HttpResponse(
        bytes(transcript.original),
        content_type="application/octet-stream",
        headers={
            "Content-Disposition": content_disposition_header(as_attachment=True, filename=name),
            "X-Content-Type-Options": "nosniff",
        },
    )
