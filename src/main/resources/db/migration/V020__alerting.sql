-- What the decision to fire rests on: a list of {at, bad}, empty once the episode has fired.
ALTER TABLE alert_episode DROP COLUMN bad_streak;
ALTER TABLE alert_episode ADD COLUMN recent jsonb NOT NULL DEFAULT '[]';

CREATE TABLE silence (
    id         uuid PRIMARY KEY,
    matchers   text[]      NOT NULL CHECK (cardinality(matchers) > 0),
    starts_at  timestamptz NOT NULL,
    ends_at    timestamptz NOT NULL CHECK (ends_at >= starts_at),
    comment    text        NOT NULL,
    created_by text        NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    version    int         NOT NULL DEFAULT 0
);
CREATE INDEX silence_end ON silence (ends_at);

-- Alerts that another monitoring system has pushed, and when they are over unless it pushes them again.
CREATE TABLE pushed_alert (
    vendor_id uuid        NOT NULL REFERENCES vendor,
    sub_key   text        NOT NULL,
    ends_at   timestamptz NOT NULL,
    PRIMARY KEY (vendor_id, sub_key)
);
