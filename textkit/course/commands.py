"""What only a class needs of the `textkit` command: the notebooks, and another article."""

import warnings
from pathlib import Path

import click

from textkit.article import find_file, load_article
from textkit.cli import InputError, one_line, reading_input
from textkit.writing import require_place, write_file

FOLDER = "my_textkit"


@click.command(epilog="Example: textkit lab my_textkit")
@click.argument("folder", required=False)
@click.option("--write-only", is_flag=True, help="Write the folder, and do not start JupyterLab.")
@click.option("--no-browser", is_flag=True, help="Print the address, and open no browser.")
@click.option("--fresh", metavar="NAME", help="Write an untouched chapter beside the old one.")
def lab(folder: str | None, write_only: bool, no_browser: bool, fresh: str | None) -> None:
    """Open the notebooks in JupyterLab.

    They are written to FOLDER, with the article; if none is named, to the folder you are in if it has the
    notebooks, or else to my_textkit. What you have worked in stays as it is: a second time only what is new
    is added, and a chapter without work in it is brought up to date.
    """
    from textkit.course.folder import fresh_chapter, write_folder
    from textkit.course.lab import open_lab, require_lab
    from textkit.course.series import chapter_names, find_chapter, notebook_file

    inside = Path(notebook_file(chapter_names()[0]).name).exists()
    place = Path(folder or ("." if inside else FOLDER)).expanduser()
    if fresh is not None:
        with reading_input():
            chapter = find_chapter(fresh)
        file = fresh_chapter(chapter, place)
        click.echo(f"Your notebook is as it was. The untouched chapter is '{file}'.")
        return
    if not write_only:
        with reading_input():
            require_lab()
    for sentence in write_folder(place):
        click.echo(sentence)
    if not write_only:
        click.get_current_context().exit(open_lab(place, browser=not no_browser))


@click.command(epilog="Example: textkit preflight my_article.txt")
@click.argument("file", required=False)
@click.option("--all", "every", is_flag=True, help="Tell each exercise, with its answer.")
@click.option("--output", metavar="SHEET", help="Write a page for the instructor, such as sheet.html.")
def preflight(file: str | None, every: bool, output: str | None) -> None:
    """Tell which chapters an article suits.

    FILE is plain text, a saved web page (.html), a Word file (.docx) or - for what is piped in. Without it:
    the article that is in use. Every exercise's check is asked what it expects: an exercise is live, trivial
    (its answer is 0 or empty), not here, or doubtful (it rests on uncertain speakers).
    """
    from textkit.course.classroom import article_for_class
    from textkit.course.sheet import preflight_sheet, require_place_for_sheet
    from textkit.course.suitability import preflight, preflight_exercises, preflight_summary

    with reading_input():
        article, taken_out = article_for_class(file) if file else (load_article(), None)
        if output:
            require_place(output, [] if file == "-" else [find_file(article.source, article.source)])
            require_place_for_sheet(output)
    with warnings.catch_warnings(record=True, action="always", category=UserWarning) as told:
        exercises, chapters = preflight_exercises(article), preflight(article)
        page = preflight_sheet(article) if output else ""
    for warning in dict.fromkeys(str(one.message) for one in told):  # each of the three says it
        click.echo(f"{warning}\n", err=True)
    click.echo(f"{article.source} is {preflight_summary(article)}\n")
    if taken_out is not None and len(taken_out):
        click.echo(
            f"That is without the lines of the web page around the article: {len(taken_out)}. `textkit use` "
            "takes them out, too, and lists them.\n"
        )
    for row in chapters.itertuples():
        click.echo(f"{'suits ' if row.suits else 'LACKS '} {row.chapter} {row.title:<30} {row.because}")
        for task in exercises[exercises["chapter"] == row.chapter].itertuples() if every else ():
            click.echo(
                f"         {task.exercise:<5} {task.state:<9} {task.title:<32} {one_line(str(task.answer))}"
            )
    if output:
        write_file(output, page.encode("utf-8"))
        click.echo(f"\nThe sheet is '{output}'. It has the answers: keep it from the students.")


