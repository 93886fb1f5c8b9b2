-- Events have value NULL and live for ever; a state row is superseded when the check says something else.
CREATE TABLE fact (
    id            uuid PRIMARY KEY,
    vendor_id     uuid        NOT NULL REFERENCES vendor,
    probe_id      uuid,
    dimension     text        NOT NULL,
    signal        text        NOT NULL,
    key           text        NOT NULL,
    value         text,
    occurred_at   timestamptz NOT NULL,
    known_at      timestamptz NOT NULL,
    superseded_at timestamptz,
    source        text        NOT NULL,
    detail        jsonb       NOT NULL DEFAULT '{}'
);
CREATE UNIQUE INDEX fact_current ON fact (vendor_id, key) WHERE superseded_at IS NULL;
CREATE INDEX fact_vendor ON fact (vendor_id, dimension, occurred_at);
