import codecs
import dataclasses
import hashlib
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from textkit import Article, article as module, load_article

ROOT = Path(__file__).parents[1]
ARTICLES = ROOT / "tests" / "articles"
SEED = ROOT / "seeds" / "nato_article.txt"

LONG = (
    "The council of Sandholm met on Monday to talk about the new ferry, and it went on talking "
    "until the last boat had left, so that all nine of its members had to stay the night."
)
WRAPPED = "The council of Sandholm met\nto talk about the ferry, and\nstayed the night."
UNWRAPPED = WRAPPED.replace("\n", " ")


@pytest.fixture(autouse=True)
def neither_the_environment_nor_a_class_names_another_article(monkeypatch):
    monkeypatch.delenv("TEXTKIT_ARTICLE")
    monkeypatch.setattr(module, "CLASS_ARTICLE", "no_class_article.txt")


@pytest.fixture
def write(tmp_path, monkeypatch):
    """Write a file into an empty current folder, and give back its name."""
    monkeypatch.chdir(tmp_path)

    def _write(content, name="article.txt"):
        data = content if isinstance(content, bytes) else content.encode()
        (tmp_path / name).write_bytes(data)
        return name

    return _write


def message_of(error, path):
    with pytest.raises(error) as caught:
        load_article(path)
    assert caught.type is error
    return str(caught.value)


# The seed


def test_seed_is_kept_byte_for_byte():
    digest = hashlib.sha256(SEED.read_bytes()).hexdigest()
    assert digest == "bf01b282aec5b020381d21c473a8094ef623dd2a74cb94a145b78335a7499126"


def test_seed_comes_without_a_path_and_unchanged():
    assert load_article().text == SEED.read_bytes().decode()


def test_seed_has_its_three_headings():
    assert load_article().headings == (
        "‘Dire’ Russian threat",
        "‘Bedrock’ of NATO",
        "“There is no alternative to NATO”",
    )


def test_every_other_line_of_the_seed_is_a_paragraph():
    lines = SEED.read_text(encoding="utf-8").split("\n")
    others = [line for number, line in enumerate(lines, 1) if number not in {8, 13, 19}]
    assert list(load_article().paragraphs) == others


# The article


def test_article_cannot_be_changed():
    with pytest.raises(dataclasses.FrozenInstanceError):
        load_article().text = ""


def test_repr_is_short_and_counts():
    assert repr(load_article(SEED)).startswith("<Article /")
    assert (
        repr(Article("Rain.", ("Rain.",), (), "rain.txt"))
        == "<Article rain.txt: 1 paragraph, 0 headings, 5 characters>"
    )
    assert "21 paragraphs, 3 headings, 4,237 characters" in repr(load_article())


def test_source_is_the_name_as_given(write):
    write("Rain.", "rain.txt")
    assert load_article("rain.txt").source == "rain.txt"
    assert load_article(Path("rain.txt")).source == "rain.txt"
    assert load_article().source == "seeds/nato_article.txt"


# Encodings and line ends

SENTENCE = "“Naïve,” said Zoë—for €4."


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(SENTENCE.encode(), id="UTF-8"),
        pytest.param(codecs.BOM_UTF8 + SENTENCE.encode(), id="UTF-8 with BOM"),
        pytest.param(codecs.BOM_UTF16_LE + SENTENCE.encode("utf-16-le"), id="UTF-16 LE"),
        pytest.param(codecs.BOM_UTF16_BE + SENTENCE.encode("utf-16-be"), id="UTF-16 BE"),
        pytest.param(SENTENCE.encode("utf-16-le"), id="UTF-16 LE without BOM"),
        pytest.param(SENTENCE.encode("utf-16-be"), id="UTF-16 BE without BOM"),
        pytest.param(SENTENCE.encode("utf-32"), id="UTF-32"),
        pytest.param(SENTENCE.encode("cp1252"), id="Windows-1252"),
    ],
)
def test_encoding_is_told_from_the_bytes(write, data):
    assert load_article(write(data)).text == SENTENCE


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be"])
def test_other_scripts_are_read(write, encoding):
    text = "Вона каже: «Я не вмію сидіти вдома». А потім іде далі."
    assert load_article(write(text.encode(encoding))).text == text


