import pytest
from course import ARTICLES
from hypothesis import given, strategies as st

from textkit import load_article
from textkit.course import clean_page
from textkit.course.cleaning import _read_wordings

BODY = "The council of Sandholm met on Monday to talk about the new ferry."
MORE = "It went on talking until the last boat had left."

PAGE = f"""Skip to main content
Home
News
Sport
Weather
More

Home > News > Sandholm
Sandholm talks until the last boat has left
By Ann Lee
3 March 2024
Share this article
Copy link
5 min read
The quay at Sandholm on Monday. Photograph: Bo Fox/Getty Images
{BODY}
Advertisement
“Share the boat,” said the mayor. “Read more. Sign up for the choir!”
Sign up for our newsletter
Get the best of Sandholm delivered to your inbox every morning.
{MORE}
Read more: “We will never sell the ferry”
A boat of its own
The ferry is forty years old, and nobody has a plan for it.

Related
- The ferry that nobody wanted
- Nine facts about rope

The mayor hopes for June.
Comments (12)
Most read
How to tie a knot
Sandholm talks until the last boat has left
The price of coffee
We use cookies to improve your experience on this site.
© 2024 The Sandholm Times. All rights reserved."""

KEPT = f"""

Sandholm talks until the last boat has left
By Ann Lee
3 March 2024
{BODY}
“Share the boat,” said the mayor. “Read more. Sign up for the choir!”
{MORE}
A boat of its own
The ferry is forty years old, and nobody has a plan for it.


The mayor hopes for June."""


def taken_out(text):
    return list(clean_page(text)[1]["text"])


def test_a_page_is_cleaned_of_what_is_around_its_article():
    text, report = clean_page(PAGE)
    assert text.strip() == KEPT.strip()
    assert len(report) == len(PAGE.split("\n")) - len(text.split("\n"))


def test_the_report_names_each_line_and_says_why():
    report = clean_page(f"Share\n{BODY}\n  • Advertisement \n{MORE}")[1]
    assert report.values.tolist() == [
        [1, "Share", "sharing button"],
        [3, "  • Advertisement ", "advertisement"],
    ]


@pytest.mark.parametrize("article", ARTICLES)
def test_nothing_is_taken_out_of_the_articles_of_the_project(article):
    text = load_article(ARTICLES[article]).text
    kept, report = clean_page(text)
    assert kept == text
    assert report.empty


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("ADVERTISEMENT", "advertisement"),
        ("Story continues below advertisement", "advertisement"),
        ("Share on Facebook", "sharing button"),
        ("1.2K shares", "sharing button"),
        ("Follow us on Bluesky.", "sharing button"),
        ("Sign in", "button"),
        ("Loading…", "button"),
        ("4 min read", "button"),
        ("312 comments", "comments"),
        ("Comments (0)", "comments"),
        ("Read more: Is it over?", "link to another page"),
        ("READ MORE | Rain stops the ferry", "link to another page"),
        ("Read more: “We won’t go,” says mayor.", "link to another page"),
        ("Sign up for our morning newsletter.", "subscription"),
        ("Already a subscriber? Log in", "subscription"),
        ("By signing up, you agree to our terms.", "subscription"),
        ("This website uses cookies.", "cookie notice"),
        ("Accept all", "cookie notice"),
        ("Photo: Ann Lee", "image credit"),
        ("Image source, Getty Images", "image credit"),
        ("The mayor on Monday. (Photo by Ann Lee)", "image credit"),
        ("The mayor on Monday. Photograph: Ann Lee/AFP", "image credit"),
        ("© 2024 The Sandholm Times.", "legal notice"),
        ("Terms & Conditions", "legal notice"),
        ("Home | News | Sport | More", "menu"),
        ("Home > World > Europe", "menu"),
    ],
)
def test_this_is_no_part_of_an_article(line, why):
    text, report = clean_page(f"{BODY}\n{line}\n{MORE}")
    assert text == f"{BODY}\n{MORE}"
    assert report["why"].tolist() == [why]


