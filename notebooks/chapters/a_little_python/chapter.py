# %% [markdown]
# # A little Python
#
# | | |
# |---|---|
# | **You will be able to** | read and write the ten lines of Python that the rest is made of, from a list to the rows you want |
# | **Time** | 55 minutes |
# | **You need first** | meet_the_article |
# | **New words** | list, index, method, loop, table, column, condition |
# | **New Python** | `[…]` `[:3]` `max()` `min()` · `.split()` `.append()` `.head()` · `for … in` · `["…"]` `list()` `<` `<=` `>` `>=` |
#
# In this chapter you meet the ten lines of Python that the rest of the course is made of. You needn't learn anything by
# heart: come back and copy.
#
# Run this cell first. It loads the article.

# %%
from textkit import load_article, sentence_table
from textkit.course import begin, keep

check, hint, progress = begin("a_little_python", globals())
article = load_article()
article

# %% [markdown]
# ## Recall
#
# ### Exercise What does the name hold?
#
# Two cells have run, one after the other: first `n = 5`, then `n = n * 2`. What does `n` hold now?
#
# - **a** 5, because that came first
# - **b** 10
# - **c** Nothing: a name cannot stand on both sides of `=`.

# %%
answer = ...
### BEGIN SOLUTION
answer = "b"
### END SOLUTION
check("what_n_holds")

# %% [markdown]
# ### Exercise The first paragraph
#
# Which of these is the **first** paragraph of the article?
#
# - **a** `article.paragraphs[1]`
# - **b** `article.paragraphs[0]`
# - **c** `len(article.paragraphs)`

# %%
answer = ...
### BEGIN SOLUTION
answer = "b"
### END SOLUTION
check("first_paragraph")

# %% [markdown]
# ## Lists
#
# A **list** holds several values in a fixed order. A value can be a text, a number, anything. You write a list in square brackets, with
# commas between the values:

# %%
fruits = ["fig", "apple", "kiwi", "plum"]
print(len(fruits), "fruits")

# %% [markdown]
# You have picked paragraphs by a number in square brackets. Such a number is called an **index**, and it works for every list. Python
# counts from 0, so the first value has the index 0. A negative index counts from the end.
#
# ### Exercise Which letters are these?
#
# Here is a list: `letters = ["a", "b", "c", "d"]`. What is `letters[1]`, and what is `letters[-1]`? Write down the
# two letters, one after the other in quotation marks, such as `"aa"`. Then run the cell below.

# %%
prediction = ...
### BEGIN SOLUTION
prediction = "bd"
### END SOLUTION
check("which_letters")

# %%
letters = ["a", "b", "c", "d"]
print(letters[1], letters[-1])

# %% [markdown]
# `[:3]` picks the first three values, and `[1:]` all from the index 1 on. What you get is a list again. With a text, `[:3]` picks the
# first three characters:

# %%
print(fruits[:3])
print(fruits[1:])
print("strawberry"[:5])

# %% [markdown]
# ## Methods: what stands after a dot
#
# A function such as `len` comes first: `len(fruits)`. Other functions belong to a value and come after it, behind a dot, as `upper` does.
# They are called **methods**. Another method of a text, `split`, cuts it up at its spaces and gives you a list:

# %%
sentence = "Rain fell all day."
sentence.split()

# %% [markdown]
# And a list has a method that adds a value to its end. `append` gives nothing back; it changes the list itself:

# %%
fruits.append("cherry")
print(fruits)

# %% [markdown]
# So here is how many words the article has, if a word is whatever stands between two spaces:

# %%
words = article.text.split()
print(len(words), "words, the first eight of them:", words[:8])

# %% [markdown]
# ## Loops
#
# A **loop** does the same thing with every value of a list. The indented lines run once for each paragraph, and each time the name
# `paragraph` holds the next one. This loop stops after three, because of `[:3]`. `split` comes first, then `len` counts the pieces:

# %%
for paragraph in article.paragraphs[:3]:
    print(len(paragraph.split()), "words:", paragraph[:50])

# %% [markdown]
# To **keep** what a loop finds, begin with an empty list, `[]`, and `append` to it. `max` and `min` then find the largest and the smallest:

# %%
lengths = []
for paragraph in article.paragraphs:
    lengths.append(len(paragraph.split()))
print(lengths)
print("longest:", max(lengths), "words, shortest:", min(lengths))

# %% [markdown]
# ### Exercise The first word of each paragraph
#
# First words tell a lot about a text: a quotation mark says that somebody is speaking. These lines collect the
# first word of every paragraph in the list `firsts`. They are out of order, and one of them is not needed. Write
# the letters of the others in the right order into `order`, such as `"CAB"`. (The spaces at the beginning of a
# line count. The curly brackets only hold the lines: leave them as they are.)

