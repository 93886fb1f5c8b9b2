-- When each probe is due next. Rows change with every run, so they are kept apart from the probe's settings and stay narrow.
CREATE TABLE probe_schedule (
    probe_id  uuid PRIMARY KEY REFERENCES probe,
    every_ms  bigint      NOT NULL,
    next_due  timestamptz NOT NULL
) WITH (fillfactor = 70);
CREATE INDEX probe_schedule_due ON probe_schedule (next_due);

-- One claimed due time of one probe. Whoever holds the token may store the result; after lease_until anybody may take it over.
CREATE TABLE probe_lease (
    probe_id    uuid        NOT NULL,
    due_at      timestamptz NOT NULL,
    token       uuid        NOT NULL,
    node        text        NOT NULL,
    lease_until timestamptz NOT NULL,
    takeovers   int         NOT NULL DEFAULT 0,
    PRIMARY KEY (probe_id, due_at)
);
CREATE INDEX probe_lease_expiry ON probe_lease (lease_until);
