-- What status pages said, for longer than observations are kept: one row for consecutive readings of one UTC day that said the
-- same. There is none for a time in which a page could not be read.
CREATE TABLE page_claim (
    series      integer     NOT NULL REFERENCES series,
    since       timestamptz NOT NULL,
    until       timestamptz NOT NULL,
    every_ms    bigint      NOT NULL,
    admits      boolean     NOT NULL,
    PRIMARY KEY (series, since)
);
