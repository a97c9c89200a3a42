"""Many articles: what is read and passed over, and the same tables however many processes help."""

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
import tracemalloc
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings, strategies as st
from pandas.testing import assert_frame_equal

from textkit import (
    corpus_frequency,
    corpus_keyness,
    corpus_quotes,
    corpus_speakers,
    frequency_table,
    iter_quotes,
    keyness,
    quote_table,
    read_corpus,
    speaker_table,
    tokenize,
)
from textkit.article import project_folder
from textkit.corpus import spreading
from textkit.corpus.finding import Entry, corpus_files

ARTICLES = Path(__file__).parent / "articles"
TABLES = [corpus_frequency, corpus_quotes, corpus_speakers]
EVERY_TABLE = pytest.mark.parametrize("table_of", TABLES)


def write(folder, **files):
    """Write files; the last _ of a name stands for the dot: a_txt."""
    for name, text in files.items():
        data = text if isinstance(text, bytes) else text.encode()
        (folder / ".".join(name.rsplit("_", 1))).write_bytes(data)


def names(source, **options):
    return [Path(document.name).name for document in read_corpus(source, **options)]


@pytest.fixture
def documents():
    """Forty documents of quite different kinds."""
    articles = list(read_corpus(ARTICLES))[:5]
    return [(f"{n}-{name}", f"Text {n}.\n{text}") for n in range(8) for name, text in articles]


# --- reading ---------------------------------------------------------------------------------


def test_a_folder_is_read_with_those_within_it_in_the_order_of_the_names(tmp_path):
    (tmp_path / "m").mkdir()
    (tmp_path / ".hidden").mkdir()
    write(tmp_path, z_txt="z", b_TXT="b", README_md="no", _DS_Store="no")
    write(tmp_path / "m", k_txt="k")
    write(tmp_path / ".hidden", h_txt="no")
    assert names(tmp_path) == ["b.TXT", "k.txt", "z.txt"]


def test_a_glob_is_read_in_the_order_of_the_names(tmp_path):
    write(tmp_path, c_text="c", a_text="a", b_txt="b")
    assert names(f"{tmp_path}/*.text") == ["a.text", "c.text"]


def test_a_list_is_read_in_its_own_order_and_may_hold_anything(tmp_path):
    write(tmp_path, b_txt="b", a_txt="a", c_jsonl='{"text": "c"}')
    source = [tmp_path / "b.txt", ("mine", "m"), f"{tmp_path}/a*", tmp_path]
    assert names(source) == ["b.txt", "mine", "a.txt", "a.txt", "b.txt", "c.jsonl:1"]


def test_a_file_with_a_star_in_its_name_is_that_file(tmp_path):
    write(tmp_path, **{"a[1]_txt": "this", "a1_txt": "not this"})
    assert [d.text for d in read_corpus(tmp_path / "a[1].txt")] == ["this"]