# %%
lines = {
    "A": "for paragraph in article.paragraphs:",
    "B": "    firsts = paragraph.split()[0]",
    "C": "    firsts.append(paragraph.split()[0])",
    "D": "firsts = []",
}
order = ...
### BEGIN SOLUTION
order = "DAC"
### END SOLUTION
check("first_words")

# %% [markdown]
# To **add up** what a loop finds, begin with 0. Play this one by hand: what is `added` after each round?

# %%
added = 0
for length in [3, 4, 5]:
    added = added + length
print(added)

# %% [markdown]
# ### Exercise Find the bug
#
# `average_words` should say how many words a paragraph has on average. Run the cell and look at the number it
# prints. You have seen the paragraphs: can that be true? Find the line that is wrong, and fix it.


# %%
def average_words(paragraphs):
    total = 0
    for paragraph in paragraphs:
        total = total + len(paragraph)
    return total / len(paragraphs)


### BEGIN SOLUTION
def average_words(paragraphs):
    total = 0
    for paragraph in paragraphs:
        total = total + len(paragraph.split())
    return total / len(paragraphs)


### END SOLUTION
print(average_words(article.paragraphs), "words in a paragraph?")
check("average_words")

# %% [markdown]
# ## Tables
#
# In chapter [[meet_the_article]] you saw the sentences of the article as bars. Here they are as a **table**, with a row for each sentence.
# The column `tokens` says how many words it has. The method `head` shows the first rows of a long table.

# %%
table = sentence_table(article.text)
table.head()

# %% [markdown]
# A name in square brackets, in quotation marks, picks one **column**, and `list` makes a plain list of it. `max` and `min` work with a
# column, too:

# %%
sentences = list(table["text"])
print("The first one:", sentences[0])
print("longest:", max(table["tokens"]), "words, shortest:", min(table["tokens"]))

# %% [markdown]
# ### Exercise From short to long
#
# How many more words does the longest sentence have than the shortest, by the column `tokens`? Put the number into
# `gap`. Let Python do the arithmetic.

# %%
gap = ...
### BEGIN SOLUTION
gap = max(table["tokens"]) - min(table["tokens"])
### END SOLUTION
check("short_to_long")

# %% [markdown]
# You can compare, too: `>` means *more than*, `<` *less than*, `>=` *at least* and `<=` *at most*. If you compare a column with a number,
# you get `True` or `False` for each row. That is a **condition**:

# %%
condition = table["tokens"] > 20
condition.head()

# %% [markdown]
# Put the condition in square brackets after the table, and you get the rows where it is `True`:

# %%
long_sentences = table[table["tokens"] > 20]
print(len(long_sentences), "sentences with more than 20 words")

# %% [markdown]
# Read it from the inside out: the column `tokens` is compared with 20, and that picks the rows of the table.
#
# ### Exercise Sentences of ten words or fewer
#
# How many sentences have **at most** ten words? Put the number into `n_short`.

# %%
n_short = ...
### BEGIN SOLUTION
n_short = len(table[table["tokens"] <= 10])
### END SOLUTION
check("n_short")

# %% [markdown]
# ### Exercise Which answer is better?
#
# Two students were asked: *Does this article have long sentences?* The rubric: *a good answer gives a number, says out of how many, and
# says what it was compared with.* Which answer is better by it?
#
# - **a** "Yes, its sentences are quite long and rather complicated, which makes it hard to read."
# - **b** "Some: 17 of 30 sentences have more than 20 words. In another report that I looked at, it was 9 of 30."

# %%
better = ...
### BEGIN SOLUTION
better = "b"
### END SOLUTION
check("better_lengths")

# %% [markdown]
# **Explain.** How long are the sentences of this article? Two sentences, with numbers from this chapter.
#
# *A good answer gives a number, says out of how many, and says what it was compared with.*

# %% [markdown]
# *Your answer:*
#
# ### BEGIN SOLUTION
# A model: … of the … sentences have more than 20 words; the longest has …. That alone doesn't make them long: for that I would need a
# second article, counted in the same way.
# ### END SOLUTION

# %% [markdown]
# ## Exit
#
# Write one claim about how the article is built, with a number from this chapter, into the case file. For example: "Of … sentences,
# … have more than … words."

# %%
keep("…")

# %%
progress()

# %% [markdown]
# ## Go further
#
# A loop can go through the rows that you have picked, too. Here are the first two long sentences. Print all the short ones instead. What
# kind of sentences are they?

# %%
for text in list(long_sentences["text"])[:2]:
    print(text)
