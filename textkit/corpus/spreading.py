"""Spreading the work on a corpus over processes or over a cluster.

One process reads the documents and packs them into batches, the others work on them, and the
results come back in the order of the documents. So they are the same however many help. No more
than a few batches are in memory at a time.
"""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from multiprocessing import get_context
from typing import Any

from textkit.corpus.reading import Document, Source, read_corpus

_BATCH = 4_000_000  # characters of a batch, or a little more: the last document is not cut
_SMALL = 2  # batches: to start processes for fewer takes longer than to count them here


def _batches(documents: Iterable[Document], most: int) -> Iterator[list[Document]]:
    """Pack the documents into lists of about so many characters."""
    batch: list[Document] = []
    size = 0
    for document in documents:
        batch.append(document)
        size += len(document.text) + 100  # so that a million empty ones are not a single batch
        if size >= most:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def spread(
    work: Callable[[list[Document]], Any],
    source: Source,
    workers: int | None,
    client: Any,
    progress: bool | None,
    weight: int = 1,
) -> Iterator[Any]:
    """Yield what `work` makes of each batch, in the order of the documents.

    `weight` says how many times as long as counting it takes: the batches are so much smaller, so
    that all processes end at about the same time, and more than one pays sooner.
    """
    from tqdm import tqdm

    if client is not None and workers is not None:
        raise ValueError("Give workers or client, not both: a cluster knows its own workers.")
    if workers is not None and workers < 1:
        raise ValueError(f"workers is {workers}: it takes 1 or more, or None for all cores.")
    batches = _batches(read_corpus(source), _BATCH // weight)
    if client is None and workers is None:
        first = list(islice(batches, _SMALL))
        # Windows takes no more than 61.
        workers = min(os.cpu_count() or 1, 61) if len(first) == _SMALL else 1
        batches = chain(first, batches)
    # disable=None: no bar where the output is not a terminal
    with tqdm(unit=" documents", disable=None if progress is None else not progress) as bar:
        if client is not None:
            cores = sum(client.nthreads().values())
            done = _in_pool(client.get_executor(pure=False), 2 * max(cores, 4), work, batches)
        elif workers == 1:
            done = ((len(batch), work(batch)) for batch in batches)
        else:  # spawn: the same on every system, and safe where threads run, as in a notebook
            pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"))
            done = _in_pool(pool, 2 * (workers or 1), work, batches)
        try:
            for documents, result in done:
                bar.update(documents)
                yield result
        except BrokenProcessPool as error:
            raise BrokenProcessPool(  # a RuntimeError
                "A worker process ended early. In a script, put the call under "
                "`if __name__ == '__main__':`. Or was there too little memory? Then try workers=1."
            ) from error


def _in_pool(
    pool: Executor,
    ahead: int,
    work: Callable[[list[Document]], Any],
    batches: Iterable[list[Document]],
) -> Iterator[tuple[int, Any]]:
    """Keep some batches under way, and yield each one's length and result in order.

    A Dask client lends itself as an Executor, too. It sends the batches of a lost worker to another.
    """
    with pool:
        waiting: deque[tuple[int, Any]] = deque()
        for batch in batches:
            waiting.append((len(batch), pool.submit(work, batch)))
            if len(waiting) > ahead:
                documents, future = waiting.popleft()
                yield documents, future.result()
        for documents, future in waiting:
            yield documents, future.result()
