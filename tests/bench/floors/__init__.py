"""What the site is compared with: the least that Django, Wagtail, a server and a file can cost."""
