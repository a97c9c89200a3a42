# %% [markdown]
# # Tokens
#
# | | |
# |---|---|
# | **You will be able to** | cut a text into tokens, say which choices that takes, and defend yours |
# | **Time** | 60 minutes |
# | **You need first** | meet_the_article |
# | **New words** | token, tokenizer, contraction, possessive, set, list comprehension |
# | **New Python** | `.strip()` `.lower()` `.join()` `.replace()` · `if` `in` `not in` · `[… for … in …]` `set()` · `{…: …}` `.DataFrame()` |
#
# Run this cell first. It loads the article and several ways to cut it up.

# %%
import re

import pandas as pd
from nltk.tokenize import NLTKWordTokenizer

from textkit import load_article, sentence_table, tokenize
from textkit.charts import plot_bars
from textkit.course import begin, keep

check, hint, progress = begin("tokens", globals())
article = load_article()
article

# %% [markdown]
# ## Recall
#
# ### Exercise The last paragraph
#
# A list `paragraphs` holds 20 paragraphs. How do you get the last one?
#
# - **a** `paragraphs[20]`
# - **b** `paragraphs[0]`
# - **c** `paragraphs[-1]`

# %%
answer = ...
### BEGIN SOLUTION
answer = "c"
### END SOLUTION
check("last_paragraph")

# %% [markdown]
# ### Exercise Which one counts words?
#
# Which of these gives the number of words, as we counted them in chapter [[meet_the_article]]?
#
# - **a** `len(article.text)`
# - **b** `len(article.text.split())`
# - **c** `article.text.split()`

# %%
answer = ...
### BEGIN SOLUTION
answer = "b"
### END SOLUTION
check("counts_words")

# %% [markdown]
# ## Where does a word end?
#
# In chapter [[meet_the_article]] a word was what stands between two spaces. Let us see how well that works.
#
# ### Exercise What does split make of it?
#
# Here is a sentence: `sentence = "Don't worry, allies."`. What does `sentence.split()` give? Write the list by
# hand, such as `["one", "two"]`, *before* you run the cell below it.

# %%
prediction = ...
### BEGIN SOLUTION
prediction = ["Don't", "worry,", "allies."]
### END SOLUTION
check("split_it")

# %%
sentence = "Don't worry, allies."
sentence.split()

# %% [markdown]
# Spaces are all that `split()` knows about. Here is what it makes of the article. We call the pieces *chunks*,
# because not all of them are words. Which of these would you look up in a dictionary just as they stand?

# %%
chunks = article.text.split()
print(chunks[:40])

# %% [markdown]
# ## Tokens and tokenizers
#
# A **token** is one occurrence of a unit that we count: most often a word, sometimes a number, a name, or a
# punctuation mark. A **tokenizer** cuts a text into tokens. There are many tokenizers, because there is no single
# right answer. We let four of them cut the same sentence:

# %%
sample = "Isn't Poland's full-scale plan worth $1,000 in the U.S.?"
sample.split()

# %% [markdown]
# The second one looks for runs of letters and digits and takes everything else for a gap. The pattern `\w+` says
# so. (It is a *regular expression*. You need not be able to write one.)

# %%
re.findall(r"\w+", sample)

# %% [markdown]
# The third one belongs to NLTK, a large package for work with language. It takes contractions such as *isn't*
# apart, and it keeps the marks:

# %%
nltk_tokenizer = NLTKWordTokenizer()
nltk_tokenizer.tokenize(sample)

# %% [markdown]
# The fourth is the one of this course:

# %%
tokenize(sample)

# %% [markdown]
# Look at *Isn't*, *Poland's*, *full-scale*, *$1,000* and *U.S.* in each of the four lists. None of them is wrong.
# Each is an answer to the question *what do I want to count?*, and whoever reports a count should say which answer
# was theirs.
#
# ## The choices, one by one
#
# `tokenize` has an option for each choice that people argue about. Run each cell, then decide what you would do.
#
# **Capital letters.** `lower=True` writes all tokens in small letters. *For:* *The* at the beginning of a sentence
# and *the* in the middle are the same word. *Against:* names get lost. The month and the verb are no longer told
# apart:

# %%
print(tokenize("May we meet in May?"))
print(tokenize("May we meet in May?", lower=True))

# %% [markdown]
# **Punctuation.** `punctuation=True` keeps the marks as tokens of their own. *For:* they mean something; a
# quotation mark says that somebody else speaks. *Against:* in a count of words the comma would come out near the
# top.