@pytest.mark.parametrize(
    "line",
    [
        "Home",  # headings of one word
        "Politics",
        "More",
        "Share this burden with us, the minister told them.",
        "“Sign up for our newsletter,” said the poster.",
        "“Subscribe”",
        "We use cookies to bribe “our” children.",
        "We use boats, not cars.",
        "Photographs of the quay hang in the hall.",
        "Advertisement rates have doubled since March.",
        "Comments on the plan came at once.",
        "More from the mayor is expected.",
        "Related work was done in Lervik.",
        "Copyright law is older than the ferry.",
        "Read more books!",
        "By clicking her fingers she stopped the boat.",
        "Get up, she said.",
        "By Ann Lee",
        "3 March 2024",
        "SANDHOLM (Reuters) – The ferry is late.",
        "Yes.",
        "",
    ],
)
def test_this_may_be_the_article(line):
    text = f"{BODY}\n{line}\n{MORE}"
    assert clean_page(text)[0] == text


def test_a_line_within_a_broken_sentence_stays():
    wrapped = f"{MORE}\nThey would rather\nShare\nthe boat, and the\nphoto: by\nAnn Lee."
    assert taken_out(wrapped) == []
    assert taken_out("In the album was a last\npicture: the quay in\nMay 1965") == []


def test_three_menu_words_in_a_row_are_a_menu_and_two_are_not():
    assert taken_out(f"Politics\n\nSport\nAdvertisement\nWeather\n{BODY}") == [
        "Politics",
        "Sport",
        "Advertisement",
        "Weather",
    ]
    assert taken_out(f"Politics\nSport\n{BODY}\nWeather") == []


@pytest.mark.parametrize(
    ("after", "titles"),
    [
        pytest.param(f"One\nTwo\n\n{BODY}", ["One", "Two"], id="ends at an empty line"),
        pytest.param(f"One\nTwo\n\nA heading\n{BODY}", ["One", "Two"], id="a heading follows"),
        pytest.param(f"\nOne\n\nTwo\n\nA heading\n\n{BODY}", ["One", "Two"], id="empty lines between"),
        pytest.param(f"One\nTwo\nA heading\n{BODY}", ["One", "Two"], id="no empty line"),
        pytest.param(
            "One\nTwo\nThe ferry sails at noon\nand comes back at six.", ["One"], id="broken lines follow"
        ),
        pytest.param("One\n\nTwo\nThree", ["One", "Two", "Three"], id="to the end of the page"),
        pytest.param("", [], id="nothing after it"),
    ],
)
def test_the_titles_of_a_list_go_with_its_head(after, titles):
    assert taken_out(f"{BODY}\nRelated articles\n{after}") == ["Related articles", *titles]


def test_a_head_without_a_list_stays():
    assert taken_out(f"More from Sandholm\n{BODY}") == []
    assert taken_out(f"Trending\n{BODY}\n{MORE}") == []


def test_a_title_that_comes_again_is_taken_out_and_a_sentence_is_not():
    report = clean_page(f"The last boat to Sandholm\n{BODY}\nThe last boat to Sandholm\n{BODY}\n{BODY}")[1]
    assert report.values.tolist() == [[3, "The last boat to Sandholm", "repeats line 1"]]


def test_short_lines_may_come_again():
    assert taken_out(f"Ann Lee\n{BODY}\nAnn Lee\n{MORE}") == []  # as in an interview


def test_an_empty_report_has_the_same_columns_and_types():
    empty, full = clean_page("")[1], clean_page("Share")[1]
    assert empty.dtypes.to_dict() == full.dtypes.to_dict()
    assert clean_page("")[0] == ""


def test_what_is_no_text_is_refused():
    with pytest.raises(TypeError, match=r"^clean_page takes a text \(str\), not Article"):
        clean_page(load_article())


def test_every_wording_is_found_in_capitals_too():
    wordings = _read_wordings()
    for why in set(wordings) - {"menu", "list of other articles"}:
        for wording in wordings[why]:
            line = wording.replace("…", "Xy").replace("0", "12").upper()
            assert clean_page(line)[1]["why"].tolist() == [why], line


LINES = st.sampled_from([*PAGE.split("\n"), "Related", "menu", "\tMenu\r", " ", "“", "a", "x" * 400])


@given(st.lists(LINES | st.text(max_size=20)).map("\n".join))
def test_the_lines_kept_and_the_report_make_up_the_text(text):
    kept, report = clean_page(text)
    lines = kept.split("\n") if len(report) < text.count("\n") + 1 else []
    for row in report.itertuples():
        lines.insert(row.line - 1, row.text)
    assert lines == text.split("\n")