def test_accents_before_a_closing_mark_are_no_utf8(write):
    # É” is C9 94 in Windows-1252, which would also be one letter in UTF-8.
    assert load_article(write("“CAFÉ”".encode("cp1252"))).text == "“CAFÉ”"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end_becomes_a_newline(write, end):
    article = load_article(write(end.join(["Rain at last", LONG, LONG, ""])))
    assert article.text == f"Rain at last\n{LONG}\n{LONG}\n"
    assert article.headings == ("Rain at last",)
    assert article.paragraphs == (LONG, LONG)


def test_nothing_else_in_the_text_is_changed(write):
    text = "  “Rain”…\t it’s ‘late’ \u00a0\u2028 e\u0301 \n\n\n end \x0c \n"
    assert load_article(write(text)).text == text


def test_marks_of_lost_letters_are_still_utf8(write):
    assert load_article(write("\ufffdRain\ufffd é")).text == "\ufffdRain\ufffd é"


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_utf8_text_comes_back_as_it_was(text):
    assert module.decode(codecs.BOM_UTF8 + text.encode(), "it") == text


# Paragraphs


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        pytest.param(f"{LONG}\n{LONG}", [LONG, LONG], id="a line each"),
        pytest.param(f"{LONG}\n\n\n{LONG}\n", [LONG, LONG], id="blank lines"),
        pytest.param(f"{LONG}\n \t\n{LONG}", [LONG, LONG], id="blank lines with spaces"),
        pytest.param(f"{WRAPPED}\n\n{WRAPPED}", [UNWRAPPED, UNWRAPPED], id="hard-wrapped"),
        pytest.param(WRAPPED, [UNWRAPPED], id="one hard-wrapped paragraph"),
        pytest.param(f"{LONG}\n“Yes.”\n\n{LONG}", [LONG, "“Yes.”", LONG], id="long lines stay apart"),
        pytest.param("“Rain?”\n“Rain.”", ["“Rain?”", "“Rain.”"], id="short lines"),
        pytest.param(
            f"See\nhttps://{'x' * 150}.example\nfor more.\n\n{WRAPPED}",
            [f"See https://{'x' * 150}.example for more.", UNWRAPPED],
            id="a long address on its line",
        ),
        pytest.param(
            f"{WRAPPED}\n\n- rain\n  and snow\n- sun", [UNWRAPPED, "- rain and snow", "- sun"], id="list"
        ),
        pytest.param(f"{WRAPPED}\n\n* * *\n\n{WRAPPED}", [UNWRAPPED, UNWRAPPED], id="separator"),
        pytest.param("Rain.", ["Rain."], id="one line"),
    ],
)
def test_paragraphs(write, text, paragraphs):
    article = load_article(write(text))
    assert list(article.paragraphs) == paragraphs
    assert article.headings == ()


@given(st.text(st.sampled_from("aB .,“”\n1"), min_size=1).filter(str.strip))
def test_no_word_is_lost_and_there_is_a_paragraph(text):
    paragraphs, headings = module._divide(text)
    assert paragraphs
    assert sorted(" ".join(paragraphs + headings).split()) == sorted(text.split())


# Headings


