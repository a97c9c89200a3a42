# %% [markdown]
# # Tokens
#
# | | |
# |---|---|
# | **You will be able to** | cut a text into tokens, say which choices that takes, and defend yours |
# | **Time** | 60 minutes |
# | **You need first** | a_little_python |
# | **New words** | token, tokenizer, contraction, possessive, set, list comprehension |
# | **New Python** | `.strip()` `.lower()` `.join()` `.replace()` · `if` `in` `not in` · `[… for … in …]` `set()` · `{…: …}` `.DataFrame()` |
#
# Run this cell first. It loads the article and the tools to cut it up.

# %%
import re

import pandas as pd
from nltk.tokenize import NLTKWordTokenizer

from textkit import load_article, sentence_table, tokenize
from textkit.charts import plot_bars
from textkit.course import begin, keep

check, hint, progress = begin("tokens", globals())
article = load_article()
letters_and_digits = re.compile(r"\w+").findall  # two more ways to cut up a text; each gets a name here
nltk_tokenize = NLTKWordTokenizer().tokenize
article

# %% [markdown]
# ## Recall
#
# ### Exercise Which one counts words?
#
# Which of these gives the number of words, as we counted them in chapter [[a_little_python]]?
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
# In chapter [[a_little_python]] a word was whatever is between two spaces. Let's see how well that works.
#
# ### Exercise What does split make of it?
#
# Here is a sentence: `sentence = "Don't worry, allies."`. What does `sentence.split()` give? Write the list by
# hand, such as `["one", "two"]`, *before* you run the cell below.

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
# Here is what `split()` makes of the article. We call the pieces *chunks*, because not all of them are words. Which of
# these would you find in a dictionary, just as they are?

# %%
chunks = article.text.split()
print(chunks[:40])

# %% [markdown]
# ## Tokens and tokenizers
#
# A **token** is one occurrence of a unit that we count: most often a word, sometimes a number or a punctuation mark. A **tokenizer**
# cuts a text into tokens. There are many, because there is no single right answer. We let four of them cut the same sentence: `split()`;
# `letters_and_digits`, which treats all else as a gap; `nltk_tokenize` from NLTK, a large package for work with language, which
# takes contractions such as *isn't* apart and keeps the marks; and `tokenize`, the one of this course.

# %%
sample = "Isn't Poland's full-scale plan worth $1,000 in the U.S.?"
print(sample.split())
print(letters_and_digits(sample))
print(nltk_tokenize(sample))
print(tokenize(sample))

# %% [markdown]
# Look for *Isn't*, *Poland's*, *full-scale*, *$1,000* and *U.S.* in each list. None of them is wrong.
# Each answers the question *what do I want to count?*, and anyone who reports a count should say which answer was theirs.
#
# ## The choices, one by one
#
# `tokenize` has an **option** for each choice that people argue about. Options come after the text, behind a comma: a name, an `=`,
# and a value: mostly `True` for yes or `False` for no. Run each cell, then decide what you would do.
#
# **Capital letters.** `lower=True` puts all tokens in small letters. *For:* *The* at the beginning of a sentence
# and *the* in the middle are the same word. *Against:* names get lost. The month and the verb can no longer be told
# apart.

# %%
print(tokenize("May we meet in May?"))
print(tokenize("May we meet in May?", lower=True))

# %% [markdown]
# **Punctuation.** `punctuation=True` keeps the marks as tokens of their own. *For:* a quotation mark says that somebody else is speaking. *Against:* in a count of words the comma would end up near the
# top.

# %%
print(tokenize("“No,” she said."))
print(tokenize("“No,” she said.", punctuation=True))

# %% [markdown]
# **Hyphens.** `split_hyphens=True` cuts compounds apart. *For:* *scale* is found in *full-scale*, too. *Against:*
# some compounds mean more than their parts.
#
# **Possessives.** *Poland's* counts as *Poland*, unless you say `keep_possessives=True`. *For* taking the *'s*
# off: both are about Poland. *Against:* who owns something may be just what you want to know. A **contraction**
# such as *it's* or *isn't* stays whole either way.

