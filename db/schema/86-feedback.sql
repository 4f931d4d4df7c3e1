-- SPDX-License-Identifier: MIT
-- What a sender gets to read of the jury's feedback: one text a submission of a round, in the languages it goes out in,
-- put together by the office of what the jurors wrote in their reviews. `cleared`: when somebody read it and found that it
-- can go; a changed text is not cleared any more.
CREATE TABLE feedback (
    id INTEGER PRIMARY KEY, -- clear
    round_item_id INTEGER NOT NULL UNIQUE REFERENCES round_item (id), -- clear
    text_fi TEXT NOT NULL, -- personal
    text_sv TEXT NOT NULL, -- personal
    text_en TEXT NOT NULL, -- personal
    cleared INTEGER, -- clear
    cleared_by INTEGER REFERENCES account (id), -- clear
    v INTEGER NOT NULL DEFAULT 1, -- clear
    salt BLOB DEFAULT (randomblob(16)), -- personal
    CHECK (cleared_by IS NULL OR cleared IS NOT NULL)
) STRICT;
CREATE INDEX feedback_by_clearer ON feedback (cleared_by);
