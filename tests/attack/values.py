"""What people, robots and attackers send where something else was asked for."""

# Identifiers; most of them are none.
IDENTIFIERS = [
    *("0", "1", "2", "-1", "00", "1.5", "x", "None", "null", "é", "1e3", "٣", "1 OR 1=1", "_3F"),
    *("9" * 9, "9" * 19, "9" * 40, "9223372036854775808", "2147483648", "root", "new", "[]", "%00"),
    *("a" * 300, "a-b_c", "00000000-0000-0000-0000-000000000000", "..", "../../etc/passwd", "⟨⟩"),
]
DATES = [
    *("9999-12-31", "9999-12-31 23:59", "9999-12-31T23:59", "0026-01-01", "0001-01-01"),
    *("0001-01-01 00:00", "0000-00-00", "2026-02-30", "2026-03-29 02:30", "10000-01-01", "31/12/9"),
    *("2026-12-01T10:00:00+99:99", "2026-12-01T10:00:00Z", "2026-W53", "2026-366", "١٢"),
]
TEXTS = [
    *(
        "",
        " ",
        "\t",
        "\x00",
        "a\x00b",
        "\n",
        "\r\n\r\n",
        "'",
        '"',
        "\\",
        "%",
        "%%s",
        "%s",
        "{{ 7*7 }}",
    ),
    *("<script>alert(1)</script>", "{% load i18n %}", "${7*7}"),
    *(
        "\u202e",
        "\u200b",
        "\ufeff",
        "\uffff",
        "🧑‍🚀" * 40,
        "e\u0301" * 200,
        "a" * 10_000,
        "é" * 70_000,
    ),
    *("on", "true", "false", "[]", "{}", "[[[", '{"a":', "null", "NaN", "Infinity", "-0", "1e400"),
    *(
        '{"entityMap": {}, "blocks": []}',
        '{"blocks": 1}',
        '{"comment": 1}',
        '[{"a": {}}]',
        "http://[",
    ),
    *(
        "javascript:alert(1)",
        "//evil.example",
        "/\\evil.example",
        "mailto:",
        "tel:",
        "http://a:99999/",
    ),
    *(
        "a@b",
        "a@" + "b" * 300,
        "a,b",
        "a;b",
        "*",
        "?",
        "(",
        "[a-",
        "a:b",
        "a:",
        ":",
        "AND",
        "OR NOT",
    ),
]
NUMBERS = ["-1", "0", "1", "10000000000", "9" * 400, "1.5", "0x10", "1_000", "１", "", "x", " 7 "]
ANY = [*IDENTIFIERS, *DATES, *TEXTS, *NUMBERS]

# What pages read of a query, here and there.
NAMES = """
    q p page person year next ordering locale per_page tag export collection_id result_sort
    page_type user_perms multiple id date day view when status is_expanded width height filter
    lookup object_type user content_type action timestamp_from timestamp_to created_at_from
    go_live_at_from latest_revision_created_at_from latest_revision_created_at_to
    first_published_at_from owner site search_field fields limit offset child_of descendant_of
    for_explorer has_children translation_of type order search mode position in_preview_panel
    allow_external_link allow_email_link link_text link_url from to created created_after
    created_before uploaded_at target_pages chosen _w_filter_fragment field_name term
    autocomplete depth parent_page_id purpose
"""
QUERIES = NAMES.split()
FILES = [
    ("a.pdf", b"%PDF-1.7"),
    ("a.png", b"\x89PNG\r\n\x1a\n" + b"\x00" * 40),
    ("a.jpg", b"\xff\xd8\xff\xe0" + b"x" * 100),
    ("a.gif", b"GIF89a" + b"\xff" * 20),
    ("a.webp", b"RIFF\x00\x00\x00\x00WEBPVP8 "),
    ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
    ("a.po", b'msgid "a"\nmsgstr "b"\n'),
    ("a.po", b"\xff\xfe"),
    ("a.csv", b"from,to\n/a,/b\n\x00"),
    ("a.xlsx", b"PK\x03\x04" + b"\x00" * 30),
    ("a.json", b"[1]"),
    ("", b""),
    ("a" * 300 + ".png", b""),
    ("../../x\x00.pdf", b"x"),
]
