-- A probe's number in the history, which is shorter than its id, and what is the same for all its observations.
CREATE TABLE series (
    number      integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    probe_id    uuid NOT NULL UNIQUE,
    vendor_id   uuid NOT NULL,
    kind        text NOT NULL,
    deciding    boolean NOT NULL
);
CREATE INDEX series_vendor ON series (vendor_id);

-- What observations say beside their figures. Most of a probe's observations say the same, so it is stored once. Ids may begin
-- anew: by then the first ones are long deleted.
CREATE TABLE evidence (
    id          integer GENERATED ALWAYS AS IDENTITY (CYCLE) PRIMARY KEY,
    digest      uuid  NOT NULL UNIQUE,
    last_seen   date  NOT NULL,
    cause       text  NOT NULL,
    reason      text  NOT NULL,
    every_ms    bigint NOT NULL,
    detail      jsonb NOT NULL,
    attempts    jsonb NOT NULL,
    node        text  NOT NULL
);
CREATE INDEX evidence_last_seen ON evidence USING brin (last_seen);

-- Range-partitioned by the UTC day of due_at; partitions are made ahead and dropped whole by retention.
-- The columns are in this order, and as narrow as they are, because a row then takes 56 bytes instead of 64.
-- Indexes are full: they are built anew when their day is over, and nothing is inserted afterwards but what comes late.
-- Times are codes on a logarithmic scale, see core.sketch.TimingCode; outcomes U, G (degraded), D, X (unknown).
CREATE TABLE observation (
    due_at      timestamptz NOT NULL,
    evidence    integer  NOT NULL,
    series      integer  NOT NULL,
    lateness    smallint NOT NULL,
    duration    smallint NOT NULL,
    dns         smallint NOT NULL,
    connect     smallint NOT NULL,
    tls         smallint NOT NULL,
    first_byte  smallint NOT NULL,
    transfer    smallint NOT NULL,
    outcome     "char"   NOT NULL,
    PRIMARY KEY (series, due_at) WITH (fillfactor = 100)
) PARTITION BY RANGE (due_at);

CREATE INDEX observation_due ON observation USING brin (due_at) WITH (autosummarize = on);

-- Observations as people read them.
CREATE FUNCTION milliseconds(code smallint) RETURNS double precision LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN code > 1 THEN round(exp((code - 2) * ln(3.6e9::float8) / 32765)) / 1000 WHEN code = 1 THEN 0 END;
CREATE VIEW observed AS
    SELECT s.probe_id, s.vendor_id, s.kind, s.deciding, o.due_at,
           o.due_at + milliseconds(o.lateness) * interval '1 millisecond' AS started_at, e.every_ms,
           CASE o.outcome WHEN 'U' THEN 'UP' WHEN 'G' THEN 'DEGRADED' WHEN 'D' THEN 'DOWN' ELSE 'UNKNOWN' END AS outcome,
           e.cause, e.reason, milliseconds(o.duration) AS duration_ms, milliseconds(o.dns) AS dns_ms,
           milliseconds(o.connect) AS connect_ms, milliseconds(o.tls) AS tls_ms, milliseconds(o.first_byte) AS first_byte_ms,
           milliseconds(o.transfer) AS transfer_ms, e.detail, e.attempts, e.node
      FROM observation o JOIN series s ON s.number = o.series JOIN evidence e ON e.id = o.evidence;

-- Summaries of five minutes, an hour and a day: how many observations said what, how long the good ones took (sketches, see
-- history.Timings), and which runs they make (see history.Runs; not kept for five minutes).
CREATE TABLE rollup_5m (
    at          timestamptz NOT NULL,
    series      integer  NOT NULL,
    up          smallint NOT NULL,
    degraded    smallint NOT NULL,
    down        smallint NOT NULL,
    unknown     smallint NOT NULL,
    timings     bytea    NOT NULL,
    runs        bytea    NOT NULL,
    PRIMARY KEY (series, at) WITH (fillfactor = 100)
) PARTITION BY RANGE (at);
CREATE TABLE rollup_hour (LIKE rollup_5m, PRIMARY KEY (series, at) WITH (fillfactor = 100));
CREATE TABLE rollup_day (LIKE rollup_5m, PRIMARY KEY (series, at) WITH (fillfactor = 100));

-- The times that have observations, and how far each is summarised: 0 still open, 1 over, 2 summarised, 3 late data came after.
CREATE TABLE rollup_slot (
    level       text        NOT NULL,
    at          timestamptz NOT NULL,
    state       smallint    NOT NULL DEFAULT 0,
    PRIMARY KEY (level, at)
);
CREATE INDEX rollup_slot_open ON rollup_slot (level, at) WHERE state <> 2;

-- The latest observation of each probe, so that lists need not search the partitions.
CREATE TABLE probe_state (
    probe_id    uuid PRIMARY KEY REFERENCES probe,
    vendor_id   uuid             NOT NULL,
    due_at      timestamptz      NOT NULL,
    outcome     text             NOT NULL,
    since       timestamptz      NOT NULL,
    cause       text             NOT NULL,
    reason      text             NOT NULL,
    duration_ms double precision NOT NULL
) WITH (fillfactor = 70);
CREATE INDEX probe_state_vendor ON probe_state (vendor_id);
