"""The words that tell who speaks, from the lists in words/: verbs of saying, small words, names, titles."""

from textkit.tokens import word_list


def listed(name: str) -> list[str]:
    """Return every word of a list that has several in a line.

    >>> listed("reporting_verbs")[:2]
    ['accuse', 'accuses']
    """
    return [word for line in word_list(name) for word in line.split()]


SAYING = {form.rstrip("?"): "?" not in form for form in listed("reporting_verbs")}
"""Every form of a verb of saying, and whether it is sure to be one; others are nouns as often (report)."""

SURELY_SAYING = frozenset(form for form, sure in SAYING.items() if sure)

FUNCTION_WORDS = {word: line.split()[0] for line in word_list("function_words") for word in line.split()[1:]}
"""Every small word and a few others, each with its kind (see KINDS in speakers/words.py)."""

GIVEN = dict.fromkeys(listed("given_names_female"), "f") | dict.fromkeys(listed("given_names_male"), "m")
"""Given names, each with the gender of most who have it."""

TITLES = {
    printed: (noun.strip(), gender.strip())
    for line in word_list("titles")
    for title, noun, gender in [line.split(",")]
    for printed in ({title, title.upper()} if title.endswith(".") else {title})  # MR. LEE
}
"""Every title as printed, with the noun that it stands for and the gender that it gives."""
