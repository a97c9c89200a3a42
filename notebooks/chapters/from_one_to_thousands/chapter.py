# %% [markdown]
# # From one article to thousands
#
# | | |
# |---|---|
# | **You will be able to** | count over many articles, tell frequent from widespread, and put your work into a script |
# | **Time** | 60 minutes |
# | **You need first** | who_said_it, comparing_voices |
# | **New words** | corpus, document, document frequency, merge, script, command line |
#
# Run this cell first. It loads the article, and with it twelve short news stories of a town. The town is called
# Tarrowmere, and **it is invented**, with everybody who lives there: the stories were written for this course,
# so that there is something small to practice on.

# %%
import subprocess
import sys
import tempfile
from collections import Counter

from textkit import (
    STOPWORDS,
    Document,
    corpus_frequency,
    corpus_keyness,
    corpus_speakers,
    load_article,
    read_corpus,
    tokenize,
)
from textkit.charts import plot_bars, side_by_side
from textkit.course import begin, keep

check, hint, progress = begin("from_one_to_thousands", globals())
article = load_article()
documents = list(read_corpus("seeds/town_news"))
documents.append(Document("the article", article.text))
print(len(documents), "documents")

# %% [markdown]
# ## Recall
#
# ### Exercise How often in a set?
#
# A story has the word *flood* in it six times. How often is *flood* in `set(tokenize(story, lower=True))`?
#
# - **a** Six times, as in the story.
# - **b** Once.
# - **c** Not at all: a set has no order, so it has no words.

# %%
answer = ...
### BEGIN SOLUTION
answer = "b"
### END SOLUTION
check("in_a_set")

# %% [markdown]
# ### Exercise A log ratio of 2
#
# In a table of keyness a word has a log ratio of 2. What does that say?
#
# - **a** Its rate in the target is two times its rate in the reference.
# - **b** Its rate in the target is four times its rate in the reference.
# - **c** It comes up twice more in the target than in the reference.

# %%
answer = ...
### BEGIN SOLUTION
answer = "b"
### END SOLUTION
check("log_ratio")

# %% [markdown]
# ## A corpus is many documents
#
# A collection of texts is a **corpus**, and each text in it is a **document**. `read_corpus` reads a folder and
# gives a document for each file: a pair of its name and its text. `append`, in the cell at the top, put the
# article at the end of the list. Here are the first document and then the lengths of all. Remember that a `for`
# loop can take pairs apart.

# %%
print(documents[0].name)
print(documents[0].text[:300])

# %%
for name, text in documents:
    print(len(tokenize(text)), name)

# %% [markdown]
# Everything that you know works here, too: it only stands in a loop. And the loop does not care whether it goes
# round 13 times or 13,000 times.
#
# ## Often, or everywhere?
#
# In one article a word has one number, its count. In a corpus it has two: the count over all documents, and its
# **document frequency**, the number of documents that it is in.
#
# ### Exercise Count and documents
#
# Here is a tiny corpus of three documents. What are the count and the document frequency of *rain*? Write both
# down before you run the cell after it.

# %%
tiny = [
    ("Monday", "Rain and rain and rain"),
    ("Tuesday", "Sun and rain"),
    ("Wednesday", "Sun and fog"),
]
my_count = ...
my_documents = ...
### BEGIN SOLUTION
my_count = 4
my_documents = 2
### END SOLUTION
check("count_and_documents")

# %%
corpus_frequency(tiny, lower=True)

# %% [markdown]
# `corpus_frequency` makes the table that you know from chapter [[frequency]], over all documents, with two more columns: in
# how many `documents` the word is, and which share of them that is. Look at *and* and *rain*: the same count,
# and yet one is there every day and the other not. A word can be frequent because it is everywhere, or because
# one day is full of it.
#
# ## By hand
#
# A list comprehension over pairs takes them apart as a loop does. These are the names of the long documents:

# %%
[name for name, text in documents if len(tokenize(text)) > 155]

# %% [markdown]
# ### Exercise Which documents hold it?
#
# Make the list `names`: the names of all `documents` in which the word *bus* comes up, in whatever case it is
# printed. Mind that *business* is another word.

# %%
names = ...
### BEGIN SOLUTION
names = [name for name, text in documents if "bus" in tokenize(text, lower=True)]
### END SOLUTION
check("holding")

# %% [markdown]
# Now the counts. A `Counter` can go on counting: `update` adds the words of one more document to what is there.

# %%
counts = Counter()
for name, text in documents:
    counts.update(tokenize(text, lower=True))
counts.most_common(5)

# %% [markdown]
# ### Exercise Find the bug
#
# `count_all` should count the words of all documents together. Its answer for the tiny corpus is much too small.
# Find what is wrong and fix it.


