"""Several submissions at once, each with a judge in a process of its own that can be ended."""

import multiprocessing
import time
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection, wait
from typing import Any

from textkit.article import Article
from textkit.course.grading.box import SECONDS_ALL, Kit
from textkit.course.grading.judge import Graded, Judge
from textkit.course.grading.submissions import Submission
from textkit.course.verdicts import not_yet

_PATIENCE = 120.0  # seconds that a judge has besides what its box may take
_POLL = 0.5


def grade_all(
    submissions: Sequence[Submission],
    article: Article,
    kit: Kit,
    at_once: int,
    tell: Callable[[Graded], None],
) -> list[Graded]:
    """Grade submissions, several at once.

    Args:
        submissions: what was handed in.
        article: the class's.
        kit: what all boxes have.
        at_once: how many boxes run at the same time.
        tell: gets each as soon as it is done.

    Returns:
        What came of each, in the order of the submissions.
    """
    done: dict[int, Graded] = {}
    waiting = list(enumerate(submissions))[::-1]
    running: dict[Any, tuple[int, Any, float, int]] = {}
    free = list(range(at_once))[::-1]
    context = multiprocessing.get_context("spawn")
    while waiting or running:
        while waiting and free:
            place, (number, submission) = free.pop(), waiting.pop()
            if submission.notebook is None:
                done[number] = Graded(submission)
                tell(done[number])
                free.append(place)
                continue
            here, there = context.Pipe(duplex=False)
            process = context.Process(target=_work, args=(there, submission, article, kit, place))
            process.start()
            there.close()
            running[here] = (number, process, time.monotonic() + SECONDS_ALL + _PATIENCE, place)
        ready = wait(list(running), timeout=_POLL)
        for here, (number, process, over, place) in list(running.items()):
            if here not in ready and time.monotonic() < over:
                continue
            try:
                graded = here.recv() if here in ready else None
            except EOFError:
                graded = None
            done[number] = graded or _given_up(submissions[number])
            if graded is None:
                process.kill()
            process.join()
            here.close()
            del running[here]
            free.append(place)
            tell(done[number])
    return [done[number] for number in range(len(submissions))]


def _given_up(submission: Submission) -> Graded:
    """Return what is known of a submission whose answers could not be judged within the time."""
    from textkit.course.chapters import open_chapter

    graded = Graded(
        submission, remarks=["Its answers could not be judged within the time: look at it yourself."]
    )
    for name in open_chapter(submission.chapter, {}).exercises:
        graded.verdicts[name] = not_yet("It could not be judged within the time.")
    return graded


def _work(there: Connection, submission: Submission, article: Article, kit: Kit, place: int) -> None:
    """Grade one submission, in a process of its own."""
    graded = Judge(submission, article, kit, place).grade()
    there.send(graded)
    there.close()
