"""Addresses of the calendar, below the CMS's own."""

from django.urls import path

from articles.calendar import beginning, feed, moving, views

app_name = "calendar"
urlpatterns = [
    path("", views.CalendarView.as_view(), name="index"),
    path("feed/", feed.change, name="feed"),
    path("begin/<int:parent_page_id>/<str:day>/", beginning.BeginView.as_view(), name="begin"),
    path("<int:pk>/move/", moving.MoveView.as_view(), name="move"),
]
