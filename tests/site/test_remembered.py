"""What a pure function makes of a text is worked out once."""

from concurrent.futures import ThreadPoolExecutor

from cyberworkers.remembered.texts import remembered


class Shout:
    """A function of a text that notes for which texts it was asked."""

    def __init__(self):
        self.asked = []

    __name__ = "shout"

    def __call__(self, text):
        self.asked.append(text)
        return text.upper()


def test_the_same_text_is_worked_out_once():
    shout = Shout()
    remember = remembered(characters=100)(shout)
    assert [remember("ligne"), remember("ligne"), remember("fil")] == ["LIGNE", "LIGNE", "FIL"]
    assert shout.asked == ["ligne", "fil"]


def test_texts_together_hold_no_more_than_was_said_and_the_least_used_is_forgotten():
    shout = Shout()
    remember = remembered(characters=10)(shout)
    for text in ("aaaa", "bbbb", "aaaa", "cccc"):  # a fourth of four letters does not fit
        remember(text)
    shout.asked.clear()
    assert [remember("aaaa"), remember("cccc"), remember("bbbb")] == ["AAAA", "CCCC", "BBBB"]
    assert shout.asked == ["bbbb"]


def test_a_text_that_is_too_long_is_answered_and_drives_out_nothing():
    shout = Shout()
    remember = remembered(characters=10)(shout)
    remember("court")
    assert remember("beaucoup trop long") == "BEAUCOUP TROP LONG"
    remember("court")
    remember("beaucoup trop long")
    assert shout.asked == ["court", "beaucoup trop long", "beaucoup trop long"]


def test_threads_get_each_their_answer():
    shout = Shout()
    remember = remembered(characters=50)(shout)
    texts = [f"texte {number % 40}" for number in range(2_000)]
    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(remember, texts)) == [text.upper() for text in texts]
