"""Learn what each piece of evidence weighs, and write textkit/words/evidence.csv.

    python bench/train_evidence.py --scorer FOLDER --gold train.jsonl [--check dev.jsonl] [--write]

FOLDER has score.py and marks.py, which judge an answer; they and the annotated articles are no part
of the project. The names and the examples come from evidence.csv; only the weights are learned.
A candidate is right if its speaker is. The weights make the right candidates as probable as they
can (logistic regression within each quote, with a penalty on large weights, by Newton's method):
first with the right speaker of each quote before, then with what the model itself answered. There
is no chance in it: the same articles give the same weights.

It prints the scores when each half is measured with what was learned on the other, and with
--cost what each piece of evidence is worth: the log-likelihood lost, in a thousand quotes, without it.
"""

import argparse
import csv
import json
import sys
from pathlib import Path
from typing import Any

import numpy as np

from textkit import find_quotes
from textkit.quotes import Quote
from textkit.speakers.decision import Decision, read_weights

TABLE = Path(__file__).parents[1] / "textkit" / "words" / "evidence.csv"
PENALTY = 0.5
ROUNDS = 3  # the first with the right answers before, the others with the model's own
STEPS = 15
SAME_SPAN = 0.8  # the overlap from which a quote is the annotated one

Weights = dict[str, float]
Group = list[tuple[list[str], bool]]  # the candidates of a quote: evidence, and whether right


class Lesson(Decision):
    """A text whose right speakers are known."""

    def __init__(self, article: dict[str, Any], weights: Weights, scorer: Any, *, told: bool) -> None:
        quotes = find_quotes(article["text"])
        self.article, self.scorer, self.told = article, scorer, told
        self.groups: list[Group] = []
        super().__init__(article["text"], quotes, weights)

    def _decide(self, number: int) -> None:
        candidates = self.candidates[number]
        best = self._choose(candidates)
        gold = self._annotation(self.quotes[number])
        right = [bool(gold) and self._is_right(self.answer(number, c), gold) for c in candidates]
        if any(right):
            evidence = [candidate.evidence for candidate in candidates]
            self.groups.append(list(zip(evidence, right, strict=True)))
            if self.told:
                known = (c for c, is_right in zip(candidates, right, strict=True) if is_right)
                best = max(known, key=lambda candidate: candidate.score)
        self.chosen.append(best)
        self.answers.append(self.answer(number, best))

    def _annotation(self, quote: Quote) -> dict[str, Any] | None:
        """Return the annotated stretch that a quote is."""
        inner = self.scorer.marks.inner(self.article["text"], quote.start, quote.end)
        stretches = [x for kind in ("quotes", "other", "ignore") for x in self.article[kind]]
        overlaps = [(self.scorer.iou(*inner, *x["inner"]), n) for n, x in enumerate(stretches)]
        overlap, number = max(overlaps, default=(0.0, 0), key=lambda pair: (pair[0], -pair[1]))
        return stretches[number] if overlap >= SAME_SPAN else None

    def _is_right(self, answer: Quote, gold: dict[str, Any]) -> bool:
        """Tell whether an answer is right: nobody, where the words are nobody's speech."""
        if gold in self.article["other"]:
            return answer.mention is None and answer.speaker is None
        if gold in self.article["ignore"] or gold["speaker"] is None or gold["nested"]:
            return False
        if answer.mention is None and answer.speaker is None:
            return False
        span = answer.mention
        mention = {"start": span.start, "end": span.end, "text": span.text} if span else None
        return self.scorer.speaker_ok(mention, answer.speaker, gold["speaker"], gold) is True


def learn(articles: list[dict[str, Any]], scorer: Any, names: list[str]) -> tuple[Weights, Weights]:
    """Return the weight of each piece of evidence, and its worth."""
    weights: Weights = dict.fromkeys(names, 0.0)
    worth: Weights = {}
    for turn in range(ROUNDS):
        lessons = (Lesson(article, weights, scorer, told=turn == 0) for article in articles)
        weights, worth = fit([group for lesson in lessons for group in lesson.groups], weights)
    return weights, worth


