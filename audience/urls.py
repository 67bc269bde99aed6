from django.urls import path

from audience.views import view

urlpatterns = [path("view/", view, name="audience_view")]
