# %% [markdown]
# # Words in context
#
# | | |
# |---|---|
# | **You will be able to** | read every place where a word comes up, and tell whether a word is clustered or only looks it |
# | **Time** | 60 minutes |
# | **You need first** | stopwords_and_clouds, words_in_company |
# | **New words** | concordance, KWIC, node, context, slice, dispersion, DP |
# | **New Python** | `.sort_values()` · `abs()` |
#
# Run this cell first. It loads the article, as printed and in small letters, and the **invented** debate of chapter
# [[words_in_company]].

# %%
import random
from collections import Counter

from textkit import STOPWORDS, dispersion, frequency_table, kwic, load_article, tokenize
from textkit.charts import plot_dispersion
from textkit.course import begin, explore_concordance, keep
from textkit.views import show_concordance

check, hint, progress = begin("words_in_context", globals())
article = load_article()
printed = tokenize(article.text)
tokens = tokenize(article.text, lower=True)
debate = tokenize(load_article("seeds/tarrowmere_debate.txt").text, lower=True)
print(len(tokens), "tokens in the article,", len(debate), "in the debate")

# %% [markdown]
# ## Recall
#
# ### Exercise Which pair belongs together?
#
# In a long text the pair *in the* comes up 40 times, and the pair *heavy rain* 6 times. Which pair has the stronger
# association?
#
# - **a** *in the*, because 40 is more than 6.
# - **b** *heavy rain*, because both of its words are content words.
# - **c** These two counts alone cannot tell: we need to know what chance would give for each pair.

# %%
answer = ...
### BEGIN SOLUTION
answer = "c"
### END SOLUTION
check("which_pair")

# %% [markdown]
# ## Back to the text
#
# So far we have taken the article apart. Now we go back to every place where a word comes up, and read it.
#
# A **concordance** lists all occurrences of a word, each in its own line with some words to the left and to the right. The
# word in the middle is called the **node**, the words around it are its **context**. This is **KWIC**, *key word in context*.
# `window=2` asks for two tokens on each side:

# %%
sample = tokenize("A dog saw a cat before the cat saw the dog.")
kwic(sample, "cat", window=2)

# %% [markdown]
# The column `position` says where the node is, counted from 0. The node must be spelled as in the list of tokens, unless
# you say `ignore_case=True`: then capital letters make no difference.
#
# ### Exercise How many lines?
#
# How many lines will `kwic(rainy, "rain")` give, and how many with `ignore_case=True`? `rainy` has the tokens of this text:
# *Rain again. The rain came, and rainwater filled the boats.* Put the two numbers into the list `prediction`. Then run the
# next cell.

# %%
prediction = [..., ...]
### BEGIN SOLUTION
prediction = [1, 2]
### END SOLUTION
check("how_many_lines")

# %%
rainy = tokenize("Rain again. The rain came, and rainwater filled the boats.")
print(len(kwic(rainy, "rain")), "without,", len(kwic(rainy, "rain", ignore_case=True)), "with it")

# %% [markdown]
# ## A concordance of the article
#
# We let the article choose the node: its most frequent content word. The second is `other`.
# The concordance is made from `printed`, which is easier to read, but `node` is in small letters. How many lines will there
# be?

# %%
content = [token for token in tokens if token not in STOPWORDS]
content_table = frequency_table(content or tokens)
top_two = list(content_table["token"].head(2))
node, other = top_two[0], top_two[-1]
print(node, "in the frequency table:  ", tokens.count(node))
print("lines of kwic:           ", len(kwic(printed, node)))
print("lines with ignore_case:  ", len(kwic(printed, node, ignore_case=True)))

# %% [markdown]
# **Before you read a concordance, compare its length with the count**: no error message tells you of lines that are missing.
# `show_concordance` sets the nodes below each other:

# %%
show_concordance(printed, node, window=6)

# %% [markdown]
# A context reaches across the end of a sentence or a heading, because our tokens know nothing of either. When a line puzzles
# you, go back to the article.
#
# ### Exercise Every line holds the node
#
# Make the concordance of `other` with `kwic`, from the tokens as `printed`, with **3** tokens on each side. No occurrence may
# be missing. Put the table into `concordance`.

# %%
concordance = ...
### BEGIN SOLUTION
concordance = kwic(printed, other, window=3, ignore_case=True)
### END SOLUTION
check("node_lines")

