"""Word documents, by mammoth: what it makes of them is a page with the images in it."""

import io

import mammoth

from articles.transcript.reading import markup
from articles.transcript.reading.archive import opened

# Beyond mammoth's own: people write titles in the styles that Word offers for them.
STYLES = """
p[style-name='Title'] => p.MsoTitle:fresh
p[style-name='Titre'] => p.MsoTitle:fresh
p[style-name='Subtitle'] => p.MsoSubtitle:fresh
p[style-name='Sous-titre'] => p.MsoSubtitle:fresh
p[style-name='Quote'] => p.MsoQuote:fresh
p[style-name='Citation'] => p.MsoQuote:fresh
p[style-name='Intense Quote'] => p.MsoQuote:fresh
p[style-name='Citation intense'] => p.MsoQuote:fresh
p[style-name='caption'] => p.MsoCaption:fresh
p[style-name='Caption'] => p.MsoCaption:fresh
p[style-name='Légende'] => p.MsoCaption:fresh
p[style-name='Titre 1'] => h1:fresh
p[style-name='Titre 2'] => h2:fresh
p[style-name='Titre 3'] => h3:fresh
"""
PART = "word/document.xml"


def read(data):
    """Return the paragraphs of ``data``, bytes of a Word document. Raises Unreadable."""
    with opened(data, PART):
        # Images that lie elsewhere are not fetched, styles that the document brings not obeyed.
        page = mammoth.convert_to_html(
            io.BytesIO(data),
            style_map=STYLES,
            include_embedded_style_map=False,
            external_file_access=False,
        )
        return markup.read_text(page.value)
