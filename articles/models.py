"""The models of the interviews, each in a file of its own."""

from articles.agreement.models import AgreementAnswer, AgreementLink
from articles.calendar.models import CalendarFeed
from articles.index.page import ArticleIndexPage
from articles.interview_links import Interviewee, Interviewer, InterviewTopic
from articles.interview_page import InterviewPage
from articles.snippets import Person, Topic
from articles.transcript.models import Transcript
from articles.video.models import VideoPoster

__all__ = [
    "AgreementAnswer",
    "AgreementLink",
    "ArticleIndexPage",
    "CalendarFeed",
    "InterviewPage",
    "InterviewTopic",
    "Interviewee",
    "Interviewer",
    "Person",
    "Topic",
    "Transcript",
    "VideoPoster",
]
