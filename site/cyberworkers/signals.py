"""What one app tells the others, whoever listens; receivers take ``**kwargs``."""

from django.dispatch import Signal

# A visitor searched: ``request``, ``typed`` as it was typed, the ``words`` that were looked for,
# in which ``language``, and ``results``, how many pages hold them.
searched = Signal()