def test_a_relative_path_starts_from_the_project_too(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert names("seeds/nato_article.txt") == ["nato_article.txt"]
    assert "very_short.txt" in names("tests/articles")
    assert names("tests/articles/very_*.txt") == ["very_short.txt"]


def test_the_files_of_a_corpus_are_those_that_are_there(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert corpus_files("seeds/nato_article.txt") == [project_folder() / "seeds" / "nato_article.txt"]
    (tmp_path / "seeds").mkdir()
    write(tmp_path / "seeds", nato_article_txt="mine")
    assert corpus_files("seeds/nato_article.txt") == [tmp_path / "seeds" / "nato_article.txt"]


def test_every_line_of_json_lines_is_a_document(tmp_path):
    write(tmp_path, a_jsonl=b'\xef\xbb\xbf{"text": "one"}\r\n\r\n{"n": 2, "text": "tw\xc3\xb6"}')
    read = list(read_corpus(tmp_path / "a.jsonl"))
    assert [(Path(name).name, text) for name, text in read] == [("a.jsonl:1", "one"), ("a.jsonl:3", "twö")]


def test_a_broken_line_is_passed_over_with_its_number(tmp_path):
    deep = "[" * 100_000
    lines = ['{"text": "a"}', '{"text": ', '{"body": "b"}', '"text"', '{"text": 5}', '{"text": " "}', deep]
    write(tmp_path, a_ndjson="\n".join([*lines, '{"text": "z"}']))
    problems = []
    assert names(tmp_path / "a.ndjson", problems=problems) == ["a.ndjson:1", "a.ndjson:8"]
    assert [problem.rsplit("a.ndjson", 1)[1].split(" ")[:5] for problem in problems] == [
        [",", "line", "2", "is", "not"],
        *([f":{row}", "has", "no", "text", "in"] for row in (3, 4, 5, 6)),
        [",", "line", "7", "is", "not"],
    ]


def test_parquet_is_read_row_by_row(tmp_path):
    pytest.importorskip("pyarrow")
    texts = [None if n == 300 else f"text {n}" for n in range(700)]
    pd.DataFrame({"body": texts, "n": range(700)}).to_parquet(tmp_path / "a.parquet", row_group_size=150)
    problems = []
    read = list(read_corpus(tmp_path, text_column="body", problems=problems))
    assert [text for _, text in read] == [text for text in texts if text]
    assert read[-1].name.endswith("a.parquet:700")
    assert problems == [f"{tmp_path.as_posix()}/a.parquet:301 has no text in 'body'."]


BAD_FILES = {
    "a.parquet": (b"PAR1 this is none", "a.parquet"),
    "empty.parquet": (b"", "a.parquet"),
    "a.txt": (b"%PDF-1.4", "is a PDF"),
    "b.txt": (b"", "is empty"),
    "c.txt": (b"\x81\x8d" * 50, "in an encoding other"),
}


@pytest.mark.parametrize("bad", BAD_FILES)
def test_a_bad_file_is_named_and_passed_over(tmp_path, bad):
    if bad.endswith(".parquet"):
        pytest.importorskip("pyarrow")
    content, message = BAD_FILES[bad]
    (tmp_path / bad).write_bytes(content)
    write(tmp_path, **{"0_txt": "before", "z_txt": "after"})
    problems = []
    assert names(tmp_path, problems=problems) == ["0.txt", "z.txt"]
    assert len(problems) == 1
    assert bad in problems[0]
    assert message in problems[0] or bad.endswith(".parquet")


def two_bad_of_five(folder):
    """Write five files, the second and the fourth of which nobody can read."""
    write(folder, a_txt="a", b_txt=b"%PDF-1.4", c_txt="c", d_txt="", e_txt="e")
    return folder


SOURCES = {
    "folder": lambda folder: folder,
    "glob": lambda folder: f"{folder}/*.txt",
    "list of a folder": lambda folder: [folder],
    "list of a glob": lambda folder: [f"{folder}/*.txt"],
    "list of files": lambda folder: sorted(folder.glob("*.txt")),
}


@pytest.mark.parametrize("source", SOURCES)
def test_a_bad_file_takes_no_other_with_it(tmp_path, source):
    problems = []
    assert names(SOURCES[source](two_bad_of_five(tmp_path)), problems=problems) == ["a.txt", "c.txt", "e.txt"]
    assert [Path(problem.split("'")[1]).name for problem in problems] == ["b.txt", "d.txt"]


def test_bad_files_in_a_mixed_list_take_nothing_with_them(tmp_path):
    source = [two_bad_of_five(tmp_path), "", ("mine", "m"), ("empty", " "), f"{tmp_path}/[b-c].txt", "no.txt"]
    problems = []
    assert names(source, problems=problems) == ["a.txt", "c.txt", "e.txt", "mine", "c.txt"]
    words = ["b.txt' is a PDF", "d.txt' is empty", "The name of the corpus is empty", "empty has no text",
             "b.txt' is a PDF", "No file 'no.txt'"]  # fmt: skip
    assert len(problems) == len(words)
    assert all(problem.endswith((".", "?")) for problem in problems)
    assert all(said in problem for said, problem in zip(words, problems, strict=True))


def test_the_lines_of_a_file_that_ends_in_rubbish_are_read_and_so_is_the_next_file(tmp_path):
    write(tmp_path, a_jsonl=b'{"text": "one"}\n{"text": "tw\xff', b_txt="b")
    problems = []
    assert names([tmp_path], problems=problems) == ["a.jsonl:1", "b.txt"]
    assert "a.jsonl, line 2 is not JSON" in problems[0]


@pytest.mark.parametrize("in_a_list", [False, True])
def test_a_parquet_file_that_breaks_off_is_read_so_far_and_named_with_the_row(tmp_path, in_a_list):
    pytest.importorskip("pyarrow")
    file = tmp_path / "a.parquet"
    texts = [f"text {n}" for n in range(600)]
    pd.DataFrame({"text": texts}).to_parquet(file, row_group_size=300)
    data = bytearray(file.read_bytes())
    data[len(data) // 2 : len(data) // 2 + 400] = bytes(400)  # in the second half of the rows
    file.write_bytes(data)
    write(tmp_path, b_txt="b")
    problems = []
    read = list(read_corpus([tmp_path] if in_a_list else tmp_path, problems=problems))
    assert [text for _, text in read] == [*texts[: len(read) - 1], "b"]
    assert 256 <= len(read) - 1 < 600
    (problem,) = problems
    assert f"a.parquet', rows {len(read):,} to 600 cannot be read: " in problem
    assert problem.endswith(".")


def test_what_the_system_says_of_a_file_becomes_a_sentence(tmp_path, monkeypatch):
    def refuse(path, *_, **__):
        raise PermissionError(13, "Permission denied", str(path))

    write(tmp_path, a_jsonl="{}", b_txt="b")
    monkeypatch.setattr(Path, "open", refuse)
    problems = []
    list(read_corpus(tmp_path, problems=problems))
    assert problems[0] == f"'{tmp_path.as_posix()}/a.jsonl' cannot be read: Permission denied."


def test_a_link_to_nowhere_is_named(tmp_path):
    write(tmp_path, a_txt="a", z_txt="z")
    try:
        (tmp_path / "b.txt").symlink_to(tmp_path / "gone.txt")
    except OSError:
        pytest.skip("no symbolic links here")
    for source in (tmp_path, [tmp_path], f"{tmp_path}/*.txt"):
        problems = []
        assert names(source, problems=problems) == ["a.txt", "z.txt"]
        (problem,) = problems
        assert "b.txt'" in problem


def test_without_a_list_for_them_problems_are_warnings(tmp_path):
    write(tmp_path, a_txt="", b_txt="b")
    with pytest.warns(UserWarning, match=r"Passed over: .*a\.txt' is empty"):
        assert names(tmp_path) == ["b.txt"]


def test_a_parquet_file_without_the_column_says_which_it_has(tmp_path):
    pytest.importorskip("pyarrow")
    pd.DataFrame({"body": ["x"], "title": ["y"]}).to_parquet(tmp_path / "a.parquet")
    problems = []
    assert names(tmp_path, problems=problems) == []
    assert "no column 'text'. Name one with text_column: body, title." in problems[0]


def test_without_pyarrow_parquet_says_what_to_install(tmp_path, monkeypatch):
    write(tmp_path, a_parquet="PAR1")
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ImportError, match=r"install pyarrow"):
        names(tmp_path)


def test_a_source_that_is_nowhere_is_an_error_and_in_a_list_a_problem(tmp_path):
    for source in ["seeds/nato_artikle.txt", "seeds/*.nothing"]:
        with pytest.raises(FileNotFoundError, match="No file 'seeds/"):
            read_corpus(source)
    problems = []
    assert names(["seeds/nato_artikle.txt", "seeds/nato_article.txt"], problems=problems) == [
        "nato_article.txt"
    ]
    assert "'seeds/nato_article.txt'?" in problems[0]


@pytest.mark.parametrize(
    ("source", "error", "message"),
    [
        (5, TypeError, "A corpus is a folder, a glob, a file or a list of these, not int"),
        ([5], TypeError, "Number 1 of the corpus is int"),
        (["seeds/nato_article.txt", ["a"]], TypeError, "Number 2 of the corpus is list"),
    ],
)
def test_what_is_no_corpus_is_refused(source, error, message):
    with pytest.raises(error, match=message):
        list(read_corpus(source))


def test_a_folder_without_texts_is_refused_with_advice(tmp_path):
    write(tmp_path, a_doc="a")
    with pytest.raises(ValueError, match=r"has no \.txt, \.jsonl, \.ndjson, \.parquet file"):
        read_corpus(tmp_path)


# --- the account -----------------------------------------------------------------------------


def account_of(source, **options):
    """Return what was read, and the account without its reasons, names without the folder."""
    account = []
    read = [document.name for document in read_corpus(source, account=account, **options)]
    return read, account


def states(account, folder):
    return sorted((os.path.relpath(entry.name, folder), entry.state, entry.number) for entry in account)


def test_the_account_tells_of_every_file_by_its_kind_and_place(tmp_path):
    (tmp_path / "m").mkdir()
    (tmp_path / ".git").mkdir()
    write(tmp_path, a_txt="a", b_pdf="%PDF", c_PDF="%PDF", LICENSE="no", _hidden="no", e_txt="", f_jsonl="\n")
    write(tmp_path / "m", k_jsonl='{"text": "k"}\n{"text"\n{"text": "m"}\n{}', l_md="l")
    write(tmp_path / ".git", x_txt="no")
    read, account = account_of(tmp_path)
    assert len(read) == 3
    assert states(account, tmp_path) == [
        ("*", "another kind", 1),
        ("*.pdf", "another kind", 2),
        (".git", "left out", 1),
        (".hidden", "left out", 1),
        ("a.txt", "read", 1),
        ("e.txt", "passed over", 1),
        ("f.jsonl", "passed over", 1),
        ("m/*.md", "another kind", 1),
        ("m/k.jsonl", "read", 2),
        ("m/k.jsonl:2", "passed over", 1),
        ("m/k.jsonl:4", "passed over", 1),
    ]
    assert all(entry.reason.endswith(".") for entry in account if entry.state != "read")


def test_strict_stops_at_what_is_passed_over_and_at_another_kind(tmp_path):
    write(tmp_path, a_txt="a", _hidden="no")
    assert names(tmp_path, strict=True) == ["a.txt"]
    write(tmp_path, b_txt="")
    with pytest.raises(ValueError, match=r"b\.txt' is empty.*strict"):
        names(tmp_path, strict=True)
    write(tmp_path, b_txt="b", c_pdf="%PDF")
    with pytest.raises(ValueError, match=r"has 1 \.pdf file\. .*strict"):
        names(tmp_path, strict=True)
    assert names(f"{tmp_path}/*.txt", strict=True) == ["a.txt", "b.txt"]
    with pytest.raises(ValueError, match=r"No file .*missing"):
        names([tmp_path / "a.txt", tmp_path / "missing"], strict=True)


def test_an_account_stands_in_for_the_warnings_and_beside_the_problems(tmp_path):
    write(tmp_path, a_txt="a", b_txt="")
    problems = []
    _, account = account_of(tmp_path, problems=problems)
    assert len(account_of(tmp_path)[1]) == len(account) == 2
    assert problems == [entry.reason for entry in account if entry.state == "passed over"]


def test_documents_given_as_pairs_are_in_the_account():
    _, account = account_of([("a", "tea"), ("b", " ")])
    assert [entry[:3] for entry in account] == [("a", "read", 1), ("b", "passed over", 1)]


def test_a_file_that_two_sources_name_is_read_twice_and_told(tmp_path):
    write(tmp_path, a_txt="a", b_txt="b")
    _, account = account_of([tmp_path / "a.txt", tmp_path])
    again = [entry for entry in account if entry.reason]
    assert [(Path(entry.name).name, entry.state) for entry in again] == [("a.txt", "read")]
    assert "It was read before" in again[0].reason


def test_the_same_name_twice_is_the_same_file_twice(tmp_path):
    write(tmp_path, a_txt="a")
    _, account = account_of([str(tmp_path / "a.txt")] * 2)
    assert [bool(entry.reason) for entry in account] == [False, True]


def test_a_row_that_is_no_utf_8_takes_no_other_with_it(tmp_path):
    pyarrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    texts = pyarrow.array([b"one", b"\xff\xfe", b"three"]).cast(pyarrow.string(), safe=False).view("string")
    parquet.write_table(pyarrow.table({"text": texts}), tmp_path / "a.parquet")
    read, account = account_of(tmp_path)
    assert [name[-1] for name in read] == ["1", "3"]
    assert "a.parquet:2 is not UTF-8" in account[0].reason


@pytest.fixture
def link(tmp_path):
    def make(name, target):
        try:
            (tmp_path / name).symlink_to(target)
        except OSError:
            pytest.skip("no symbolic links here")

    return make


def test_links_are_told_and_go_round_in_no_circle(tmp_path, link):
    (tmp_path / "m").mkdir()
    write(tmp_path, a_txt="a")
    write(tmp_path / "m", k_txt="k")
    link("m/loop", tmp_path)
    link("m/self", "self")
    link("other.txt", "a.txt")
    read, account = account_of(tmp_path)
    assert [Path(name).name for name in read] == ["a.txt", "k.txt"]
    assert states(account, tmp_path) == [
        ("a.txt", "read", 1),
        ("m/*", "another kind", 1),
        ("m/k.txt", "read", 1),
        ("m/loop", "passed over", 1),
        ("other.txt", "left out", 1),
    ]
    read, account = account_of(f"{tmp_path}/**/*.txt")
    assert [Path(name).name for name in read] == ["a.txt", "k.txt"]
    assert sum(entry.state == "read" for entry in account) == 2


def test_a_link_that_leads_nowhere_is_called_so(tmp_path, link):
    link("a.txt", "gone.txt")
    link("b.txt", "b.txt")
    _, account = account_of(tmp_path)
    assert [entry.reason.split("'")[2] for entry in account] == [" is a link that leads nowhere."] * 2


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "a.txt")
    write(tmp_path, b_txt="b")
    for source in (tmp_path, f"{tmp_path}/*.txt"):
        read, account = account_of(source)
        assert [Path(name).name for name in read] == ["b.txt"]
        assert states(account, tmp_path)[0] == ("a.txt", "passed over", 1)


def test_a_folder_that_a_glob_meets_is_in_the_account(tmp_path):
    (tmp_path / "m").mkdir()
    write(tmp_path, a_txt="a")
    write(tmp_path / "m", k_txt="k")
    assert ("m", "left out", 1) in states(account_of(f"{tmp_path}/*")[1], tmp_path)
    read, account = account_of(f"{tmp_path}/**")
    assert len(read) == len(account) == 2


NOBODY = 65534
MODES = {"nothing": 0o000, "list only": 0o444, "enter only": 0o111}


@pytest.fixture
def folder():
    """Return a folder that every user may enter; pytest closes its own to all others now and then."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)
        for path in Path(name).rglob("*"):
            path.chmod(0o755)


@pytest.fixture
def as_nobody():
    """Return a function that reads a corpus as a user who may not read everything, and gives its account."""
    if os.geteuid() != 0:
        return account_of
    code = (
        "import os, sys, json; from textkit import read_corpus; from textkit.corpus import corpus_frequency\n"
        f"list(read_corpus('seeds/nato_article.txt')); os.setgid({NOBODY}); os.setuid({NOBODY})\n"
        "account = []\n"
        "try: read = [d.name for d in read_corpus(json.loads(sys.argv[1]), account=account)]\n"
        "except OSError as error: print(json.dumps([type(error).__name__, str(error)]))\n"
        "else: print(json.dumps([read, account]))"
    )

    def run(source):
        given = json.dumps(source if isinstance(source, list) else str(source))
        done = subprocess.run([sys.executable, "-c", code, given], capture_output=True, text=True, check=True)
        read, account = json.loads(done.stdout)
        if isinstance(read, str):
            raise {"PermissionError": PermissionError}.get(read, OSError)(account)
        return read, [Entry(*entry) for entry in account]

    return run


@pytest.mark.skipif(os.name == "nt", reason="Windows has other permissions")
@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("shape", ["{}", "{}/**/*.txt", "{}/*/*.txt", "{}/m*/k.txt", "list"])
def test_a_closed_folder_is_named_however_it_is_reached(folder, as_nobody, shape, mode):
    (folder / "m").mkdir()
    (folder / "n").mkdir()
    write(folder / "m", k_txt="k")
    write(folder / "n", k_txt="k")
    (folder / "m").chmod(MODES[mode])
    read, account = as_nobody([str(folder)] if shape == "list" else shape.format(folder))
    if shape == "{}/m*/k.txt" and mode == "enter only":
        assert len(read) == 1  # nobody has to list it
        return
    assert [os.path.relpath(name, folder) for name in read] == (["n/k.txt"] if "m*" not in shape else [])
    passed_over = [entry for entry in account if entry.state == "passed over"]
    assert passed_over
    assert all(os.path.relpath(entry.name, folder).startswith("m") for entry in passed_over)
    assert all("You may not read" in entry.reason for entry in passed_over)


@pytest.mark.skipif(os.name == "nt", reason="Windows has other permissions")
def test_a_closed_folder_is_not_said_to_be_empty(folder, as_nobody):
    (folder / "m").mkdir()
    write(folder / "m", k_txt="k")
    (folder / "m" / "k.txt").chmod(0)
    assert "You may not read" in as_nobody(folder / "m")[1][0].reason
    (folder / "m").chmod(0)
    with pytest.raises(PermissionError, match="You may not read the folder"):
        as_nobody(folder / "m")
    with pytest.raises(PermissionError, match=r"You may not read .*k\.txt'"):
        as_nobody(folder / "m" / "k.txt")


# --- sizes -----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["a.txt", "a.jsonl", "a.parquet"])
def test_a_document_has_a_largest_size_and_the_next_one_is_read(tmp_path, name):
    texts = ["x" * 900, "y" * 1001, "z"]
    for n, text in enumerate(texts):
        (tmp_path / f"{n}.txt").write_text(text)
    (tmp_path / "a.jsonl").write_text("".join(json.dumps({"text": text}) + "\n" for text in texts))
    if name == "a.parquet":
        pytest.importorskip("pyarrow")
        pd.DataFrame({"text": texts}).to_parquet(tmp_path / name)
    source = [tmp_path / f"{n}.txt" for n in range(3)] if name == "a.txt" else tmp_path / name
    account = []
    read = list(read_corpus(source, max_megabytes=0.001, account=account))
    assert [text for _, text in read] == [texts[0], texts[2]]
    (bad,) = (entry for entry in account if entry.state == "passed over")
    assert "larger than 0.001 MB" in bad.reason
    assert [text for _, text in read_corpus(source)] == texts


def test_a_line_of_just_the_largest_size_is_read(tmp_path):
    line = json.dumps({"text": "x" * 100})
    (tmp_path / "a.jsonl").write_text(f"{line}\n{line} \n{line}")
    assert names(tmp_path, max_megabytes=len(line) / 1e6, problems=[]) == ["a.jsonl:1", "a.jsonl:3"]


def test_a_text_that_many_rows_repeat_is_in_memory_once(tmp_path):
    pyarrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    file = tmp_path / "a.parquet"
    rows = pyarrow.DictionaryArray.from_arrays(pyarrow.array([0] * 300), ["word " * 200_000])
    parquet.write_table(pyarrow.table({"text": rows}), file, store_schema=False)  # read as a column of texts
    before = pyarrow.default_memory_pool().max_memory()
    assert sum(len(text) == 1_000_000 for _, text in read_corpus(file)) == 300
    assert pyarrow.default_memory_pool().max_memory() - before < 50_000_000


def test_a_long_line_is_not_held_in_memory(tmp_path):
    with (tmp_path / "a.jsonl").open("wb") as file:
        file.writelines(b"x" * 1_000_000 for _ in range(30))
        file.write(b'\n{"text": "end"}\n')
    tracemalloc.start()
    read = names(tmp_path, max_megabytes=1, problems=[])
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert read == ["a.jsonl:2"]
    assert peak < 5_000_000


def test_a_million_bad_lines_make_no_million_entries(tmp_path):
    (tmp_path / "a.jsonl").write_text("{}\n" * 3000 + '{"text": "end"}\n')
    _, account = account_of(tmp_path)
    assert [entry.number for entry in account[-3:]] == [1, 2000, 1]
    assert len(account) == 1002
    assert "2,000 more" in account[-2].reason


def test_every_row_of_a_damaged_file_is_read_or_named(tmp_path):
    pytest.importorskip("pyarrow")
    texts = [f"text {n} " * 20 for n in range(3000)]
    pd.DataFrame({"text": texts}).to_parquet(tmp_path / "a.parquet", row_group_size=1000)
    whole = (tmp_path / "a.parquet").read_bytes()
    for part in (0.1, 0.3, 0.5, 0.7, 0.9):
        data = bytearray(whole)
        data[int(len(data) * part) : int(len(data) * part) + 60] = bytes(60)
        (tmp_path / "a.parquet").write_bytes(data)
        read, account = account_of(tmp_path)
        assert sum(entry.number for entry in account) == 3000
        lost = [entry for entry in account if entry.state == "passed over"]
        assert all("a.parquet', rows " in entry.reason for entry in lost)
        assert len(read) >= 2000


def test_reading_holds_one_document_at_a_time(tmp_path):
    write(tmp_path, a_txt="a", b_txt="b")
    read = read_corpus(tmp_path)
    assert next(read).text == "a"
    (tmp_path / "b.txt").write_text("written later")
    assert next(read).text == "written later"


# --- tables ----------------------------------------------------------------------------------


@pytest.mark.parametrize("article", sorted(ARTICLES.glob("*.txt")), ids=lambda file: file.stem)
def test_a_corpus_of_one_has_the_tables_of_that_document(article):
    ((_, text),) = read_corpus(article)
    frequency = corpus_frequency([("a", text)], lower=True)
    assert set(frequency.pop("documents")) == set(frequency.pop("share_of_documents")) == {1}
    assert_frame_equal(frequency, frequency_table(tokenize(text, lower=True)))
    quotes = corpus_quotes([("a", text)], all_kinds=True)
    assert set(quotes.pop("document")) <= {"a"}
    assert_frame_equal(quotes, quote_table(text, all_kinds=True))
    speakers = corpus_speakers([("a", text)])
    assert set(speakers.pop("documents")) <= {1}
    assert_frame_equal(speakers, speaker_table(text))


@EVERY_TABLE
def test_a_corpus_without_documents_has_the_same_columns_and_types(table_of):
    empty, full = table_of([]), table_of([("a", "“Yes,” said Ann Lee.")])
    assert len(empty) == 0
    # In a full table, a column may be text alone; in an empty one nobody can tell.
    assert list(empty.columns) == list(full.columns)
    numbers = full.select_dtypes("number").columns
    assert empty.dtypes[numbers].equals(full.dtypes[numbers])


words = st.lists(st.sampled_from(["tea", "war", "Tea", "and"]), min_size=1)


@settings(max_examples=40)
@given(st.lists(words), st.integers(1, 500))
def test_counts_and_document_frequencies_add_up(corpus, batch):
    documents = [(str(n), " ".join(tokens)) for n, tokens in enumerate(corpus)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(spreading, "_BATCH", batch)
        table = corpus_frequency(documents, workers=1)
    expected = frequency_table(chain.from_iterable(corpus))
    expected["documents"] = [sum(t in tokens for tokens in corpus) for t in expected["token"]]
    expected["share_of_documents"] = expected["documents"] / max(len(corpus), 1)
    assert_frame_equal(table, expected, check_dtype=len(corpus) > 0)


def test_options_go_to_the_tokenizer():
    assert list(corpus_frequency([("a", "Tea, tea")], lower=True, punctuation=True)["token"]) == ["tea", ","]
    with pytest.raises(TypeError, match="unexpected keyword argument 'lowercase'"):
        corpus_frequency([("a", "Tea")], lowercase=True)


def test_keyness_of_two_parts_is_that_of_their_tokens():
    parts = [["war", "war", "and"], ["and", "tea", "and", "tea", "tea"]]
    tables = [corpus_frequency([("a", " ".join(part))]) for part in parts]
    assert_frame_equal(corpus_keyness(*tables), keyness(*parts))


def test_keyness_refuses_what_is_no_table_and_what_is_empty():
    table = corpus_frequency([("a", "tea")])
    with pytest.raises(TypeError, match="reference must be a table of corpus_frequency"):
        corpus_keyness(table, ["tea"])
    with pytest.raises(ValueError, match="target is empty"):
        corpus_keyness(corpus_frequency([]), table)


def test_a_speaker_is_counted_over_all_documents():
    table = corpus_speakers(
        [("a", "“We go,” said Ann Lee. “Now.”"), ("b", "“No, we will not go,” said Ann Lee."),
         ("c", "“No,” said Bo Fox."), ("d", "It was late. “Back at two.”")]
    )  # fmt: skip
    assert table.drop(columns=["share_of_quotes", "share_of_words"]).to_numpy().tolist() == [
        ["Ann Lee", 3, 8, 5, 2],
        ["Bo Fox", 1, 1, 1, 1],
        ["unknown", 1, 3, 3, 1],
    ]
    assert table["share_of_quotes"].sum() == pytest.approx(1)
    assert table["share_of_words"].sum() == pytest.approx(1)


# --- spreading -------------------------------------------------------------------------------


@EVERY_TABLE
def test_batches_do_not_change_a_table(table_of, documents, monkeypatch):
    whole = table_of(documents)
    monkeypatch.setattr(spreading, "_BATCH", 3_000)
    assert_frame_equal(table_of(documents, workers=1), whole)


@EVERY_TABLE
def test_two_processes_give_the_table_of_one(table_of, documents, monkeypatch):
    monkeypatch.setattr(spreading, "_BATCH", 3_000)
    assert_frame_equal(table_of(documents, workers=2), table_of(documents, workers=1))


def test_a_small_corpus_starts_no_process_and_a_large_one_does(documents, monkeypatch):
    def refuse(*args, **kwargs):
        raise AssertionError("a process was started")

    monkeypatch.setattr(spreading, "ProcessPoolExecutor", refuse)
    assert len(corpus_frequency(documents))
    monkeypatch.setattr(spreading, "_BATCH", 3_000)
    with pytest.raises(AssertionError, match="a process was started"):
        corpus_frequency(documents)


def test_pieces_come_while_the_rest_is_unread(monkeypatch):
    monkeypatch.setattr(spreading, "_BATCH", 1)
    read = []

    def source():
        for n in range(50):
            read.append(n)
            yield f"{n}", "“Yes,” said Ann Lee."

    pieces = iter_quotes(source(), workers=1)
    assert list(next(pieces)["document"]) == ["0"]
    assert len(read) == 1
    assert list(pd.concat(pieces)["document"]) == [str(n) for n in range(1, 50)]


def test_only_a_few_batches_are_under_way():
    read = []

    def batches():
        for n in range(100):
            read.append(n)
            yield [n] * (n % 3)

    results = spreading._in_pool(ThreadPoolExecutor(2), 4, sum, batches())
    for n, (length, result) in enumerate(results):
        assert (length, result) == (n % 3, n * (n % 3))
        assert len(read) <= n + 5
    assert len(read) == 100


@pytest.mark.parametrize(
    ("options", "message"),
    [({"workers": 0}, "workers is 0"), ({"workers": 2, "client": object()}, "workers or client, not both")],
)
def test_impossible_workers_are_refused(options, message):
    with pytest.raises(ValueError, match=message):
        corpus_frequency([("a", "tea")], **options)


def test_a_script_without_its_guard_is_told_so(tmp_path):
    script = tmp_path / "script.py"
    script.write_text("from textkit import corpus_frequency\ncorpus_frequency([('a', 'tea')], workers=2)\n")
    done = subprocess.run([sys.executable, str(script)], capture_output=True, text=True)
    assert done.returncode == 1
    last = done.stderr.strip().splitlines()[-1]
    assert "BrokenProcessPool: A worker process ended early. In a script, put the call under" in last


def test_a_bar_is_shown_when_asked_for_and_never_elsewhere(capfd):
    corpus_frequency([("a", "tea"), ("b", "war")])
    assert capfd.readouterr() == ("", "")
    corpus_frequency([("a", "tea"), ("b", "war")], progress=True)
    shown = capfd.readouterr()
    assert shown.out == ""
    assert "2 documents" in shown.err


def test_a_worker_need_not_load_the_large_libraries():
    code = "import sys, textkit.corpus; print(*({'pandas', 'tqdm', 'dask', 'pyarrow'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def is_gone(pid, client):
    """Tell whether a worker's process ended and another took its place, or wait half a minute for it."""
    for _ in range(60):
        try:
            running = client.run(os.getpid).values()
        except OSError:  # asked while it was dying
            running = [pid]
        if pid not in running:
            return True
        time.sleep(0.5)
    return False


def test_a_dask_cluster_gives_the_same_tables_even_if_a_worker_is_killed(documents, monkeypatch):
    distributed = pytest.importorskip("distributed")
    monkeypatch.setattr(spreading, "_BATCH", 3_000)
    expected = {table_of: table_of(documents, workers=1) for table_of in TABLES}

    def killing(pid):
        for n, document in enumerate(documents):
            if n == len(documents) // 2:
                os.kill(pid, getattr(signal, "SIGKILL", signal.SIGTERM))  # Windows has SIGTERM only
            yield document

    with (
        distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster,
        distributed.Client(cluster) as client,
    ):
        assert_frame_equal(corpus_frequency(documents, client=client), expected[corpus_frequency])
        assert_frame_equal(corpus_speakers(documents, client=client), expected[corpus_speakers])
        before = set(client.run(os.getpid).values())
        assert len(before - {os.getpid()}) == 2
        killed = min(before)
        assert_frame_equal(corpus_quotes(killing(killed), client=client), expected[corpus_quotes])
        assert is_gone(killed, client)


# --- the stories of chapter 12 ---------------------------------------------------------------


def test_the_stories_are_what_chapter_12_says_of_them():
    stories = list(read_corpus("seeds/town_news"))
    assert len(stories) == 12
    assert all(120 <= len(tokenize(text)) <= 220 for _, text in stories)
    first, second = (corpus_frequency(half, lower=True) for half in (stories[:6], stories[6:]))
    weeks = corpus_keyness(first, second)
    assert "flood" in set(weeks["token"].head(5))
    assert {"festival", "otter"} <= set(weeks["token"].tail(5))
    documents = second.set_index("token")["documents"]
    assert documents["otter"] == 1 < documents["festival"]
    assert not any("flood" in text.lower() and "festival" in text.lower() for _, text in stories)
    speakers = corpus_speakers(stories)
    widest = speakers[speakers["documents"] == speakers["documents"].max()]
    assert list(widest["speaker"]) == ["Vera Halloran"]
    assert speakers["speaker"][0] != "Vera Halloran"  # the most quotes are not the most documents
    assert {"Nell Foss", "the baker", "Students"} <= set(speakers["speaker"])