# %%
def count_all(documents):
    for name, text in documents:
        counted = Counter()
        counted.update(tokenize(text, lower=True))
    return counted


### BEGIN SOLUTION
def count_all(documents):
    counted = Counter()
    for name, text in documents:
        counted.update(tokenize(text, lower=True))
    return counted


### END SOLUTION
print(count_all(tiny))
check("count_all")

# %% [markdown]
# ## Many hands
#
# Thirteen documents are counted before you notice. A newspaper's archive is not, and then the work is shared out: one
# helper counts one half, another the other half, at the same time. At the end their results must be put together, or
# **merged**.
#
# ### Exercise What can be added?
#
# Each of two helpers has half of the documents. Which of their results can you simply add up, and get the number
# for all documents?
#
# - **a** Each word's count.
# - **b** The number of types.
# - **c** Each word's rate per 1,000 tokens.

# %%
answer = ...
### BEGIN SOLUTION
answer = "a"
### END SOLUTION
check("what_adds_up")

# %% [markdown]
# Counters know how to be added. Before you run the cell: will each of the three lines say `True` or `False`?

# %%
first, second = Counter(), Counter()
for name, text in documents[:6]:
    first.update(tokenize(text, lower=True))
for name, text in documents[6:]:
    second.update(tokenize(text, lower=True))

print("the same counts:   ", first + second == counts)
print("in another order:  ", second + first == counts)
print("types added up:    ", len(first) + len(second) == len(counts))

# %% [markdown]
# That is the whole idea of counting in parallel. `corpus_frequency` does it by itself when a corpus is large: it
# gives a batch of documents to every core of your computer and merges their counters. With one word more,
# `client=`, the batches go to a whole cluster of computers. Since counts can be added in any order, **the table
# is the same**, whoever helps. And no computer ever holds more than a few batches of text, so that the corpus
# may be larger than its memory.
#
# ### Exercise A rate over the corpus
#
# How often does *flood* come up in every 1,000 tokens of the whole corpus? Put the number into `rate`. The counts
# are in `counts`, and `counts.total()` adds them all up.

# %%
rate = ...
### BEGIN SOLUTION
rate = counts["flood"] / counts.total() * 1000
### END SOLUTION
check("corpus_rate")

# %% [markdown]
# ## Two halves of the stories
#
# The stories of the town are in the order of their weeks. What was in the news in the first six weeks, and what
# in the last six? Keyness takes the tables of the two halves. Expect some words before you run the cells.

# %%
spring = corpus_frequency(documents[:6], lower=True)
summer = corpus_frequency(documents[6:12], lower=True)
weeks = corpus_keyness(spring, summer)
weeks[["token", "target_count", "reference_count", "log_ratio"]].head(5)

# %%
weeks[["token", "target_count", "reference_count", "log_ratio"]].tail(5)

# %% [markdown]
# The first half is the time of the *flood*, the second that of the *festival*. And of the *otter*? Here is in
# how many of the second six stories each of these words comes up:

# %%
summer[summer["token"].isin(["festival", "otter"])][["token", "count", "documents"]]

# %% [markdown]
# One story that repeats its word is enough to make a keyword. Keyness looks at counts only, so look at the
# documents as well.
#
# ## Who speaks, over all documents?
#
# `corpus_speakers` is chapter [[who_said_it]] over a corpus: a league table of everybody who is quoted. Its last column,
# `documents`, says in how many documents. People are told apart by their names alone. Do you see somebody who is
# there twice, under two names? And a row that is nobody's name at all? The tool's mistakes add up over a corpus,
# too.

# %%
speakers = corpus_speakers(documents)
speakers[["speaker", "quotes", "words", "documents"]]

# %% [markdown]
# ### Exercise Quoted in the most documents
#
# Who is quoted in the most documents? Put the name into `speaker`, in quotation marks, and into `share` the
# share of all `documents` in which that speaker is quoted, between 0 and 1. You may read the name off the table.

# %%
speaker = ...
share = ...
### BEGIN SOLUTION
most = speakers[speakers["documents"] == max(speakers["documents"])]
speaker = most["speaker"].iloc[0]
share = most["documents"].iloc[0] / len(documents)
### END SOLUTION
check("most_documents")

# %% [markdown]
# ## A script
#
# A notebook is for thinking: try, look, explain. For work that is done every week, or by a computer on its own,
# there is the **script**: a file of Python that runs from top to bottom when you call it by its name. You call
# it on the **command line**, the window where a computer is told in words what to do:
#
#     python words.py seeds/town_news
#
# What stands after the name reaches the script in the list `sys.argv`. `sys.argv[0]` is the script itself, so
# what is for it begins at 1: `sys.argv[1:]`.
#
# ### Exercise Put the script in order
#
# These lines are a script (its imports left out) that prints the three most frequent words of the corpus that it
# is called with. They are out of order, and one of them is not needed. Write the letters of the others in the
# right order into `order`.

