# %% [markdown]
# # Words in context
#
# | | |
# |---|---|
# | **You will be able to** | read every place where a word stands, and say how it is spread |
# | **Time** | 60 minutes |
# | **You need first** | stopwords_and_clouds, words_in_company |
# | **New words** | concordance, KWIC, node, context, slice, dispersion, DP |
#
# Run this cell first. It loads the article and cuts it into tokens twice: as printed, and in small letters.

# %%
import random
from collections import Counter

from textkit import STOPWORDS, dispersion, frequency_table, kwic, load_article, tokenize
from textkit.charts import plot_dispersion
from textkit.course import begin, explore_concordance, keep

check, hint, progress = begin("words_in_context", globals())
article = load_article()
printed = tokenize(article.text)
tokens = tokenize(article.text, lower=True)
print(len(printed), "tokens as printed,", len(tokens), "in small letters")

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
# ### Exercise More often where?
#
# A text has two parts. The first has 200 tokens, and the word *harbor* comes up 4 times in it. The second has 600
# tokens, and *harbor* comes up 6 times. In which part is it more frequent, for its length?
#
# - **a** In the second, because 6 is more than 4.
# - **b** In the first.
# - **c** In both alike: more tokens, more *harbor*.

# %%
answer = ...
### BEGIN SOLUTION
answer = "b"
### END SOLUTION
check("more_often_where")

# %% [markdown]
# ## Back to the text
#
# So far we have taken the article apart: into counts, into ranks, into pairs. A count says how often, and nothing about
# what the word does there. Now we go back to every place where a word stands and read it.
#
# A **concordance** lists all occurrences of a word, each in its own line with some words to the left and to the right. The
# word in the middle is called the **node**, the words around it are its **context**. This form is known as **KWIC**, *key
# word in context*, and so is the function. `window=2` asks for two tokens on each side:

# %%
sample = tokenize("A dog saw a cat before the cat saw the dog.")
kwic(sample, "cat", window=2)

# %% [markdown]
# The column `position` says where the node stands; counting starts at 0, as in every list. The node must be spelled as in
# the list of tokens, unless you say `ignore_case=True`: then capital letters make no difference.
#
# ### Exercise How many lines?
#
# How many lines will `kwic(rainy, "rain")` give, and how many with `ignore_case=True`? `rainy` has the tokens of this text:
# *Rain again. The rain came, and rainwater filled the boats.* Put the two numbers into the list `prediction`. Then run the cell
# below it.

# %%
prediction = [..., ...]
### BEGIN SOLUTION
prediction = [1, 2]
### END SOLUTION
check("how_many_lines")

# %%
rainy = tokenize("Rain again. The rain came, and rainwater filled the boats.")
print(
    len(kwic(rainy, "rain")), "without,", len(kwic(rainy, "rain", ignore_case=True)), "with ignore_case=True"
)

# %% [markdown]
# ## A concordance of the article
#
# We let the article choose the node: its most frequent content word. The second most frequent one gets the name `other`.
# (If an article has no content words at all, `content or tokens` takes all of its tokens instead.)

# %%
content = [token for token in tokens if token not in STOPWORDS]
content_table = frequency_table(content or tokens)
top_two = list(content_table["token"].head(2))
node, other = top_two[0], top_two[-1]
print("node:", node, "  other:", other)

# %% [markdown]
# We make the concordance from `printed`, because a text with its capital letters is easier to read. But `node` is written in
# small letters. So how many lines do we get?

# %%
print("in the frequency table:    ", tokens.count(node))
print("kwic:                      ", len(kwic(printed, node)))
print("kwic with ignore_case=True:", len(kwic(printed, node, ignore_case=True)))

# %% [markdown]
# If the first number and the last are the same, no occurrence is missing. Make this a habit: **before you read a concordance,
# compare its length with the count**. If the number in the middle is smaller, the forgotten option would have cost you lines,
# and no error message would have told you.
#
# On paper, a concordance has its nodes below each other. This function prints it that way: `rjust(42)` fills a text up with
# spaces on its left until it has 42 characters, and `[-42:]` keeps the last 42 if it is longer. The number in front comes
# from `table.index`: it is the line's number in the table. (`str` makes a text of it, and `strict=True` asks `zip` to
# complain if the columns differ in length. Ours never do.)


# %%
def show(table):
    columns = zip(table.index, table["left"], table["keyword"], table["right"], strict=True)
    for number, left, word, right in columns:
        print(str(number).rjust(3), left[-42:].rjust(42), " ", word, " ", right)


node_lines = kwic(printed, node, window=6, ignore_case=True)
show(node_lines)

