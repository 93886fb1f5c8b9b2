-- The dimensions that the underlying index is the mean of, each as the power of two of its place; 0 where that is not told.
-- Without filings a dimension may have no score though it has one with them.
ALTER TABLE health_snapshot ADD COLUMN underlying_of smallint NOT NULL DEFAULT 0;

DROP INDEX health_snapshot_days;
CREATE INDEX health_snapshot_days ON health_snapshot (vendor_id, rule_set, day)
    INCLUDE (underlying, scope, underlying_of);
