"""The `textkit` command: the helpers in a shell, over files, folders or what is piped in."""

import os
import re
import sys
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial, wraps
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from textkit import __version__
from textkit.concordance import MEASURES

# The commands import what they need themselves, so that the help does not wait for pandas.
if TYPE_CHECKING:
    import pandas as pd

    from textkit.corpus import Document
    from textkit.corpus.finding import Entry

_FORMATS = ("table", "csv", "json", "parquet")
_ENDINGS = (".csv", ".json", ".parquet")
_CHARTS = ("frequency", "cloud", "zipf", "dispersion", "sentences", "quotes", "speakers")
_WIDEST = 60  # characters of a cell in a terminal; the other formats hold all of it
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_STDIN, _STDOUT = 0, 1  # the numbers by which the system knows `< file` and `> file`
_BOUNDARY = "\n"  # no token: stands between two documents, so that no pair reaches across

_FILE = click.Path(dir_okay=False, path_type=Path)
_Function = TypeVar("_Function", bound=Callable[..., Any])
_Read = Callable[[tuple[str, ...]], "Iterator[Document]"]


# Errors: those of the user are one sentence, those of ours are shown with all that helps to mend them


class InputError(click.ClickException):
    """What the user gave cannot be used: one sentence on stderr, and exit code 2."""

    exit_code = 2


@contextmanager
def reading_input() -> Iterator[None]:
    """Turn what the library says of the user's files into an `InputError`; put nothing else inside."""
    try:
        yield
    except (OSError, ValueError, ImportError) as error:
        raise InputError(_sentence(error)) from error


