"""The command, as a shell runs it: tables, charts, a report, and errors in one sentence."""

import io
import json
import os
import subprocess
import sys
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner

from textkit import (
    cli,
    collocations,
    corpus_frequency,
    corpus_quotes,
    load_article,
    quote_table,
    read_corpus,
    tokenize,
)
from textkit.article import MOST_MEGABYTES
from textkit.cli import main
from textkit.concordance import MEASURES

ROOT = Path(__file__).parents[1]
ARTICLE = "seeds/nato_article.txt"
ARTICLES = str(ROOT / "tests" / "articles")
TABLES = ["frequency", "collocations", "quotes", "speakers"]
CHARTS = ["frequency", "cloud", "zipf", "dispersion", "sentences", "quotes", "speakers"]


@pytest.fixture(autouse=True)
def _in_the_project(monkeypatch):
    monkeypatch.chdir(ROOT)


def textkit(*arguments, **options):
    """Run the command in this process; nothing that it raises is hidden."""
    done = CliRunner().invoke(main, [str(argument) for argument in arguments], **options)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done


def table(*arguments, **options):
    done = textkit(*arguments, "--format", "csv", **options)
    assert done.exit_code == 0, done.stderr
    return pd.read_csv(io.StringIO(done.stdout), keep_default_na=False)


# Tables


def test_frequency_is_the_table_of_the_helper():
    expected = corpus_frequency(list(read_corpus(ARTICLE)), lower=True)
    found = table("frequency", ARTICLE)
    assert found["token"].tolist() == expected["token"].tolist()
    assert found["count"].tolist() == expected["count"].tolist()


def test_capitals_and_stopwords_are_options():
    assert "NATO" not in set(table("frequency", ARTICLE)["token"])
    assert "NATO" in set(table("frequency", ARTICLE, "--as-printed")["token"])
    assert "the" in set(table("frequency", ARTICLE)["token"])
    assert "the" not in set(table("frequency", ARTICLE, "--no-stopwords")["token"])
    assert "The" not in set(table("frequency", ARTICLE, "--no-stopwords", "--as-printed")["token"])


def test_quotes_are_those_of_the_helper():
    found = table("quotes", ARTICLE)
    assert found["text"].tolist() == quote_table(load_article(ARTICLE).text)["text"].tolist()
    assert len(table("quotes", ARTICLE, "--all-kinds")) > len(found)


def test_kwic_finds_every_occurrence_in_any_capitals():
    counted = table("frequency", ARTICLE).set_index("token").loc["nato", "count"]
    assert len(table("kwic", "nato", ARTICLE)) == counted
    assert len(table("kwic", "nato", ARTICLE, "--match-case")) == 0
    assert len(table("kwic", "NATO", ARTICLE, "--match-case")) == counted


def test_no_pair_reaches_from_one_document_into_the_next(tmp_path):
    (tmp_path / "a.txt").write_text("rain fell", encoding="utf-8")
    (tmp_path / "b.txt").write_text("snow fell", encoding="utf-8")
    found = table("collocations", tmp_path, "--min-count", 1)
    assert sorted(zip(found["word_1"], found["word_2"], strict=True)) == [("rain", "fell"), ("snow", "fell")]


def test_keyness_puts_the_words_of_the_target_first():
    found = table("keyness", ARTICLE, ARTICLES)
    assert found["token"][0] == "nato"
    assert found["log_ratio"].iloc[0] > 0 > found["log_ratio"].iloc[-1]


def test_folders_globs_and_files_are_one_corpus():
    everything = table("frequency", ARTICLES)
    assert everything["count"].sum() == corpus_frequency(ARTICLES)["count"].sum()
    pd.testing.assert_frame_equal(everything, table("frequency", f"{ARTICLES}/*.txt"))
    pd.testing.assert_frame_equal(everything, table("frequency", *sorted(Path(ARTICLES).glob("*.txt"))))


@pytest.mark.parametrize("command", TABLES)
def test_what_is_piped_in_is_read(command):
    text = Path(ARTICLE).read_bytes()
    piped, asked = table(command, input=text), table(command, "-", input=text)
    named = table(command, ARTICLE)
    for found in (piped, asked):
        pd.testing.assert_frame_equal(
            found.drop(columns="document", errors="ignore"), named.drop(columns="document", errors="ignore")
        )


