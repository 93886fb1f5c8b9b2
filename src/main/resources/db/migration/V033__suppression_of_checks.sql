-- Checks that somebody answers for although they fail. Never deleted: one ends, or expires.
CREATE TABLE check_suppression (
    id         uuid PRIMARY KEY,
    vendor_id  uuid        NOT NULL REFERENCES vendor,
    check_id   text        NOT NULL,
    target     text,
    reason     text        NOT NULL,
    author     text        NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL CHECK (expires_at > created_at),
    ended_at   timestamptz,
    ended_by   text,
    CHECK ((ended_at IS NULL) = (ended_by IS NULL))
);
COMMENT ON COLUMN check_suppression.target IS 'null for every target of the check';
CREATE INDEX check_suppression_vendor ON check_suppression (vendor_id, id);
