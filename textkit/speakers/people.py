"""The people of a text: their names, titles and gender, and whom a mention means."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from textkit.lexicon import GIVEN, TITLES
from textkit.speakers.reading import ORGANIZATION, OWNERS, Mention, Reading
from textkit.speakers.words import kinds, pattern
from textkit.tokens import word_list

_HE = {"he": "m", "she": "f"} | OWNERS
_KIN = {noun: line[0] for line in word_list("kin") for noun in line.split()[1:]}
_ROLE_BEFORE = pattern(  # the mayor, Ann Lee
    "<determiner|number|possessive> <word|name|title|person|possessive>* <person> (?= <comma> $ )"
)
_ROLE_AFTER = pattern(  # Ann Lee, the mayor of Leeds
    "<comma> <determiner|word|name|title|person|number|possessive>{1,8}? <person> (?! <person|word> )"
)
_SPEAKS = pattern("<aux>* <verb> | <comma> <number> <comma>")
_IS_SOMEBODY = pattern("<comma> <determiner|word|name|title|person|number>{1,9} <person>")
_OBJECT_AFTER = kinds("preposition|to|verb|and|open")  # a name after these is no subject
_NO_SUBJECT_AFTER = kinds("preposition|to|verb")
_SAID = pattern("<comma|speech> <aux>* <verb> $")  # “...,” said Lee
_ALLY = pattern("<word>{0,3} <person|title>+ <name>")  # Lee campaign spokesman Bo Fox
_FEW = 4  # words: a verb of saying and what stands before it
_COMMA, _PERSON, _POSSESSIVE, _DETERMINER, _TITLE, _CLOSE, _OPEN, _WHO = map(
    kinds, ("comma", "person", "possessive", "determiner", "title", "close", "open", "who")
)
_AFTER_NAME = ("", *kinds("comma|stop|break"))
_BACK = 12  # sentences that "he" looks back
_NEAR = 200  # mentions that a description looks back or ahead
_NAMESAKES = 9  # people of one last name who are kept in mind
_ROLE_WORDS = 12
_TALK = 6  # words: from "spoke" to the name in "spoke on the phone with Lee"
_TALKED = frozenset({"spoke", "talked", "interview", "conversation", "sat", "chatted", "met", "q&a"})
_TALKED_TO = (["to"], ["with"])
_LEAD = 10  # paragraphs in which a byline stands


@dataclass(slots=True, eq=False)
class Person:
    """Somebody (or some body) with a name in the text."""

    name: str
    gender: str = ""  # "f", "m", or "" where nothing tells
    titles: set[str] = field(default_factory=set)
    human: bool = False


class People:
    """Everybody in a text who has a name."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.by_name: dict[str, Person] = {}
        self.by_given: dict[str, Person] = {}
        self.namesakes: dict[str, list[Person]] = {}  # by last name; the latest subject comes last
        self.at: dict[int, Person] = {}  # by the first word of a mention, a name or "he"
        self._interview: dict[str, Person | None] = {}  # who is Q, who is A
        names = [(m, *self._titles_and_name(m)) for m in reading.mentions if m.kind == "name"]
        for _, _, name in names:  # full names first, so that short forms find them
            if len(name) > 1:
                self._add(name)
        for mention, titles, name in names:
            if name:
                person = self._known(name, titles) or self._add(name)
                self.at[mention.first] = person
                self._learn(person, mention, titles, name)
        for mention in reading.mentions:
            gender = _HE.get(reading.word(mention.first).lower()) if mention.kind == "pronoun" else None
            if gender and (meant := self._antecedent(mention.first, gender)):
                self.at[mention.first] = meant

    def who(self, mention: Mention) -> str | None:
        """Return the name that a mention stands for, or the description, or None."""
        if self.reading.kinds[mention.first] == _WHO:
            return self._who_before(mention.first - 1)
        if mention.kind == "label":
            asks_or_answers = self.in_interview(self.reading.word(mention.first)[0], mention.first)
            return asks_or_answers.name if asks_or_answers else None
        person = self.at.get(mention.first) if mention.kind in ("name", "pronoun") else None
        if mention.kind == "noun":
            person = self._described(mention)
        if person or mention.kind == "pronoun":
            return person.name if person else None
        text = " ".join(self.reading.span(mention.first, mention.last).text.split())
        the = self.reading.kinds[mention.first] == _DETERMINER  # The judge and the judge are one
        return text[0].lower() + text[1:] if the else text

    def named(self, mention: Mention) -> Mention:
        """Return the name beside a description: the mayor, Ann Lee."""
        letters = self.reading.kinds
        if mention.kind not in ("noun", "thing") or letters[mention.last : mention.last + 1] != _COMMA:
            return mention
        name = self.reading.mention_with(mention.last + 1)
        if (
            name
            and name.kind == "name"
            and name.first == mention.last + 1
            and letters[name.last : name.last + 1] in _AFTER_NAME
        ):
            return name
        return mention

    def _who_before(self, at: int) -> str | None:
        """Return who is "who" after word `at`: Lee (R-Texas), who said."""
        letters = self.reading.kinds
        while at > 0 and letters[at] in _COMMA + _CLOSE:
            at = (letters.rfind(_OPEN, 0, at) if letters[at] == _CLOSE else at) - 1
        before = self.reading.mention_with(at) if at >= 0 else None
        return self.who(before) if before and before.kind != "pronoun" else None

    # names

    def _titles_and_name(self, mention: Mention) -> tuple[list[str], list[str]]:
        places = range(mention.first, mention.last)
        if _TITLE not in self.reading.kinds[mention.first : mention.last]:
            return [], [self.reading.word(at) for at in places]
        titles = [at for at in places if self.reading.kinds[at] == _TITLE]
        name = range(titles[-1] + 1 if titles else mention.first, mention.last)
        return [self.reading.word(at) for at in titles], [self.reading.word(at) for at in name]

    def _add(self, words: list[str]) -> Person:
        name = " ".join(words)
        if known := self.by_name.get(name.lower()):
            known.name = name if known.name.isupper() else known.name  # LEE is Lee
            return known
        person = self.by_name[name.lower()] = Person(name)
        self._note_latest(person)
        given = words[0].capitalize() if name.isupper() else words[0]
        if given in GIVEN and not _no_person(name):
            person.gender, person.human = GIVEN[given], True
            self.by_given.setdefault(given.lower(), person)
        return person

    def _note_latest(self, person: Person) -> None:
        """Note that a short form of the name means this person until another is the subject."""
        namesakes = self.namesakes.setdefault(person.name.split()[-1].lower(), [])
        if person in namesakes:
            namesakes.remove(person)
        namesakes.append(person)
        del namesakes[:-_NAMESAKES]

    def _known(self, words: list[str], titles: list[str]) -> Person | None:
        """Return the person whom a name means: the same last name, nothing in conflict.

        A last name that several people share means the one named last, among those whom the title
        fits; a name after a preposition, a verb of saying or "and" does not count, as it is no
        subject. After "Tom Hill left. Dana Hill spoke to Bo Hill." Hill is Dana and Mr. Hill is Tom.
        """
        name = " ".join(words).lower()
        if len(words) > 1 and name in self.by_name:
            return self.by_name[name]
        wanted = {TITLES[title][1] for title in titles} - {""}
        for person in reversed(self.namesakes.get(words[-1].lower(), [])):
            fits = not wanted or person.gender in ("", *wanted)
            if fits and " " in person.name and set(name.split()) <= set(person.name.lower().split()):
                return person
        return (self.by_given.get(name) or self.by_name.get(name)) if len(words) == 1 else None

    def _learn(self, person: Person, mention: Mention, titles: list[str], name: list[str]) -> None:
        """Note what the text says of a person where it has the name."""
        for noun, gender in map(TITLES.__getitem__, titles):
            person.human = person.human or bool(noun or gender)
            person.gender = person.gender or gender
            person.titles |= {noun} - {""}
        self._learn_role(person, mention)
        letters = self.reading.kinds
        surname = len(name) == 1 and " " in person.name and name[0] not in GIVEN
        the = letters[mention.first - 1 : mention.first] == _DETERMINER  # the Atlantic said
        if (surname or (self._acts(person, mention) and not the)) and not _no_person(person.name):
            person.human = True
        if letters[mention.first - 1 : mention.first] not in tuple(_OBJECT_AFTER):
            self._note_latest(person)

    def _acts(self, person: Person, mention: Mention) -> bool:
        """Tell whether somebody speaks or is said to be somebody, as people do and few organizations."""
        letters = self.reading.kinds
        if _SPEAKS.match(letters, mention.last) or self._is_who(mention.last):
            return True
        described = _IS_SOMEBODY.match(letters, mention.last) or self._says_before(mention)
        return " " in person.name and bool(described)  # Dell, a maker of computers, is nobody

    def _says_before(self, mention: Mention) -> bool:
        """Tell whether a mention is the subject of the verb before it: “...,” said Lee."""
        return bool(_SAID.search(self.reading.kinds, max(0, mention.first - _FEW), mention.first))

    def _is_who(self, at: int) -> bool:
        """Tell whether "who" stands at a word, perhaps after a comma: Lee, who ..."""
        at += self.reading.kinds[at : at + 1] == _COMMA
        return at < len(self.reading.kinds) and self.reading.word(at) == "who"

    def _learn_role(self, person: Person, mention: Mention) -> None:
        """Note the role beside a name: the mayor, Ann Lee; her husband, Bo Lee; spokeswoman Ann Lee."""
        reading, letters = self.reading, self.reading.kinds
        comma = letters[mention.first - 1 : mention.first] == _COMMA
        first = max(0, mention.first - _ROLE_WORDS)
        before = _ROLE_BEFORE.search(letters, first, mention.first) if comma else None
        for role in (before, _ROLE_AFTER.match(letters, mention.last)):
            if role:
                person.titles.add(reading.word(role.end() - 1).lower())
        beside = mention.first - 1 - comma
        if beside < 0 or letters[beside] != _PERSON:
            return
        noun = reading.word(beside).lower()
        gender = "f" if noun.endswith("woman") else "m" if noun.endswith("man") else ""
        if gender := _KIN.get(noun, gender):
            person.gender, person.human = gender, True
        if not comma:
            person.titles.add(noun)
            person.human = True

    def in_interview(self, label: str, before: int) -> Person | None:
        """Return who asks (Q) or who answers (A) in an interview that begins at word `before`.

        Who answers is whom somebody spoke to; who asks is in the byline.
        """
        if label not in self._interview:
            tells = self._is_byline if label == "Q" else self._is_spoken_to
            named = (m for m in self.reading.mentions_in(0, before) if m.first in self.at and tells(m))
            self._interview[label] = next((self.at[m.first] for m in named), None)
        return self._interview[label]

    def _is_byline(self, mention: Mention) -> bool:
        by = mention.first - 1
        return by in self.reading.paragraphs[:_LEAD] and self.reading.word(by).lower() == "by"

    def _is_spoken_to(self, mention: Mention) -> bool:
        first = max(0, mention.first - _TALK)
        words = [self.reading.word(at).lower() for at in range(first, mention.first)]
        to = words[-1:] == ["interviewed"] or (words[-1:] in _TALKED_TO and not _TALKED.isdisjoint(words))
        return to and self.at[mention.first].human

    # pronouns and descriptions

    def _antecedent(self, at: int, gender: str) -> Person | None:
        """Return the person whom "he" or "she" at word `at` means.

        Looks back sentence by sentence; in each, subjects come before other mentions, and an
        earlier "he" means whom it meant there.
        """
        last = at
        first, _ = self.reading.sentence(at)
        for _ in range(_BACK):
            named = [
                m for m in self.reading.mentions_in(max(first, last - _NEAR), last) if self._may_be(m, gender)
            ]
            subjects = (m for m in named if self._is_subject(m, first))
            if meant := next(subjects, named[-1] if named else None):
                return self.at[meant.first]
            if first == 0:
                return None
            last = first
            first, _ = self.reading.sentence(first - 1)
        return None

    def _may_be(self, mention: Mention, gender: str) -> bool:
        """Tell whether a mention is a person's, of this gender as far as is known."""
        person = self.at.get(mention.first)
        if person is None or not person.human or person.gender not in ("", gender):
            return False
        letters = self.reading.kinds
        before = letters[mention.first - 1 : mention.first]
        return before != _DETERMINER or letters[mention.first] == _TITLE  # the Lee administration

    def _is_subject(self, mention: Mention, first: int) -> bool:
        letters = self.reading.kinds
        if letters[mention.last : mention.last + 1] == _POSSESSIVE or _ALLY.match(letters, mention.last):
            return False
        before = letters[mention.first - 1] if mention.first > first else _COMMA
        return before not in _NO_SUBJECT_AFTER or self._says_before(mention)

    def _described(self, mention: Mention) -> Person | None:
        """Return the person whom a definite description means: the senator, the head of NATO.

        It is the latest person so titled before; or, where a lead holds the name back and nobody
        has been named yet, the next person named, if the text gives a title with that name.
        """
        reading = self.reading
        if reading.word(mention.first).lower() != "the":
            return None
        here, head = reading.mention_number(mention.first), self._head(mention)
        before = reading.mentions[max(0, here - _NEAR) : here]
        named = self._humans(reversed(before))
        title = reading.word(head).lower()
        if named or reading.kinds[head] not in _PERSON + _TITLE:
            return next((person for person in named if title in person.titles), None)
        after = self._humans(iter(reading.mentions[here : here + _NEAR]))
        return after[0] if after and after[0].titles else None

    def _humans(self, mentions: Iterator[Mention]) -> list[Person]:
        """Return the people whom the names among some mentions mean."""
        named = (self.at.get(mention.first) for mention in mentions if mention.kind == "name")
        return [person for person in named if person and person.human]

    def _head(self, mention: Mention) -> int:
        """Return the noun of a description without its tail: spokesman, in a spokesman for NATO."""
        bare = self.reading.mention_with(mention.first)
        return (bare or mention).last - 1


def _no_person(name: str) -> bool:
    """Tell what is no person: a word of organizations or places, or initials (NATO)."""
    return any(
        word.lower() in ORGANIZATION or (word.isupper() and word.isalpha() and len(word) > 1)
        for word in name.split()
    )
