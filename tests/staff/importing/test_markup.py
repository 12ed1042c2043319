from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.staff.importing.markup import TAG, without_markup


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Oil on canvas", "Oil on canvas"),
        ("<p>One.</p><p>Two,<br/>three.</p>", "One.\n\nTwo,\nthree."),
        ("<span>A <i>fine</i>\n  thing</span>", "A fine thing"),
        ("<p>R&eacute;union &amp; more&nbsp;&lt; 3</p>", "Réunion & more < 3"),
        ("<p>See<script>alert('x')</script><style>p{}</style> it</p>", "See it"),
        ("<p>In<form><input name='q'/>search</form><object>o</object>side</p>", "Inside"),
        ('<p><a href="https://e.org">The page</a><img src="x.png" alt="no"/></p>', "The page"),
        ("<p>a<!-- b --><![CDATA[c]]><?php d ?>e</p>", "ae"),
        ("<p>10<sup>5</sup> H<sub>2</sub>O</p>", "105 H2O"),
        # What the test of IIIF calls plain stays as it is ...
        ("<1890> or later", "<1890> or later"),
        ("a < b > c", "a < b > c"),
        ("Rows\n\nkept\n as they are", "Rows\n\nkept\nas they are"),
        # ... and what is HTML all the same does not.
        ("A <i>title</i> in a cell", "A title in a cell"),
        ("Arts &amp; Crafts\nin lines", "Arts & Crafts\nin lines"),
        ("Smith & Sons; 1890", "Smith & Sons; 1890"),
        ("&lt;p&gt;escaped twice&lt;/p&gt;", "escaped twice"),
        ("<p>open <b>for ever", "open for ever"),
        ("<ul><li>one</li><li>two</li></ul>", "one\n\ntwo"),
        ("a\x00b\x1b[31mc\u2028d\r\ne", "ab[31mc\nd\ne"),
        ("<>", "<>"),
        ("<p>a</p><!-- never closed", "a"),
        ("", ""),
    ],
)
def test_html_becomes_plain_words(written, read):
    assert without_markup(written) == read


PIECES = st.sampled_from(
    [
        *(
            "<p>",
            "</p>",
            "<br/>",
            "<script>",
            "</script>",
            "<",
            ">",
            "&lt;",
            "&gt;",
            "&amp;",
            "<!--",
            "-->",
            "<![CDATA[",
        ),
        *("]]>", "<?", "<!", "<a href='", "'>", '"', "<i", "&#60;", "&#0;", "&#x1f;", "\x07", "\ud800", "\u2028", " "),
        *("words", "\n", "&lt;b&gt;", "&amp;lt;i&amp;gt;", "<b<i>>", "<<b>b>"),
    ]
)


@given(st.lists(PIECES | st.text(max_size=4), max_size=30).map("".join))
def test_whatever_comes_in_no_tags_and_no_control_characters_come_out(written):
    read = without_markup(written)
    assert not TAG.search(read)
    assert not [letter for letter in read if unicodedata.category(letter) in ("Cc", "Cs") and letter != "\n"]
    assert read == read.strip()


@pytest.mark.parametrize("piece", ["<!--", "<![CDATA[", "<?", "<script>", "<a b='", "<b<i>>", "&lt;", "</", "<p>"])
def test_a_hostile_page_is_read_in_no_time_worth_telling(piece):
    assert len(without_markup(piece * 100_000)) <= 50_000
