# %% [markdown]
# # Meet the article
#
# | | |
# |---|---|
# | **You will be able to** | read a text before you count it, and find its paragraphs, headings and longest sentence |
# | **Time** | 55 minutes |
# | **You need first** | start_here |
# | **New words** | paragraph, heading, list, index, loop, table, column, median |
#
# Run this cell first. It loads the article and shows how much came in.

# %%
from textkit import load_article, sentence_table
from textkit.charts import plot_sentence_lengths
from textkit.course import begin

check, hint, progress = begin("meet_the_article", globals())
article = load_article()
article

# %% [markdown]
# ## Recall
#
# ### Exercise What not yet means
#
# You run the cell of an exercise and its check says **Not yet**. What does that tell you?
#
# - **a** My answer is wrong.
# - **b** The blank is still there. Nothing has been judged so far.
# - **c** This article has nothing for this exercise.

# %%
answer = ...
### BEGIN SOLUTION
answer = "b"
### END SOLUTION
check("meaning_of_not_yet")

# %% [markdown]
# ### Exercise The next morning
#
# You open your notebook again the next day. Yesterday everything worked. You run a cell in the middle, and Python
# says `NameError: name 'article' is not defined`. What happened?
#
# - **a** The file with the article got lost overnight.
# - **b** The notebook forgot the code that I typed yesterday.
# - **c** The kernel is a new one, and the cell that makes `article` has not run in it yet.

# %%
answer = ...
### BEGIN SOLUTION
answer = "c"
### END SOLUTION
check("next_morning")

# %% [markdown]
# ## Read first
#
# A computer can count the words of a text that nobody has read. It cannot tell you whether the counts mean
# anything. So take four minutes, or however long it takes, and read the article from its first line to its last.

# %%
print(article.text)

# %% [markdown]
# Now ask what any careful reader asks of a text. Some answers stand in the article. For others you can only say
# that they do not, and that is an answer too.
#
# 1. **What kind of text is it?** A report, a comment, a speech, a story? How can you tell?
# 2. **Who wrote it, when, and for whom?** Does the text itself say so?
# 3. **Who speaks in it?** Whose words are quoted, and whose are only retold?
# 4. **What is missing?** Who is talked about but never speaks? What would you need to know to judge the claims?

# %% [markdown]
# *Your notes, a line for each question:*

# %% [markdown]
# ## How long is it?
#
# You have read it, so you have a feeling for its length. An estimate made *before* a count is worth having: if the
# two are far apart, one of them is wrong, and it may be the computer's.
#
# Here is the first paragraph. How many words does it have, roughly? And how many pieces of that size does the
# article have?

# %%
print(article.paragraphs[0])

# %% [markdown]
# ### Exercise Guess the number of words
#
# How many words does the whole article have, about? Put your estimate into `estimate`; a product such as
# `12 * 30` is fine. Don't let Python count the words yet. Anything within 30 percent is right.

# %%
estimate = ...
### BEGIN SOLUTION
first = article.paragraphs[0]  # its words, times how often it would fit into the article
estimate = len(first.split()) * len(article.text) / len(first)
### END SOLUTION
check("guess_words")

# %% [markdown]
# ### The count
#
# `split()` cuts a text at its spaces and line ends. What you get is a **list**: several values in a fixed
# order, in square brackets.

# %%
sentence = "Rain fell all day."
sentence.split()

# %% [markdown]
# `len` tells how many values a list has, and `[:8]` takes the first eight of them.

# %%
words = article.text.split()
print(len(words), "words")
print(words[:8])

# %% [markdown]
# Look closely at the pieces. Is each of them what you would call a word? Chapter [[tokens]] is about that question.
# For now, a word is what stands between two spaces.
#
# ## Paragraphs and headings
#
# When the article was loaded, its paragraphs and its headings were told apart.

# %%
print(len(article.paragraphs), "paragraphs")
print(len(article.headings), "headings:", article.headings)

# %% [markdown]
# A short line without a period before a longer paragraph is taken for a heading. That is a rule of thumb, and
# such rules fail now and then: compare with what you have read. A text may also have no headings at all; then you
# see `()`, which holds nothing.
#
# (The round brackets are a *tuple*: a list that cannot be changed. For our purposes it works like any other list.)
#
# A number in square brackets is an **index**. It picks one value, and it **counts from 0**: the first value has
# the index 0. A negative index counts from the end.

# %%
print("First:", article.paragraphs[0])
print("Last: ", article.paragraphs[-1])

# %% [markdown]
# ### Exercise Which letters are these?
#
# Here is a list: `letters = ["a", "b", "c", "d"]`. What is `letters[1]`, and what is `letters[-1]`? Write down the
# two letters, one after the other in quotation marks, such as `"aa"`. Then run the cell below it.

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
# ## One paragraph after the other
#
# A **loop** does the same thing with every value of a list. The indented lines run once for each paragraph, and
# each time `paragraph` is the next one. This loop stops after three, because of `[:3]`:

