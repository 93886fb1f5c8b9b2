CREATE TABLE alert_rule (
    id         uuid PRIMARY KEY,
    name       text        NOT NULL UNIQUE,
    kind       text        NOT NULL,
    severity   text        NOT NULL,
    settings   jsonb       NOT NULL DEFAULT '{}',
    enabled    boolean     NOT NULL DEFAULT true,
    built_in   boolean     NOT NULL DEFAULT false,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    version    int         NOT NULL DEFAULT 0
);

-- One continuous run of an alert. Identity is (rule, vendor, sub_key); severity may change inside an episode.
CREATE TABLE alert_episode (
    id              uuid PRIMARY KEY,
    number          bigint GENERATED ALWAYS AS IDENTITY,
    rule            text        NOT NULL,
    vendor_id       uuid        NOT NULL REFERENCES vendor,
    sub_key         text        NOT NULL,
    fingerprint     text        NOT NULL,
    dimension       text        NOT NULL,
    severity        text        NOT NULL,
    condition       text        NOT NULL CHECK (condition IN ('PENDING', 'FIRING', 'RECOVERING', 'RESOLVED')),
    handling        text        NOT NULL CHECK (handling IN ('NEW', 'ACKNOWLEDGED', 'SNOOZED')),
    handling_until  timestamptz,
    handled_by      text,
    handled_at      timestamptz,
    started_at      timestamptz NOT NULL,
    fired_at        timestamptz,
    resolved_at     timestamptz,
    bad_streak      int         NOT NULL DEFAULT 0,
    good_streak     int         NOT NULL DEFAULT 0,
    transitions     int         NOT NULL DEFAULT 0,
    last_event_at   timestamptz NOT NULL,
    facts           jsonb       NOT NULL DEFAULT '{}',
    text_it         text        NOT NULL DEFAULT '',
    text_marketing  text        NOT NULL DEFAULT '',
    version         int         NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX alert_episode_open ON alert_episode (rule, vendor_id, sub_key) WHERE condition <> 'RESOLVED';
CREATE INDEX alert_episode_vendor ON alert_episode (vendor_id, started_at);

-- What happened to an episode, by the machine and by people.
CREATE TABLE alert_timeline (
    id         uuid PRIMARY KEY,
    episode_id uuid        NOT NULL REFERENCES alert_episode,
    at         timestamptz NOT NULL,
    kind       text        NOT NULL,
    actor      text        NOT NULL,
    text       text        NOT NULL
);
CREATE INDEX alert_timeline_episode ON alert_timeline (episode_id, at);
