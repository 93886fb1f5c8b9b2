-- What a vendor's service rests on; without circles.
CREATE TABLE vendor_dependency (
    vendor_id  uuid NOT NULL REFERENCES vendor,
    depends_on uuid NOT NULL REFERENCES vendor,
    PRIMARY KEY (vendor_id, depends_on),
    CHECK (vendor_id <> depends_on)
);

ALTER TABLE maintenance_window ADD COLUMN mutes boolean NOT NULL DEFAULT true,
                               ADD COLUMN recurrence jsonb;
COMMENT ON COLUMN maintenance_window.mutes IS 'whether nobody is told of what is down meanwhile';
COMMENT ON COLUMN maintenance_window.recurrence IS 'when within its time it takes place, by the clocks of a place; null for all of it';

-- Work that may not be about what we use is neither left out of the account nor a reason not to tell.
CREATE OR REPLACE VIEW maintenance AS
    SELECT id, vendor_id, 'OWN' AS source, starts_at, ends_at, reason, excluded, NULL AS url, created_by, created_at, version,
           mutes, recurrence
      FROM maintenance_window
     UNION ALL
    SELECT id, vendor_id, 'ANNOUNCED', (detail ->> 'start')::timestamptz, (detail ->> 'end')::timestamptz,
           coalesce(detail ->> 'title', ''), CASE WHEN detail ->> 'partial' = 'true' THEN false END, source, NULL, known_at, 0,
           CASE WHEN detail ->> 'partial' = 'true' THEN false END, NULL
      FROM (SELECT DISTINCT ON (vendor_id, detail ->> 'id') *
              FROM fact
             WHERE signal = 'status-maintenance'
             ORDER BY vendor_id, detail ->> 'id', known_at DESC, id DESC) AS newest
     WHERE (detail ->> 'end')::timestamptz > (detail ->> 'start')::timestamptz
       AND coalesce(detail ->> 'status', '') !~* 'cancel';

-- How much an alert comes and goes; null for what was never told.
ALTER TABLE alert_episode ADD COLUMN stability jsonb;
ALTER TABLE intent DROP CONSTRAINT intent_kind_check,
    ADD CONSTRAINT intent_kind_check
        CHECK (kind IN ('FIRING', 'SEVERITY_CHANGED', 'RESOLVED', 'PASSED', 'REMINDER', 'UNSTABLE', 'STEADY'));

-- Troubles that were over before somebody was to be told of them.
CREATE TABLE brief_interruption (
    id         uuid PRIMARY KEY,
    vendor_id  uuid        NOT NULL REFERENCES vendor,
    rule       text        NOT NULL,
    sub_key    text        NOT NULL,
    dimension  text        NOT NULL,
    severity   text        NOT NULL,
    started_at timestamptz NOT NULL,
    ended_at   timestamptz NOT NULL,
    alert_id   uuid REFERENCES alert_episode
);
COMMENT ON COLUMN brief_interruption.alert_id IS 'null when it was over before it fired';
CREATE INDEX brief_interruption_vendor ON brief_interruption (vendor_id, ended_at);

-- What a silence has kept from being told, by whoever looked first.
CREATE TABLE silence_effect (
    silence_id uuid        NOT NULL REFERENCES silence,
    alert_id   uuid        NOT NULL,
    at         timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (silence_id, alert_id)
);