# %%
for paragraph in article.paragraphs[:3]:
    print(len(paragraph.split()), "words:", paragraph[:50])

# %% [markdown]
# To keep what a loop finds, begin with an empty list and `append` to it. Here are the lengths of all the
# paragraphs, in words:

# %%
lengths = []
for paragraph in article.paragraphs:
    lengths.append(len(paragraph.split()))
print(lengths)

# %% [markdown]
# ### Exercise The first word of each paragraph
#
# First words tell a lot about a text: a quotation mark there says that somebody speaks. These lines collect the
# first word of every paragraph in the list `firsts`. They are out of order, and one of them is not needed. Write
# the letters of the others in the right order into `order`, such as `"CAB"`. (The spaces at the beginning of a
# line count.)

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
# ### Exercise Find the bug
#
# `average_words` should say how many words a paragraph has on average. Run the cell and look at the number that it
# prints. You have seen the paragraphs: can that be true? Find the line that is wrong and mend it.


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
# ## Sentences
#
# To cut a text into sentences is harder than it looks: not every period ends one (*U.S.*, *4.7*).
# `sentence_table` does it for us and gives a **table**, a row for each sentence. `head()` shows the first five
# rows.

# %%
table = sentence_table(article.text)
table.head()

# %% [markdown]
# The columns `start` and `end` say where the sentence stands in the text, in characters. The column `tokens` is
# its length in words; chapter [[tokens]] shows how they are counted. A name in square brackets picks one **column**:

# %%
sentences = list(table["text"])
print(len(sentences), "sentences. The first one:", sentences[0])

# %% [markdown]
# ### The longest and the shortest
#
# `max` and `min` find the largest and the smallest value of a list. But which of several *texts* is the largest?
# Python goes by the alphabet, unless we say what to compare. `key=len` says: compare their lengths.

# %%
fruits = ["fig", "apple", "kiwi"]
print(max(fruits), "is last in the alphabet")
print(max(fruits, key=len), "is the longest")

# %% [markdown]
# So this is the shortest sentence. A heading counts as a sentence here.

# %%
min(sentences, key=len)

# %% [markdown]
# ### Exercise The longest sentence
#
# Which of the `sentences` has the most characters? Put the sentence itself into `longest`.

# %%
longest = ...
### BEGIN SOLUTION
longest = max(sentences, key=len)
### END SOLUTION
check("longest_sentence")

# %% [markdown]
# The column `tokens` measures in words instead. `max`, `min` and `sum` work for a column as for a list. The
# average:

# %%
print(sum(table["tokens"]) / len(table), "words in a sentence, on average")

# %% [markdown]
# ### Exercise From short to long
#
# How many words more does the longest sentence have than the shortest, by the column `tokens`? Put the number into
# `gap`.

# %%
gap = ...
### BEGIN SOLUTION
gap = max(table["tokens"]) - min(table["tokens"])
### END SOLUTION
check("short_to_long")

# %% [markdown]
# ## Read the chart
#
# Before you run the next cell: will the sentences get shorter or longer from the beginning of the article to its
# end? Nobody grades a guess.

# %%
plot_sentence_lengths(table)

# %% [markdown]
# Each bar is a sentence, in the order of the article. The dashed line is the **median**: half of the sentences are
# at least that long, and half are at most that long. Which sentences are the short bars? `sort_values` puts the
# rows in order, the smallest number first:

# %%
table.sort_values("tokens").head()

# %% [markdown]
# - *What it shows:* the rhythm of the article, and where its longest sentence stands.
# - *What it hides:* who speaks. A bar may be a reporter's sentence, a quoted one, a mix of both, or a heading. It
#   also hides the words themselves: the bar with the most words need not be the sentence with the most characters.
# - *What a careless reader would conclude:* that long sentences are bad writing, or that the longest one matters
#   most.
#
# **Explain.** In two or three sentences: pick one long bar and one short bar and find their sentences. Why is the
# one long and the other short? (`sentences[0]` is sentence 1, because a list counts from 0.)
#
# *A good answer names both sentences by their numbers and lengths, gives a reason that one can see in their text
# (a quote, a list, a heading, an inserted remark), and does not take length for importance.*

# %% [markdown]
# *Your answer:*

# %% [markdown]
# ## Exit
#
# Write one claim about how the article is built, with a number from this chapter that supports it. For example:
# "Half of the sentences have … words or more, and the longest of them …".

# %% [markdown]
# *Your claim and its evidence:*

# %%
progress()

# %% [markdown]
# ## Go further
#
# How does the article begin its paragraphs, and does that change on the way? `article.paragraphs[:5]` takes the
# first five and `article.paragraphs[5:]` all the others. Compare the first words in its first half and in its
# second half. What changes, and what could you not know without having read it?

# %%
for paragraph in article.paragraphs[:5]:
    print(paragraph.split()[0])
