-- From where a probe looks: an empty list is anywhere; without a quorum more than half of the locations must agree.
ALTER TABLE probe
    ADD COLUMN locations jsonb NOT NULL DEFAULT '[]',
    ADD COLUMN quorum    int CHECK (quorum >= 1);

-- One row per probe that may run anywhere (location ''), or per location that it asks for. The index of the first is as small
-- as if there were no locations.
ALTER TABLE probe_schedule
    ADD COLUMN location text NOT NULL DEFAULT '',
    DROP CONSTRAINT probe_schedule_pkey,
    ADD PRIMARY KEY (probe_id, location);
DROP INDEX probe_schedule_due;
CREATE INDEX probe_schedule_due ON probe_schedule (next_due) WHERE location = '';
CREATE INDEX probe_schedule_due_at_location ON probe_schedule (location, next_due) WHERE location <> '';

ALTER TABLE probe_lease
    ADD COLUMN location text NOT NULL DEFAULT '',
    DROP CONSTRAINT probe_lease_pkey,
    ADD PRIMARY KEY (probe_id, due_at, location);

-- The due times of probes with locations that have answers and no verdict yet; after until the verdict waits for nobody.
CREATE TABLE probe_round (
    probe_id uuid        NOT NULL,
    due_at   timestamptz NOT NULL,
    until    timestamptz NOT NULL,
    PRIMARY KEY (probe_id, due_at)
);
CREATE INDEX probe_round_until ON probe_round (until);

-- The nodes that run probes, and when each last said so.
CREATE TABLE node (
    name     text PRIMARY KEY,
    location text        NOT NULL,
    seen_at  timestamptz NOT NULL
);

-- What counts is the series with location ''; the others are what each location saw.
ALTER TABLE series
    ADD COLUMN location text NOT NULL DEFAULT '',
    DROP CONSTRAINT series_probe_id_key,
    ADD UNIQUE (probe_id, location);

CREATE OR REPLACE VIEW observed AS
    SELECT s.probe_id, s.vendor_id, s.kind, s.deciding, o.due_at,
           o.due_at + milliseconds(o.lateness) * interval '1 millisecond' AS started_at, e.every_ms,
           CASE o.outcome WHEN 'U' THEN 'UP' WHEN 'G' THEN 'DEGRADED' WHEN 'D' THEN 'DOWN' ELSE 'UNKNOWN' END AS outcome,
           e.cause, e.reason, milliseconds(o.duration) AS duration_ms, milliseconds(o.dns) AS dns_ms,
           milliseconds(o.connect) AS connect_ms, milliseconds(o.tls) AS tls_ms, milliseconds(o.first_byte) AS first_byte_ms,
           milliseconds(o.transfer) AS transfer_ms, e.detail, e.attempts, e.node, s.location
      FROM observation o JOIN series s ON s.number = o.series JOIN evidence e ON e.id = o.evidence;
