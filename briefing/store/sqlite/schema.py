"""The library's tables, as steps from an empty file to the present form."""

from __future__ import annotations

APPLICATION_ID = 0x62726965
"""ASCII "brie", in the header of every library file."""

_FIRST = """
CREATE TABLE articles (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    version INTEGER NOT NULL,
    title TEXT NOT NULL,
    language TEXT NOT NULL,
    direction TEXT NOT NULL,
    url TEXT,
    source TEXT,
    author TEXT,
    published TEXT,
    added TEXT NOT NULL,
    updated TEXT NOT NULL,
    sections INTEGER NOT NULL,
    quotes INTEGER NOT NULL,
    analysis_version INTEGER NOT NULL
);
CREATE INDEX articles_by_arrival ON articles (added DESC, number DESC);

CREATE TABLE keys (
    key TEXT PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE
) WITHOUT ROWID;

CREATE TABLE bodies (
    article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    version INTEGER NOT NULL,
    content TEXT NOT NULL,
    text BLOB NOT NULL,
    removed BLOB NOT NULL,
    UNIQUE (article, version)
);

CREATE TABLE sections (
    article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    heading TEXT,
    label TEXT,
    topics TEXT NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    paragraphs TEXT NOT NULL,
    PRIMARY KEY (article, version, position)
) WITHOUT ROWID;

CREATE TABLE quotes (
    article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    version INTEGER NOT NULL,
    number INTEGER NOT NULL,
    id TEXT NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    text TEXT NOT NULL,
    kind TEXT NOT NULL,
    speaker TEXT,
    person TEXT,
    evidence TEXT NOT NULL,
    mention TEXT,
    mention_start INTEGER,
    mention_end INTEGER,
    cue TEXT,
    section INTEGER NOT NULL,
    closed INTEGER NOT NULL,
    tail_start INTEGER,
    tail_end INTEGER,
    tail_certain INTEGER,
    carried_from INTEGER,
    rule TEXT NOT NULL,
    confidence REAL NOT NULL,
    PRIMARY KEY (article, version, number)
) WITHOUT ROWID;
CREATE INDEX quotes_by_speaker ON quotes (speaker) WHERE speaker IS NOT NULL;
"""

# The index keeps no text of its own (content=''), and SQLite 3.40 can only take an entry out of it by the very text
# that went in: store.fulltext makes that text anew. The tokenizer parts at blanks only; words come from text.words.
# Prefixes of three and four letters have entries of their own: a search by a longer one merges the lists of few words.
# `words` is never ranked, so it needs no lengths (columnsize).
# Up to 32 MB of new entries are sorted in memory (hashsize; 1 MB by default): one b-tree for a whole transaction
# instead of dozens that have to be merged.
_SEARCH = """
ALTER TABLE articles ADD COLUMN fold_version INTEGER NOT NULL DEFAULT 0;

CREATE VIRTUAL TABLE phrases USING fts5(title, headings, body, content='', tokenize='ascii');

CREATE VIRTUAL TABLE words USING fts5(
    word, content='', columnsize=0, detail='none', prefix='3 4', tokenize='ascii'
);
INSERT INTO phrases (phrases, rank) VALUES ('hashsize', 33554432);
INSERT INTO words (words, rank) VALUES ('hashsize', 33554432);
INSERT INTO phrases (phrases, rank) VALUES ('automerge', 8);
INSERT INTO words (words, rank) VALUES ('automerge', 8);

CREATE TABLE aliased (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    article INTEGER NOT NULL
);

CREATE INDEX keys_by_article ON keys (article);
CREATE INDEX articles_by_source ON articles (source) WHERE source IS NOT NULL;
CREATE INDEX articles_by_author ON articles (author) WHERE author IS NOT NULL;
CREATE INDEX sections_by_label ON sections (label) WHERE label IS NOT NULL;
CREATE INDEX sections_by_topics ON sections (topics);
"""

_TRASH = """
CREATE TABLE trash (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    title TEXT NOT NULL,
    at TEXT NOT NULL,
    reason TEXT NOT NULL,
    rows BLOB NOT NULL
);

CREATE TABLE removed_keys (
    key TEXT PRIMARY KEY,
    number INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX removed_keys_by_number ON removed_keys (number);
"""

# An item's article is no foreign key: an item whose article was removed is known all the same, and does not come again.
_FEEDS = """
CREATE TABLE feeds (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    url TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    site TEXT,
    tags TEXT NOT NULL,
    private INTEGER NOT NULL,
    full_text TEXT NOT NULL,
    added TEXT NOT NULL,
    etag TEXT,
    last_modified TEXT,
    checked TEXT,
    succeeded TEXT,
    due TEXT,
    failures INTEGER NOT NULL DEFAULT 0,
    problem TEXT
);

CREATE TABLE feed_items (
    feed INTEGER NOT NULL REFERENCES feeds ON DELETE CASCADE,
    key TEXT NOT NULL,
    content TEXT NOT NULL,
    article INTEGER,
    PRIMARY KEY (feed, key)
) WITHOUT ROWID;
CREATE INDEX feed_items_by_article ON feed_items (article);

CREATE TABLE stubs (
    article INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
    feed INTEGER NOT NULL REFERENCES feeds ON DELETE CASCADE,
    tries INTEGER NOT NULL,
    due TEXT NOT NULL
);
CREATE INDEX stubs_by_feed ON stubs (feed, due);

CREATE TABLE superseded (
    article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    version INTEGER NOT NULL,
    title TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (article, version)
) WITHOUT ROWID;
"""

_IDENTITY = """
ALTER TABLE articles ADD COLUMN agency TEXT;
ALTER TABLE sections ADD COLUMN specific TEXT;
ALTER TABLE sections ADD COLUMN body_topics TEXT NOT NULL DEFAULT '[]';
CREATE INDEX articles_by_agency ON articles (agency) WHERE agency IS NOT NULL;
CREATE INDEX quotes_by_person ON quotes (person) WHERE person IS NOT NULL;
"""

MIGRATIONS: tuple[str, ...] = (_FIRST, _SEARCH, _TRASH, _FEEDS, _IDENTITY)
"""Step k turns a library of schema version k into one of version k + 1."""

SCHEMA_VERSION = len(MIGRATIONS)