# %%
print(tokenize("“No,” she said."))
print(tokenize("“No,” she said.", punctuation=True))

# %% [markdown]
# **Hyphens.** `split_hyphens=True` cuts compounds apart. *For:* *scale* is found in *full-scale*, too. *Against:*
# some compounds mean more than their parts.

# %%
print(tokenize("a full-scale plan by his mother-in-law"))
print(tokenize("a full-scale plan by his mother-in-law", split_hyphens=True))

# %% [markdown]
# **Possessives.** *Poland's* counts as *Poland*, unless you say `keep_possessives=True`. *For* taking the *'s*
# off: both are about Poland. *Against:* who owns something may be just what you want to know. A **contraction**
# such as *it's* or *isn't* stays whole in any case.

# %%
print(tokenize("It's Poland's plan, isn't it?"))
print(tokenize("It's Poland's plan, isn't it?", keep_possessives=True))

# %% [markdown]
# **Numbers.** `numbers=False` leaves them out. *For:* years and prices seldom come up twice and make a list of
# words longer. *Against:* a number can be the news.

# %%
print(tokenize("Prices rose by 4.7% in 2025."))
print(tokenize("Prices rose by 4.7% in 2025.", numbers=False))

# %% [markdown]
# ## How many tokens?
#
# Now the article. We take `tokenize` with no options.

# %%
tokens = tokenize(article.text)
print(tokens[:40])

# %% [markdown]
# ### Exercise How far apart are they?
#
# How many `tokens` are there more than `chunks`? Put the number into `difference`. It is negative when there are
# fewer.

# %%
difference = ...
### BEGIN SOLUTION
difference = len(tokens) - len(chunks)
### END SOLUTION
check("how_far_apart")

# %% [markdown]
# ### Exercise Three disagreements
#
# Two numbers that are close can hide two lists that are not. Compare the `chunks` and the `tokens` printed above,
# or print more of them. Find three different chunks that are **not** among the tokens, and copy them into the list
# `three`, each with its marks and in quotation marks.

# %%
three = [..., ..., ...]
### BEGIN SOLUTION
three = sorted(set(chunks) - set(tokens))[:3]  # any three that you have found are as good
### END SOLUTION
check("three_disagreements")

# %% [markdown]
# ## Let Python look
#
# You found three by eye. To find all of them, we need one more piece of Python: `if`. The line below it runs only
# when the condition is true. `"-" in token` asks whether the token has a hyphen in it. So this loop collects the
# compounds:

# %%
compounds = []
for token in tokens:
    if "-" in token:
        compounds.append(token)
print(compounds)

# %% [markdown]
# Collecting is so common that Python has a short form, the **list comprehension**. It does the same in one line.
# Read it as: *each token, for each token in tokens, if there is a hyphen in it*.

# %%
compounds = [token for token in tokens if "-" in token]
print(compounds)

# %% [markdown]
# `in` works for lists as well, and `not in` is its opposite. When you ask many times, ask a **set**. It keeps one
# of each value, in no order, and it answers at once:

# %%
known = set(tokens)
print("and" in known, "xyzzy" in known, "xyzzy" not in known)

# %% [markdown]
# ### Exercise All disagreements
#
# Make the list of all `chunks` that are not in `known`, with a list comprehension or a loop. A chunk that comes up
# twice is in the list twice. Put it into `strange`.

# %%
strange = ...
### BEGIN SOLUTION
strange = [chunk for chunk in chunks if chunk not in known]
### END SOLUTION
check("all_disagreements")

# %% [markdown]
# ## A tokenizer of your own
#
# Most disagreements are marks that stick to a word. `strip(marks)` takes them off at both ends, and leaves the
# inside alone. `lower()` does the opposite of `upper()`.

# %%
marks = ".,;:!?…—–“”‘’«»\"'()[]"
chunk = "“Don't,”"
print(chunk.strip(marks))
print(chunk.strip(marks).lower())

# %% [markdown]
# ### Exercise Build a small tokenizer
#
# These lines cut a `text` into words in small letters and without marks around them. They are out of order, and
# one is not needed. Write the letters of the others in the right order into `order`.

# %%
lines = {
    "A": "    word = chunk.strip(marks).lower()",
    "B": "    words.append(chunk)",
    "C": "words = []",
    "D": "    words.append(word)",
    "E": "for chunk in text.split():",
}
order = ...
### BEGIN SOLUTION
order = "CEAD"
### END SOLUTION
check("small_tokenizer")

