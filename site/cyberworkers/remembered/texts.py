"""What is made of a text alone is worked out once for as long as the text is in use."""

from collections import OrderedDict
from functools import wraps
from threading import Lock


class Memory:
    """Answers by text, in this process; the texts never hold more than ``characters`` together.

    Those that were not asked for longest are forgotten; a longer text is not kept. Threads may
    ask at the same time: at worst two of them work out the same.
    """

    def __init__(self, characters):
        self.characters, self.length = characters, 0
        self.answers, self.lock = OrderedDict(), Lock()

    def recall(self, text, find):
        """Return what the function ``find`` returned, or returns now, for ``text``.

        It must depend on nothing but ``text`` (no setting, language, database or time that the
        text does not name), and nobody may change its answer, since all callers get the same one.
        """
        with self.lock:
            if text in self.answers:
                self.answers.move_to_end(text)
                return self.answers[text]
        answer = find()
        with self.lock:
            if text not in self.answers and len(text) <= self.characters:
                self.answers[text] = answer
                self.length += len(text)
                while self.length > self.characters:
                    oldest, _answer = self.answers.popitem(last=False)
                    self.length -= len(oldest)
        return answer


def remembered(characters):
    """Decorate a pure function of one text so that it remembers its answers: see `Memory`."""

    def decorate(function):
        memory = Memory(characters)

        @wraps(function)
        def remember(text):
            return memory.recall(text, lambda: function(text))

        return remember

    return decorate
