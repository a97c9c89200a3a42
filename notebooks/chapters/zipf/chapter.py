# %% [markdown]
# # Zipf: a few words do most of the work
#
# | | |
# |---|---|
# | **You will be able to** | say how few words make up half of a text, and read a chart with logarithmic scales |
# | **Time** | 55 minutes |
# | **You need first** | frequency |
# | **New words** | share, hapax, running total, logarithmic scale, slope |
# | **New Python** | `sum()` `round()` · `.cumsum()` `.tail()` `.equals()` · `.Random()` `.shuffle()` · `//` |
#
# Run this cell first. It loads the article and counts its tokens, in small letters.

# %%
import random

from textkit import frequency_table, load_article, tokenize, zipf_slope, zipf_table
from textkit.charts import plot_zipf
from textkit.course import begin, keep

check, hint, progress = begin("zipf", globals())
article = load_article()
tokens = tokenize(article.text, lower=True)
table = frequency_table(tokens)
print(len(tokens), "tokens,", len(table), "types")

# %% [markdown]
# ## Recall
#
# ### Exercise Shared ranks
#
# Four types have the counts 9, 4, 4 and 2. Which ranks does `frequency_table` give them?
#
# - **a** 1, 2, 3, 4
# - **b** 1, 2, 2, 3
# - **c** 1, 2, 2, 4
# - **d** 1, 3, 3, 4

# %%
answer = ...
### BEGIN SOLUTION
answer = "c"
### END SOLUTION
check("shared_ranks")

# %% [markdown]
# ### Exercise Tokens and types once more
#
# Somebody runs `tokenize("The dog saw the dogs.", lower=True)`. How many tokens and how many types does that make?
#
# - **a** 5 tokens, 5 types
# - **b** 5 tokens, 4 types
# - **c** 5 tokens, 3 types
# - **d** 6 tokens, 5 types

# %%
answer = ...
### BEGIN SOLUTION
answer = "b"
### END SOLUTION
check("tokens_and_types")

# %% [markdown]
# ## The top of the table
#
# How much of a text do its most frequent words make up? We want a **share**: a part divided by the whole. A share lies
# between 0 and 1. So 0.25 is a quarter, or 25 percent.
#
# `sum(…)` adds up numbers. What share of this small text do its two most frequent types make up?

# %%
small = ["the", "cat", "and", "the", "dog", "and", "the", "bird"]
small_table = frequency_table(small)
print(sum(small_table["count"].head(2)) / len(small))
small_table

# %% [markdown]
# ### Exercise The ten most frequent types
#
# What share of all tokens of the article do its ten most frequent types make up? First put a guess into `guess`, a number
# between 0 and 1. Nobody grades it. Then put the true share into `share`.

# %%
guess = ...
share = ...
### BEGIN SOLUTION
guess = 0.5
share = sum(table["count"].head(10)) / len(tokens)
### END SOLUTION
check("top_ten")

# %% [markdown]
# ## The bottom of the table
#
# Now the other end:

# %%
table.tail()

# %% [markdown]
# A type that comes up exactly once in a text is a **hapax** (Greek for "said once"). It need not be rare elsewhere.
#
# ### Exercise Hapaxes
#
# How many types of the article are hapaxes? Put the number into `n_hapaxes`, and the share of all *types* that they make up into
# `hapax_share`. (`table[table["count"] == 5]` picks the rows with a count of 5.)

# %%
n_hapaxes = ...
hapax_share = ...
### BEGIN SOLUTION
n_hapaxes = len(table[table["count"] == 1])
hapax_share = n_hapaxes / len(table)
### END SOLUTION
check("hapaxes")

# %% [markdown]
# ## Running totals
#
# In most texts a few types take a large share, and a great many come up once. How far down the table is half of the article
# reached? We walk down and add up as we go. Such a sum is called a **running total**:

# %%
so_far = 0
for count in [3, 2, 1, 1, 1]:
    so_far = so_far + count
    print("count", count, "total so far", so_far)

# %% [markdown]
# ### Exercise Find the bug
#
# `running_total` should make a list of the totals so far: from `[3, 2, 1]` it should make `[3, 5, 6]`. It makes
# `[0, 3, 5]`. Fix it.


# %%
def running_total(counts):
    total = 0
    totals = []
    for count in counts:
        totals.append(total)
        total = total + count
    return totals


### BEGIN SOLUTION
def running_total(counts):
    total = 0
    totals = []
    for count in counts:
        total = total + count
        totals.append(total)
    return totals


### END SOLUTION
check("running_total")

# %% [markdown]
# A column of a table can do the same by itself: `.cumsum()` gives its *cumulative sum*, another name for the running
# total. Divided by the number of tokens, it is the share covered so far. Our small text has 8 tokens:

# %%
small_covered = small_table["count"].cumsum() / len(small)
small_covered

# %% [markdown]
# One type covers 0.375 of the small text, two types cover 0.625. So it takes two types to cover **at least half** of it. (Exactly
# half would do.) To save us counting rows by eye:

# %%
print(len(small_covered[small_covered < 0.5]), "row is still below half, so the next type reaches it")

# %% [markdown]
# ### Exercise Half of the article
#
# How many of the most frequent types does it take to cover at least half of the article's tokens? Put the smallest
# such number into `k`. The first line gives you the shares.

# %%
covered = table["count"].cumsum() / len(tokens)
k = ...
### BEGIN SOLUTION
k = len(covered[covered < 0.5]) + 1
### END SOLUTION
check("half")

# %% [markdown]
# ## Zipf's law
#
# In 1949 George Kingsley Zipf described how counts fall: the second type comes up about half as often as the first,
# the third about a third as often, and so on. If that held exactly, the article's counts would be these (`round(…, 1)` keeps one
# decimal):

