"""The people of an article: their names, titles and gender, and whom a mention means."""

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from textkit.speakers.letters import TITLES
from textkit.speakers.reading import GIVEN, ORGANIZATION, Mention, Reading
from textkit.tokens import word_list

_HE = {"he": "m", "she": "f"}
_KIN = {noun: line[0] for line in word_list("kin") for noun in line.split()[1:]}
_ROLE_BEFORE = re.compile(r"[dn'][wCTh']*h(?=,$)")  # the mayor, Ann Lee
_ROLE_AFTER = re.compile(r",[dwCThn']{1,8}?h(?![hw])")  # Ann Lee, the mayor of Leeds
_SPEAKS = re.compile(r"a*v|,[dwCThn]{1,9}h")
_BACK = 12  # sentences that "he" looks back
_NEAR = 200  # mentions that a description looks back or ahead
_NAMESAKES = 9  # people of one last name who are kept in mind


@dataclass(slots=True, eq=False)
class Person:
    """Somebody (or some body) with a name in the article."""

    name: str
    gender: str = ""  # "f", "m", or "" where nothing tells
    titles: set[str] = field(default_factory=set)
    human: bool = False


class People:
    """Everybody in an article who has a name."""

    def __init__(self, r: Reading) -> None:
        self.r = r
        self.by_name: dict[str, Person] = {}
        self.namesakes: dict[str, list[Person]] = {}  # by last name; the latest subject comes last
        self.by_given: dict[str, Person] = {}
        self.at: dict[int, Person] = {}  # by the first word of a mention
        names = [(m, *self._titles_and_name(m)) for m in r.mentions if m.kind == "name"]
        for _, _, name in names:  # full names first, so that short forms find them
            if len(name) > 1:
                self._add(name)
        for m, titles, name in names:
            if name:
                person = self._known(name, titles) or self._add(name)
                self.at[m.first] = person
                self._learn(person, m, titles, name)
        self.he: dict[int, Person] = {}
        for m in r.mentions:
            gender = _HE.get(r.word(m.first).lower())
            if gender and (meant := self._antecedent(m.first, gender)):
                self.he[m.first] = meant

    def who(self, m: Mention) -> str | None:
        """Return the name that a mention stands for, or the description, or None."""
        if m.kind == "name":
            person = self.at.get(m.first)
        elif m.kind == "noun":
            person = self._described(m)
        elif self.r.letters[m.first] == "r":  # Lee, who said
            at = m.first - 1
            while at > 0 and self.r.letters[at] in ",)":
                at = (self.r.letters.rfind("(", 0, at) if self.r.letters[at] == ")" else at) - 1
            before = self.r.mention_with(at) if at >= 0 else None
            return self.who(before) if before and before.kind != "pronoun" else None
        else:
            person = self.he.get(m.first)
            return person.name if person else None
        if person:
            return person.name
        text = " ".join(self.r.span(m.first, m.last).text.split())
        the = self.r.letters[m.first] == "d"  # The judge and the judge are one
        return text[0].lower() + text[1:] if the else text

    # names

    def _titles_and_name(self, m: Mention) -> tuple[list[str], list[str]]:
        words = [self.r.word(i) for i in range(m.first, m.last)]
        after = max((n + 1 for n, word in enumerate(words) if word in TITLES), default=0)
        return [word for word in words if word in TITLES], words[after:]

    def _add(self, words: list[str]) -> Person:
        name = " ".join(words)
        if name in self.by_name:
            return self.by_name[name]
        person = self.by_name[name] = Person(name)
        self._note_latest(person)
        if words[0] in GIVEN and not _no_person(name):
            person.gender, person.human = GIVEN[words[0]], True
            self.by_given.setdefault(words[0], person)
        return person

    def _note_latest(self, person: Person) -> None:
        """Note that a short form of the name means this person until another is the subject."""
        namesakes = self.namesakes.setdefault(person.name.split()[-1], [])
        if person in namesakes:
            namesakes.remove(person)
        namesakes.append(person)
        del namesakes[:-_NAMESAKES]

    def _known(self, words: list[str], titles: list[str]) -> Person | None:
        """Return the person whom a name means: the same last name, nothing in conflict."""
        name = " ".join(words)
        if len(words) > 1 and name in self.by_name:
            return self.by_name[name]
        wanted = {TITLES[t][1] for t in titles} - {""}
        for person in reversed(self.namesakes.get(words[-1], [])):
            fits = not wanted or person.gender in ("", *wanted)
            if fits and " " in person.name and set(words) <= set(person.name.split()):
                return person
        return (self.by_given.get(name) or self.by_name.get(name)) if len(words) == 1 else None

    def _learn(self, person: Person, m: Mention, titles: list[str], name: list[str]) -> None:
        """Note what the text says of a person where it has the name."""
        r, letters = self.r, self.r.letters
        for noun, gender in map(TITLES.__getitem__, titles):
            person.human = person.human or bool(noun or gender)
            person.gender = person.gender or gender
            person.titles |= {noun} - {""}
        comma = letters[m.first - 1 : m.first] == ","
        before = _ROLE_BEFORE.search(letters, max(0, m.first - 12), m.first) if comma else None
        for role in (before, _ROLE_AFTER.match(letters, m.last)):
            if role:
                person.titles.add(r.word(role.end() - 1).lower())
        beside = m.first - 1 - comma
        if beside >= 0 and letters[beside] == "h":  # her husband, Bo Lee; spokeswoman Ann Lee
            noun = r.word(beside).lower()
            gender = "f" if noun.endswith("woman") else "m" if noun.endswith("man") else ""
            if gender := _KIN.get(noun, gender):
                person.gender, person.human = gender, True
            if beside == m.first - 1:
                person.titles.add(noun)
                person.human = True
        surname = len(name) == 1 and " " in person.name and name[0] not in GIVEN
        if (surname or _SPEAKS.match(letters, m.last)) and not _no_person(person.name):
            person.human = True
        if letters[m.first - 1 : m.first] not in tuple("otvk("):
            self._note_latest(person)

    # pronouns and descriptions

    def _antecedent(self, at: int, gender: str) -> Person | None:
        """Return the person whom "he" or "she" at word `at` means.

        Looks back sentence by sentence; in each, subjects come before other mentions, and an
        earlier "he" means whom it meant there.
        """
        r = self.r
        lo, _ = r.sentence(at)
        hi = at
        for _ in range(_BACK):
            others = []
            for m in r.mentions_in(max(lo, hi - _NEAR), hi):
                person = self.at.get(m.first) or self.he.get(m.first)
                if person is None or not person.human or person.gender not in ("", gender):
                    continue
                before = r.letters[m.first - 1] if m.first > lo else ","
                if before == "d" and r.letters[m.first] != "T":
                    continue  # the Lee administration
                if before not in "otv" and r.letters[m.last : m.last + 1] != "'":
                    return person
                others.append(person)
            if others:
                return others[-1]
            if lo == 0:
                return None
            hi = lo
            lo, _ = r.sentence(lo - 1)
        return None

    def _described(self, m: Mention) -> Person | None:
        """Return the person whom a definite description means: the senator, the head of NATO.

        It is the latest person so titled before; or, where a lead holds the name back and nobody
        has been named yet, the next person named, if the text gives a title with that name.
        """
        r = self.r
        if r.word(m.first).lower() != "the":
            return None
        n = bisect_left(r.first, m.first)
        before = [self.at.get(x.first) for x in reversed(r.mentions[max(0, n - _NEAR) : n])]
        named = [person for person in before if person and person.human]
        title = r.word(m.head).lower()
        if named or r.letters[m.head] not in "hT":
            return next((person for person in named if title in person.titles), None)
        after = (self.at.get(x.first) for x in r.mentions[n : n + _NEAR])
        first = next((person for person in after if person and person.human), None)
        return first if first and first.titles else None


def _no_person(name: str) -> bool:
    """Tell what is no person: a word of organizations or places, or initials (NATO)."""
    return any(
        word.lower() in ORGANIZATION or (word.isupper() and word.isalpha() and len(word) > 1)
        for word in name.split()
    )
