-- The older filings of companies, by the page of the SEC's list on which they are: only those that mean something to us.
CREATE TABLE filer_page (
    cik     bigint      NOT NULL,
    name    text        NOT NULL,
    read_at timestamptz NOT NULL,
    filings json        NOT NULL,
    PRIMARY KEY (cik, name)
);

-- What the texts of filings say beyond their form and items, by the filings that were read; nothing where one said nothing.
CREATE TABLE filer_document (
    cik       bigint      NOT NULL,
    accession text        NOT NULL,
    read_at   timestamptz NOT NULL,
    said      json        NOT NULL,
    PRIMARY KEY (cik, accession)
);