# %%
for rank in [1, 2, 3, 4, 8]:
    print("rank", rank, "expected count", round(table["count"][0] / rank, 1))

# %% [markdown]
# And here is what they really are. In this table ties don't share a rank: every type gets a place of its own. The column
# `fitted` belongs to the line in the charts below.

# %%
zipf = zipf_table(tokens)
zipf.head(8)

# %% [markdown]
# All of them as points, first on the scales you know:

# %%
plot_zipf(zipf, logarithmic=False)

# %% [markdown]
# A cliff and a plain: most points run into their neighbors. On such a scale every step *adds* the same: 1, 2, 3, 4. On a
# **logarithmic scale** every step *multiplies* by the same: 1, 2, 4, 8. So there is as much room from 1 to 2 as from 100
# to 200. That makes the rare words visible. It also makes large differences look small.
#
# Twice the rank, half the count: on two logarithmic scales that is always the same step to the right and the same step
# down. What shape do you expect the very same points to have?

# %%
plot_zipf(zipf)

# %% [markdown]
# The **slope** says how steeply the line falls. Zipf's law in its simple form has a slope of −1.
#
# ### Exercise What a slope of −1 says
#
# What is true of a text whose points lie on a straight line with a slope of −1?
#
# - **a** From each rank to the next, the count falls by one.
# - **b** All types come up about equally often.
# - **c** A type at twice the rank has half the count.
# - **d** Half of the types are hapaxes.

# %%
answer = ...
### BEGIN SOLUTION
answer = "c"
### END SOLUTION
check("slope")

# %% [markdown]
# How close does the article come? `zipf_slope` gives the slope of the fitted line; below it comes the slope of the article's
# first half alone. (`//` divides and drops the decimals, so half of 7 tokens is 3.)

# %%
first_half = tokens[: len(tokens) // 2]
print("whole article:", round(zipf_slope(tokens), 2))
print("first half:   ", round(zipf_slope(first_half), 2))

# %% [markdown]
# Don't lean on these numbers. One article is a short text. At the bottom right the points are steps, not a line, and each of these
# many rare types pulls on the line as hard as the one on top. And the slope usually changes with the length of
# the text, so never compare the slopes of a short text and a long one.

# %% [markdown]
# ## Shuffle the article
#
# Now we throw the words of the article into a bag and draw them out again, one by one. `list(tokens)` makes a copy, so that
# `tokens` stays as it is; `random.Random(1).shuffle(…)` shuffles the copy, the same way each time.

# %%
shuffled = list(tokens)
random.Random(1).shuffle(shuffled)
print(" ".join(shuffled[:20]))

# %% [markdown]
# Will the frequency table of this be the same as the article's, or a different one? Write down
# `"same"` or `"different"` first. Then `equals` will tell.

# %%
my_guess = "…"

# %%
print("the same table:", frequency_table(shuffled).equals(table))
print("the same curve:", zipf_table(shuffled).equals(zipf))

# %% [markdown]
# ### Exercise Why nothing changed
#
# Why does the shuffled text give the same table and the same curve?
#
# - **a** `frequency_table` sorts the words and so brings them back into the order of the article.
# - **b** The shuffle moved too few words to make a difference.
# - **c** The table says how often each word comes up, and nothing about where.
# - **d** Zipf's law makes every text come out like this.

# %%
answer = ...
### BEGIN SOLUTION
answer = "c"
### END SOLUTION
check("shuffle")

# %% [markdown]
# ## Read the chart
#
# Look at the second chart once more.
#
# - *What it shows:* a few types at the top left with high counts; a long row of types at the bottom right that come up
#   once; and how the counts fall in between.
# - *What it hides:* nearly all of the words; how far ahead the first ones really are; and everything about order and meaning.
# - *What a careless reader would conclude:* that the line proves something about this author or this topic. The bag of
#   shuffled words has the same curve.
#
# ### Exercise Which answer is better?
#
# Two students were asked: *What does the straight line in Zipf's chart say about this article?* The rubric: *a good answer says what the
# curve is made of, what it does not see, and names the shuffled text as evidence.* Which answer is better by it?
#
# - **a** "It says that the writer chose words well: good texts follow a law of nature, and this one does."
# - **b** "Hardly anything about this article: the curve is made of counts and ranks only. The shuffled words, which nobody could read,
#   have the very same one."

# %%
better = ...
### BEGIN SOLUTION
better = "b"
### END SOLUTION
check("better_zipf")

# %% [markdown]
# **Explain.** A friend says: "The article follows Zipf's law, so it is well written." What do you answer, in two or three
# sentences?
#
# *A good answer says what the curve is made of and what it does not see, names the shuffled text as evidence, and admits that one short
# article fits the line only roughly.*

# %% [markdown]
# *Your answer:*
#
# ### BEGIN SOLUTION
# A model: the curve is made of counts and ranks alone. Shuffled, the article makes no sense and has the same curve, so the curve can't
# tell good writing from nonsense; and with so few tokens the points follow the line only roughly.
# ### END SOLUTION

# %% [markdown]
# ## Exit
#
# Write one claim about the article into the case file, with the number from this chapter that supports it. For example: "Only …
# types, …% of its vocabulary, make up half of the article."

# %%
keep("…")

# %%
progress()

# %% [markdown]
# ## Go further
#
# Does it even take a language? In 1957 George Miller imagined a monkey at a typewriter. Here it types a text as long as the article,
# on four keys: two of them print an *a*, one a *b*, one a space. Compare the chart with the article's, then try other keys, such as
# `"abcde "`. So what can Zipf's curve *not* be evidence of?

# %%
keys = "aab "
typed = "".join(random.Random(1).choices(keys, k=len(article.text)))
plot_zipf(zipf_table(typed.split()), title="A monkey at a typewriter")