@click.command(epilog="Example: textkit use my_article.txt")
@click.argument("file", required=False)
@click.option("--default", is_flag=True, help="Go back to the project's own article.")
@click.option("--as-it-is", is_flag=True, help="Take nothing out of the text.")
def use(file: str | None, default: bool, as_it_is: bool) -> None:
    """Make a FILE the class's article.

    FILE is plain text, a saved web page (.html), a Word file (.docx) or - for what is piped in. It counts in
    this folder and in those below: go to the folder with your notebooks first. What is plainly not the
    article (menus, advertisements, comments) is taken out, and listed.
    """
    from textkit.course.classroom import use_article, use_default

    if default == bool(file):
        raise InputError("Name a file, as in `textkit use my_article.txt`, or go back with --default.")
    if default:
        click.echo(use_default())
        return
    assert file  # for the types: one of the two is given
    with reading_input():
        said, taken_out = use_article(file, clean=not as_it_is)
    click.echo(said)
    if len(taken_out):
        click.echo("\nTaken out:")
        for row in taken_out.itertuples():
            click.echo(f"  line {row.line}: {one_line(str(row.text))}   ({row.why})")
    click.echo("\nDoes it suit? textkit preflight")


TRUST = (
    "What students wrote runs with your rights, without a box: it can read and change your files, reach the "
    "network, and read these students' work. Only do that with notebooks that you have read."
)


@click.command(epilog="Example: textkit grade moodle.zip --output results")
@click.argument("submissions", type=click.Path(exists=True, path_type=Path))
@click.option(
    "--output", "-o", required=True, type=click.Path(file_okay=False, path_type=Path), help="A folder."
)
@click.option("--article", metavar="FILE", help="The class's article, if it is not the one in use.")
@click.option("--chapter", metavar="NAME", help="Grade this chapter alone.")
@click.option("--anonymous", is_flag=True, help="No names on the page of the class.")
@click.option(
    "--at-once", type=click.IntRange(min=1), help="Notebooks at the same time. Default: your cores."
)
@click.option(
    "--seconds", type=click.FloatRange(min=1), default=60, show_default=True, help="That a cell may run."
)
@click.option("--trust", is_flag=True, help="Run without a box: what that means is said first.")
def grade(
    submissions: Path,
    output: Path,
    article: str | None,
    chapter: str | None,
    anonymous: bool,
    at_once: int | None,
    seconds: float,
    trust: bool,
) -> None:
    """Grade the notebooks that a class handed in.

    SUBMISSIONS is a folder, a zip as a learning platform gives it, or a notebook. Each notebook runs in a box
    without network or your files, and is judged outside. In the output folder: grades.csv, class.html with
    what the class thinks, feedback/ with a page a student, and the written answers on a sheet. Points that
    you write on that sheet count when you grade again.
    """
    from textkit.course.grading.grade import NoBoxError, grade_class
    from textkit.course.grading.judge import Graded

    def tell(done: int, of: int, graded: Graded) -> None:
        one = graded.submission
        points = f"{graded.points:g} of {len(graded.verdicts)}" if graded.verdicts else "NOT GRADED"
        said = f"{done:>4} of {of}  {one.student}  {one.chapter}  {points}  {graded.seconds:.1f} s"
        click.echo(" ".join([said, *graded.submission.remarks, *graded.remarks]))

    if trust:
        click.echo(TRUST, err=True)
    with reading_input():
        text = load_article(article)
        click.echo(f"Everybody is graded on {text.source}.")
    try:
        with reading_input():
            results = grade_class(
                submissions, output, text,
                chapter=chapter, trust=trust, anonymous=anonymous, at_once=at_once, seconds=seconds,
                tell=tell,
            )  # fmt: skip
    except NoBoxError as error:
        raise InputError(
            f"{error} Students' code would run with your rights: --trust does that, for notebooks that you "
            "have read. Or run this command in a container: the instructor's guide says how."
        ) from error
    for sentence in results.remarks:
        click.echo(sentence)
    click.echo(
        f"Wrote {output / 'grades.csv'}, class.html, written.csv and feedback/. Open class.html first."
    )
