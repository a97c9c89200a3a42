# %% [markdown]
# # Quotes
#
# | | |
# |---|---|
# | **You will be able to** | find the quotes of an article, and measure a tool against your own reading |
# | **Time** | 60 minutes |
# | **You need first** | stopwords_and_clouds |
# | **New words** | straight and curly marks, stretch, partial quote, scare quote, precision, recall |
#
# Run this cell first. It loads the article and cuts it into tokens.

# %%
from collections import Counter
from math import nan

from textkit import load_article, quote_table, tokenize
from textkit.charts import plot_quotes
from textkit.course import begin, keep
from textkit.views import show_quotes

check, hint, progress = begin("quotes", globals())
article = load_article()
tokens = tokenize(article.text)
print(len(tokens), "tokens")

# %% [markdown]
# ## Recall
#
# ### Exercise What becomes of the marks?
#
# You run `tokenize("“No,” she said.")` with no options. What becomes of the quotation marks?
#
# - **a** They stick to the word: the first token is `“No,”`.
# - **b** They are tokens of their own.
# - **c** They are left out: the tokens are `No`, `she`, `said`.

# %%
answer = ...
### BEGIN SOLUTION
answer = "c"
### END SOLUTION
check("marks_lost")

# %% [markdown]
# ### Exercise A share once more
#
# An article has 400 tokens. In it are 5 quotes, and together these have 80 tokens. What share of the tokens is quoted?
#
# - **a** 0.0125
# - **b** 0.2
# - **c** 20
# - **d** 5

# %%
answer = ...
### BEGIN SOLUTION
answer = "b"
### END SOLUTION
check("share_again")

# %% [markdown]
# ## Marks
#
# A news article has two voices: the reporter's, and those of the people who are quoted. Only a few small marks keep
# them apart. Most of the tokens you have counted so far had lost those marks. Now we need them back.
#
# How many quotation marks does `.count('"')` find in this sentence? (The mark we look for stands between two
# apostrophes, because a text may stand in those, too.) Write down a number, then run the next cell. Nobody grades it.

# %%
my_guess = "…"

# %%
sample = "“No,” she said."
sample.count('"')

# %% [markdown]
# To Python they are different characters. A **straight** mark, `"`, looks the same on both sides. **Curly** marks have
# a direction: `“` opens and `”` closes. Some languages use `«` and `»`, or open low with `„`. Which ones does the
# article use? An article from several hands may mix them.

# %%
for mark in '"“”«»„':
    print(mark, article.text.count(mark))

# %% [markdown]
# ### Exercise Find the bug
#
# `count_marks` should count all double marks of a text: straight ones and both kinds of curly ones. It finds none in a
# text with curly marks. Fix it.


# %%
def count_marks(text):
    return text.count('"')


### BEGIN SOLUTION
def count_marks(text):
    return text.count('"') + text.count("“") + text.count("”")


### END SOLUTION
print(count_marks(article.text), "marks in the article?")
check("count_marks")

# %% [markdown]
# ## Between the marks
#
# With straight marks a program cannot tell by the look of a mark whether it opens or closes. But it can take turns.
# `split('"')` cuts a text at every straight mark. The first piece is outside a quote, the second inside, the third
# outside again:

# %%
turns = 'He said "yes" and "no" at once.'
turns.split('"')

# %% [markdown]
# To take turns, a name holds `True` or `False`, and `not` turns the one into the other:

# %%
inside = False
inside = not inside
print(inside)

# %% [markdown]
# ### Exercise A small quote finder
#
# These lines collect what stands between straight marks in the list `quotes`. They are out of order, and one is not
# needed. Write the letters of the others in the right order into `order`. (The spaces at the beginning of a line
# count.)

# %%
lines = {
    "A": "        quotes.append(piece)",
    "B": "quotes = []",
    "C": "    inside = not inside",
    "D": "    if inside:",
    "E": "inside = False",
    "F": "    inside = True",
    "G": "for piece in text.split('\"'):",
}
order = ...
### BEGIN SOLUTION
order = "BEGDAC"
### END SOLUTION
check("quote_finder")

# %% [markdown]
# Six lines, and they work, as long as no mark is missing. Writers forget marks. Sometimes they leave one out on
# purpose: when somebody goes on speaking in the next paragraph, that paragraph opens with a mark, and the one before
# it has none at its end. See what one missing mark does. Every second piece counts as a quote:

# %%
missing = '"No, she said. "Why?" Nobody knew.'
pieces = missing.split('"')
print(pieces[1], "|", pieces[3])

# %% [markdown]
# From the missing mark on, inside and outside have changed places, down to the end of the text. A tool for real
# articles must be more careful.
#
# ## A tool
#
# `quote_table` looks at one paragraph at a time. It pairs straight and curly marks, guillemets and single marks, and
# it knows that an apostrophe is no mark. It lists every **stretch** that it finds between marks, a row for each. (A list
# of names in square brackets picks several columns.)

