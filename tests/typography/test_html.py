"""French typography in HTML: the text of a page, never its markup."""

import pytest

from cyberworkers.typography import french_html


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("<strong>Vraiment</strong> ?", "<strong>Vraiment</strong>\u202f?"),
        ("<em>Vraiment </em>?", "<em>Vraiment\u202f</em>?"),
        ("« <a href='/'>Oui</a> »", "«\u00a0<a href='/'>Oui</a>\u00a0»"),
        ('Il dit "<b>oui</b>".', "Il dit «\u00a0<b>oui</b>\u00a0»."),
        ("<b>155</b> <b>000</b> €", "<b>155</b>\u202f<b>000</b>\u00a0€"),
        ("La commande <code>a ? b</code> ?", "La commande <code>a ? b</code>\u202f?"),
        ('Son <i lang="en">What ?</i> !', 'Son <i lang="en">What ?</i>\u202f!'),
    ],
)
def test_a_sentence_goes_on_through_the_tags_in_it(written, shown):
    assert french_html(f"<p>{written}</p>") == f"<p>{shown}</p>"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("L&#x27;essai &amp; co", "L’essai &amp; co"),
        ("&quot;Oui&quot; &lt; non", "«\u00a0Oui\u00a0» &lt; non"),
        ("Vraiment&nbsp;?", "Vraiment\u202f?"),
        ("&lt;b&gt; l&#39;été", "&lt;b&gt; l’été"),
    ],
)
def test_escaped_signs_are_read_and_what_must_be_escaped_stays_so(written, shown):
    assert french_html(written) == shown


def test_the_marks_of_two_paragraphs_do_not_belong_together():
    assert french_html('<p>Un "mot</p><p>un" autre</p>') == '<p>Un "mot</p><p>un" autre</p>'


@pytest.mark.parametrize(
    "html",
    [
        '<code>l\'a ? "b" : c...</code>',
        "<pre>l'a ?\n<b>x ?</b> 10 %</pre>",
        "<kbd>a ?</kbd><samp>b ?</samp><var>c ?</var>",
        "<script>if (a<b && 'c ?') {\"</p>\"} ;</script>",
        "<style>a :hover { content: '...' }</style>",
        "<textarea name='x'>L'avis ? <p> Vraiment ?</textarea>",
        "<select><option>Oui ?</option><option value='a ?'>A ?</option></select>",
        "<!-- l'avis ? -->",
        "<input value=\"L'avis ?\" placeholder='Vraiment ?'>",
        '<a href="/?q=a ?" title="l\'avis ?" class="a : b" data-shown-if-answer="50 %">x</a>',
        '<div lang="en"><div>What\'s "this" ?</div> Oh !</div>',
        "<p LANG=de>Wirklich ?</p>",
        "<p>&copy; &eacute;t&eacute;, byte &#8217; pour <br/>byte</P >",
        "<code>never closed ?",
        "<textarea>never closed ?",
    ],
)
def test_what_is_not_prose_stays_byte_for_byte(html):
    assert french_html(html) == html


def test_after_what_is_left_alone_the_rules_hold_again():
    html = '<p lang="en">Oh ?</p><p>Oui ?</p><p lang="fr">Non ?</p>'
    assert french_html(html) == (
        '<p lang="en">Oh ?</p><p>Oui\u202f?</p><p lang="fr">Non\u202f?</p>'
    )
