"""The `textkit` command: the helpers in a shell, over files, folders or what is piped in."""

import re
import sys
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
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

_FORMATS = ("table", "csv", "json", "parquet")
_ENDINGS = (".csv", ".json", ".parquet")
_CHARTS = ("frequency", "cloud", "zipf", "dispersion", "sentences", "quotes", "speakers")
_WIDEST = 60  # characters of a cell in a terminal; the other formats hold all of it
# How a spreadsheet knows a formula: by these signs, their full-width forms, or a break before them.
_FORMULA = re.compile(r"^(?=\s*[=+\-@＝＋－＠]|[\t\r\n])")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_STDIN = 0  # the number by which the system knows what is piped in, or `< file`
_BOUNDARY = "\n"  # no token: stands between two documents, so that no pair reaches across

_Function = TypeVar("_Function", bound=Callable[..., Any])


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
        _check_output(ctx.params)
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


def _sources(command: _Function) -> _Function:
    command = click.option(
        "--text-column", default="text", show_default=True, help="Of .jsonl and .parquet."
    )(command)
    return click.argument("sources", nargs=-1, metavar="[SOURCE]...")(command)


def _table_out(command: _Function) -> _Function:
    """Add the options that say where a table goes and in which form."""
    for option in (
        click.option("--top", type=click.IntRange(min=1), help="Only the first so many rows."),
        click.option(
            "--output", "-o", type=click.Path(dir_okay=False, path_type=Path), help="Write to a file."
        ),
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
    sources: tuple[str, ...], text_column: str, as_printed: bool, no_stopwords: bool, **out: Any
) -> None:
    """Count the words."""
    from textkit.corpus import corpus_frequency
    from textkit.tokens import content_words

    table = corpus_frequency(_texts(sources, text_column), lower=not as_printed)
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
    keyword: str, sources: tuple[str, ...], text_column: str, window: int, match_case: bool, **out: Any
) -> None:
    """Show a word or phrase in its contexts."""
    import pandas as pd

    from textkit.concordance import kwic
    from textkit.tokens import tokenize

    if not keyword.strip():
        raise InputError("The keyword is empty: name a word or a phrase to look for.")
    found = [
        kwic(tokenize(text), keyword, window=window, ignore_case=not match_case).assign(document=name)
        for name, text in _texts(sources, text_column)
    ]
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
    sources: tuple[str, ...], text_column: str, measure: str, min_count: int, as_printed: bool, **out: Any
) -> None:
    """List pairs of words that belong together."""
    from textkit.concordance import collocations
    from textkit.tokens import tokenize

    tokens: list[str] = []
    for _, text in _texts(sources, text_column):
        tokens += [_BOUNDARY] if tokens else []
        tokens += tokenize(text, lower=not as_printed)
    table = collocations(tokens, measure=measure, min_count=min_count)
    _write(table[(table["word_1"] != _BOUNDARY) & (table["word_2"] != _BOUNDARY)], **out)


@main.command("quotes", epilog="Example: textkit quotes news/ --output quotes.csv")
@_sources
@click.option("--all-kinds", is_flag=True, help="Also titles, headings and scare quotes.")
@_table_out
def _quotes(sources: tuple[str, ...], text_column: str, all_kinds: bool, **out: Any) -> None:
    """List the quotes, and who said them."""
    from textkit.corpus import corpus_quotes

    _write(corpus_quotes(_texts(sources, text_column), all_kinds=all_kinds), **out)


@main.command("speakers", epilog="Example: textkit speakers news/ --top 10")
@_sources
@_table_out
def _speakers(sources: tuple[str, ...], text_column: str, **out: Any) -> None:
    """List who is quoted, most quotes first."""
    from textkit.corpus import corpus_speakers

    _write(corpus_speakers(_texts(sources, text_column)), **out)


@main.command("keyness", epilog="Example: textkit keyness this_week/ last_week/ --top 20")
@click.argument("target")
@click.argument("reference")
@click.option("--text-column", default="text", show_default=True, help="Of .jsonl and .parquet.")
@_as_printed
@_table_out
def _keyness(target: str, reference: str, text_column: str, as_printed: bool, **out: Any) -> None:
    """List what TARGET says more than REFERENCE."""
    from textkit.corpus import corpus_frequency, corpus_keyness

    counted = []
    for source in (target, reference):
        table = corpus_frequency(_texts((source,), text_column), lower=not as_printed)
        if table.empty:
            raise InputError(f"{source!r} has no words, so there is nothing to compare.")
        counted.append(table)
    _write(corpus_keyness(*counted), **out)


@main.command("chart", epilog="Example: textkit chart frequency article.txt --output words.png")
@click.argument("kind", type=click.Choice(_CHARTS), metavar="KIND")  # in full it would not fit a line
@_sources
@click.option("--word", "words", multiple=True, help="For dispersion; give it as often as you like.")
@click.option("--output", "-o", type=click.Path(dir_okay=False, path_type=Path), required=True,
              help="A file ending in .png, .svg or .pdf.")  # fmt: skip
