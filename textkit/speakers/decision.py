"""Candidates and evidence to an answer: who said each quote, and how sure that is."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from math import exp
from typing import Any

from textkit.quotes import FEW_WORDS, SPEECH, TRANSCRIPT, Quote, Span
from textkit.speakers.candidates import Candidate, around, label, scene_of, signature, turn
from textkit.speakers.evidence import WHAT, gather, like_after, like_before
from textkit.speakers.people import People
from textkit.speakers.reading import Mention, Reading
from textkit.speakers.words import kinds
from textkit.weights import MEANINGS

CERTAIN = 0.99
"""The confidence of what a layout tells: no evidence may overrule it."""
LAYOUTS = (TRANSCRIPT, "signature", "label", "goes on from an open paragraph")
_DASHES, _BREAK = kinds("dash|open"), kinds("break")
_HARDLY = 0.01  # a candidate less probable than this is no longer asked who it is
_MUCH = 3.5  # few words are somebody's only where that is so many times as probable as nobody's


class Decision:
    """The quotes of a text that may be speech, decided one after the other.

    Attributes:
        quotes: the quotes.
        candidates: for each of them, who may have said it, with evidence.
        chosen: the candidate that was chosen for each.
        answers: the quotes with their speakers; words woven into a sentence are "partial" if
            somebody says them, else "scare".
    """

    def __init__(self, text: str, quotes: list[Quote], weights: Mapping[str, float]) -> None:
        self.weights = weights
        self.reading = Reading(text, quotes)
        self.people = People(self.reading)
        self._names: dict[Mention, str | None] = {}
        kinds = (*SPEECH, "scare") if self.reading.english else SPEECH
        self.quotes = [quote for quote in quotes if quote.kind in kinds and any(map(str.isalnum, quote.text))]
        self.scenes = [scene_of(self.reading, self.people, quote) for quote in self.quotes]
        self.candidates: list[list[Candidate]] = []
        self.chosen: list[Candidate] = []
        self.answers: list[Quote] = []
        self._near = [
            [self._weighed(candidate, gather(scene, candidate)) for candidate in around(scene)]
            for scene in self.scenes
        ]
        self._alone: dict[int, Candidate] = {}
        self._spoke: int | None = None  # the last quote that is speech
        for number in range(len(self.quotes)):
            self.candidates.append(self._with_neighbors(number))
            self._decide(number)

    def _decide(self, number: int) -> None:
        self._settle(number, self._choose(number, self.candidates[number]))

    def _settle(self, number: int, chosen: Candidate) -> None:
        self.chosen.append(chosen)
        self.answers.append(self.answer(number, chosen))
        if self.answers[number].kind in SPEECH:
            self._spoke = number

    def _with_neighbors(self, number: int) -> list[Candidate]:
        """Return all candidates for a quote: those around it, and the speakers of its neighbors."""
        scene = self.scenes[number]
        if certain := self._certain(number):
            return [certain]
        candidates = list(self._near[number])
        if self._spoke is not None and self.answers[self._spoke].rule:
            facts = like_before(scene, self.scenes[self._spoke])
            candidates.append(self._weighed(Candidate("quote before", copied=self._spoke), facts))
        later = number + 1
        if later < len(self.quotes) and self._same_paragraph(later, number):
            self._alone[later] = self._choose(later, self._near[later])
            if self._alone[later].mention:
                facts = like_after(scene, self.scenes[later])
                candidates.append(self._weighed(Candidate("quote after", copied=later), facts))
        return candidates

    def _same_paragraph(self, later: int, earlier: int) -> bool:
        return self.reading.paragraph(self.scenes[later].at) <= self.scenes[earlier].at

    def _certain(self, number: int) -> Candidate | None:
        """Return what the layout tells for certain, if it does."""
        scene = self.scenes[number]
        if found := turn(scene, self.quotes[number]) or signature(scene) or label(scene):
            return found
        if number and not self.quotes[number - 1].closed and self.answers[number - 1].rule:
            begins = self.reading.paragraph(scene.at)
            between = self.reading.kinds[self.scenes[number - 1].at + 1 : scene.at]
            if between.strip(_DASHES) == _BREAK and scene.at - begins <= 1:
                return Candidate("goes on from an open paragraph", copied=number - 1)
        return None

    def _weighed(self, candidate: Candidate, facts: Iterable[str]) -> Candidate:
        """Return a candidate with those of the facts that have a weight."""
        weights = self.weights
        candidate.evidence = [fact for fact in facts if fact in weights]
        candidate.score = sum([weights[fact] for fact in candidate.evidence])
        return candidate

    def _choose(self, number: int, candidates: list[Candidate]) -> Candidate:
        """Return the best candidate of the most probable speaker.

        The probability of a candidate is its share of exp(score); what several candidates say of
        one speaker adds up. Few words woven into a sentence are left alone where they may well be
        nobody's.
        """
        if candidates[0].place in LAYOUTS:
            candidates[0].probability = CERTAIN
            return candidates[0]
        ranked = sorted(candidates, key=lambda candidate: -candidate.score)
        shares = [exp(candidate.score - ranked[0].score) for candidate in ranked]
        whole = sum(shares)
        speakers: dict[str | None, float] = {}
        best: dict[str | None, Candidate] = {}
        for candidate, share in zip(ranked, shares, strict=True):
            candidate.probability = share / whole
            if candidate.probability >= _HARDLY:
                name = self.speaker(candidate)
                speakers[name] = speakers.get(name, 0.0) + candidate.probability
                best.setdefault(name, candidate)
        name = max(speakers, key=lambda name: speakers[name])
        scene, nobody = self.scenes[number], candidates[0]
        few = scene.woven and scene.words <= FEW_WORDS
        return nobody if few and speakers[name] < _MUCH * nobody.probability else best[name]

    def speaker(self, candidate: Candidate) -> str | None:
        """Return the name of a candidate, or the description, or None."""
        if candidate.mention:
            return self._name(candidate.mention)
        if candidate.copied is None:
            return None
        if candidate.copied < len(self.answers):
            return self.answers[candidate.copied].speaker
        return self.speaker(self._alone[candidate.copied])

    def _name(self, mention: Mention) -> str | None:
        if mention not in self._names:
            self._names[mention] = self.people.who(self._whole(mention))
        return self._names[mention]

    def _whole(self, mention: Mention) -> Mention:
        return self.reading.with_tail(self.people.named(mention))

    def confidence(self, number: int, candidate: Candidate) -> float:
        """Return how probable the speaker of a candidate is: all that speak for the same, together."""
        if candidate.place in LAYOUTS:
            return CERTAIN
        name = self.speaker(candidate)
        probable = [c for c in self.candidates[number] if c.probability >= _HARDLY]
        return sum(c.probability for c in probable if c is candidate or self.speaker(c) == name)

    def answer(self, number: int, candidate: Candidate) -> Quote:
        """Return a quote with a candidate as its speaker."""
        quote, confidence = self.quotes[number], self.confidence(number, candidate)
        if candidate.place == "nobody" and self.scenes[number].woven:
            return replace(quote, kind="scare")
        if candidate.place == "nobody":
            return replace(quote, confidence=confidence)
        cue, mention, speaker = self._source(candidate)
        copied = candidate.copied
        if copied is not None and copied < number and not self._same_paragraph(number, copied):
            cue = mention = None  # they are not near the quote
        return replace(
            quote,
            kind="partial" if self.scenes[number].woven else quote.kind,
            cue=cue,
            mention=quote.mention or mention,  # a transcript has its label
            speaker=speaker,
            rule=self._rule(candidate),
            confidence=confidence,
        )

    def _rule(self, candidate: Candidate) -> str:
        """Return the strongest evidence of how a candidate stands to the quote, or the layout."""
        telling = [fact for fact in candidate.evidence if fact not in WHAT] or candidate.evidence
        return max(telling, key=lambda fact: self.weights[fact], default=candidate.place)

    def _source(self, candidate: Candidate) -> tuple[Span | None, Span | None, str | None]:
        """Return the cue, the mention and the speaker that a candidate stands for."""
        if candidate.copied is not None and candidate.copied < len(self.answers):
            other = self.answers[candidate.copied]
            return other.cue, other.mention, other.speaker
        if candidate.copied is not None:
            return self._source(self._alone[candidate.copied])
        assert candidate.mention is not None
        whole = self._whole(candidate.mention)
        cue = self.reading.span(*candidate.cue) if candidate.cue else None
        return cue, self.reading.span(whole.first, whole.last), self._name(candidate.mention)

    def explained(self, number: int) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of `explain_quote`."""
        for candidate in sorted(self.candidates[number], key=lambda candidate: -candidate.probability):
            nobody = candidate.place == "nobody"
            mention, speaker = (None, None) if nobody else self._source(candidate)[1:]
            printed = mention.text if mention else speaker or "nobody"
            weightiest = sorted(candidate.evidence, key=lambda fact: -abs(self.weights[fact]))
            for fact in weightiest or [candidate.place]:
                yield (
                    printed, candidate.place, speaker, fact, self.weights.get(fact, 0.0),
                    candidate.score, candidate.probability, candidate is self.chosen[number],
                    MEANINGS.get(fact, ""),
                )  # fmt: skip