# %% [markdown]
# ### Exercise Find the bug
#
# `clean_words` should give back a list of words in small letters and without the marks around them. Run the cell
# and look at the first few: the capital letters are still there. Find the line that is wrong and fix it.


# %%
def clean_words(chunks):
    words = []
    for chunk in chunks:
        word = chunk.lower()
        word = chunk.strip(marks)
        words.append(word)
    return words


### BEGIN SOLUTION
def clean_words(chunks):
    words = []
    for chunk in chunks:
        word = chunk.lower()
        word = word.strip(marks)
        words.append(word)
    return words


### END SOLUTION
print(clean_words(chunks[:12]))
check("clean_words")

# %% [markdown]
# ## What gets lost?
#
# A tokenizer that drops things in silence is dangerous. So we check. `"".join(…)` glues the pieces of a list
# together. With `punctuation=True`, nothing but the white space should be missing:

# %%
everything = tokenize(article.text, punctuation=True)
print(len("".join(chunks)), "characters in the article, without spaces and line ends")
print(len("".join(everything)), "characters in its tokens, marks included")

# %% [markdown]
# The same number. And is it the same text?

# %%
"".join(everything) == "".join(chunks)

# %% [markdown]
# If this says `False`, the reason is the apostrophe. Printed texts often have a curly one, `’`, and sometimes both
# kinds. `tokenize` makes it straight inside a word, so that *isn’t* and *isn't* count as one word. We make all of
# them straight and ask again:

# %%
before = "".join(chunks).replace("’", "'").replace("‘", "'")
after = "".join(everything).replace("’", "'").replace("‘", "'")
before == after

# %% [markdown]
# ### Exercise How much is left out?
#
# Without `punctuation=True`, something is left out on purpose. How many characters of the article are not in the
# plain `tokens`? Don't count spaces and line ends. Put the number into `left_out`.

# %%
left_out = ...
### BEGIN SOLUTION
left_out = len("".join(chunks)) - len("".join(tokens))
### END SOLUTION
check("left_out")

# %% [markdown]
# ## Read the chart
#
# How many tokens has the article? Five answers. (NLTK's tokenizer expects one sentence at a time, so we give it
# one at a time. `+` glues two lists together.)

# %%
nltk_tokens = []
for sentence in sentence_table(article.text)["text"]:
    nltk_tokens = nltk_tokens + nltk_tokenizer.tokenize(sentence)

# %% [markdown]
# `pd.DataFrame` makes a small table, a column from each list. Before you run the cell: which bar will be the
# longest?

# %%
sizes = pd.DataFrame(
    {
        "tokenizer": ["split()", r"\w+", "NLTK", "tokenize", "tokenize with punctuation"],
        "tokens": [
            len(chunks),
            len(re.findall(r"\w+", article.text)),
            len(nltk_tokens),
            len(tokens),
            len(everything),
        ],
    }
)
plot_bars(sizes, label="tokenizer", value="tokens")

# %% [markdown]
# - *What it shows:* how many tokens each tokenizer finds in the same text.
# - *What it hides:* which tokens they are. Two bars of nearly the same length can stand for two quite different
#   lists, as you saw in exercise [[all_disagreements]]: what one tokenizer splits and what another drops may cancel out.
# - *What a careless reader would conclude:* that more tokens are better, or that "the number of words" is a fact
#   about the article alone. It is a fact about the article and a tokenizer.
#
# **Explain.** Somebody wants to know how often the article speaks of a country, by name or as an owner (*Poland*,
# *Poland's*, say). In two or three sentences: which options of `tokenize` would you choose, which not, and why?
#
# *A good answer names at least two options, gives a reason for each from the question that is asked (not "because
# it is cleaner"), and says what the choice loses.*

# %% [markdown]
# *Your answer:*

# %% [markdown]
# ## Exit
#
# Write one sentence that reports the length of the article honestly: the number, and how it was counted. For
# example: "The article has … tokens, counted with …, which …".
#
# Put it into the case file, in place of the three dots:

# %%
keep("…")

# %%
progress()

# %% [markdown]
# ## Go further
#
# Put the lines of exercise [[small_tokenizer]] into a function `my_tokenize(text)` that returns `words`, and compare it with
# `tokenize(article.text, lower=True)`: which of its words are not in the set of ours? Start with the dashes, the
# abbreviations and the possessives. Which of the disagreements would you mend, and which would you defend?

# %%
print(tokenize("Wait—what? The U.S. team's plan."))