@pytest.mark.parametrize(
    ("text", "headings"),
    [
        pytest.param(f"Rain at last\n{LONG}", ["Rain at last"], id="short line"),
        pytest.param(f"Rain at last\n\n{WRAPPED}\n\n{WRAPPED}", ["Rain at last"], id="wrapped text"),
        pytest.param(f"“No rain”\n{LONG}", ["“No rain”"], id="in quotation marks"),
        pytest.param(f"Flood of 1965\n{LONG}", ["Flood of 1965"], id="ends in a number"),
        pytest.param(f"Prices up by 4%\n{LONG}", ["Prices up by 4%"], id="ends in a sign"),
        pytest.param(f"Дощ нарешті\n{LONG}", ["Дощ нарешті"], id="another script"),
        pytest.param(f"Weather\nRain at last\n{LONG}", ["Weather", "Rain at last"], id="two in a row"),
        pytest.param(f"What we saw\n- rain\n- sun\n{LONG}", ["What we saw"], id="above a list"),
        pytest.param(f"# Rain #\n\n## Is it over?\n{WRAPPED}", ["Rain", "Is it over?"], id="Markdown"),
        pytest.param(f"{WRAPPED}\n\nRAIN\n{WRAPPED}", ["RAIN"], id="capitals on a wrapped block"),
        pytest.param(f"{WRAPPED}\n# Rain\n{WRAPPED}\n\nDry.", ["Rain"], id="Markdown in a block"),
        pytest.param(f"{WRAPPED}\n\nRain\n====\n{WRAPPED}", ["Rain"], id="underlined"),
        pytest.param("RAIN AT LAST\nIt fell.", ["RAIN AT LAST"], id="capitals need no long paragraph"),
    ],
)
def test_headings(write, text, headings):
    assert list(load_article(write(text)).headings) == headings


@pytest.mark.parametrize(
    "line",
    [
        "“Yes.”",
        "‘No!’",
        "“Yes,” he said.",
        "(More below.)",
        "It rained",  # the last line
        "He added:",
        "By Jane Doe",
        "BY JANE DOE AND JOHN ROE",
        "Kyiv, 3 March 2024",
        "March 3rd, 2024, 10:30 GMT",
        "3 березня 2024",
        "- rain",
        "- RAIN",
        "• rain",
        "2. rain",
        "4.7%",
        "12",
        "RAIN!",
        "Rain " * 17,
    ],
)
def test_this_is_no_heading(write, line):
    after = [] if line == "It rained" else [LONG]
    article = load_article(write("\n".join([LONG, line, *after])))
    assert article.headings == ()
    assert line.strip() in article.paragraphs


def test_one_line_is_a_paragraph(write):
    assert load_article(write("Rain at last")).headings == ()
    assert load_article(write("# Rain")).paragraphs == ("# Rain",)


def test_verse_has_no_headings(write):
    verse = "The sea lay down to sleep\nUpon the patient shore\nAnd counted every grain of sand."
    assert load_article(write(verse)).headings == ()
    assert load_article(write(f"{verse}\n\n{verse}")).headings == ()


# Where the file is looked for


def test_the_environment_names_another_article(write, monkeypatch):
    monkeypatch.setenv("TEXTKIT_ARTICLE", write("Rain."))
    assert load_article().text == "Rain."
    monkeypatch.setenv("TEXTKIT_ARTICLE", "")
    assert load_article().text.startswith("The head of NATO")


def test_an_error_says_that_the_name_is_from_the_environment(monkeypatch):
    monkeypatch.setenv("TEXTKIT_ARTICLE", "seeds/rain.txt")
    assert "'seeds/rain.txt' (named by TEXTKIT_ARTICLE)" in message_of(FileNotFoundError, None)


