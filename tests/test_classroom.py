import contextlib
import os
from pathlib import Path

import pytest

from textkit import load_article
from textkit.course import use_article, use_default

TEXT = "It rained all day — “again,” said Ann Lee."
OTHER = "The sun came out at noon."
SEED = Path(__file__).parents[1] / "seeds"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A student's folder, the current one, with two files to choose from."""
    monkeypatch.delenv("TEXTKIT_ARTICLE")
    monkeypatch.setenv("HOME", str(tmp_path))  # nothing above it counts
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    mine = tmp_path / "my_textkit"
    mine.mkdir()
    (mine / "rain.txt").write_text(f"Share\n{TEXT}", encoding="utf-8")
    (mine / "sun.txt").write_text(OTHER, encoding="utf-8")
    monkeypatch.chdir(mine)
    return mine


def articles(folder):
    """The class's articles in a folder, by name."""
    return {file.name: file.read_text(encoding="utf-8") for file in folder.glob("class_article*.txt")}


def test_a_file_becomes_the_class_article_and_stays_as_it_is(folder):
    said, taken_out = use_article("rain.txt")
    assert said == (
        f"rain.txt is now the class's article: class_article.txt in '{folder}'. Its key is "
        "class_article.key.csv: correct kinds and speakers there, and the checks follow."
    )
    assert taken_out["text"].tolist() == ["Share"]
    assert load_article().text == TEXT
    assert load_article().source == "class_article.txt"
    assert (folder / "rain.txt").read_text(encoding="utf-8") == f"Share\n{TEXT}"


def test_the_class_does_not_need_the_file_any_more(folder):
    use_article("rain.txt")
    (folder / "rain.txt").unlink()
    assert load_article().text == TEXT


def test_a_file_is_taken_as_it_is_when_asked(folder):
    _, taken_out = use_article("rain.txt", clean=False)
    assert taken_out.empty
    assert load_article().text == f"Share\n{TEXT}"


def test_any_encoding_becomes_utf8_with_newlines(folder):
    (folder / "old.txt").write_bytes(f"{TEXT}\r\n{TEXT}".encode("cp1252"))
    use_article("old.txt")
    assert (folder / "class_article.txt").read_bytes() == f"{TEXT}\n{TEXT}".encode()


def test_the_class_article_before_is_put_aside(folder):
    use_article("rain.txt")
    said, _ = use_article("sun.txt")
    assert " The one before is kept as class_article_1.txt and class_article_1.key.csv." in said
    assert articles(folder) == {
        "class_article.txt": OTHER,
        "class_article_1.txt": TEXT,
    }


def test_going_back_puts_it_aside_and_it_can_come_again(folder):
    use_article("rain.txt")
    said = use_default()
    assert said.startswith("The project's own article is in use again.")
    assert "kept as class_article_1.txt" in said
    assert load_article().text.startswith("The head of NATO")
    use_article("class_article_1.txt")
    assert load_article().text == TEXT


def test_no_file_is_ever_written_over(folder):
    use_article("rain.txt")
    use_article("sun.txt")
    (folder / "rain.txt").write_text("Snow.", encoding="utf-8")
    use_article("rain.txt")
    use_default()
    kept = [f"class_article_{n}.txt" for n in (1, 2, 3)]
    assert [articles(folder)[name] for name in kept] == [TEXT, OTHER, "Snow."]


def test_the_same_text_is_put_aside_once(folder):
    for _ in range(3):
        use_article("rain.txt")
        use_default()
    assert set(articles(folder)) == {"class_article_1.txt"}


def test_what_is_in_use_already_is_said_and_left(folder):
    use_article("rain.txt")
    assert use_article("rain.txt")[0].startswith("rain.txt is the class's article already.")
    assert "is the class's article already." in use_article("class_article.txt")[0]
    assert use_default() != use_default()
    assert use_default() == "The project's own article is in use already."
    assert set(articles(folder)) == {"class_article_1.txt"}


def test_a_variable_that_goes_first_is_named(folder, monkeypatch):
    monkeypatch.setenv("TEXTKIT_ARTICLE", "sun.txt")
    assert "TEXTKIT_ARTICLE names 'sun.txt', and that goes first" in use_article("rain.txt")[0]
    assert "goes first" in use_default()
    assert "goes first" in use_default()


def test_the_folders_below_read_it_and_may_have_their_own(folder, monkeypatch):
    use_article("rain.txt")
    (folder / "group").mkdir()
    monkeypatch.chdir(folder / "group")
    assert load_article().text == TEXT
    use_article("../sun.txt")
    assert load_article().text == OTHER
    said = use_default()
    assert said.startswith("The class's article of a folder above is in use now: ")
    assert said.endswith("The one before is kept as class_article_1.txt and class_article_1.key.csv.")
    assert load_article().text == TEXT
    assert articles(folder) == {"class_article.txt": TEXT}


def test_going_back_in_a_folder_below_leaves_the_article_of_the_folder_above(folder, monkeypatch):
    use_article("rain.txt")
    (folder / "group").mkdir()
    monkeypatch.chdir(folder / "group")
    assert f"is that of a folder above, '{folder / 'class_article.txt'}', and stays" in use_default()
    assert articles(folder) == {"class_article.txt": TEXT}


def test_a_page_without_an_article_is_refused(folder):
    (folder / "page.txt").write_text("Share\nComments\nSign in", encoding="utf-8")
    use_article("rain.txt")
    with pytest.raises(ValueError, match=r"Nothing is left of 'page\.txt'.*clean=False"):
        use_article("page.txt")
    assert load_article().text == TEXT


@pytest.mark.parametrize("call", [lambda: use_article("sun.txt"), use_default])
@pytest.mark.parametrize("at", [1, 2, 3])
def test_an_interruption_leaves_the_article_before_whole_and_in_use(folder, monkeypatch, call, at):
    use_article("rain.txt")
    calls = iter(range(1, 9))

    def interrupted(*_):
        if next(calls) == at:
            raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with contextlib.suppress(KeyboardInterrupt):
        call()
        at = 0
    assert load_article().text in ([TEXT] if at else [OTHER, (SEED / "nato_article.txt").read_text("utf-8")])
    assert not [file for file in folder.iterdir() if file.name.endswith(".part")]


def test_an_article_that_is_a_link_goes_and_the_file_that_it_names_stays(folder):
    (folder / "class_article.txt").symlink_to("rain.txt")
    use_article("sun.txt")
    assert (folder / "rain.txt").read_text("utf-8") == f"Share\n{TEXT}"
    assert load_article().text == OTHER


def test_a_link_that_leads_nowhere_is_told_and_not_written_through(folder):
    (folder / "class_article.txt").symlink_to("gone.txt")
    with pytest.raises(FileNotFoundError, match=r"is a link to 'gone\.txt', which is not there"):
        use_article("sun.txt")
    assert not (folder / "gone.txt").exists()


def test_a_missing_file_is_refused(folder):
    with pytest.raises(FileNotFoundError, match=r"Did you mean 'rain\.txt'"):
        use_article("rian.txt")