@pytest.mark.parametrize("command", ["frequency", "collocations", "speakers"])
def test_nothing_piped_in_is_an_error(command):
    done = textkit(command, "-", input=b" \n")
    assert done.exit_code == 2
    assert done.stderr == "Error: What was piped in is empty.\n"


# Forms


@pytest.mark.parametrize("ending", ["csv", "json", "parquet"])
def test_the_ending_of_the_file_says_the_form(tmp_path, ending):
    if ending == "parquet":
        pytest.importorskip("pyarrow", reason="Parquet is read and written by pyarrow, of the extra `corpus`")
    file = tmp_path / f"quotes.{ending}"
    assert textkit("quotes", ARTICLE, "-o", file).exit_code == 0
    read = {"csv": pd.read_csv, "json": pd.read_json, "parquet": pd.read_parquet}[ending](file)
    assert read["text"].tolist() == quote_table(load_article(ARTICLE).text)["text"].tolist()


def test_a_csv_file_begins_with_the_mark_by_which_a_spreadsheet_knows_utf_8(tmp_path):
    file = tmp_path / "words.csv"
    textkit("frequency", ARTICLE, "-o", file)
    assert file.read_bytes().startswith(b"\xef\xbb\xbftoken,count")


def test_json_is_a_list_of_records_that_any_program_reads():
    records = json.loads(textkit("speakers", ARTICLE, "--format", "json").stdout)
    assert records[0]["speaker"] == "Mark Rutte"


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1"])
def test_a_cell_that_a_spreadsheet_would_run_is_made_harmless(tmp_path, start):
    (tmp_path / "a.txt").write_text(f"“{start} is mine to say,” said Ann Lee.", encoding="utf-8")
    file = tmp_path / "quotes.csv"
    textkit("quotes", tmp_path / "a.txt", "-o", file)
    texts = pd.read_csv(file)["text"]
    said = f"{start} is mine to say,".strip()
    assert texts.tolist() == [f"'{said}"]
    records = json.loads(textkit("quotes", tmp_path / "a.txt", "--format", "json").stdout)
    assert records[0]["text"] == said  # other forms hold what is there


def test_text_in_a_table_cannot_steer_the_terminal(tmp_path):
    (tmp_path / "a.jsonl").write_text(
        '{"text": "“rain \\u001b[2J\\u0007 fell,” said Bo."}\n', encoding="utf-8"
    )
    done = textkit("quotes", tmp_path / "a.jsonl")
    assert "rain" in done.stdout
    assert "\x1b" not in done.stdout
    assert "\x07" not in done.stdout


@pytest.mark.parametrize("form", ["table", "csv", "json"])
def test_half_a_character_is_written_as_its_code(tmp_path, form):
    (tmp_path / "a.jsonl").write_text('{"text": "rain \\ud800 fell"}\n', encoding="utf-8")
    done = textkit("kwic", "rain", tmp_path / "a.jsonl", "--format", form)
    assert done.exit_code == 0, done.stderr
    assert "fell" in done.stdout


def test_long_text_is_cut_in_a_table_only():
    long = max(quote_table(load_article(ARTICLE).text)["text"], key=len)
    assert long not in textkit("quotes", ARTICLE).stdout
    assert long in textkit("quotes", ARTICLE, "--format", "csv").stdout


def test_nothing_found_is_said():
    assert textkit("kwic", "zebra", ARTICLE).stdout == "Nothing found.\n"


def test_top_takes_the_first_rows():
    assert len(table("frequency", ARTICLE, "--top", 3)) == 3


# Charts and the report


@pytest.mark.parametrize("kind", CHARTS)
def test_every_chart_is_drawn_and_described(tmp_path, kind):
    file = tmp_path / "chart.png"
    done = textkit("chart", kind, ARTICLE, "-o", file)
    assert done.exit_code == 0, done.stderr
    assert file.read_bytes().startswith(b"\x89PNG")
    assert len(done.stdout) > 50


def test_dispersion_shows_the_words_that_are_asked_for(tmp_path):
    done = textkit(
        "chart", "dispersion", ARTICLE, "--word", "NATO", "--word", "tusk", "-o", tmp_path / "c.svg"
    )
    assert "“nato”: 3, 4, 7" in done.stdout
    assert "“tusk”" in done.stdout


