-- What jobs have told us, by the SHA-256 of the key they called; the key itself is a setting of their probe.
CREATE TABLE heartbeat_ping (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    key_hash  bytea       NOT NULL,
    at        timestamptz NOT NULL,
    kind      text        NOT NULL CHECK (kind IN ('SUCCESS', 'START', 'FAIL')),
    exit_code int         CHECK (exit_code BETWEEN 0 AND 255),
    payload   text
);
CREATE INDEX heartbeat_ping_key ON heartbeat_ping (key_hash, id);

-- When we last looked for each key, and the last time that we did not look for so long that calls may have been lost.
CREATE TABLE heartbeat_watch (
    key_hash  bytea PRIMARY KEY,
    looked_at timestamptz NOT NULL,
    away_from timestamptz,
    away_to   timestamptz
) WITH (fillfactor = 70);

CREATE INDEX probe_heartbeat ON probe (sha256((settings ->> 'key')::bytea))
 WHERE kind = 'heartbeat' AND removed_at IS NULL;