# %% [markdown]
# ## How a line is made
#
# A **slice** takes a piece of a list: `letters[2:5]` begins at index 2 and stops *before* index 5. So the two letters to the
# left of the one at position 4 are `letters[4 - 2 : 4]`:

# %%
letters = ["a", "b", "c", "d", "e", "f", "g"]
print(letters[2:5])
print(letters[4 - 2 : 4], letters[4])

# %% [markdown]
# ### Exercise Find the bug
#
# `left_context` should give the three tokens to the left of a position, and fewer where there are fewer. Run the cell: next to
# the second letter it finds nothing, although there is an *a*. Why? Fix it.


# %%
def left_context(tokens, position):
    start = position - 3
    return tokens[start:position]


### BEGIN SOLUTION
def left_context(tokens, position):
    start = max(0, position - 3)
    return tokens[start:position]


### END SOLUTION
print("left of", letters[4], "is", left_context(letters, 4))
print("left of", letters[1], "is", left_context(letters, 1))
check("left_context")

# %% [markdown]
# ## Sort the lines
#
# In the order of the article, a concordance tells a story. Sorted by the next word, it shows habits.

# %%
show_concordance(printed, node, sort="right", window=6)

# %% [markdown]
# ### Exercise What comes before it?
#
# Which words come directly before the `node`, and how often does each of them? Put a `Counter` of these words into
# `before`. Take `tokens`, so that capital letters make no difference, and a window of one token.

# %%
before = ...
### BEGIN SOLUTION
before = Counter(kwic(tokens, node, window=1)["left"])
### END SOLUTION
check("stands_before")

# %% [markdown]
# To look up other words, type them into the box and press Enter.

# %%
explore_concordance(printed, node)

# %% [markdown]
# ## Read the lines
#
# Now the part that no function can do. A word takes its tone from its company. Here are the first lines once more:

# %%
to_label = kwic(printed, node, window=6, ignore_case=True).head(8)
to_label

# %% [markdown]
# ### Exercise Label the lines
#
# What company does the node keep? Give each line **one** of three labels: `"good"` if it links the node with something
# welcome (help, success, praise), `"bad"` if with something unwelcome (danger, doubt, loss), `"neither"` if with neither, or
# if you cannot tell. Write the labels into the list `labels`, in the order of the lines, such as `["good", "neither"]`.

# %%
labels = ...
### BEGIN SOLUTION
labels = ["neither" for left in to_label["left"]]  # any labels that you can defend
### END SOLUTION
check("label_lines")

# %% [markdown]
# The check cannot read. Somebody else can: compare your list with a neighbor's.
#
# ## Where in the text?
#
# One word is there from the first line to the last, another fills a single passage. How a word is spread over a text is its
# **dispersion**. Cut a text into four parts of the same length: a word that is spread evenly has a share of 0.25 of its
# occurrences in each. How far from that is this one? `abs(…)` drops a minus sign:

# %%
part_counts = [3, 0, 1, 0]
differences = [abs(count / sum(part_counts) - 0.25) for count in part_counts]
print("differences:", differences, "  half of their sum:", sum(differences) / 2)

# %% [markdown]
# Half of the sum, because what one part has too much, another has too little. This is **DP**, the *deviation of proportions*
# (Gries, 2008). It is 0 when a word is spread evenly; **the higher it is, the more clustered the word**. Here are some words of
# the debate; `sort_values` puts the rows in the order of a column:

# %%
some = dispersion(debate, ["bridge", "ferry", "say", "town"], parts=5)
print(some.sort_values("gries_dp")[["word", "count", "gries_dp"]])
plot_dispersion(some.sort_values("gries_dp"), n_tokens=len(debate))

# %% [markdown]
# But a word that comes up once can only be in one part of five; its DP is about 0.8, wherever it is. So don't compare it with
# words of other counts. **Compare it with itself, in 200 shuffles of the text.** Will any reach the 0.8 of *ferry*?


# %%
def shuffled_dps(tokens, word):
    dps = []
    for number in range(200):
        shuffled = list(tokens)
        random.Random(number).shuffle(shuffled)
        dps.append(round(max(dispersion(shuffled, [word], parts=5)["gries_dp"]), 3))
    return dps


