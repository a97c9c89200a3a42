"""The glossary has the new words of every card, and nothing else."""

import re

import nbformat
import pytest
from course import CHAPTERS, ROOT, module, notebook

from textkit.course.series import notebook_file

build = module(ROOT / "notebooks" / "build.py")
ROW = re.compile(r"^\| \*\*(.+)\*\* \| (.+) \| \[(.+)\]\((.+)\) \|$", re.M)


def rows():
    """The glossary's rows: word, meaning, title and file of its chapter."""
    (cell,) = nbformat.read(ROOT / "notebooks" / "glossary.ipynb", as_version=4).cells
    found = ROW.findall(cell.source)
    assert len(found) == cell.source.count("\n|") - 2  # every line of the table but its head
    return found


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_every_word_of_a_card_is_in_the_glossary_and_leads_to_its_chapter(chapter):
    card = notebook(chapter, solutions=False).cells[0].source
    (words,) = re.findall(r"\*\*New words\*\* \| (.+) \|", card)
    title = re.search(r"^# (.+)$", card, re.M)[1]
    place = (title, notebook_file(chapter).name)
    listed = [word for word, _, *of_chapter in rows() if tuple(of_chapter) == place]
    assert listed == sorted(words.split(", "), key=str.casefold)


def test_the_glossary_is_sorted_and_has_no_word_twice():
    words = [word for word, *_ in rows()]
    assert words == sorted(set(words), key=str.casefold)


def test_every_link_of_the_glossary_leads_to_a_notebook():
    assert all((ROOT / "notebooks" / file).exists() for *_, file in rows())


def test_every_meaning_is_a_sentence():
    for word, meaning, *_ in rows():
        assert len(meaning.split()) > 3, word
        assert meaning.endswith((".", ")")), word


@pytest.mark.parametrize(
    ("card", "means", "piece"),
    [
        ("token", {}, "“token” is new in one and has no meaning yet"),
        ("token", {"token": "a.", "type": "b."}, "“type” is on no card"),
        ("token, token", {"token": "a."}, "“token” is new in two chapters"),
    ],
)
def test_a_word_without_a_meaning_or_a_card_is_named(card, means, piece, tmp_path, monkeypatch):
    monkeypatch.setattr(build, "CHAPTERS", tmp_path)
    (tmp_path / "one").mkdir()
    (tmp_path / "one" / "chapter.py").write_text(
        "# %% [markdown]\n# # One\n#\n# | **You will be able to** | do |\n# | **Time** | 5 minutes |\n"
        f"# | **You need first** | nothing |\n# | **New words** | {card} |\n"
    )
    (tmp_path / "one" / "checks.py").write_text("")
    (tmp_path / "series.txt").write_text("one\n")
    (tmp_path / "glossary.txt").write_text("".join(f"{word}: {meaning}\n" for word, meaning in means.items()))
    with pytest.raises(ValueError, match=piece):
        build.glossary(build.series())
