"""What a pure function makes of a text is worked out once for as long as the text is in use."""

from collections import OrderedDict
from functools import wraps
from threading import Lock


def remembered(characters):
    """Decorate a function of one text so that it remembers what it returned, in this process.

    Only for a function that looks at nothing but the text (no setting, language, database or
    time) and whose answer nobody changes, since all callers get the same one. Whoever wants the
    answer in a language asks for it only there. The texts that were not asked for longest are
    forgotten, so that all together never hold more than ``characters``; a longer text is not kept.
    Threads may call it at the same time: at worst two of them work out the same.
    """

    def decorate(function):
        answers, lock, length = OrderedDict(), Lock(), 0

        @wraps(function)
        def remember(text):
            nonlocal length
            with lock:
                if text in answers:
                    answers.move_to_end(text)
                    return answers[text]
            answer = function(text)
            with lock:
                if text not in answers and len(text) <= characters:
                    answers[text] = answer
                    length += len(text)
                    while length > characters:
                        oldest, _answer = answers.popitem(last=False)
                        length -= len(oldest)
            return answer

        return remember

    return decorate