def test_a_relative_path_is_also_looked_for_from_the_project(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert load_article("tests/articles/very_short.txt").source == "tests/articles/very_short.txt"


def test_the_current_folder_comes_first(write, tmp_path):
    (tmp_path / "seeds").mkdir()
    assert load_article(write("Mine.", "seeds/nato_article.txt")).text == "Mine."


@pytest.fixture
def class_article(write, tmp_path, monkeypatch):
    """A class's article in the current folder."""
    monkeypatch.setattr(module, "CLASS_ARTICLE", "our_article.txt")
    write("The class's.", "our_article.txt")
    return tmp_path


@pytest.mark.usefixtures("class_article")
def test_the_class_article_comes_before_the_projects_and_after_the_environment(write, monkeypatch):
    assert load_article().text == "The class's."
    assert load_article().source == "our_article.txt"
    monkeypatch.setenv("TEXTKIT_ARTICLE", "seeds/nato_article.txt")
    assert load_article().text.startswith("The head of NATO")
    monkeypatch.delenv("TEXTKIT_ARTICLE")
    write("", "our_article.txt")
    assert "our_article.txt' (the class's article) is empty" in message_of(ValueError, None)


def test_the_class_article_is_found_above_the_current_folder(class_article, monkeypatch):
    below = class_article / "homework" / "week 3"
    below.mkdir(parents=True)
    monkeypatch.chdir(below)
    assert load_article().text == "The class's."
    assert Path(load_article().source) == Path("..", "..", "our_article.txt")


def test_the_nearest_class_article_is_read(class_article, monkeypatch):
    (class_article / "group").mkdir()
    (class_article / "group" / "our_article.txt").write_text("The group's.")
    monkeypatch.chdir(class_article / "group")
    assert load_article().text == "The group's."


@pytest.mark.parametrize("end", ["home", ".git"])
def test_the_search_for_the_class_article_ends_at_the_home_folder_and_at_a_git(
    end, class_article, monkeypatch
):
    last = class_article / "last"
    (last / "below").mkdir(parents=True)
    if end == "home":
        monkeypatch.setenv("HOME", str(last))
        monkeypatch.setenv("USERPROFILE", str(last))
    else:
        (last / ".git").mkdir()
    monkeypatch.chdir(last / "below")
    assert load_article().text.startswith("The head of NATO")
    (last / "our_article.txt").write_text("Of the last folder.")
    assert load_article().text == "Of the last folder."


def test_an_installed_package_reads_its_own_copy(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "__file__", str(tmp_path / "site-packages" / "textkit" / "article.py"))
    monkeypatch.chdir(tmp_path)
    said = message_of(FileNotFoundError, None)
    assert "'seeds/nato_article.txt', is missing from this copy of textkit" in said
    assert "Name a file of your own" in said
    seeds = tmp_path / "site-packages" / "textkit" / "material" / "seeds"
    seeds.mkdir(parents=True)
    (seeds / "nato_article.txt").write_text("The copy.")
    assert load_article().text == "The copy."


# Files that cannot be read


def test_missing_file_suggests_a_near_name(write, tmp_path):
    write("Rain.", "Rain_today.txt")
    said = message_of(FileNotFoundError, "rain_tody.txt")
    assert "'rain_tody.txt'" in said
    assert f"'{tmp_path}'" in said
    assert "Did you mean 'Rain_today.txt'?" in said
    assert "Did you mean 'Rain_today.txt'?" in message_of(FileNotFoundError, "RAIN_TODY.TXT")


def test_missing_file_is_found_in_seeds():
    said = message_of(FileNotFoundError, "nato_article")
    assert "Did you mean" in said
    assert "'seeds/nato_article.txt'" in said


def test_missing_folder_is_named(tmp_path):
    said = message_of(FileNotFoundError, tmp_path / "nowhere" / "rain.txt")
    assert f"'{tmp_path / 'nowhere'}' (no such folder)" in said
    assert "Check how it is spelled" in said


def test_folder_is_refused(tmp_path):
    assert f"{str(tmp_path)!r} is a folder" in message_of(IsADirectoryError, tmp_path)


def test_unreadable_file_is_refused(write, monkeypatch):
    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    name = write("Rain.")
    monkeypatch.setattr(Path, "open", refuse)  # root may read everything
    assert "You may not read 'article.txt'" in message_of(PermissionError, name)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is empty"),
        (b" \r\n\t\n", "is empty"),
        (codecs.BOM_UTF8, "is empty"),
        (codecs.BOM_UTF16_LE, "is empty"),
        (b"%PDF-1.7\n...", "is a PDF"),
        (b"\n<!DOCTYPE html><html>...", "is a web page"),
        (b"<HTML lang='en'>...", "is a web page"),
        (b"PK\x03\x04\x14\x00", "is a Word, OpenDocument or zip file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "is an old Word file"),
        (b"{\\rtf1\\ansi Rain.}", "is a rich-text (RTF) file"),
        (b"\x89PNG\r\n\x1a\n", "is a picture"),
        (b"Rain.\0 " + 9 * b"More rain. ", "is a binary file"),
        (b"Rain.\0 " + 99 * b"More rain. ", "is a binary file"),
        (b"Rain.\0 " + 99 * b"More rain.. ", "is a binary file"),
        (b"rain\0" * 20, "is a binary file"),
        (bytes(range(256)) * 8, "is a binary file"),
        (b"\x01\x02\x03\x04 rain", "is a binary file"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8a\x00", "is a binary file, or in an encoding other"),
        ("“Rain” and “snow”".encode()[:-1], "is a binary file, or in an encoding other"),
        ("Їжак каже: так".encode()[:-1], "is a binary file, or in an encoding other"),
    ],
)
def test_file_that_holds_no_text_is_refused(write, data, said):
    message = message_of(ValueError, write(data))
    assert message.startswith("'article.txt' " + said)
    assert "ave" in message or "Put" in message  # what to do


# Things that are no path


@pytest.mark.parametrize("thing", [5, 1.5, True, b"article.txt", ["article.txt"]])
def test_what_is_no_path_is_refused(thing):
    assert type(thing).__name__ in message_of(TypeError, thing)


def test_text_in_place_of_a_path_is_noticed():
    text = load_article().text
    assert "looks like the text itself ('The head of NATO" in message_of(ValueError, text)
    assert "looks like the text itself" in message_of(ValueError, "Rain.\nSun.")
    assert "looks like the text itself" in message_of(ValueError, text.split("\n")[5] * 2)


def test_empty_name_is_refused():
    assert "name of the file is empty" in message_of(ValueError, "")


# The articles that the notebooks are tested on: each keeps the shape it is there for


@pytest.mark.parametrize(
    ("name", "encoding", "line_end", "headings"),
    [
        ("no_quotes", "utf-8", b"\n", 2),
        ("very_short", "utf-8", b"", 0),
        ("long_report", "utf-8-sig", b"\r\n", 8),
        ("other_script", "utf-16", b"\n", 2),
    ],
)
def test_article_for_the_tests_has_its_shape(name, encoding, line_end, headings):
    file = ARTICLES / f"{name}.txt"
    data = file.read_bytes()
    article = load_article(file)
    assert article.text == data.decode(encoding).replace("\r\n", "\n")
    assert len(article.headings) == headings
    assert (b"\r\n" in data) == (line_end == b"\r\n")
    assert data.startswith(codecs.BOM_UTF8) == (encoding == "utf-8-sig")


def test_articles_for_the_tests_differ_in_quotes():
    def text(name):
        return load_article(ARTICLES / f"{name}.txt").text

    assert not set('"“”‘«»') & set(text("no_quotes"))
    assert "’" in text("no_quotes")
    assert text("long_report").count('"') == 40
    assert "“" not in text("long_report")
    assert text("other_script").count("«") == text("other_script").count("»") > 0


def test_a_file_without_a_word_is_refused(tmp_path):
    file = tmp_path / "marks.txt"
    file.write_text("“… — !”", encoding="utf-8")
    with pytest.raises(ValueError, match=r"marks\.txt.* has no words"):
        load_article(file)


def test_a_file_larger_than_is_read_is_refused_and_read_when_more_is_allowed(write):
    name = write("Rain fell. " * 1000)
    with pytest.raises(ValueError, match=r"is larger than 0.01 MB.* or raise max_megabytes"):
        load_article(name, max_megabytes=0.01)
    assert len(load_article(name, max_megabytes=0.011).text) == 11_000
