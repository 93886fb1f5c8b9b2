-- What watched pages said when we last looked, by the SHA-256 of their address and the part of them that is watched.
CREATE TABLE page_text (
    page_hash bytea       PRIMARY KEY,
    url       text        NOT NULL,
    seen_at   timestamptz NOT NULL,
    -- Of the text that changes are told against.
    sha256    bytea       NOT NULL,
    -- That text, what differs from it without being confirmed yet, and the last changes: JSON, compressed.
    state     bytea       NOT NULL CHECK (octet_length(state) <= 2097152)
);
CREATE INDEX page_text_seen ON page_text (seen_at);