# %% [markdown]
# Two things these lines do not show. A context reaches across the end of a sentence or a heading, because our tokens know
# nothing of either. And what `tokenize` has left out is missing here as well: the marks, and the *'s* of a possessive. When a
# line puzzles you, go back to the article.
#
# ### Exercise Every line holds the node
#
# Make the concordance of `other` from the tokens as `printed`, with **3** tokens on each side. No occurrence may be missing.
# Put the table into `concordance`.

# %%
concordance = ...
### BEGIN SOLUTION
concordance = kwic(printed, other, window=3, ignore_case=True)
### END SOLUTION
check("node_lines")

# %% [markdown]
# ## How a line is made
#
# You could make a concordance by hand. A **slice** takes a piece of a list: `letters[2:5]` begins at index 2 and stops *before* index
# 5. So the two letters to the left of the one at position 4 are `letters[4 - 2 : 4]`:

# %%
letters = ["a", "b", "c", "d", "e", "f", "g"]
print(letters[2:5])
print(letters[4 - 2 : 4], letters[4])

# %% [markdown]
# ### Exercise Find the bug
#
# `left_context` should give the three tokens to the left of a position, and fewer where there are fewer. It works well in the
# middle of a text. Run the cell: next to the second letter of our list it finds nothing, although there is an *a*. Why? Mend
# it.


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
# In the order of the article a concordance tells a story. In another order it shows habits. Sorted by what comes after the
# node, lines with the same word there stand together. (An empty context comes first, then capital letters, then small ones.)

# %%
show(node_lines.sort_values("right"))

# %% [markdown]
# Now by the column `left`. Before you run the cell: by *which* of the six words on the left will the lines be sorted?

# %%
show(node_lines.sort_values("left"))

# %% [markdown]
# Python sorts a text by its beginning, and the left context begins far away from the node. What we want are the words just
# before it. With a window of one token there is only one word on each side.
#
# ### Exercise What stands before it?
#
# Which words stand directly before the `node`, and how often does each of them? Put a `Counter` of these words into
# `before`. Take `tokens`, so that capital letters make no difference.

# %%
before = ...
### BEGIN SOLUTION
before = Counter(kwic(tokens, node, window=1)["left"])
### END SOLUTION
check("stands_before")

# %% [markdown]
# These are the words on the left-hand side of the bigrams of chapter [[words_in_company]]. The concordance shows the same neighbors, and with them
# what they were saying.
#
# To look up other words, type them into the box below and press Enter; the buttons sort the lines, by the word nearest to the
# node. The line below the table is the code for what you see.

# %%
explore_concordance(printed, node)

# %% [markdown]
# ## Read the lines
#
# Now the part that no function can do. A word takes its tone from its company. Here are the first lines once more, eight at
# most:

# %%
to_label = node_lines.head(8)
show(to_label)

# %% [markdown]
# ### Exercise Label the lines
#
# In what company does the node stand? Read each line and give it **one** of three labels:
#
# - `"good"`: the line links the node with something welcome, such as help, success or praise,
# - `"bad"`: it links it with something unwelcome, such as danger, doubt or loss,
# - `"neither"`: not the one and not the other, or you cannot tell.
#
# Write the labels into the list `labels`, in the order of the lines, such as `["good", "neither"]` for two lines.

# %%
labels = ...
### BEGIN SOLUTION
labels = ["neither" for left in to_label["left"]]  # any labels that you can defend
### END SOLUTION
check("label_lines")

# %% [markdown]
# The check counts your labels. Whether they are good ones it cannot know, because it cannot read. Somebody else can. Compare your
# list with a neighbor's, line by line.
#
# **Explain.** Which line was the hardest to label, and what would have helped? A wider `window`? Knowing who is speaking?
# Another label? Try it with `show(kwic(printed, node, window=12, ignore_case=True))`, and answer in two or three sentences.
#
# *A good answer quotes the line, gives two labels that one could defend for it and a reason from the text for each, and says what
# the line alone does not show.*

# %% [markdown]
# *Your answer:*

# %% [markdown]
# ## Where in the article?
#
# Two words can come up equally often, and yet one is there from the first line to the last, and the other fills a single
# paragraph. How a word is spread over a text is its **dispersion**. The positions hold all that we need:

# %%
print(list(node_lines["position"]))

# %% [markdown]
# To compare words, we cut the text into parts and count in each of them. `range` can take steps: `range(0, 250, 100)` gives 0,
# 100 and 200. So `tokens[start : start + 100]` is one part after the other. The last part may be shorter.
#
# ### Exercise Part by part
#
# These lines count how often the node comes up in each part of 100 tokens, in the list `counts`. They are out of order, and one
# of them is not needed. Write the letters of the others in the right order into `order`.

# %%
lines = {
    "A": "    part = tokens[start : start + 100]",
    "B": "    counts.append(tokens.count(node))",
    "C": "counts = []",
    "D": "    counts.append(part.count(node))",
    "E": "for start in range(0, len(tokens), 100):",
}
order = ...
### BEGIN SOLUTION
order = "CEAD"
### END SOLUTION
check("part_by_part")