def _sentence(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        return f"Cannot read or write{f' {error.filename!r}' if error.filename else ''}: {error.strerror}."
    return str(error)


class _Command(click.Command):
    def invoke(self, ctx: click.Context) -> Any:
        _check(ctx.params)
        return super().invoke(ctx)


class _Textkit(click.Group):
    command_class = _Command

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except (BrokenPipeError, click.Abort, click.exceptions.Exit):
            raise  # click's own ways to end; a pipe breaks when `textkit … | head` has seen enough
        except Exception as error:
            from concurrent.futures.process import BrokenProcessPool  # slow, and seldom needed

            of_the_user = isinstance(error, click.ClickException)
            of_the_system = isinstance(error, OSError | BrokenProcessPool)
            if ctx.params["debug"] or not (of_the_user or of_the_system):
                traceback.print_exc()
            if of_the_user:
                raise
            if of_the_system:
                raise InputError(_sentence(error)) from error
            click.echo("\nThat is a bug in textkit. Please report it, with these lines.", err=True)
            raise click.exceptions.Exit(1) from error


class _Elsewhere(click.Command):
    """A command that is imported when it is asked for: the help of `textkit` does without it."""

    def __init__(self, name: str, place: str, short_help: str) -> None:
        super().__init__(name, short_help=short_help)
        self.place = place

    def make_context(self, *arguments: Any, **options: Any) -> click.Context:
        module, _, attribute = self.place.partition(":")
        command: click.Command = getattr(import_module(module), attribute)
        return command.make_context(*arguments, **options)


@click.group(
    "textkit",
    cls=_Textkit,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Example: textkit report article.txt --output report.html",
)
@click.option("--debug", is_flag=True, help="Show where an error comes from.")
@click.version_option(__version__)
def main(debug: bool) -> None:
    """Count words, find quotes and who said them, draw charts.

    A SOURCE is a text file, a folder, a glob such as "news/*.txt", a .jsonl or .parquet file with a
    column of texts, or - for what is piped in. Several sources are one corpus.
    """


def _reading(command: _Function) -> _Function:
    """Add the options that say how texts are read; the command gets a function that reads: `read`."""

    @click.option("--text-column", default="text", show_default=True, help="Of .jsonl and .parquet.")
    @click.option("--max-megabytes", type=click.FloatRange(min=0, min_open=True), default=64.0,
                  show_default=True, help="Of one document.")  # fmt: skip
    @click.option("--strict", is_flag=True, help="Stop where something would be passed over.")
    @click.option("--account", "place", type=_FILE,
                  help="Write to a CSV file what was read, and what was not and why.")  # fmt: skip
    @wraps(command)
    def run(text_column: str, max_megabytes: float, strict: bool, place: Path | None, **others: Any) -> None:
        account: list[Entry] = []
        read = partial(
            _texts, account=account, text_column=text_column, max_megabytes=max_megabytes, strict=strict
        )
        try:
            command(read=read, **others)
        except InputError:  # nothing could be read, and the account says why
            _tell(account, place)
            raise
        _tell(account, place)

    return run  # type: ignore[return-value]


def _sources(command: _Function) -> _Function:
    return click.argument("sources", nargs=-1, metavar="[SOURCE]...")(_reading(command))


def _table_out(command: _Function) -> _Function:
    """Add the options that say where a table goes and in which form."""
    for option in (
        click.option("--top", type=click.IntRange(min=1), help="Only the first so many rows."),
        click.option("--output", "-o", type=_FILE, help="Write to a file."),
        click.option(
            "--format", "form", type=click.Choice(_FORMATS), help="Default: the file's ending, or table."
        ),
    ):
        command = option(command)
    return command


_as_printed = click.option("--as-printed", is_flag=True, help="Keep capitals apart: NATO is not nato.")
_no_stopwords = click.option("--no-stopwords", is_flag=True, help="Leave out the, of, and the like.")


@main.command("frequency", epilog='Example: textkit frequency "news/*.txt" --no-stopwords --top 20')
@_sources
@_as_printed
@_no_stopwords
@_table_out
def _frequency(
    read: _Read, sources: tuple[str, ...], as_printed: bool, no_stopwords: bool, **out: Any
) -> None:
    """Count the words."""
    from textkit.corpus import corpus_frequency
    from textkit.tokens import content_words

    table = corpus_frequency(read(sources), lower=not as_printed)
    if no_stopwords:
        table = table[table["token"].isin(content_words(table["token"]))]
    _write(table, **out)


@main.command("kwic", epilog="Example: textkit kwic alliance article.txt --window 8")
@click.argument("keyword")
@_sources
@click.option(
    "--window", type=click.IntRange(min=0), default=5, show_default=True, help="Tokens on each side."
)
@click.option("--match-case", is_flag=True, help="Find the keyword only as it is spelled.")
@_table_out
def _kwic(
    keyword: str, read: _Read, sources: tuple[str, ...], window: int, match_case: bool, **out: Any
) -> None:
    """Show a word or phrase in its contexts."""
    import pandas as pd

    from textkit.concordance import kwic
    from textkit.tokens import tokenize

    if not keyword.strip():
        raise InputError("The keyword is empty: name a word or a phrase to look for.")
    found = []
    for name, text in read(sources):
        rows = kwic(tokenize(text), keyword, window=window, ignore_case=not match_case)
        found.append(rows.assign(document=_encodable(name)))
    table = pd.concat(found, ignore_index=True)
    _write(table[["document", "left", "keyword", "right", "position"]], **out)


@main.command("collocations", epilog="Example: textkit collocations article.txt --measure pmi --min-count 3")
@_sources
@click.option(
    "--measure",
    type=click.Choice(MEASURES),
    default="log_likelihood",
    show_default=True,
    help="What to sort by.",
)
@click.option(
    "--min-count", type=click.IntRange(min=1), default=2, show_default=True, help="Leave out rarer pairs."
)
@_as_printed
@_table_out
def _collocations(
    read: _Read, sources: tuple[str, ...], measure: str, min_count: int, as_printed: bool, **out: Any
) -> None:
    """List pairs of words that belong together."""
    from textkit.concordance import collocations
    from textkit.tokens import tokenize

    tokens: list[str] = []
    for _, text in read(sources):
        tokens += [_BOUNDARY] if tokens else []
        tokens += tokenize(text, lower=not as_printed)
    table = collocations(tokens, measure=measure, min_count=min_count)
    _write(table[(table["word_1"] != _BOUNDARY) & (table["word_2"] != _BOUNDARY)], **out)


@main.command("quotes", epilog="Example: textkit quotes news/ --output quotes.csv")
@_sources
@click.option("--all-kinds", is_flag=True, help="Also titles, headings and scare quotes.")
@_table_out
def _quotes(read: _Read, sources: tuple[str, ...], all_kinds: bool, **out: Any) -> None:
    """List the quotes, and who said them."""
    from textkit.corpus import corpus_quotes

    _write(corpus_quotes(read(sources), all_kinds=all_kinds), **out)


@main.command("speakers", epilog="Example: textkit speakers news/ --top 10")
@_sources
@_table_out
def _speakers(read: _Read, sources: tuple[str, ...], **out: Any) -> None:
    """List who is quoted, most quotes first."""
    from textkit.corpus import corpus_speakers

    _write(corpus_speakers(read(sources)), **out)


@main.command("keyness", epilog="Example: textkit keyness this_week/ last_week/ --top 20")
@click.argument("target")
@click.argument("reference")
@_reading
@_as_printed
@_table_out
def _keyness(read: _Read, target: str, reference: str, as_printed: bool, **out: Any) -> None:
    """List what TARGET says more than REFERENCE."""
    from textkit.corpus import corpus_frequency, corpus_keyness

    counted = []
    for source in (target, reference):
        table = corpus_frequency(read((source,)), lower=not as_printed)
        if table.empty:
            raise InputError(f"{source!r} has no words, so there is nothing to compare.")
        counted.append(table)
    _write(corpus_keyness(*counted), **out)


@main.command("chart", epilog="Example: textkit chart frequency article.txt --output words.png")
@click.argument("kind", type=click.Choice(_CHARTS), metavar="KIND")  # in full it would not fit a line
@_sources
@click.option("--word", "words", multiple=True, help="For dispersion; give it as often as you like.")
@click.option("--output", "-o", type=_FILE, required=True, help="A file ending in .png, .svg or .pdf.")
def _chart(kind: str, read: _Read, sources: tuple[str, ...], words: tuple[str, ...], output: Path) -> None:
    """Draw a chart; print what it shows in words.

    KIND is frequency, cloud, zipf, dispersion, sentences, quotes or speakers.
    """
    from textkit import charts, frequency
    from textkit.speakers import quote_table, speaker_table
    from textkit.tokens import content_words, sentence_table, tokenize

    if output.suffix.lower().removeprefix(".") not in charts.FORMATS:
        raise InputError(f"{output.name}: a chart is saved as .png, .svg or .pdf. Choose one of these.")
    text = "\n\n".join(text for _, text in read(sources))
    tokens = tokenize(text, lower=True)
    content = frequency.frequency_table(content_words(token for token in tokens if token.isalpha()))
    if kind == "dispersion":
        wanted = [word.lower() for word in words] or content["token"].head(5).tolist()
        for word in wanted:
            if tokenize(word) != [word]:
                raise InputError(f"--word takes a single word, not {word!r}. For two words give it twice.")
        chart = charts.plot_dispersion(frequency.dispersion(tokens, wanted), n_tokens=len(tokens))
    elif kind == "quotes":
        chart = charts.plot_quotes(quote_table(text, all_kinds=True), n_characters=len(text))
    else:
        chart = {
            "frequency": lambda: charts.plot_frequency(
                content, title="Most frequent words, without stopwords"
            ),
            "cloud": lambda: charts.plot_cloud(content),
            "zipf": lambda: charts.plot_zipf(frequency.zipf_table(tokens)),
            "sentences": lambda: charts.plot_sentence_lengths(sentence_table(text)),
            "speakers": lambda: charts.plot_speakers(speaker_table(text)),
        }[kind]()
    chart.save(output)
    click.echo(chart.description)


@main.command("report", epilog="Example: textkit report article.txt --output report.html")
@click.argument("file")
@click.option("--output", "-o", type=_FILE, required=True, help="The page to write, such as report.html.")
def _report(file: str, output: Path) -> None:
    """Write a page with all about an article. FILE may be - for what is piped in."""
    from textkit.article import load_article, make_article
    from textkit.report import report
    from textkit.writing import write_file

    if output.suffix.lower() not in (".html", ".htm"):
        raise InputError(f"{output.name}: a report is a web page. Give it a name that ends in .html.")
    article = make_article(_piped_in(), "stdin") if file == "-" else None
    with reading_input():
        article = article or load_article(file)
    write_file(output, _encodable(report(article)).encode("utf-8"))
    click.echo(f"Wrote {output}. Open it in a browser; it needs no network.", err=True)


# What only a class needs: where it is, and what the help says of it.
for _name, _help in {
    "lab": "Open the notebooks in JupyterLab.",
    "preflight": "Tell which chapters an article suits.",
    "use": "Make a FILE the class's article.",
    "grade": "Grade the notebooks that a class handed in.",
}.items():
    main.add_command(_Elsewhere(_name, f"textkit.course.commands:{_name}", _help))


# From the command line to texts, and from tables to the screen or a file


def _texts(sources: tuple[str, ...], account: "list[Entry]", **options: Any) -> "Iterator[Document]":
    """Return every document; what is piped in is one of them. A bad file is passed over and accounted for."""
    from textkit.corpus import Document, read_corpus

    if not sources and sys.stdin.isatty():
        raise InputError('Name a file, a folder or a glob such as "news/*.txt", or pipe a text in.')
    sources = sources or ("-",)
    piped = Document("stdin", _piped_in()) if "-" in sources else None
    corpus = [piped if piped and source == "-" else source for source in sources]
    found = 0
    with reading_input():  # what goes wrong with a document after it was yielded is raised elsewhere
        for document in read_corpus(corpus, account=account, **options):
            found += 1
            yield document
    if not found:
        raise InputError("None of this could be read as text, so there is nothing to show.")


def _piped_in() -> str:
    from textkit.article import decode

    with reading_input():
        text = decode(sys.stdin.buffer.read(), "What was piped in")
    if not text.strip():
        raise InputError("What was piped in is empty.")
    return text


def _tell(account: "list[Entry]", place: Path | None) -> None:
    """Say in one line what was read and what was not, and write all of it to a file."""
    from textkit.corpus.finding import LEFT_OUT, OTHER_KIND, PASSED_OVER, READ

    numbers: Counter[str] = Counter()
    for entry in account:
        numbers[entry.state] += entry.number
    line = f"Read {numbers[READ]:,} document{'' if numbers[READ] == 1 else 's'}."
    if again := sum(entry.state == READ and bool(entry.reason) for entry in account):
        line += f" Read more than once: {again:,}."
    for state in (PASSED_OVER, OTHER_KIND, LEFT_OUT):
        if numbers[state]:
            first = next(entry.reason for entry in account if entry.state == state)
            line += f" {state.capitalize()}: {numbers[state]:,} (the first: {first.rstrip('.')})."
    if account:  # else the error says all
        click.echo(one_line(_encodable(line)), err=True)
    if place:
        import pandas as pd

        from textkit.writing import CSV_ENCODING, write_file

        rows = [[_encodable(value) for value in entry] for entry in account]
        table = pd.DataFrame(rows, columns=["name", "state", "number", "reason"])
        write_file(place, _csv(table).encode(CSV_ENCODING))


def _check(given: dict[str, Any]) -> None:
    """Find out before the work, which may take hours, that a source, a place or a form is missing."""
    output, form = given.get("output"), given.get("form")
    written = [file for file in (output, given.get("place")) if file]
    sources = given.get("sources", [given[name] for name in ("file", "target", "reference") if name in given])
    _require_places(written, sources or ["-"])
    if "form" in given and output and not form and output.suffix.lower() not in ("", ".txt", *_ENDINGS):
        raise InputError(
            f"{output.name}: tables are written as {', '.join(_ENDINGS)} or .txt. "
            "Choose one of these, or say which with --format."
        )
    if form == "parquet" and not output:
        raise InputError("Parquet is no text: name a file with --output words.parquet.")
    if (form == "parquet" or (output and output.suffix.lower() == ".parquet")) and not find_spec("pyarrow"):
        raise InputError("To write Parquet install pyarrow.")


def _require_places(outputs: list[Path], sources: Sequence[str]) -> None:
    """Make sure that files can be written and are none of those that are read, now or the next time."""
    from textkit.corpus.finding import corpus_files, would_be_read
    from textkit.writing import require_place

    for output in outputs:
        if not output.parent.is_dir():
            raise InputError(f"There is no folder {str(output.parent)!r} for {output.name}: make it first.")
    if len({os.path.realpath(output) for output in outputs}) < len(outputs):
        raise InputError(f"{str(outputs[0])!r} cannot hold both the result and the account: name two files.")
    with reading_input():
        for source in sources:
            files = [_STDIN] if source == "-" else corpus_files(source)
            if source != "-" and any(map(_is_printed_to, files)):
                raise InputError(
                    f"What is printed would go into a text of {source!r}. Send it to a file elsewhere."
                )
            for output in outputs:
                require_place(output, files)
                if source != "-" and would_be_read(output, source):
                    raise InputError(
                        f"{str(output)!r} would be one of the texts of {source!r} the next time. "
                        "Name a file elsewhere, or with another ending."
                    )


def _is_printed_to(file: "Path | int") -> bool:
    """Tell whether a file is where the shell sends what is printed, as in `textkit … > news/words.txt`."""
    try:
        return os.path.samefile(file, _STDOUT)
    except OSError:  # nothing is open under this number
        return False


def _write(table: "pd.DataFrame", *, form: str | None, output: Path | None, top: int | None) -> None:
    """Write a table in the form that was asked for."""
    from textkit.writing import CSV_ENCODING, write_file

    table = table.head(top) if top else table
    ending = output.suffix.lower().removeprefix(".") if output else ""
    form = form or (ending if ending in _FORMATS else "table")
    texts = table.select_dtypes(["object", "string"]).columns
    table = table.assign(**{name: table[name].map(_encodable, na_action="ignore") for name in texts})
    if form == "parquet":
        assert output  # for the types: without a file there is no Parquet
        write_file(output, table.to_parquet(index=False))
        return
    if form == "json":
        written = table.to_json(orient="records", force_ascii=False, indent=1) + "\n"
    elif form == "csv":
        written = _csv(table)
    else:
        written = _in_columns(table, texts)
    if output:
        write_file(output, written.encode(CSV_ENCODING if form == "csv" else "utf-8"))
    else:
        click.echo(written, nl=False)


def one_line(text: str) -> str:
    """Return a text without what could move the cursor of a terminal, or worse."""
    return _CONTROL.sub(" ", text)


def _encodable(value: Any) -> Any:
    """Return a text that every file can hold: half a character (a lone surrogate) becomes its code."""
    return value.encode("utf-8", "backslashreplace").decode() if isinstance(value, str) else value


def _csv(table: "pd.DataFrame") -> str:
    from textkit.writing import no_formula

    texts = table.select_dtypes(["object", "string"]).columns
    safe = {name: table[name].map(no_formula, na_action="ignore") for name in texts}
    return table.assign(**safe).to_csv(index=False, lineterminator="\n")


def _in_columns(table: "pd.DataFrame", texts: "pd.Index") -> str:
    """Return a table for a terminal: text to the left, numbers to the right, long text cut with …."""
    from textkit.corpus.reading import NOTHING_FOUND

    if table.empty:
        return NOTHING_FOUND
    shown = table.copy()
    for name in texts:
        cells = table[name].map(lambda value: "" if value is None or value != value else str(value))
        cells = cells.str.replace(_CONTROL, " ", regex=True)
        cells = cells.map(lambda cell: cell if len(cell) <= _WIDEST else cell[: _WIDEST - 1] + "…")
        width = max(cells.str.len().max(), len(name))
        shown[name] = cells.str.rjust(width) if name == "left" else cells.str.ljust(width)
        shown = shown.rename(columns={name: name.rjust(width) if name == "left" else name.ljust(width)})
    return (
        re.sub(
            r" +$",
            "",
            shown.to_string(index=False, max_colwidth=None, float_format="{:,.2f}".format),
            flags=re.MULTILINE,
        )
        + "\n"
    )