def test_the_report_is_a_page_about_the_file(tmp_path):
    done = textkit("report", ARTICLE, "-o", tmp_path / "report.html")
    assert done.exit_code == 0
    assert "Mark Rutte" in (tmp_path / "report.html").read_text(encoding="utf-8")


# Another article


def test_preflight_says_in_words_what_a_chapter_lacks():
    done = textkit("preflight", f"{ARTICLES}/no_quotes.txt")
    assert "0 quotes" in done.stdout
    lacks = [line for line in done.stdout.splitlines() if line.startswith("LACKS")]
    assert any(line.startswith("LACKS  11 Quotes") for line in lacks)
    assert not any(line.startswith("LACKS  03") for line in lacks)


def test_preflight_says_that_lines_of_the_page_would_go(tmp_path):
    file = tmp_path / "page.txt"
    file.write_text("Share this article\nRain fell.\nRead more: Is it over?", encoding="utf-8")
    assert "the web page around the article: 2." in textkit("preflight", file).stdout
    assert "web page" not in textkit("preflight", ARTICLE).stdout


def test_one_document_gives_the_scores_of_the_helper():
    shown = table("collocations", ARTICLE)
    helper = collocations(tokenize(load_article(ARTICLE).text, lower=True))
    assert shown["log_likelihood"].tolist() == pytest.approx(helper["log_likelihood"].tolist())


def test_use_cleans_and_says_so_and_default_goes_back(tmp_path, monkeypatch):
    page = tmp_path / "page.txt"
    page.write_text("Share on Facebook\n" + Path(ARTICLE).read_text("utf-8"), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    used = textkit("use", page)
    assert used.exit_code == 0, used.stderr
    assert "line 1: Share on Facebook" in used.stdout
    assert (tmp_path / "class_article.txt").exists()
    assert textkit("use", "--default").exit_code == 0
    assert not (tmp_path / "class_article.txt").exists()


# Errors


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["frequency", "no_such_file.txt"], "no_such_file.txt"),
        (["frequency", "no_such_*.txt"], "no_such_*.txt"),
        (["quotes", "pyproject.toml", "--top", "0"], "--top"),
        (["kwic", " ", ARTICLE], "keyword is empty"),
        (["kwic", "nato", ARTICLE, "--window", "-1"], "--window"),
        (["collocations", ARTICLE, "--measure", "luck"], "luck"),
        (["collocations", ARTICLE, "--min-count", "0"], "--min-count"),
        (["chart", "zipf", ARTICLE, "-o", "zipf.gif"], ".png, .svg or .pdf"),
        (["chart", "pie", ARTICLE, "-o", "pie.png"], "pie"),
        (["report", "no_such_file.txt", "-o", "x.html"], "no_such_file.txt"),
        (["report", ARTICLE, "-o", "no_such_folder/x.html"], "There is no folder 'no_such_folder'"),
        (["quotes", "no_such_file.txt", "-o", "no_such_folder/x.csv"], "no_such_folder"),  # before the work
        (["frequency", ARTICLE, "--format", "parquet"], "--output"),
        (["frequency", ARTICLE, "-o", "words.xlsx"], "words.xlsx: tables are written as .csv"),
        (["frequency", ""], "name of the corpus is empty"),
        (["frequency", "notebooks/chapters/zipf"], "has no .txt"),  # a folder of other files
        (["keyness", ARTICLE, "no_such_folder"], "no_such_folder"),
        (["report", "docs/pictures/chart.png", "-o", "x.html"], "is a picture, not plain text"),
        (["chart", "dispersion", ARTICLE, "-o", "x.png", "--word", "the alliance"], "a single word"),
        (["use"], "--default"),
        (["use", ARTICLE, "--default"], "--default"),
        (["preflight", "no_such_file.txt"], "no_such_file.txt"),
        (["fly"], "fly"),
    ],
)
def test_an_error_is_one_sentence_on_stderr_and_exit_code_2(arguments, words):
    done = textkit(*arguments)
    assert done.exit_code == 2
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_a_bad_parquet_file_is_named(tmp_path):
    pytest.importorskip("pyarrow")
    (tmp_path / "a.parquet").write_bytes(b"PAR1 this is none")
    done = textkit("frequency", tmp_path / "a.parquet")
    assert done.exit_code == 2
    assert "a.parquet' cannot be read: " in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("output", [True, False])
