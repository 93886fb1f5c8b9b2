-- Annual statements that vendors have told us. Kept when they are replaced or removed: what was believed on a day can be told.
CREATE TABLE stated_statement (
    id              uuid PRIMARY KEY,
    vendor_id       uuid             NOT NULL REFERENCES vendor,
    fiscal_year_end date             NOT NULL,
    lines           jsonb            NOT NULL,
    currency        text             NOT NULL,
    exchange_rate   double precision NOT NULL CHECK (exchange_rate > 0),
    source          text             NOT NULL,
    as_of           date             NOT NULL,
    confidence      double precision NOT NULL CHECK (confidence BETWEEN 0 AND 1),
    entered_at      timestamptz      NOT NULL,
    entered_by      text             NOT NULL,
    ended_at        timestamptz,
    ended_by        text,
    CHECK ((ended_at IS NULL) = (ended_by IS NULL))
);
COMMENT ON COLUMN stated_statement.lines IS 'in millions of US dollars, whatever currency they were told in';
CREATE UNIQUE INDEX stated_statement_current ON stated_statement (vendor_id, fiscal_year_end) WHERE ended_at IS NULL;