def fit(groups: list[Group], start: Weights) -> tuple[Weights, Weights]:
    """Return the weights under which the right candidates are the most probable."""
    column = {name: number for number, name in enumerate(start)}
    rows = [(number, facts, right) for number, group in enumerate(groups) for facts, right in group]
    of_group = np.array([number for number, _, _ in rows])
    right = np.array([is_right for _, _, is_right in rows])
    table = np.zeros((len(rows), len(column)))
    for row, (_, facts, _) in enumerate(rows):
        for fact in facts:
            if fact in column:
                table[row, column[fact]] += 1
    weights = np.array(list(start.values()))
    hessian = np.eye(len(weights))

    def shares(weights: np.ndarray) -> tuple[np.ndarray, np.ndarray, float]:
        """Return each row's share of its group, of its group's right rows, and the likelihood."""
        score = table @ weights
        top = np.full(len(groups), -np.inf)
        np.maximum.at(top, of_group, score)
        odds = np.exp(score - top[of_group])
        whole = np.bincount(of_group, odds, len(groups))
        good = np.maximum(np.bincount(of_group, odds * right, len(groups)), 1e-300)
        likelihood = float(np.log(good / whole).sum() - PENALTY / 2 * weights @ weights)
        return odds / whole[of_group], right * odds / good[of_group], likelihood

    for _ in range(STEPS):
        share, good_share, likelihood = shares(weights)
        gradient = table.T @ (good_share - share) - PENALTY * weights
        mean = np.zeros((len(groups), len(weights)))
        np.add.at(mean, of_group, table * share[:, None])
        hessian = (table * share[:, None]).T @ table - mean.T @ mean + PENALTY * np.eye(len(weights))
        step = np.linalg.solve(hessian, gradient)
        while shares(weights + step)[2] < likelihood and np.abs(step).max() > 1e-6:
            step = step / 2
        weights = weights + step
    worth = weights**2 / np.diag(np.linalg.inv(hessian)) / 2 / len(groups) * 1000
    return dict(zip(start, weights, strict=True)), dict(zip(start, worth, strict=True))


def answers(articles: list[dict[str, Any]], weights: Weights) -> dict[str, list[dict[str, Any]]]:
    """Return what the scorer reads: the quotes of every article."""
    found = {}
    for article in articles:
        quotes = find_quotes(article["text"])
        decided = Decision(article["text"], quotes, weights).answers
        found[article["id"]] = [
            {"start": q.start, "end": q.end, "entity": q.speaker, "p": q.confidence,
             "speaker": q.mention and dict(zip(("start", "end", "text"), q.mention, strict=True))}
            for q in decided
        ]  # fmt: skip
    return found


def show(name: str, articles: list[dict[str, Any]], found: dict[str, Any], scorer: Any) -> None:
    for words in (4, 1):
        scores = scorer.score(articles, found, words)
        speaker, who = scores["speaker"], scores["who"]["f1"]
        print(
            f"{name}, {words}+ words: end to end {scores['end to end']['f1']:.4f}, right name {who:.4f}, "
            f"pronouns {scores['resolved']['pronoun']:.3f}, nouns {speaker['nominal']['accuracy']:.3f}, "
            f"not speech left alone {scores['discrimination']['specificity']:.2f}, "
            f"calibration error {scores['calibration']['ece']:.4f}"
        )


def read(path: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines()]


def write(weights: Weights, count: int) -> None:
    """Write the weights to the table, with the examples that it has."""
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    rows = csv.DictReader(line for line in lines if not line.startswith("#"))
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        file.write(
            f"# What each piece of evidence weighs, learned from {count} annotated US news articles\n"
            "# (PolNeAR, none of whose text is here) by bench/train_evidence.py. The examples are made up.\n"
        )
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["name", "weight", "example"])
        table.writerows([row["name"], f"{weights[row['name']]:.2f}", row["example"]] for row in rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--scorer", required=True, help="the folder of score.py and marks.py")
    parser.add_argument("--gold", required=True, help="annotated articles to learn from")
    parser.add_argument("--check", help="annotated articles to measure only")
    parser.add_argument("--write", action="store_true", help="write the weights to evidence.csv")
    parser.add_argument("--cost", action="store_true", help="print what each piece of evidence is worth")
    options = parser.parse_args()
    sys.path.insert(0, options.scorer)
    import score as scorer

    articles, names = read(options.gold), list(read_weights())
    halves = articles[0::2], articles[1::2]
    crossed: dict[str, Any] = {}
    for learned, measured in (halves, halves[::-1]):
        crossed |= answers(measured, learn(learned, scorer, names)[0])
    show("each half with the other's weights", articles, crossed, scorer)
    weights, worth = learn(articles, scorer, names)
    if options.check:
        check = read(options.check)
        show("check", check, answers(check, weights), scorer)
    if options.cost:
        for name in sorted(worth, key=lambda name: worth[name]):
            print(f"{worth[name]:8.3f}  {weights[name]:6.2f}  {name}")
    if options.write:
        write(weights, len(articles))


if __name__ == "__main__":
    main()
