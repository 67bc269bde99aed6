"""One module for each format: what comes out are paragraphs, with what marked them."""
