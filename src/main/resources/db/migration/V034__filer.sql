-- The figures that companies have filed with the SEC, by their number there: vendors that are one company share them.
CREATE TABLE filer (
    cik      bigint PRIMARY KEY,
    name     text        NOT NULL,
    report   text        NOT NULL,
    complete boolean     NOT NULL,
    read_at  timestamptz NOT NULL,
    facts    json        NOT NULL
);
