-- One row per vendor and UTC day; the day's row is rewritten until the day is over.
CREATE TABLE health_snapshot (
    vendor_id  uuid        NOT NULL REFERENCES vendor,
    day        date        NOT NULL,
    as_of      timestamptz NOT NULL,
    index      int,
    grade      text,
    trend      text        NOT NULL,
    confidence double precision NOT NULL,
    rule_set   text        NOT NULL,
    uptime     int,
    latency    int,
    security   int,
    financial  int,
    health     jsonb       NOT NULL,
    PRIMARY KEY (vendor_id, day)
);
