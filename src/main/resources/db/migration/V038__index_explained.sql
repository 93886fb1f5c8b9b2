-- What a vendor is judged by on our side: its probes with their settings, and the checks that somebody answers for. Another
-- number is another choice, and what the index moves by with it is no change of the vendor.
CREATE FUNCTION health_scope(uuid, timestamptz) RETURNS int LANGUAGE sql STABLE AS $$
    SELECT ('x' || left(md5(coalesce(string_agg(part, ',' ORDER BY part), '')), 8))::bit(32)::int
      FROM (SELECT id::text || settings::text AS part FROM probe WHERE vendor_id = $1 AND removed_at IS NULL
            UNION ALL
            SELECT id::text FROM check_suppression
             WHERE vendor_id = $1 AND created_at <= $2 AND expires_at > $2 AND (ended_at IS NULL OR ended_at > $2)) parts
$$;
ALTER TABLE health_snapshot ADD COLUMN scope int NOT NULL DEFAULT 0;

-- Slips are looked for among days that are alike: what has a score is read without the snapshots it stands in.
DROP INDEX health_snapshot_days;
CREATE INDEX health_snapshot_days ON health_snapshot (vendor_id, rule_set, day)
    INCLUDE (underlying, scope, uptime, latency, security, financial);

-- Days from which on the level of a vendor's index is known and accepted. Never deleted: one ends.
CREATE TABLE health_baseline (
    id         uuid PRIMARY KEY,
    vendor_id  uuid        NOT NULL REFERENCES vendor,
    since      date        NOT NULL,
    reason     text        NOT NULL,
    author     text        NOT NULL,
    created_at timestamptz NOT NULL,
    ended_at   timestamptz,
    ended_by   text,
    CHECK ((ended_at IS NULL) = (ended_by IS NULL))
);
CREATE INDEX health_baseline_vendor ON health_baseline (vendor_id, id);
