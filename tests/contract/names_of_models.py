"""The same of Wagtail's models and of who may do what with them. See `names`."""

MODELS = [
    (
        "wagtail.models:AbstractGroupApprovalTask",
        "start(self,workflow_state,user) get_actions(self,obj,user) "
        "get_form_for_action(self,action) get_template_for_action(self,action) "
        "get_task_states_user_can_moderate(self,user,**kwargs) "
        "user_can_unlock(self,obj,user) "
        "_user_in_groups(self,user) lock_class task_state_class",
        "a review starts at the wrong step, or at one of nobody",
    ),
    (
        "wagtail.models:TaskState",
        "approve(self,user,update,comment) reject(self,user,update,comment) "
        "cancel(self,user,resume,comment)",
        "people approve their own texts",
    ),
    (
        "wagtail.models:WorkflowState",
        "get_next_task(self) cancel(self,user)",
        "a corrected text goes on where nobody has approved it",
    ),
    (
        "wagtail.models:PagePermissionTester",
        "can_delete(self,ignore_bulk) can_move can_move_to(self,destination) can_publish"
        " permissions page_locked user page",
        "who may correct a text may delete it, and a lock keeps nothing",
    ),
    ("wagtail.models:Page", "publish", "pages go online unready"),
    ("wagtail.models:Page", "get_lock(self) with_content_json(self,content)", "no bin, no locks"),
    ("wagtail.models:Page", "approved_schedule scheduled_revision", "bypasses leave no trace"),
    ("wagtail.models:Revision", "page_revisions", "the worker publishes nothing"),
    (
        "wagtail.locks:WorkflowLock",
        "get_message(self,user) for_user(self,user) get_description",
        "the editor does not say who reviews",
    ),
    ("wagtail.locks:ScheduledForPublishLock", "for_user", "a schedule locks out who made it"),
    (
        "wagtail.api.v2.router:WagtailAPIRouter",
        "register_endpoint(self,name,class_)",
        "pages are changed behind locks, review and checklist",
    ),
    ("wagtail.locks:BasicLock", "for_user(self,user)", "a locked page gets another date"),
    (
        "wagtail.permission_policies.pages:PagePermissionPolicy",
        "get_cached_permissions_for_user(self,user) instances_user_has_permission_for"
        " users_with_permission_for_instance user_has_any_permission(self,user,actions)",
        "the home, the bin and the mails of a review reach the wrong people",
    ),
    (
        "wagtail.coreutils:find_available_slug",
        "(parent,requested_slug,ignore_page_id)",
        "a translation takes the address of another page",
    ),
]
