"""The glossary has the new words of every card, and nothing else."""

import re

import nbformat
import pytest
from course import ROOT, SOURCES, module

build = module(ROOT / "notebooks" / "build.py")
ROW = re.compile(r"^\| \*\*(.+)\*\* \| (.+) \| \[(.+)\]\((.+)\) \|$", re.M)


def rows():
    """The glossary's rows: word, meaning, title and file of its chapter."""
    (cell,) = nbformat.read(ROOT / "notebooks" / "glossary.ipynb", as_version=4).cells
    found = ROW.findall(cell.source)
    assert len(found) == cell.source.count("\n|") - 2  # every line of the table but its head
    return found


@pytest.mark.parametrize("source", SOURCES, ids=[source.stem for source in SOURCES])
def test_every_word_of_a_card_is_in_the_glossary_and_leads_to_its_chapter(source):
    card = source.read_text(encoding="utf-8").split("# %%")[1]
    (words,) = re.findall(r"\*\*New words\*\* \| (.+) \|", card)
    title = re.search(r"^# # (.+)$", card, re.M)[1]
    listed = [word for word, _, chapter, file in rows() if (chapter, file) == (title, f"{source.stem}.ipynb")]
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
        ("token", {}, "“token” is new in 01_one.py and has no meaning yet"),
        ("token", {"token": "a.", "type": "b."}, "“type” is on no card"),
        ("token, token", {"token": "a."}, "“token” is new in two chapters"),
    ],
)
def test_a_word_without_a_meaning_or_a_card_is_named(card, means, piece, tmp_path, monkeypatch):
    source = tmp_path / "01_one.py"
    source.write_text(f"# # 01 One\n# | **New words** | {card} |\n")
    monkeypatch.setattr(build, "SOURCES", [source])
    monkeypatch.setattr(build, "meanings", lambda: means)
    with pytest.raises(ValueError, match=piece):
        build.glossary()