# %%
print(tokenize("It's Poland's full-scale plan, isn't it?"))
print(tokenize("It's Poland's full-scale plan, isn't it?", split_hyphens=True, keep_possessives=True))

# %% [markdown]
# **Numbers.** `numbers=False` leaves them out. *For:* years and prices seldom come up twice. *Against:* a number can be the news.
#
# ## How many tokens?
#
# Now the article. We use `tokenize` without any option.

# %%
tokens = tokenize(article.text)
print(tokens[:40])

# %% [markdown]
# ### Exercise How far apart are they?
#
# How many more `tokens` are there than `chunks`? Put the number into `difference`. If there are fewer, it is
# negative.

# %%
difference = ...
### BEGIN SOLUTION
difference = len(tokens) - len(chunks)
### END SOLUTION
check("how_far_apart")

# %% [markdown]
# ### Exercise Three disagreements
#
# Two numbers can be close, and the two lists behind them far apart. Compare the `chunks` and the `tokens` printed above,
# or print more of them. Find three different chunks that are **not** among the tokens, and copy them into the list
# `three`, each with its marks and in quotation marks. (A chunk with a `"` in it goes between single
# ones: `'"No,'`.)

# %%
three = [..., ..., ...]
### BEGIN SOLUTION
three = sorted(set(chunks) - set(tokens))[:3]  # any three that you have found are as good
### END SOLUTION
check("three_disagreements")

# %% [markdown]
# ## Let Python look
#
# You found three by eye. To find all of them, we need `if`. The indented line below it runs only if the condition is true. `"-" in token` asks whether the token has a hyphen in it. So this loop collects the
# compounds:

# %%
compounds = []
for token in tokens:
    if "-" in token:
        compounds.append(token)
print(compounds)

# %% [markdown]
# Python has a short form for this, the **list comprehension**. Begin to read it in the middle: *go through the tokens; if there is a hyphen in a token, keep the token*. The word before `for` is what is kept.

# %%
compounds = [token for token in tokens if "-" in token]
print(compounds)

# %% [markdown]
# `in` works for lists as well, and `not in` is its opposite. If you have a lot to ask, ask a **set**. It keeps one
# of each value, in no particular order, and it answers at once:

# %%
known = set(tokens)
print("and" in known, "xyzzy" in known, "xyzzy" not in known)

# %% [markdown]
# ### Exercise All disagreements
#
# Make a list of all `chunks` that are not in `known`, with a list comprehension or a loop, and call it `strange`. A chunk that comes up
# twice is in it twice.

# %%
strange = ...
### BEGIN SOLUTION
strange = [chunk for chunk in chunks if chunk not in known]
### END SOLUTION
check("all_disagreements")

# %% [markdown]
# ## A tokenizer of your own
#
# Most disagreements are marks that stick to a word. `strip(marks)` takes them off at both ends. `lower()` does the opposite of `upper()`. (`\"` is a quotation mark that does not end the text.)

# %%
marks = ".,;:!?…—–“”‘’«»\"'()[]"
chunk = "“Don't,”"
print(chunk.strip(marks))
print(chunk.strip(marks).lower())

# %% [markdown]
# ### Exercise Build a small tokenizer
#
# These lines cut a `text` into words, in small letters and without the marks around them. They are out of order, and
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
# and look at the first few: the capital letters are still there. Fix the line that is wrong.


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
# A tokenizer that drops things without a word is dangerous. So we check. `"".join(…)` glues the pieces of a list
# together, and `replace` puts one text in place of another:

# %%
print("".join(["full", "-", "scale"]))
print("isn’t".replace("’", "'"))

# %% [markdown]
# With `punctuation=True`, nothing but the white space (spaces and line ends) should be missing from the tokens. One thing does change:
# a curly apostrophe. `tokenize` makes it straight inside a word, so that *isn’t* and *isn't* count as one word. So we make all of
# them straight, and ask whether the two texts are the same:

