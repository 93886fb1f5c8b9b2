-- What a vendor's service, or what one probe watches of it, shall reach. A window is either a number of days or of a calendar.
CREATE TABLE objective (
    id           uuid PRIMARY KEY,
    vendor_id    uuid             NOT NULL REFERENCES vendor,
    probe_id     uuid REFERENCES probe,
    name         text             NOT NULL,
    kind         text             NOT NULL CHECK (kind IN ('AVAILABILITY', 'LATENCY')),
    target       double precision NOT NULL CHECK (target > 0 AND target < 1),
    threshold_ms bigint CHECK (threshold_ms > 0),
    window_days  int CHECK (window_days > 0),
    window_unit  text,
    window_zone  text,
    created_at   timestamptz      NOT NULL,
    updated_at   timestamptz      NOT NULL,
    version      int              NOT NULL DEFAULT 0,
    CHECK ((kind = 'LATENCY') = (threshold_ms IS NOT NULL)),
    CHECK ((window_days IS NULL) = (window_unit IS NOT NULL AND window_zone IS NOT NULL))
);
CREATE INDEX objective_vendor ON objective (vendor_id);

-- Times that people here have agreed with a vendor.
CREATE TABLE maintenance_window (
    id         uuid PRIMARY KEY,
    vendor_id  uuid        NOT NULL REFERENCES vendor,
    starts_at  timestamptz NOT NULL,
    ends_at    timestamptz NOT NULL CHECK (ends_at > starts_at),
    reason     text        NOT NULL,
    excluded   boolean     NOT NULL,
    created_by text        NOT NULL,
    created_at timestamptz NOT NULL,
    version    int         NOT NULL DEFAULT 0
);
CREATE INDEX maintenance_window_vendor ON maintenance_window (vendor_id, starts_at);

CREATE INDEX fact_maintenance ON fact (vendor_id, (detail ->> 'id')) WHERE signal = 'status-maintenance';

-- Maintenance of both sources. What a status page announces is derived from its facts: of each announcement the newest counts,
-- unless it was called off; one without an end is no window. Whether it is excluded is a setting.
CREATE VIEW maintenance AS
    SELECT id, vendor_id, 'OWN' AS source, starts_at, ends_at, reason, excluded, NULL AS url, created_by, created_at, version
      FROM maintenance_window
     UNION ALL
    SELECT id, vendor_id, 'ANNOUNCED', (detail ->> 'start')::timestamptz, (detail ->> 'end')::timestamptz,
           coalesce(detail ->> 'title', ''), NULL, source, NULL, known_at, 0
      FROM (SELECT DISTINCT ON (vendor_id, detail ->> 'id') *
              FROM fact
             WHERE signal = 'status-maintenance'
             ORDER BY vendor_id, detail ->> 'id', known_at DESC, id DESC) AS newest
     WHERE (detail ->> 'end')::timestamptz > (detail ->> 'start')::timestamptz
       AND coalesce(detail ->> 'status', '') !~* 'cancel';