# %%
small = "“No,” she said.\nHe called the plan “brave” and ‘too late’."
quote_table(small, all_kinds=True)[["quote", "kind", "words", "text"]]

# %% [markdown]
# ### Exercise The mark that is missing
#
# In the text below the first quote is never closed. Where will `quote_table` let it end? Answer before you run the
# cell below it.
#
# - **a** After `noon,` because that is where the captain stops speaking.
# - **b** At the end of its paragraph.
# - **c** At the end of the text.
# - **d** Nowhere: without a closing mark it is no quote.

# %%
unclosed = "“The boat leaves at noon, said the captain.\nIt left at one.\n“Early,” he said."
prediction = ...
### BEGIN SOLUTION
prediction = "b"
### END SOLUTION
check("missing_mark")

# %%
quote_table(unclosed, all_kinds=True)[["kind", "text"]]

# %% [markdown]
# The tool is wrong about a few words, but one missing mark does not spoil the rest. It knows no better: nothing but
# the sense of the sentence says where the captain stops.
#
# ## First you, then the tool
#
# Not all that stands between marks is speech. By **speech** we mean words that the article reports somebody to have
# said or written. The title of a book is no speech, nor is a heading, which is the newspaper's voice even when it
# borrows a word. Nor is a **scare quote**: a word that the writer holds at arm's length, as in *the "expert"*.
#
# Which are speech here? The next cell shows the first ten stretches (or all, if there are fewer), each with some text
# around it. `zip` walks along several columns at once: each round takes the next value of each. (With `strict=True` it
# complains if one of them is shorter, instead of leaving something out in silence.) `max(0, …)` is there so that the
# first one does not begin before the text does.

# %%
found = quote_table(article.text, all_kinds=True)
stretches = found[["quote", "start", "end", "words", "text"]].head(10)
for number, start, end in zip(stretches["quote"], stretches["start"], stretches["end"], strict=True):
    around = article.text[max(0, start - 60) : end + 40]
    print(number, "…", " ".join(around.split()), "…")
    print()

# %% [markdown]
# ### Exercise Label ten by hand
#
# Read the stretches one by one. Is it speech? Put `True` or `False` for each, in their order, into the list `labels`,
# such as `[True, False, True]`. Some will be hard to decide. Decide, and remember why.
#
# There is no key to this exercise: your labels will be the measure of the tool.

# %%
labels = ...
### BEGIN SOLUTION
# A strict reader's labels: whatever the tool calls speech, but no single word. Yours may differ.
labels = [
    kind in ["full", "partial"] and words > 1
    for kind, words in zip(found["kind"].head(10), found["words"].head(10), strict=True)
]
### END SOLUTION
check("label_quotes")

# %% [markdown]
# ## The tool's labels
#
# The tool tells five kinds apart, by the words around the marks. Two of them are speech: **full** (whole sentences)
# and **partial** (words woven into the reporter's sentence). Three are not: **title**, **heading** and **scare**.
# How many of each kind did you expect?

# %%
Counter(found["kind"])

# %%
tool_labels = [kind in ["full", "partial"] for kind in found["kind"].head(10)]
print(tool_labels)

# %% [markdown]
# ## How good is it?
#
# Where you and the tool agree, fine. Where you don't, there are two kinds of mistake, seen from your side: the tool
# can call something speech that is none, and it can pass over something that is. So we ask two questions.
#
# - **Precision:** of all that the *tool* calls speech, what share is speech by your labels?
# - **Recall:** of all that is speech by *your* labels, what share does the tool call speech?
#
# Both have the same number on top: the stretches that both call speech. Here is a small example with six stretches.
# `and` is true if both sides are, and `sum` counts each `True` as 1.

# %%
mine = [True, True, True, True, False, False]
its = [True, True, False, False, True, False]
both = sum([my_label and its_label for my_label, its_label in zip(mine, its, strict=True)])
print(both, "are speech to both,", sum(its), "to the tool,", sum(mine), "to me")
print("precision:", both / sum(its))
print("recall:   ", both / sum(mine))

# %% [markdown]
# Two of the three that the tool calls speech are speech; it found two of the four that there are. You cannot see one
# of these mistakes in the other number. A tool that calls everything speech has a recall of 1. A tool that takes
# only the single clearest case has a precision of 1.
#
# If there is nothing to divide by, a share is not a number (`nan`). This function takes care of it:


# %%
def share(part, whole):
    if whole == 0:
        return nan
    return part / whole


print(share(2, 3), share(0, 0))

# %% [markdown]
# ### Exercise Precision and recall
#
# Measure the tool against yourself: compute `precision` and `recall` from `labels` (yours) and `tool_labels`.