def test_without_pyarrow_parquet_says_what_to_install(tmp_path, monkeypatch, output):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    (tmp_path / "a.parquet").write_bytes(b"PAR1")
    there = ["frequency", ARTICLE, "-o", tmp_path / "words.parquet"]
    done = textkit(*there) if output else textkit("frequency", tmp_path / "a.parquet")
    assert done.exit_code == 2
    assert "install pyarrow." in done.stderr
    assert "Traceback" not in done.stderr


def test_words_of_marks_alone_cannot_be_compared(tmp_path):
    (tmp_path / "a.jsonl").write_text('{"text": "…!"}\n', encoding="utf-8")
    done = textkit("keyness", ARTICLE, tmp_path / "a.jsonl")
    assert done.exit_code == 2
    assert "a.jsonl' has no words" in done.stderr


def test_what_the_system_says_is_one_sentence(monkeypatch):
    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("textkit.writing._replace", refuse)
    done = textkit("frequency", ARTICLE, "-o", "words.csv")
    assert done.exit_code == 2
    assert done.stderr == "Error: Cannot read or write 'words.csv': Permission denied.\n"


@pytest.fixture
def news(tmp_path, monkeypatch):
    """A folder with a corpus in it, `news`; the current folder is the one above."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "rain.txt").write_text("It rained all day.", encoding="utf-8")
    (tmp_path / "hard.txt").hardlink_to(tmp_path / "news" / "rain.txt")
    (tmp_path / "soft.txt").symlink_to(tmp_path / "news" / "rain.txt")
    return tmp_path / "news"


@pytest.mark.parametrize("source", ["news", "news/*.txt", "news/rain.txt", "./news/../soft.txt"])
@pytest.mark.parametrize("output", ["news/rain.txt", "news/../news/rain.txt", "hard.txt", "soft.txt"])
def test_what_is_read_is_never_written_over(news, source, output):
    done = textkit("frequency", source, "-o", output)
    assert done.exit_code == 2
    assert f"'{Path(output)}' is being read, and stays as it is." in done.stderr
    assert (news / "rain.txt").read_text("utf-8") == "It rained all day."


@pytest.mark.parametrize(
    "command", [["keyness", ARTICLE, "news"], ["keyness", "news", ARTICLE], ["report", "news/page.html"]]
)
def test_every_command_keeps_what_it_reads(news, command):
    (news / "rain.txt").rename(news / "page.html")
    command = [str(ROOT / part) if part == ARTICLE else part for part in command]
    command = [part.replace("news", "news/*") if part == "news" else part for part in command]
    done = textkit(*command, "-o", "news/page.html", *(["--format", "csv"] * (command[0] != "report")))
    assert done.exit_code == 2
    assert "is being read" in done.stderr
    assert (news / "page.html").read_text("utf-8") == "It rained all day."


def test_what_is_piped_in_from_a_file_is_never_written_over(news):
    with (news / "rain.txt").open("rb") as piped:
        command = [sys.executable, "-m", "textkit", "frequency", "-o", "news/rain.txt"]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        done = subprocess.run(command, stdin=piped, capture_output=True, text=True, env=environment)
    assert done.returncode == 2
    assert "is being read" in done.stderr
    assert (news / "rain.txt").read_text("utf-8") == "It rained all day."


PRINTED = [
    ["frequency"],
    ["kwic", "zebra"],
    ["chart", "zipf", "-o", "zipf.png"],
    ["keyness", "news/rain.txt"],
]


@pytest.mark.parametrize("mode", ["wb", "ab"])
@pytest.mark.parametrize("command", PRINTED, ids=lambda command: command[0])
def test_what_is_printed_goes_into_no_text_of_its_corpus(news, command, mode):
    run = [sys.executable, "-m", "textkit", *command, "news"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with (news / "words.txt").open(mode) as printed:
        done = subprocess.run(run, stdout=printed, stderr=subprocess.PIPE, text=True, env=environment)
    assert done.returncode == 2
    assert "What is printed would go into a text of 'news'." in done.stderr
    assert (news / "words.txt").read_bytes() == b""
    assert not Path("zipf.png").exists()


def test_a_disk_that_is_full_is_one_sentence_where_the_table_is_printed(news):
    if not os.path.exists("/dev/full"):
        pytest.skip("this system has no /dev/full")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    run = [sys.executable, "-m", "textkit", "frequency", "news"]
    with open("/dev/full", "wb") as full:
        done = subprocess.run(run, stdout=full, stderr=subprocess.PIPE, text=True, env=environment)
    assert done.returncode != 0
    assert "No space left on device" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("command", [["frequency"], ["frequency", "-"], ["report", "-"]])
def test_what_is_piped_in_can_be_written_about(tmp_path, command):
    output = tmp_path / f"out.{'html' if command[0] == 'report' else 'csv'}"
    done = textkit(*command, "-o", output, input="It rained all day.")
    assert done.exit_code == 0, done.stderr
    assert "rained" in output.read_text("utf-8")


@pytest.mark.parametrize("command", [["report", "-", "-o", "x.html"], ["preflight", "-"], ["use", "-"]])
def test_nothing_piped_in_is_told_by_every_command(command):
    done = textkit(*command, input="")
    assert done.exit_code == 2
    assert "What was piped in is empty" in done.stderr


def test_the_preflight_judges_what_use_would_leave_of_a_page():
    page = ROOT / "tests" / "pages" / "news_site.html"
    done = textkit("preflight", page)
    assert "2 speakers, 4 quotes, 176 tokens, 7 paragraphs, 2 headings" in done.stdout
    assert (
        textkit("preflight", "-", input=page.read_bytes()).stdout.partition(":")[2]
        == (done.stdout.partition(":")[2])
    )


@pytest.mark.parametrize("option", ["--output", "--account"])
@pytest.mark.parametrize("source", ["news", "news/*.txt", "**/*.txt", "news/**"])
def test_what_is_written_does_not_become_a_text_of_its_corpus(news, source, option):
    (news / "new").mkdir()
    if source == "news/**":
        (news / "rain.csv").write_text("It rained.", encoding="utf-8")
    refused = ["news/words.txt"] + ["news/new/words.txt"] * (source != "news/*.txt")
    for output in refused:
        done = textkit("frequency", source, option, output, "--format", "csv")
        assert done.exit_code == 2
        assert f"'{output}' would be one of the texts of '{source}' the next time" in done.stderr
    assert not list(news.rglob("words*"))
    for output in ["words.csv", "news/.words.txt"] + ["news/words.csv"] * (source != "news/**"):
        assert textkit("frequency", source, option, output, "--format", "csv").exit_code == 0
        assert Path(output).exists()


def test_a_link_that_leads_nowhere_keeps_no_result_from_being_written(news):
    (news / "gone.txt").symlink_to("nowhere.txt")
    done = textkit("frequency", "news", "-o", "words.csv")
    assert done.exit_code == 0
    assert "gone.txt' is a link that leads nowhere" in done.stderr


def test_the_account_is_written_over_nothing_that_is_read_and_not_over_the_result(news):
    done = textkit("frequency", "news", "--account", "soft.txt")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "is being read, and stays as it is" in done.stderr
    done = textkit("frequency", "news", "--account", "a.csv", "-o", "news/../a.csv")
    assert done.exit_code == 2
    assert "'news/../a.csv' cannot hold both the result and the account" in done.stderr
    Path("link.csv").symlink_to("nowhere.csv")
    assert "is a link to 'nowhere.csv'" in textkit("frequency", "news", "--account", "link.csv").stderr
    assert (news / "rain.txt").read_text("utf-8") == "It rained all day."


def test_a_disk_that_is_full_leaves_the_account_as_it_was(news, monkeypatch):
    def refuse(*_):
        raise OSError(28, "No space left on device")

    Path("a.csv").write_text("whole", encoding="utf-8")
    monkeypatch.setattr("textkit.writing._replace", refuse)
    done = textkit("frequency", "news", "--account", "a.csv")
    assert done.exit_code == 2
    assert done.stderr.endswith("Error: Cannot read or write 'a.csv': No space left on device.\n")
    assert Path("a.csv").read_text("utf-8") == "whole"


RESULTS = {name: [name, ARTICLE] for name in TABLES} | {
    "kwic": ["kwic", "nato", ARTICLE],
    "keyness": ["keyness", ARTICLE, f"{ARTICLES}/very_short.txt"],
    "nothing": ["kwic", "zebra", ARTICLE],
}


@pytest.mark.parametrize("form", ["table", "csv", "json", "parquet"])
@pytest.mark.parametrize("command", RESULTS)
def test_a_result_in_the_folder_of_a_corpus_is_left_out_of_it(tmp_path, command, form):
    (tmp_path / "rain.txt").write_text("Rain fell.", encoding="utf-8")
    account = tmp_path / "account.csv"
    if form == "parquet":
        pytest.importorskip("pyarrow", reason="Parquet is read and written by pyarrow, of the extra `corpus`")
        textkit(*RESULTS[command], "-o", tmp_path / "result.parquet")
    else:  # as `textkit … > news/result.txt` leaves it, in a shell that writes UTF-8 or UTF-16
        shown = textkit(*RESULTS[command], "--format", form).stdout
        for encoding in ("utf-8", "utf-16"):
            (tmp_path / f"{encoding}.txt").write_bytes(shown.encode(encoding))
        textkit(*RESULTS[command], "--format", form, "-o", tmp_path / "result.txt", "--account", account)
        account.replace(tmp_path / "account.txt")
    assert table("frequency", tmp_path, "--account", account)["token"].tolist() == ["fell", "rain"]
    told = pd.read_csv(account).set_index("name")
    results = told.drop(index=str(tmp_path / "rain.txt"))
    if (command, form) == ("nothing", "json"):  # two brackets: there is nothing to know it by
        results = results[~results["reason"].str.contains("has no words in it, only marks")]
    assert len(results) > 0
    assert set(results["state"]) == {"left out"}
    assert results["reason"].str.contains("is a table that textkit wrote").all()


def test_quotes_in_json_lines_are_a_result_and_with_other_columns_a_corpus(tmp_path):
    quotes = corpus_quotes(ARTICLE)
    for file, written in {"ours": quotes, "theirs": quotes.rename(columns={"rule": "because"})}.items():
        written.to_json(tmp_path / f"{file}.jsonl", orient="records", lines=True)
    found = table("frequency", tmp_path)
    assert found["count"].sum() == corpus_frequency(quotes["text"].items())["count"].sum()


def test_an_article_that_speaks_of_columns_is_read(tmp_path):
    texts = [
        "name state number reason",
        "Nothing found.\nThe search goes on.",
        "[\n {",
        "token,count\nrain,1",
    ]
    texts[0] = f"In the table: {texts[0]}"
    for number, text in enumerate(texts):
        (tmp_path / f"{number}.txt").write_text(f"{text} Rain fell.", encoding="utf-8")
    assert textkit("frequency", tmp_path).stderr == "Read 4 documents.\n"


def test_a_worker_that_ended_early_is_one_sentence(monkeypatch):
    def end_early(*_, **__):
        raise BrokenProcessPool("A worker process ended early.")

    monkeypatch.setattr("textkit.corpus.corpus_frequency", end_early)
    done = textkit("frequency", ARTICLE)
    assert (done.exit_code, done.stderr) == (2, "Error: A worker process ended early.\n")


BUGS = {  # a command, and what breaks in it
    "frequency": "textkit.corpus.corpus_frequency",
    "kwic": "textkit.concordance.kwic",
    "quotes": "textkit.corpus.quote_rows",
    "report": "textkit.report.report",
    "lab": "textkit.course.folder.write_folder",
    "preflight": "textkit.course.suitability.preflight",
}
PLACES = {
    "kwic": ["kwic", "nato", ARTICLE],
    "report": ["report", ARTICLE, "-o", "x.html"],
    "lab": ["lab", "--write-only", "x"],
}


@pytest.mark.parametrize(
    "error", [TypeError, ValueError, AttributeError, RuntimeError, KeyError, ImportError]
)
@pytest.mark.parametrize("command", BUGS)
def test_a_bug_of_ours_shows_its_traceback_and_asks_to_be_reported(monkeypatch, command, error):
    def boom(*_, **__):
        raise error("boom")

    monkeypatch.setattr(BUGS[command], boom)
    done = textkit(*PLACES.get(command, [command, ARTICLE]))
    assert done.exit_code == 1
    assert done.stderr.startswith("Traceback (most recent call last):")
    assert f'raise error("boom")\n{error.__name__}: ' in done.stderr
    assert done.stderr.endswith("Please report it, with these lines.\n")
    assert "report" not in textkit("kwic", "", ARTICLE).stderr


@pytest.mark.parametrize("error", [TypeError, AttributeError])
def test_a_bug_in_reading_is_a_bug(monkeypatch, error):
    def boom(*_, **__):
        raise error("boom")

    monkeypatch.setattr("textkit.corpus.reading.read_text", boom)
    done = textkit("frequency", ARTICLE)
    assert done.exit_code == 1
    assert "Please report it" in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [["frequency", "no_such_file.txt"], ["kwic", "", ARTICLE], ["frequency", ARTICLE, "--top", "0"], ["fly"]],
)
def test_debug_shows_where_an_error_comes_from(arguments):
    done = textkit("--debug", *arguments)
    assert done.exit_code == 2
    assert done.stderr.startswith("Traceback (most recent call last):")
    assert "Error: " in done.stderr.splitlines()[-1]
    assert "report" not in done.stderr.splitlines()[-1]


def test_debug_changes_nothing_where_nothing_goes_wrong():
    assert textkit("--debug", "frequency", ARTICLE).stdout == textkit("frequency", ARTICLE).stdout


def test_a_bad_file_is_named_and_passed_over(tmp_path):
    (tmp_path / "good.txt").write_text("rain", encoding="utf-8")
    (tmp_path / "bad.txt").write_bytes(b"%PDF-1.7")
    done = textkit("frequency", tmp_path)
    assert done.exit_code == 0
    assert "rain" in done.stdout
    assert "bad.txt" in done.stderr


def test_one_line_tells_what_was_read_and_a_file_tells_all(tmp_path):
    folder = tmp_path / "news"
    folder.mkdir()
    for name, text in {"a.txt": "rain", "b.txt": "", "=c.txt": "", "d.md": "no", ".e": "no"}.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "link.txt").symlink_to("a.txt")
    file = tmp_path / "account.csv"
    for command in (["frequency"], ["kwic", "rain"], ["quotes"], ["speakers"], ["collocations"]):
        done = textkit(*command, folder, folder / "a.txt", "--account", file)
        assert done.exit_code == 0
        line = done.stderr
        assert line.startswith("Read 2 documents. Read more than once: 1. Passed over: 2 (the first: '")
        assert line.count("\n") == 1
        assert all(said in line for said in ("Another kind: 1 (", "Left out: 2 (", "is empty"))
        table = pd.read_csv(file)
        assert table["number"].sum() == 7
        assert f"'{folder / '=c.txt'}" not in set(table["name"])
    done = textkit("keyness", folder, folder / "a.txt", "--account", file)
    assert done.stderr.startswith("Read 2 documents.")


def test_a_file_that_is_read_twice_is_told(tmp_path):
    (tmp_path / "a.txt").write_text("rain", encoding="utf-8")
    (tmp_path / "m").mkdir()
    (tmp_path / "m" / "b.txt").write_text("rain", encoding="utf-8")
    done = textkit("frequency", tmp_path, tmp_path / "m")
    assert done.stderr == "Read 3 documents. Read more than once: 1.\n"


def test_strict_stops_and_the_account_says_where(tmp_path):
    (tmp_path / "a.txt").write_text("rain", encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"%PDF-1.7")
    file = tmp_path / "account.csv"
    done = textkit("frequency", tmp_path, "--strict", "--account", file)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "b.txt' is a PDF" in done.stderr.splitlines()[-1]
    assert pd.read_csv(file)["state"].tolist() == ["read", "passed over"]


def test_a_document_has_a_largest_size_that_can_be_raised(tmp_path):
    (tmp_path / "a.txt").write_text("rain " * 1000, encoding="utf-8")
    small = textkit("frequency", tmp_path, "--max-megabytes", "0.001")
    assert small.exit_code == 2
    assert "larger than 0.001 MB" in small.stderr
    assert textkit("frequency", tmp_path).exit_code == 0
    (default,) = (
        option.default for option in main.commands["frequency"].params if option.name == "max_megabytes"
    )
    assert default == MOST_MEGABYTES


def test_an_account_without_a_folder_for_it_is_refused_before_the_work(tmp_path):
    done = textkit("frequency", ARTICLE, "--account", tmp_path / "none" / "account.csv")
    assert done.exit_code == 2
    assert "There is no folder" in done.stderr
    assert done.stdout == ""


ODD = ["\ud800", "\udcff", "\ufeff", "\x00", "\u202e"]


@pytest.mark.parametrize("odd", ODD)
def test_half_characters_and_byte_order_marks_stop_no_command(tmp_path, odd):
    text = f"“Rain {odd}fell {odd} x{odd}y,” said Ann {odd}Lee. “Rain {odd}fell,” said Ann Lee. " * 3
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": text}) + "\n", encoding="utf-8")
    commands = [[name] for name in TABLES] + [["kwic", "rain"], ["kwic", f"x{odd}y"]]
    for command in commands:
        for form in ("table", "csv", "json"):
            done = textkit(*command, tmp_path / "a.jsonl", "--format", form, "--account", tmp_path / "a.csv")
            assert done.exit_code == 0, done.stderr
    for kind in CHARTS:
        done = textkit("chart", kind, tmp_path / "a.jsonl", "-o", tmp_path / "a.svg")
        assert done.exit_code == 0, done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere every name of a file is text")
def test_a_file_whose_name_is_no_text_is_read_and_told(tmp_path):
    file, empty = (tmp_path / os.fsdecode(name) for name in (b"a\xff.txt", b"b\xff.txt"))
    file.write_text("Rain fell.", encoding="utf-8")
    empty.write_bytes(b"")
    account = tmp_path / "account.csv"
    for command in [["frequency"], ["kwic", "rain"], ["collocations"], ["quotes"], ["speakers"]]:
        for form in ("table", "csv", "json"):
            done = textkit(*command, tmp_path, "--format", form, "--account", account)
            assert done.exit_code == 0, done.stderr
            told = set(pd.read_csv(account)["name"])
            assert {f"{tmp_path}/{name}\\udcff.txt" for name in "ab"} <= told
    assert textkit("report", file, "-o", tmp_path / "report.html").exit_code == 0
    assert textkit("chart", "zipf", file, "-o", tmp_path / "zipf.svg").exit_code == 0


def test_nothing_readable_is_an_error(tmp_path):
    (tmp_path / "bad.txt").write_bytes(b"%PDF-1.7")
    done = textkit("frequency", tmp_path)
    assert done.exit_code == 2
    assert "bad.txt" in done.stderr


@pytest.mark.parametrize("command", [[], *([name] for name in sorted(main.commands))], ids=" ".join)
def test_help_has_an_example(command):
    done = textkit(*command, "--help")
    assert done.exit_code == 0
    assert "textkit" in done.stdout
    if command:
        assert f"Example: textkit {command[0]}" in done.stdout


@pytest.mark.parametrize("command", [[], *([name] for name in sorted(main.commands))], ids=" ".join)
def test_help_breaks_no_word_in_two(command):
    # 78 is what click takes for a terminal of 80.
    shown, wide = (textkit(*command, "--help", terminal_width=width).stdout for width in (78, 1000))
    assert shown.split() == wide.split()


def test_help_names_every_measure_and_every_chart():
    assert all(measure in textkit("collocations", "--help").stdout for measure in MEASURES)
    shown = textkit("chart", "--help").stdout
    assert all(f" {kind}" in shown for kind in CHARTS)


def test_what_the_help_says_of_a_command_elsewhere_is_what_the_command_says():
    for name, command in main.commands.items():
        if isinstance(command, cli._Elsewhere):
            assert command.short_help in textkit(name, "--help").stdout


def test_the_help_waits_for_no_large_library():
    large = {"pandas", "numpy", "nltk", "matplotlib", "textkit.corpus", "textkit.article"}
    code = (
        "import sys; from textkit.cli import main; main(['--help'], standalone_mode=False); "
        f"print(*({large} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert "preflight" in done.stdout
    assert done.stdout.splitlines()[-1] == ""


def test_it_runs_as_a_module_and_writes_any_letter_to_any_terminal():
    done = subprocess.run(
        [sys.executable, "-m", "textkit", "frequency", f"{ARTICLES}/other_script.txt", "--top", "3"],
        capture_output=True, check=True, env={"PYTHONIOENCODING": "ascii", "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert done.stdout.startswith(b"token")
