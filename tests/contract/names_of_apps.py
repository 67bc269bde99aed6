"""The same of Wagtail's own apps: forms, redirects, images, rich text, search. See `names`."""

APPS = [
    (
        "wagtail.contrib.forms.forms:FormBuilder",
        "get_field_options(self,field) create_singleline_field(self,field,options) "
        "create_multiline_field create_email_field create_url_field create_number_field "
        "create_date_field create_datetime_field create_multiselect_field create_checkboxes_field "
        "create_hidden_field get_formatted_field_choices get_formatted_field_initial formfields "
        "get_form_class(self)",
        "answers of the quote form have no limits",
    ),
    ("wagtail.contrib.forms.models:FormMixin", "base_form_class", "conditions are not looked at"),
    (
        "wagtail.contrib.forms.models:AbstractFormField",
        "get_field_clean_name(self)",
        "no conditions",
    ),
    (
        "wagtail.contrib.redirects.middleware:RedirectMiddleware",
        "process_response(self,request,response)",
        "a form whose page moved is dropped",
    ),
    ("wagtail.images.fields:WagtailImageField", "to_python(self,data)", "broken images: error 500"),
    (
        "wagtail.images.models:AbstractImage",
        "get_rendition(self,filter) get_renditions(self,*filters)"
        " create_renditions(self,*filters) get_rendition_model get_willow_image",
        "readers wait for pictures; a broken one answers 500 on every page that shows it",
    ),
    (
        "wagtail.images.models:Filter",
        "get_willow_image(self,image,source) get_transform get_cache_key(self,image)",
        "an image is decoded anew for each size",
    ),
    (
        "wagtail.images.image_operations:FormatOperation",
        "run(self,willow,image,env)",
        "AVIF takes three times as long",
    ),
    (
        "wagtail.rich_text.pages:PageLinkHandler",
        "expand_db_attributes_many",
        "queries for each link",
    ),
    (
        "wagtail.rich_text:get_text_for_indexing",
        "(richtext)",
        "readers find no word of a rich text",
    ),
    (
        "modelsearch.backends.base:BaseIndex",
        "add_item(self,obj) add_items(self,model,items) delete_item(self,item) reset(self)",
        "what is published is not found",
    ),
    (
        "modelsearch.backends.base:BaseSearchBackend",
        "index_class rebuilder_class get_index_for_object add delete",
        "what is published is not found",
    ),
    (
        "modelsearch.backends.base:BaseSearchBackend",
        "query_compiler_class autocomplete_query_compiler_class results_class",
        "the lists of the CMS find nothing",
    ),
    (
        "modelsearch.backends.base:BaseSearchQueryCompiler",
        "__init__(self,queryset,query,fields,operator,order_by_relevance) check(self)",
        "the lists of the CMS find nothing",
    ),
    (
        "modelsearch.backends.base:BaseSearchResults",
        "_do_search(self) _do_count(self) facet(self,field_name) supports_facet",
        "the lists of the CMS find nothing",
    ),
    (
        "wagtail.search.index:RelatedFields",
        "get_value(self,obj)",
        "no interview is found in the CMS by who speaks in it",
    ),
    (
        "wagtail.search.index:BaseField",
        "get_value(self,obj)",
        "nothing is found in the CMS",
    ),
    (
        "wagtail.sites.views:IndexView",
        "columns",
        "the list of sites lacks columns, or has some of them twice",
    ),
    (
        "wagtail.sites.views:SiteViewSet",
        "index_view index_results_view index_view_class",
        "the list of sites is not there",
    ),
]
