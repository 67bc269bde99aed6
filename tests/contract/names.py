"""What we use of Wagtail beyond its documentation: names, what they have, how they are called."""

from tests.contract.names_of_apps import APPS
from tests.contract.names_of_models import MODELS

ADMIN, VIEWS = "wagtail.admin", "wagtail.admin.views"

# Name, what we override or use of it ("name(arguments)" where we give or take these), and what
# breaks without.
USED = [
    (
        f"{VIEWS}.pages.edit:EditView",
        "dispatch(self,request,page_id,**kwargs) get post(self,request,*args,**kwargs) "
        "get_context_data get_edit_url get_action_menu get_editing_sessions "
        "page_perms locked_for_user workflow_state workflow_tasks form_class",
        "nothing is submitted, approved or published in the translation editor",
    ),
    (
        f"{VIEWS}.pages.create:CreateView",
        "dispatch(self,request,content_type_app_name,content_type_model_name,parent_page_id) "
        "get(self,request)",
        "a day of the calendar begins no interview with its date",
    ),
    (
        f"{VIEWS}.generic:HookResponseMixin",
        "run_hook(self,hook_name,*args,**kwargs)",
        "the translation editor opens itself without end",
    ),
    (
        f"{VIEWS}.pages.edit:EditView",
        "is_out_of_date",
        "our question before a save over another's text rests on the same fields",
    ),
    (
        "wagtail.signal_handlers:disable_reference_index_auto_update",
        "()",
        "each link of a page enters the page anew in the index of references",
    ),
    (
        "wagtail.models:ReferenceIndex",
        "create_or_update_for_object(object) get_references_to(object) register_model(model)",
        "nobody knows what a page uses",
    ),
    (
        "wagtail.actions.publish_page_revision:PublishPageRevisionAction",
        "object execute(self,skip_permission_checks)",
        "what is published is not what the checklist looked at",
    ),
    (
        "wagtail.models:Page",
        "save_revision get_latest_revision with_content_json",
        "autosaves replace what was deleted, and nothing brings it back",
    ),
    (
        "wagtail.models:RevisionMixin",
        "from_serializable_data(data,check_fks,strict_fks)",
        "opening a version fetches every row that it names",
    ),
    (
        "wagtail.blocks.base:BlockWidget",
        "block_json js_context",
        "the editor describes the blocks of a body anew at each load",
    ),
    (
        f"{ADMIN}.panels:MultipleChooserPanel.BoundPanel",
        "js_context chooser_widget_telepath_definition",
        "nobody can choose the people of an interview",
    ),
    (
        f"{ADMIN}.panels:InlinePanel.BoundPanel",
        "empty_child render_form_content media",
        "the form of one more person is drawn anew at each load",
    ),
    (
        f"{ADMIN}.compare:diff_text",
        "(a,b)",
        "the time machine does not show what taking a changed part back does",
    ),
    (f"{ADMIN}.compare:TextDiff", "to_html", "a changed part has no marks, or unsafe ones"),
    (
        f"{ADMIN}.rich_text:DraftailRichTextArea",
        "features format_value(self,value)",
        "the editor reads every text anew at each load",
    ),
    (
        "wagtail.users.forms:UserCreationForm",
        "password_required save(self,commit)",
        "an administrator must choose the password of others",
    ),
    (f"{ADMIN}.widgets.button:Button", "show", "no menu offers to translate"),
    (f"{ADMIN}.action_menu:ActionMenuItem", "get_url(self,parent_context)", "a button has no link"),
    (
        f"{ADMIN}.action_menu:PublishMenuItem",
        "get_context_data(self,parent_context) name",
        "the publish button does not say when it publishes",
    ),
    (f"{ADMIN}.action_menu:SaveDraftMenuItem", "name", "a translation offers to save a draft"),
    (
        f"{ADMIN}.action_menu:SubmitForModerationMenuItem",
        "get_context_data(self,parent_context)",
        "a text that was sent back has two buttons that seem to do the same",
    ),
    (f"{ADMIN}.action_menu:RestartWorkflowMenuItem", "is_shown", "two buttons do the same"),
    (
        f"{ADMIN}.action_menu:PageLockedMenuItem",
        "is_shown",
        "a locked text offers to end its review",
    ),
    (
        f"{ADMIN}.action_menu:WorkflowMenuItem",
        "launch_modal label name",
        "a text is approved without a word of what is still open",
    ),
    (
        f"{ADMIN}.action_menu:PageActionMenu",
        "render_html(self) default_item media",
        "the next step is not the button",
    ),
    (
        f"{ADMIN}.action_menu:WorkflowMenuItem",
        "get_context_data",
        "who publishes by approving is offered to publish as well",
    ),
    (f"{VIEWS}.home:WorkflowObjectsToModeratePanel", "name", "the home shows what ours shows"),
    (f"{VIEWS}.home:UserObjectsInWorkflowModerationPanel", "name", "the home shows it twice"),
    (f"{VIEWS}.home:RecentEditsPanel", "name", "the home shows the drafts twice"),
    (
        f"{VIEWS}.pages.utils:get_breadcrumbs_items_for_page",
        "(page,user,url_name,root_url_name,include_self,querystring_value)",
        "no links page opens",
    ),
    (
        f"{VIEWS}.generic.permissions:PermissionCheckedMixin",
        "permission_policy permission_required any_permission_required user_has_permission"
        "(self,permission) user_has_any_permission(self,permissions) dispatch",
        "everybody in the CMS opens the inbox, the reports and what visitors sent",
    ),
    (
        f"{VIEWS}.generic.base:WagtailAdminTemplateMixin",
        "page_title header_icon breadcrumbs_items get_breadcrumbs_items(self) get_page_title(self)"
        " get_page_subtitle(self)",
        "pages of the calendar, the agreement and the inbox have neither title nor way back",
    ),
    (
        f"{VIEWS}.generic:BaseListingView",
        "index_url_name no_results_message columns get_queryset",
        "the bin lists nothing, or what is not this person's",
    ),
    (
        f"{VIEWS}.generic:IndexView",
        "any_permission_required table_class filterset_class paginator_class is_searchable "
        "columns get_edit_url(self,instance) get_base_queryset(self) filter_queryset(self,queryset)"
        " search_queryset(self,queryset) paginate_queryset(self,queryset,page_size) "
        "get_table(self,object_list) is_searching search_query is_filtering is_export "
        "show_export_buttons as_spreadsheet stream_csv write_xlsx_response get_filename",
        "the inbox lists spam, loses its filters or exports more than it shows",
    ),
    (
        f"{VIEWS}.generic:EditView",
        "form_valid(self,form) get_edit_url edit_url_name get_page_subtitle get_side_panels(self)",
        "the page of a request saves what another person chose meanwhile",
    ),
    (
        f"{VIEWS}.generic:DeleteView",
        "delete_action(self) get_success_message(self)",
        "a request is deleted, but its mails and files stay",
    ),
    (f"{VIEWS}.generic.base:BaseOperationView", "perform_operation success_url_name", "no stars"),
    (f"{VIEWS}.reports:ReportView", "order_queryset get_base_queryset", "reports have no order"),
    (
        f"{VIEWS}.bulk_action:BulkAction",
        "get_queryset(model,object_ids) get_all_objects_in_listing_query(self,parent_id) "
        "get_execution_context(self) execute_action(objects,**kwargs) cleaned_form "
        "get_success_message(self,num_parent_objects,num_child_objects)",
        "“select all” changes all requests there are, or what is chosen stays unchanged",
    ),
    (
        f"{ADMIN}.ui.tables:Column",
        "cell_template_name get_cell_context_data(self,instance,parent_context)",
        "the lists of the inbox and the bin have no buttons",
    ),
    (
        f"{ADMIN}.ui.tables:Table",
        "get_row_attrs get_row_classname",
        "the inbox marks nothing unread",
    ),
    (f"{ADMIN}.paginator:WagtailPaginator", "items_count_label", "a million requests are counted"),
    (
        f"{ADMIN}.userbar:ContentCheckerItem",
        "axe_include axe_run_only axe_custom_checks axe_messages in_editor",
        "the content checks look at the frame around the text, in the words of programmers",
    ),
    (
        f"{ADMIN}.localization:get_localized_response",
        "(view_func,request,*args,**kwargs)",
        "refusals are not in the language of the person",
    ),
    (
        f"{ADMIN}.api.views:PagesAdminAPIViewSet",
        "actions",
        "pages are changed behind locks, review and checklist",
    ),
    *MODELS,
    *APPS,
]
