"""The key that a class can correct: written, edited in a spreadsheet, read, refused row by row, followed."""

import csv
import io
from dataclasses import replace

import pytest
from click.testing import CliRunner
from course import ROOT, opened

from textkit import Article, load_article, quote_table
from textkit.cli import main
from textkit.course import RIGHT, class_key, preflight_exercises, use_article, use_default
from textkit.course.key import COLUMNS, key_data, key_file, read_key

TEXT = (
    "Mayor Ann Lee met the engineer Bo Fox at the bridge.\n"
    "“It will rain for a week,” she said. “Nobody should cross.”\n"
    "The paper had called the bridge a “monument” in spring.\n"
    "“We have time,” said Bo Fox."
)


def rows_of(text=TEXT):
    return list(csv.DictReader(io.StringIO(key_data(text).decode("utf-8-sig"))))


def written(rows, delimiter=","):
    out = io.StringIO(newline="")
    table = csv.DictWriter(out, COLUMNS, delimiter=delimiter)
    table.writeheader()
    table.writerows(rows)
    return out.getvalue()


@pytest.fixture
def in_class(tmp_path, monkeypatch):
    """A class's folder with an article in use."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("TEXTKIT_ARTICLE")
    (tmp_path / "bridge.txt").write_text(TEXT, encoding="utf-8")
    use_article("bridge.txt")
    return tmp_path / "class_article.key.csv"


def test_a_key_as_it_is_written_is_what_the_tool_reads(tmp_path):
    file = tmp_path / "rain.key.csv"
    file.write_bytes(key_data(TEXT))
    by_key = [replace(quote, confidence=None) for quote in read_key(file, TEXT)]
    by_tool = class_key(Article(TEXT, (TEXT,), (), "in-memory"))
    assert by_key == [replace(quote, confidence=None) for quote in by_tool]
    assert len(by_key) == 4


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_key_is_read_in_whatever_form_a_spreadsheet_saves_it(tmp_path, delimiter, encoding):
    rows = rows_of()
    for row in rows:  # numbers turned into text, with decimals, an apostrophe, a blank, a decimal comma
        row["start"] = f"{row['start']}.0"
        row["end"] = f"'{row['end']} "
        row["confidence"] = row["confidence"].replace(".", ",")
        row["text"] = row["text"].replace("“", '"')
    file = tmp_path / "rain.key.csv"
    file.write_bytes(written(rows, delimiter).encode(encoding))
    assert [(q.start, q.end, q.text) for q in read_key(file, TEXT)] == [
        (int(row["start"]), int(row["end"]), row["text"]) for row in rows_of()
    ]


def test_what_was_corrected_is_certain_and_the_rest_is_as_sure_as_before(tmp_path):
    rows = rows_of()
    before = [float(row["confidence"] or 0) for row in rows]
    rows[0]["speaker"] = "Bo Fox"
    file = tmp_path / "rain.key.csv"
    file.write_text(written(rows), encoding="utf-8")
    first, second, *_ = read_key(file, TEXT)
    assert (first.speaker, first.confidence) == ("Bo Fox", 1)
    assert second.confidence == before[1] < 1


def test_a_row_may_be_added_without_its_numbers(tmp_path):
    text = "He called it a monument, he said. “No,” she said."
    row = dict.fromkeys(COLUMNS, "") | {"text": "a monument", "kind": "Partial", "speaker": "Ann Lee"}
    file = tmp_path / "rain.key.csv"
    file.write_text(written([row, *rows_of(text)]), encoding="utf-8")
    added = read_key(file, text)[0]
    assert (text[added.start : added.end], added.kind, added.speaker) == ("a monument", "partial", "Ann Lee")


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (
            {"text": "It will snow"},
            "Row 2: The article has “It will rain for a week,” from 54 to 78, and the key",
        ),
        ({"start": "55"}, "That stands from 54 to 78: correct the two numbers."),
        ({"end": "9000"}, f"The article has {len(TEXT)} characters, and this is to go from 54 to 9000."),
        ({"start": "many"}, "The column start has 'many'. Write a whole number, as it was."),
        ({"kind": "speech"}, "The kind is 'speech'. Write one of full, partial, title, heading, scare."),
        ({"kind": "scare"}, "A scare has no speaker, and here is 'Ann Lee'. Leave it empty, or make it full"),
        ({"confidence": "sure"}, "The confidence is 'sure'. Write a number from 0 to 1"),
        ({"start": "", "end": "", "text": "snow"}, "The article does not have “snow”."),
        ({"start": "", "end": "", "text": "bridge"}, "The article has “bridge” 2 times (45 to 51 and"),
    ],
)
def test_a_row_that_does_not_fit_is_refused_in_a_sentence(tmp_path, change, sentence):
    rows = rows_of()
    rows[0] |= change
    rows[3]["kind"] = ""
    file = tmp_path / "rain.key.csv"
    file.write_text(written(rows), encoding="utf-8")
    with pytest.raises(ValueError, match="does not fit the article") as refused:
        read_key(file, TEXT)
    assert sentence in str(refused.value)
    assert "Row 5: The kind is 'empty'." in str(refused.value)  # every row is told, not only the first


def test_two_rows_on_the_same_words_are_refused(tmp_path):
    rows = rows_of()
    file = tmp_path / "rain.key.csv"
    file.write_text(written([rows[0], *rows]), encoding="utf-8")
    with pytest.raises(ValueError, match="Row 3: “It will rain for a week,” lies on"):
        read_key(file, TEXT)


def test_a_table_without_its_columns_is_refused(tmp_path):
    file = tmp_path / "rain.key.csv"
    file.write_text("start;end\n1;2\n", encoding="utf-8")
    with pytest.raises(ValueError, match="has no column text, kind, speaker, confidence in its first row"):
        read_key(file, TEXT)


def test_a_cell_that_a_spreadsheet_would_run_is_written_as_text(tmp_path):
    text = "“=SUM(A1); -2 is what they told me,” said Ann Lee."
    row = rows_of(text)[0]
    assert row["text"] == "'=SUM(A1);' -2 is what they told me,"
    file = tmp_path / "rain.key.csv"
    file.write_text(written([row | {"speaker": "'@ann"}]), encoding="utf-8")
    assert [(q.text, q.speaker) for q in read_key(file, text)] == [(text[1:35], "@ann")]


def test_use_writes_a_key_and_never_over_one_that_was_edited(in_class):
    assert in_class.is_file()
    edited = written([row | {"speaker": "Bo Fox"} for row in rows_of()[:1]])
    in_class.write_bytes(edited.encode())
    said, _ = use_article("bridge.txt")
    assert "Its key, class_article.key.csv, is as you left it." in said
    assert in_class.read_bytes() == edited.encode()
    (in_class.parent / "other.txt").write_text("“No,” said Cy Ito. It was late.", encoding="utf-8")
    said, _ = use_article("other.txt")
    assert "The one before is kept as class_article_1.txt and class_article_1.key.csv." in said
    assert (in_class.parent / "class_article_1.key.csv").read_bytes() == edited.encode()
    said, _ = use_article("class_article_1.txt")
    assert "Its key came along" in said
    assert [quote.speaker for quote in class_key(load_article())] == ["Bo Fox"]


def test_a_key_without_a_row_is_not_taken_over_by_another_article(in_class):
    folder = in_class.parent
    (folder / "sun.txt").write_text("The sun came out at noon.", encoding="utf-8")
    use_article("sun.txt")
    assert class_key(load_article()) == []
    use_article("bridge.txt")
    assert len(class_key(load_article())) == 4


def test_a_key_that_fits_the_article_after_a_last_touch_stays(in_class):
    edited = written([row | {"speaker": "Bo Fox"} for row in rows_of()[:1]])
    in_class.write_bytes(edited.encode())
    (in_class.parent / "bridge.txt").write_text(f"{TEXT}\nIt rained.", encoding="utf-8")
    assert "The key of the one before fits, and stays" in use_article("bridge.txt")[0]
    assert in_class.read_bytes() == edited.encode()


def test_going_back_puts_the_key_aside_with_its_article_and_both_come_again(in_class):
    edited = written([row | {"speaker": "Bo Fox"} for row in rows_of()[:1]])
    for _ in range(2):
        in_class.write_bytes(edited.encode())
        said = use_default()
        assert "The one before is kept as class_article_1.txt and class_article_1.key.csv." in said
        assert not in_class.exists()
        use_article("class_article_1.txt")
        assert in_class.read_bytes() == edited.encode()


def test_a_key_that_does_not_fit_is_said_and_left_aside(in_class):
    in_class.write_text(written([rows_of()[0] | {"text": "Snow"}]), encoding="utf-8")
    said, _ = use_article("bridge.txt")
    assert "Row 2: The article has “It will rain" in said
    with pytest.warns(UserWarning, match="Row 2"):
        assert len(class_key(load_article())) == 4
    done = CliRunner().invoke(main, ["preflight"])
    assert done.stderr.startswith("The key is left aside, and the tool's reading stands in for it.")
    assert done.stderr.count("Row 2") == 1


def test_a_reader_who_differs_from_the_tool_and_agrees_with_the_key_is_right(in_class):
    rows = rows_of()
    article = load_article()
    chapter = opened("who_said_it")
    drawn = chapter.state.__wrapped__(article)["drawn"].iloc[0]
    row = next(row for row in rows if int(row["start"]) == drawn["start"])
    assert row["speaker"] == "Ann Lee"
    row["speaker"] = "Bo Fox"
    in_class.write_text(written(rows), encoding="utf-8")
    made = chapter.state.__wrapped__(article)

    def judged(exercise, **values):
        names = {**made, "article": article, **values}
        return replace(chapter, names=names, state=chapter.state.__wrapped__).judge(exercise)

    said = judged("pronoun", name="Bo Fox")
    assert said.state == RIGHT
    assert "The tool has Ann Lee" in said.message
    assert judged("pronoun", name="Ann Lee").state != RIGHT
    assert (
        "By the class's key the tool errs 1 time, and 1 of these" in judged("tool_errors", doubts=[1]).message
    )
    five = made["five"]
    assert len(set(five["source"])) == 2  # three quotes of the article, and two of the debate, without a key
    mine = [
        row["speaker"] if start == drawn["start"] else its
        for start, its in zip(five["start"], five["speaker"], strict=False)
    ]
    said = judged("own_speakers", my_speakers=mine)
    assert said.state == RIGHT
    assert f"You differ at {drawn['quote']}. The class's key is with you at {drawn['quote']}." in said.message


def test_the_first_voice_is_that_of_the_key(in_class):
    rows = rows_of()
    rows[0]["speaker"] = "Bo Fox"
    in_class.write_text(written(rows), encoding="utf-8")
    chapter, article = opened("meet_the_article"), load_article()
    made = chapter.state.__wrapped__(article)

    def judged(voice):
        names = {**made, "article": article, "first_voice": voice}
        return replace(chapter, names=names, state=chapter.state.__wrapped__).judge("first_voice").state

    assert judged("Bo Fox") == RIGHT
    assert judged("Ann Lee") != RIGHT


def test_labels_that_differ_from_the_tool_have_the_key_with_them(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    text = (ROOT / "seeds" / "nato_article.txt").read_text(encoding="utf-8")
    (tmp_path / "nato.txt").write_text(text, encoding="utf-8")
    monkeypatch.delenv("TEXTKIT_ARTICLE")
    use_article("nato.txt")
    chapter, article = opened("quotes"), load_article()
    stretches = chapter.state.__wrapped__(article)["stretches"]
    assert set(stretches["source"]) == {"class_article.txt"}
    number = next(n for n, row in enumerate(stretches.itertuples()) if row.kind in ("full", "partial"))
    rows = rows_of(text)
    row = next(row for row in rows if int(row["start"]) == stretches["start"][number])
    row |= {"kind": "scare", "speaker": ""}
    (tmp_path / "class_article.key.csv").write_text(written(rows), encoding="utf-8")
    made = chapter.state.__wrapped__(article)
    labels = [label and n != number for n, label in enumerate(made["tool_labels"])]
    both, tool = sum(labels), sum(made["tool_labels"])
    names = {**made, "article": article, "labels": labels, "precision": both / tool, "recall": 1.0}
    said = replace(chapter, names=names, state=chapter.state.__wrapped__).judge("precision_and_recall")
    assert said.state == RIGHT
    assert f"The class's key is with you at {stretches['quote'][number]}." in said.message


def test_what_is_piped_in_gets_a_key_of_its_own(in_class, monkeypatch):
    piped = io.TextIOWrapper(io.BytesIO("“No,” said Cy Ito. It was late.".encode()))
    monkeypatch.setattr("sys.stdin", piped)
    said, _ = use_article("-")
    assert "Its key is class_article.key.csv" in said
    assert [quote.speaker for quote in class_key(load_article())] == ["Cy Ito"]


def test_what_the_key_is_sure_of_is_not_doubtful(in_class):
    text = "Ann Lee met Bo Fox.\n“It will rain,” said Ann Lee.\nThere it was. “Nobody left.”"
    (in_class.parent / "left.txt").write_text(text, encoding="utf-8")
    use_article("left.txt")
    row = "quotes_or_words", "state"
    assert preflight_exercises(load_article()).set_index("name").loc[row] == "doubtful"
    in_class.write_text(written([row | {"confidence": "1"} for row in rows_of(text)]), encoding="utf-8")
    assert preflight_exercises(load_article()).set_index("name").loc[row] == "live"


def test_our_own_article_comes_with_the_key_read_by_hand():
    article = load_article()
    key = read_key(key_file(ROOT / "seeds" / "nato_article.txt"), article.text)
    with (ROOT / "tests" / "gold" / "nato_article_quotes.csv").open(encoding="utf-8") as file:
        gold = [(int(r["open_mark"]) + 1, r["kind"], r["speaker"] or None) for r in csv.DictReader(file)]
    assert [(quote.start, quote.kind, quote.speaker) for quote in key] == gold
    assert {quote.confidence for quote in key} == {1.0}
    assert len(quote_table(article.text)) == 21