def _chart(
    kind: str, sources: tuple[str, ...], text_column: str, words: tuple[str, ...], output: Path
) -> None:
    """Draw a chart; print what it shows in words.

    KIND is frequency, cloud, zipf, dispersion, sentences, quotes or speakers.
    """
    from textkit import charts, frequency
    from textkit.speakers import quote_table, speaker_table
    from textkit.tokens import content_words, sentence_table, tokenize

    if output.suffix.lower().removeprefix(".") not in charts.FORMATS:
        raise InputError(f"{output.name}: a chart is saved as .png, .svg or .pdf. Choose one of these.")
    text = "\n\n".join(text for _, text in _texts(sources, text_column))
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
@click.option("--output", "-o", type=click.Path(dir_okay=False, path_type=Path), required=True,
              help="The page to write, such as report.html.")  # fmt: skip
def _report(file: str, output: Path) -> None:
    """Write a page with all about an article."""
    from textkit.article import load_article
    from textkit.report import report
    from textkit.writing import write_file

    if output.suffix.lower() not in (".html", ".htm"):
        raise InputError(f"{output.name}: a report is a web page. Give it a name that ends in .html.")
    with reading_input():
        article = load_article(file)
    write_file(output, report(article).encode("utf-8"))
    click.echo(f"Wrote {output}. Open it in a browser; it needs no network.", err=True)


# What only a class needs: where it is, and what the help says of it.
for _name, _help in {
    "lab": "Open the notebooks in JupyterLab.",
    "preflight": "Tell which chapters an article suits.",
    "use": "Make a FILE the class's article.",
}.items():
    main.add_command(_Elsewhere(_name, f"textkit.course.commands:{_name}", _help))


# From the command line to texts, and from tables to the screen or a file


def _texts(sources: tuple[str, ...], text_column: str) -> "Iterator[Document]":
    """Return every document; what is piped in is one of them. A bad file is named and passed over."""
    from textkit.article import decode
    from textkit.corpus import Document, read_corpus

    if not sources and sys.stdin.isatty():
        raise InputError('Name a file, a folder or a glob such as "news/*.txt", or pipe a text in.')
    if "-" in (sources or ("-",)):
        with reading_input():
            piped = Document("stdin", decode(sys.stdin.buffer.read(), "What was piped in"))
        if not piped.text.strip():
            raise InputError("What was piped in is empty.")
    problems: list[str] = []
    found = 0
    for source in sources or ("-",):
        with reading_input():  # what goes wrong with a document after it was yielded is raised elsewhere
            documents = (
                [piped] if source == "-" else read_corpus(source, text_column=text_column, problems=problems)
            )
            for document in documents:
                found += 1
                yield document
    for problem in problems:
        click.echo(f"Passed over: {problem}", err=True)
    if not found:
        raise InputError("None of this could be read as text, so there is nothing to show.")


def _check_output(given: dict[str, Any]) -> None:
    """Find out before the work, which may take hours, that its result has no place or no form."""
    output, form = given.get("output"), given.get("form")
    if output:
        read = given.get(
            "sources", [given[name] for name in ("file", "target", "reference") if name in given]
        )
        _require_place(output, read or ["-"])
    if "form" in given and output and not form and output.suffix.lower() not in ("", ".txt", *_ENDINGS):
        raise InputError(
            f"{output.name}: tables are written as {', '.join(_ENDINGS)} or .txt. "
            "Choose one of these, or say which with --format."
        )
    if form == "parquet" and not output:
        raise InputError("Parquet is no text: name a file with --output words.parquet.")
    if (form == "parquet" or (output and output.suffix.lower() == ".parquet")) and not find_spec("pyarrow"):
        raise InputError("To write Parquet install pyarrow.")


def _require_place(output: Path, sources: Iterable[str]) -> None:
    """Make sure that a file can be written and is none of those that are read, now or the next time."""
    from textkit.corpus.reading import corpus_files, would_be_read
    from textkit.writing import require_place

    if not output.parent.is_dir():
        raise InputError(f"There is no folder {str(output.parent)!r} for {output.name}: make it first.")
    with reading_input():
        require_place(output)
        for source in sources:
            require_place(output, [_STDIN] if source == "-" else corpus_files(source))
            if would_be_read(output, source):
                raise InputError(
                    f"{str(output)!r} would be one of the texts of {source!r} the next time. "
                    "Name a file elsewhere, or with another ending."
                )


def _write(table: "pd.DataFrame", *, form: str | None, output: Path | None, top: int | None) -> None:
    """Write a table in the form that was asked for."""
    from textkit.writing import write_file

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
        safe = {name: table[name].map(_no_formula, na_action="ignore") for name in texts}
        written = table.assign(**safe).to_csv(index=False, lineterminator="\n")
    else:
        written = _in_columns(table, texts)
    if output:
        # A spreadsheet takes a CSV for UTF-8 only if it begins with a byte-order mark.
        write_file(output, written.encode("utf-8-sig" if form == "csv" else "utf-8"))
    else:
        click.echo(written, nl=False)


def one_line(text: str) -> str:
    """Return a text without what could move the cursor of a terminal, or worse."""
    return _CONTROL.sub(" ", text)


def _encodable(value: Any) -> Any:
    """Return a text that every file can hold: half a character (a lone surrogate) becomes its code."""
    return value.encode("utf-8", "backslashreplace").decode() if isinstance(value, str) else value


def _no_formula(value: Any) -> Any:
    """Return a text that a spreadsheet does not run as a formula, nor a file's name or a quote."""
    return _FORMULA.sub("'", value) if isinstance(value, str) else value


def _in_columns(table: "pd.DataFrame", texts: "pd.Index") -> str:
    """Return a table for a terminal: text to the left, numbers to the right, long text cut with …."""
    if table.empty:
        return "Nothing found.\n"
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