# %% [markdown]
# ## One number for it
#
# Here are the counts of a word in four parts of the same length. If it were spread evenly, each part would have a share of
# 0.25 of its occurrences. How far from that is it? We take the difference in each part, and `abs(…)` drops its minus sign:

# %%
part_counts = [3, 0, 1, 0]
shares = [count / sum(part_counts) for count in part_counts]
differences = [abs(share - 0.25) for share in shares]
print("shares:     ", shares)
print("differences:", differences)
print("half of their sum:", sum(differences) / 2)

# %% [markdown]
# Half of the sum, because what one part has too much, another has too little: each such piece was counted twice. This measure is
# **DP**, the *deviation of proportions* (Gries, 2008):
#
# $$\text{DP} = \frac{1}{2} \sum_{\text{parts}} \left| \text{share of the tokens} - \text{share of the word's occurrences} \right|$$
#
# It is 0 when the word is spread as evenly as the text itself. **The higher it is, the more clustered the word**; all in one of
# many parts is nearly 1. `dispersion` computes it, for as many `parts` as you like.
#
# Beware of rare words. A word that comes up once can only be in one part of five; its DP is about 0.8, wherever it stands. To
# have a chance of being even, a word has to come up at least as often as there are parts. So we cut the article into five
# parts and look at content words that come up five times or more, twelve of them at most. (A short article may have none. Then
# we take its most frequent ones, to have something to draw.)

# %%
often = list(content_table[content_table["count"] >= 5]["token"].head(12))
words = often or list(content_table["token"].head(5))
spread = dispersion(tokens, words, parts=5)
spread[["word", "count", "juilland_d", "gries_dp"]]

# %% [markdown]
# The column `gries_dp` is the DP. The column `juilland_d` is an older measure, D (Juilland and Chang-Rodríguez, 1964), and it runs
# **the other way round**: 1 is even, 0 is all in one part. The two need not agree on the order of the words. So whoever reports a
# dispersion has to say which one it is.
#
# ### Exercise The most clustered word
#
# Which of the `words` is the most clustered one, by its DP? Put it into `clustered`, as text. You may find it by eye, or let
# `sort_values` help you.

# %%
clustered = ...
### BEGIN SOLUTION
clustered = list(spread.sort_values("gries_dp")["word"])[-1]  # by eye is as good
### END SOLUTION
check("most_clustered")

# %% [markdown]
# ## Read the chart
#
# A *dispersion plot* draws the article as a line from its first token to its last, one line for each word, with a tick wherever
# the word stands. We put the evenly spread words on top and the clustered ones at the bottom. Before you run the cell: where do
# you expect the gaps?

# %%
plot_dispersion(spread.sort_values("gries_dp"), n_tokens=len(tokens))

# %% [markdown]
# - *What it shows:* where each word comes up; which words share a passage; where a topic enters the article, and where it
#   leaves.
# - *What it hides:* what is said there. *He* or *she*, or a description such as *the town*, may stand for a word where it has no tick.
#   And the DP hides where the clusters are: it hangs on the number of parts, and on where the cuts fall.
# - *What a careless reader would conclude:* that a gap means the article has stopped speaking of the matter, or that a few ticks
#   that happen to lie close together mean something.
#
# **Explain.** Choose one word with a gap or a cluster in the chart. In two or three sentences: what happens in the article there?
# Use the positions and a concordance to find the passage.
#
# *A good answer names the word, its count and where the gap or the cluster is, quotes at least one line of its concordance, and
# checks whether another word takes its place in the gap.*

# %% [markdown]
# *Your answer:*

# %% [markdown]
# ## Exit
#
# Write one claim about how the article uses a word, with two kinds of evidence: a number (a count or a DP, and for how many
# parts), and at least two lines of a concordance. For example: "The word … comes up … times, nearly always where …".
#
# Put it into the case file, in place of the three dots:

# %%
keep("…")

# %%
progress()

# %% [markdown]
# ## Go further
#
# Would chance do the same? In a shuffled article no word has a reason to stay in one place. The cell shuffles it once and
# draws the same words in the same order. Change the number in `random.Random(1)` a few times. Which of the words would you still
# call clustered, and what does that say about words that come up only a few times?

# %%
shuffled = list(tokens)
random.Random(1).shuffle(shuffled)
even_first = list(spread.sort_values("gries_dp")["word"])
chance = dispersion(shuffled, even_first, parts=5)
print("highest DP in the article:", round(spread["gries_dp"].max(), 2))
print("highest DP when shuffled: ", round(chance["gries_dp"].max(), 2))
plot_dispersion(chance, n_tokens=len(shuffled), title="The same words in a shuffled article")
