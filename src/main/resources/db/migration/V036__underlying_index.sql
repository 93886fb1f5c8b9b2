-- A slip is looked for in years of days: their indices without what filings take, read without the snapshots they stand in.
ALTER TABLE health_snapshot ADD COLUMN underlying int;
UPDATE health_snapshot SET underlying = coalesce((health ->> 'underlying')::int, index);
CREATE INDEX health_snapshot_days ON health_snapshot (vendor_id, rule_set, day) INCLUDE (underlying);
