-- Range-partitioned by the UTC day of due_at; partitions are made ahead and dropped whole by retention.
CREATE TABLE observation (
    id          uuid             NOT NULL,
    probe_id    uuid             NOT NULL,
    vendor_id   uuid             NOT NULL,
    kind        text             NOT NULL,
    due_at      timestamptz      NOT NULL,
    started_at  timestamptz      NOT NULL,
    every_ms    bigint           NOT NULL,
    outcome     text             NOT NULL,
    cause       text             NOT NULL,
    reason      text             NOT NULL,
    duration_ms double precision NOT NULL,
    dns_ms      double precision,
    connect_ms  double precision,
    tls_ms      double precision,
    first_byte_ms double precision,
    transfer_ms double precision,
    detail      jsonb            NOT NULL DEFAULT '{}',
    attempts    jsonb            NOT NULL DEFAULT '[]',
    node        text             NOT NULL,
    PRIMARY KEY (probe_id, due_at)
) PARTITION BY RANGE (due_at);
CREATE INDEX observation_vendor ON observation (vendor_id, due_at);

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