# %%
lines = {
    "A": "for name, text in read_corpus(sys.argv[1:]):",
    "B": "    counts.update(tokenize(text, lower=True))",
    "C": "counts = Counter()",
    "D": "    counts.update(text)",
    "E": "print(counts.most_common(3))",
}
order = ...
### BEGIN SOLUTION
order = "CABE"
### END SOLUTION
check("script")

# %% [markdown]
# Now for real. The script goes into a temporary folder, one that is thrown away at the end. A cell that begins
# with `%%writefile` does not run. It writes itself into the file that is named there.

# %%
folder = tempfile.TemporaryDirectory()
script = folder.name + "/words.py"

# %%
# %%writefile "{script}"
"""Print the three most frequent words of a corpus: python words.py FOLDER OR FILES"""

import sys
from collections import Counter

from textkit import read_corpus, tokenize

counts = Counter()
for name, text in read_corpus(sys.argv[1:]):
    counts.update(tokenize(text, lower=True))
print(counts.most_common(3))

# %% [markdown]
# `subprocess.run` calls a program as you would on the command line. The list holds the words of the command:
# `sys.executable` is the Python that runs this notebook, then come the script and what it is to read, a folder and a
# file. `stdout` is what the program printed, and `stderr` holds its complaints, if it had any.

# %%
done = subprocess.run(
    [sys.executable, script, "seeds/town_news", article.source], capture_output=True, text=True
)
print(done.stdout, done.stderr)

# %%
counts.most_common(3)

# %% [markdown]
# The same three words, from a program that knows nothing of this notebook. You can send it to somebody, or give it
# another folder.
#
# ## Read the chart
#
# Back to the corpus. These are its content words on top, in the same order in two charts: first their count, then the
# number of their documents. Look for a long bar in the first with a short one in the second.

# %%
table = corpus_frequency(documents, lower=True)
content = table[~table["token"].isin(STOPWORDS)].head(15)
side_by_side(
    plot_bars(content, label="token", value="count", title="How often"),
    plot_bars(content, label="token", value="documents", title="In how many documents"),
)

# %% [markdown]
# (`~` turns a condition around: these are the rows whose token is *not* in the list.)
#
# - *What it shows:* which words are frequent in the corpus, and which of them are frequent because they are
#   everywhere.
# - *What it hides:* how long the documents are. One long document among short ones can lift its words to the top
#   all alone. And when: that in the stories *flood* and *festival* never meet is not to be seen.
# - *What a careless reader would conclude:* that a word with a high count matters in every document.
#
# **Explain.** Take two words with similar bars in the first chart and different ones in the second. In two
# or three sentences: what do the two numbers say about each, and which of the words would you use to say what
# the *corpus* is about?
#
# *A good answer names both numbers of both words, says where the count of the second one comes from (open the
# document and look), and chooses by the question that is asked, not by the longer bar.*

# %% [markdown]
# *Your answer:*

# %% [markdown]
# ## Exit
#
# Write one claim about the corpus with a count *and* a number of documents as its evidence. For example: "… is
# quoted more often, but … is heard in more documents: …".
#
# Put it into the case file, in place of the three dots:

# %%
keep("…")

# %%
progress()

# %% [markdown]
# ## Go further
#
# Change the script in its cell so that it leaves out the `STOPWORDS` and prints ten words, run the cell and call
# it again. (If the folder is gone already, begin with the cell that makes it.) Then make a folder of texts of
# your own and give the script its name. What cannot be read, such as a PDF, is passed over, and `read_corpus`
# warns you. Try this, too:

# %%
problems = []
read = list(read_corpus(["seeds/town_news", "seeds/no_such_file.txt"], problems=problems))
print(len(read), "documents;", len(problems), "problem:", problems[0])

# %% [markdown]
# For the usual tables there is a command that you need not write. On the command line it is called
# `textkit frequency seeds/town_news --top 10`, and from a notebook so:

# %%
done = subprocess.run(
    [sys.executable, "-m", "textkit", "frequency", "seeds/town_news", "--top", "10"],
    capture_output=True,
    text=True,
)
print(done.stdout, done.stderr)

# %% [markdown]
# With `"--help"` in place of what follows `"textkit"` it lists all that it can do. Last, tidy up: this throws the
# temporary folder away, with the script in it.

# %%
folder.cleanup()
