"""The interviewee's agreement: a secret link to the draft, and the answers given there."""