for word in some["word"]:
    dps = shuffled_dps(debate, word)
    print(word, "in the shuffles: on average", round(sum(dps) / 200, 2), "  at most", max(dps))

# %% [markdown]
# *Ferry* is clustered beyond anything that chance does. Now the article, the harder case. We take the content words that come
# up five times or more, twelve at most, and follow the one with the highest DP.

# %%
often = list(content_table[content_table["count"] >= 5]["token"].head(12))
words = often or list(content_table["token"].head(5))
spread = dispersion(tokens, words, parts=5).sort_values("gries_dp")
clustered = list(spread["word"])[-1]
own = round(max(spread["gries_dp"]), 3)
chance = shuffled_dps(tokens, clustered)
print(clustered, "has a DP of", own, "and the highest in the shuffles is", max(chance))

# %% [markdown]
# ### Exercise Would chance do the same?
#
# In how many of the 200 shuffles is the DP of `clustered` as high as in the article, or higher? Their DPs are in `chance`, the
# article's is `own`. Put the number into `n_as_high`.

# %%
n_as_high = ...
### BEGIN SOLUTION
n_as_high = len([dp for dp in chance if dp >= own])
### END SOLUTION
check("beyond_shuffles")

# %% [markdown]
# If that is more than about 10 of the 200, a cluster like this needs no explanation. And we picked the word because it was the
# highest of all: *one* of several will always look clustered.
#
# ## Read the chart
#
# A *dispersion plot* draws the article as a line, with a tick wherever the word is, the evenly spread words on top. Where
# do you expect the gaps?

# %%
plot_dispersion(spread, n_tokens=len(tokens))

# %% [markdown]
# - *What it shows:* where each word comes up, and which words share a passage.
# - *What it hides:* what is said there. *He* or *the town* may stand for a word where it has no tick. And a DP depends on the
#   number of parts, and on where the cuts fall.
# - *What a careless reader would conclude:* that a gap means the article has stopped speaking of the matter, or that a few ticks
#   that happen to lie close together mean something.
#
# ### Exercise Which answer is better?
#
# Two students were asked: *Choose a word of the debate with a gap or a cluster. What happens there, and would chance do the same?* The
# rubric: *the word, its count and where, a line, what the shuffles do, and whether another word takes its place.* Which answer is better
# by it?
#
# - **a** *Ferry* is clustered: all of it is in one part, where the candidates talk about it. So it is the most important topic
#   of the evening.
# - **b** *Ferry*, 19 times, all in the middle fifth (“a ferry needs a pilot”). Its DP is 0.80; no shuffle gets beyond 0.39.
#   Elsewhere the way across is *the bridge*.

# %%
better = ...
### BEGIN SOLUTION
better = "b"
### END SOLUTION
check("better_cluster")

# %% [markdown]
# **Explain.** Choose one word with a gap or a cluster in the chart. In two or three sentences: what happens in the article there,
# and would chance do the same? A concordance finds the passage, `shuffled_dps(tokens, "…")` asks chance.
#
# *A good answer names the word, its count and where the gap or the cluster is, quotes a line of its concordance, says what the
# shuffles do, and checks whether another word takes its place in the gap.*

# %% [markdown]
# *Your answer:*
#
# ### BEGIN SOLUTION
# A model: *Russia* comes up 6 times, five of them around the heading on the “dire” threat (“Let's not forget that Russia is moving
# into a wartime economy”), none in the second half. But in 43 of 200 shuffles it is as clustered: the passage is about Russia, and
# the number alone would not show it. Later they are *Russian forces*.
# ### END SOLUTION

# %% [markdown]
# ## Exit
#
# Write one claim about how the article uses a word, with two kinds of evidence: a number (a count, or a DP beside its shuffles),
# and a line or two of a concordance. For example: "The word … comes up … times, nearly always where …".
#
# Put it into the case file, in place of the three dots:

# %%
keep("…")

# %%
progress()

# %% [markdown]
# ## Go further
#
# Does the order depend on the number of parts? And on the measure? The column `juilland_d` has an older one that runs the other
# way round: 1 is even, 0 is all in one part.

# %%
for parts in [3, 5, 10]:
    table = dispersion(tokens, words, parts=parts).sort_values("gries_dp")
    print(parts, "parts:", list(table["word"]))