# %%
everything = tokenize(article.text, punctuation=True)
before = "".join(chunks).replace("’", "'").replace("‘", "'")
after = "".join(everything).replace("’", "'").replace("‘", "'")
print(len(before), "characters before,", len(after), "after. The same text?", before == after)

# %% [markdown]
# ### Exercise How much is left out?
#
# Without `punctuation=True`, something is left out on purpose. How many characters of the article are not in the
# plain `tokens`? Don't count the white space. Put the number into `left_out`.

# %%
left_out = ...
### BEGIN SOLUTION
left_out = len("".join(chunks)) - len("".join(tokens))
### END SOLUTION
check("left_out")

# %% [markdown]
# ## Read the chart
#
# How many tokens does the article have? Five answers. NLTK's tokenizer expects one sentence at a time, so we loop over the sentences. (`+`
# glues two lists together.) Then `pd.DataFrame` makes a table; the curly brackets hold its columns, each a name, a colon, and a list of
# values. Before you run the cell: which bar will be the longest?

# %%
nltk_tokens = []
for sentence in sentence_table(article.text)["text"]:
    nltk_tokens = nltk_tokens + nltk_tokenize(sentence)

sizes = pd.DataFrame(
    {
        "tokenizer": ["split()", "letters and digits", "NLTK", "tokenize", "tokenize with punctuation"],
        "tokens": [
            len(chunks),
            len(letters_and_digits(article.text)),
            len(nltk_tokens),
            len(tokens),
            len(everything),
        ],
    }
)
plot_bars(sizes, label="tokenizer", value="tokens")

# %% [markdown]
# - *What it shows:* how many tokens each tokenizer finds.
# - *What it hides:* which tokens they are. Bars of nearly the same length can stand for quite different lists, as you saw in exercise
#   [[all_disagreements]].
# - *What a careless reader would conclude:* that more tokens are better, or that "the number of words" is a fact
#   about the article alone. It is a fact about the article and a tokenizer.
#
# ### Exercise Which answer is better?
#
# Two students were asked: *Which options would you choose to count how often a report speaks of a bridge?* The rubric: *a good answer
# names two options, gives a reason for each from the question that is asked, and says what the choice loses.* Which answer is better by it?
#
# - **a** "`lower=True` and `numbers=False`: then the list is cleaner and shorter, and easier for any tool to work with."
# - **b** "`lower=True`, since *Bridge* begins some sentences, and `split_hyphens=True`, so that *bridge-builder* counts. But then I can't
#   tell the bridge from *Bridge Street*."

# %%
better = ...
### BEGIN SOLUTION
better = "b"
### END SOLUTION
check("better_options")

# %% [markdown]
# **Explain.** You want to know how often the article speaks of a country, by name or as an owner (*Poland* or
# *Poland's*, say). In two or three sentences: which options would you choose, which not, and why?
#
# *A good answer names at least two options, gives a reason for each from the question that is asked (not "because
# it is cleaner"), and says what the choice loses.*

# %% [markdown]
# *Your answer:*
#
# ### BEGIN SOLUTION
# A model: no `keep_possessives`, so that *Poland's* counts as *Poland*; and no `lower`, since the capital letter tells *Turkey* from the
# bird. `split_hyphens=True` would also find *Poland* in *Poland-based*. I lose who owns something, and a headline in capitals is missed.
# ### END SOLUTION

# %% [markdown]
# ## Exit
#
# Write one sentence into the case file that reports the length of the article honestly: the number, and how it was counted. For
# example: "The article has … tokens, counted with …, which …".

# %%
keep("…")

# %%
progress()

# %% [markdown]
# ## Go further
#
# Put the lines of exercise [[small_tokenizer]] into a function `my_tokenize(text)` that returns `words`, and compare it with
# `tokenize(article.text, lower=True)`: which of its words are not in the set of ours? Which of the disagreements
# would you fix, and which would you defend?