# %%
precision = ...
recall = ...
### BEGIN SOLUTION
both = sum([my_label and its_label for my_label, its_label in zip(labels, tool_labels, strict=True)])
precision = share(both, sum(tool_labels))
recall = share(both, sum(labels))
### END SOLUTION
check("precision_and_recall")

# %% [markdown]
# Mind what these numbers rest on: ten stretches at most, one reader, and only what stands between marks. A person with
# other labels gets other numbers. That is why researchers let two people label the same text, and first ask how far
# the *people* agree.
#
# ## One utterance, two stretches
#
# Reporters like to put *she said* in the middle. Then one thing that was said becomes two stretches:

# %%
quote_table("“We will go,” she said, “when the rain stops.”")[["quote", "kind", "text"]]

# %% [markdown]
# So a count of quotes depends on what you count. Let us count *utterances* instead: a stretch is taken for a second
# half if the one before it ends with a comma and it begins with a small letter. Two methods of a text answer that:

# %%
print("We will go,".endswith(","), "when".islower(), "When".islower())

# %% [markdown]
# ### Exercise Find the second half
#
# `count_utterances` should count two halves as one utterance. For `["We will go,", "when the rain stops."]` it gives
# 2. One line is missing. Where does the function learn what the stretch before was?


# %%
def count_utterances(stretches):
    count = 0
    before = ""
    for stretch in stretches:
        second_half = before.endswith(",") and stretch[0].islower()
        if not second_half:
            count = count + 1
    return count


### BEGIN SOLUTION
def count_utterances(stretches):
    count = 0
    before = ""
    for stretch in stretches:
        second_half = before.endswith(",") and stretch[0].islower()
        if not second_half:
            count = count + 1
        before = stretch
    return count


### END SOLUTION
print(count_utterances(list(found["text"])), "utterances in", len(found), "stretches?")
check("second_half")

# %% [markdown]
# Even when it runs as it should, this rule is only a rule. A sentence such as *“I won't go,” he said and called it
# “absurd.”* fools it: these are two quotes. Does it find second halves in the article, and are they any? Look at the
# text before you believe a number.
#
# ## How much of the article is quoted?
#
# Without `all_kinds=True`, `quote_table` lists speech alone. Its column `words` says how many tokens each quote has.

# %%
speech = quote_table(article.text)
speech[["quote", "kind", "words", "text"]].head()

# %% [markdown]
# ### Exercise The share of quoted words
#
# What share of all `tokens` of the article is quoted speech? Put the number, between 0 and 1, into `quoted_share`.

# %%
quoted_share = ...
### BEGIN SOLUTION
quoted_share = sum(speech["words"]) / len(tokens)
### END SOLUTION
check("quoted_share")

# %% [markdown]
# ## Read the chart
#
# Where in the article do the quotes stand, and of which kind are they? Before you run the next cell: do you expect
# whole sentences early, late, or all over?

# %%
plot_quotes(found, n_characters=len(article.text))

# %% [markdown]
# And here is the article itself with its quotes marked. The next chapter is about the names; look at the kinds first.

# %%
show_quotes(article.text)

# %% [markdown]
# - *What it shows:* where the stretches between marks stand, how long they are, and which kind the tool takes them for.
# - *What it hides:* who speaks; what is reported without any marks (*she said that she would go*); and that every kind is
#   the tool's opinion.
# - *What a careless reader would conclude:* that a part without bars has nothing from sources in it, or that more
#   quotes make an article more reliable.
#
# The tool is fallible. It has never understood a sentence; it looks at marks, capital letters and a list of verbs
# such as *said*.
#
# **Explain.** Find a stretch whose kind you would not sign, in the whole article, not only among the first ten. If
# you agree with all of them, take the one that was hardest for you. In two or three sentences: what does the tool
# say, what do you say, and what in the text misled it, or could have?
#
# *A good answer names the stretch by its number, gives both opinions, points to words or marks that one can see in the
# text, and admits where readers may differ.*

# %% [markdown]
# *Your answer:*

# %% [markdown]
# ## Exit
#
# Write one claim about the quotes of the article with its numbers, and say how far you trust the tool that counted
# them. For example: "…% of the article is quoted speech; on … stretches that I labeled by hand the tool had a
# precision of …".
#
# Put it into the case file, in place of the three dots:

# %%
keep("…")

# %%
progress()

# %% [markdown]
# ## Go further
#
# Try to fool the tool. Write a paragraph in which it takes a title for speech, or speech for a scare quote. Then one
# with an apostrophe that it takes for a mark, if you can. Which of its mistakes would matter for a claim about a
# whole newspaper, and which would cancel out?

# %%
my_text = """Everybody had read “The Long Night” by then. It was, he found, a “masterpiece”."""
quote_table(my_text, all_kinds=True)[["kind", "text"]]
