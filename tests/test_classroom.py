import pytest

from textkit import article as article_module
from textkit import load_article, use_article, use_default

TEXT = "It rained all day — “again,” said Ann Lee."
OTHER = "The sun came out at noon."


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A project folder of its own, with this folder's notebooks as the current one."""
    monkeypatch.setattr(article_module, "__file__", str(tmp_path / "site" / "textkit" / "article.py"))
    monkeypatch.delenv("TEXTKIT_ARTICLE")
    for folder in ("seeds", "notebooks"):
        (tmp_path / folder).mkdir()
    (tmp_path / "seeds" / "nato_article.txt").write_text("The seed.", encoding="utf-8")
    (tmp_path / "rain.txt").write_text(f"Share\n{TEXT}", encoding="utf-8")
    (tmp_path / "sun.txt").write_text(OTHER, encoding="utf-8")
    monkeypatch.chdir(tmp_path / "notebooks")
    return tmp_path


def seeds(project):
    return {file.name: file.read_text(encoding="utf-8") for file in (project / "seeds").iterdir()}


def test_a_file_becomes_the_class_article_and_stays_as_it_is(project):
    said, taken_out = use_article("../rain.txt")
    assert said == "../rain.txt is now the class's article: seeds/class_article.txt."
    assert taken_out["text"].tolist() == ["Share"]
    assert load_article().text == TEXT
    assert load_article().source == "seeds/class_article.txt"
    assert (project / "rain.txt").read_text(encoding="utf-8") == f"Share\n{TEXT}"


def test_the_class_does_not_need_the_file_any_more(project):
    use_article("../rain.txt")
    (project / "rain.txt").unlink()
    assert load_article().text == TEXT


def test_a_file_is_taken_as_it_is_when_asked(project):
    _, taken_out = use_article("../rain.txt", clean=False)
    assert taken_out.empty
    assert load_article().text == f"Share\n{TEXT}"


def test_any_encoding_becomes_utf8_with_newlines(project):
    (project / "old.txt").write_bytes(f"{TEXT}\r\n{TEXT}".encode("cp1252"))
    use_article("../old.txt")
    assert (project / "seeds" / "class_article.txt").read_bytes() == f"{TEXT}\n{TEXT}".encode()


def test_the_class_article_before_is_put_aside(project):
    use_article("../rain.txt")
    said, _ = use_article("../sun.txt")
    assert said.endswith(" The one before is kept as seeds/class_article_1.txt.")
    assert seeds(project) == {
        "nato_article.txt": "The seed.",
        "class_article.txt": OTHER,
        "class_article_1.txt": TEXT,
    }


def test_going_back_puts_it_aside_and_it_can_come_again(project):
    use_article("../rain.txt")
    said = use_default()
    assert said.startswith("The project's own article is in use again.")
    assert "kept as seeds/class_article_1.txt" in said
    assert load_article().text == "The seed."
    use_article("seeds/class_article_1.txt")
    assert load_article().text == TEXT


def test_no_file_is_ever_written_over(project):
    use_article("../rain.txt")
    use_article("../sun.txt")
    (project / "rain.txt").write_text("Snow.", encoding="utf-8")
    use_article("../rain.txt")
    use_default()
    kept = [f"class_article_{n}.txt" for n in (1, 2, 3)]
    assert [seeds(project)[name] for name in kept] == [TEXT, OTHER, "Snow."]


def test_the_same_text_is_put_aside_once(project):
    for _ in range(3):
        use_article("../rain.txt")
        use_default()
    assert set(seeds(project)) == {"nato_article.txt", "class_article_1.txt"}


def test_what_is_in_use_already_is_said_and_left(project):
    use_article("../rain.txt")
    assert use_article("../rain.txt")[0] == "../rain.txt is the class's article already."
    assert use_article("seeds/class_article.txt")[0].endswith("is the class's article already.")
    assert use_default() != use_default()
    assert use_default() == "The project's own article is in use already."
    assert set(seeds(project)) == {"nato_article.txt", "class_article_1.txt"}


def test_a_variable_that_goes_first_is_named(project, monkeypatch):
    monkeypatch.setenv("TEXTKIT_ARTICLE", "../sun.txt")
    assert "TEXTKIT_ARTICLE names '../sun.txt', and that goes first" in use_article("../rain.txt")[0]
    assert "goes first" in use_default()
    assert "goes first" in use_default()


def test_without_a_project_folder_the_error_says_what_to_do(project):
    (project / "seeds" / "nato_article.txt").unlink()
    for go in (lambda: use_article("../rain.txt"), use_default):
        with pytest.raises(FileNotFoundError, match=r"no project folder.*TEXTKIT_ARTICLE"):
            go()
    assert seeds(project) == {}


def test_a_page_without_an_article_is_refused(project):
    (project / "page.txt").write_text("Share\nComments\nSign in", encoding="utf-8")
    use_article("../rain.txt")
    with pytest.raises(ValueError, match=r"Nothing is left of '\.\./page\.txt'.*clean=False"):
        use_article("../page.txt")
    assert load_article().text == TEXT


def test_a_missing_file_is_refused(project):
    with pytest.raises(FileNotFoundError, match=r"Did you mean '\.\./rain\.txt'"):
        use_article("../rian.txt")
