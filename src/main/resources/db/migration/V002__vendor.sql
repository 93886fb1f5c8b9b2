CREATE TABLE vendor (
    id             uuid PRIMARY KEY,
    slug           text        NOT NULL UNIQUE,
    name           text        NOT NULL,
    website        text,
    tier           text        NOT NULL CHECK (tier IN ('STRATEGIC', 'IMPORTANT', 'STANDARD')),
    status_page    text,
    domains        jsonb       NOT NULL DEFAULT '[]',
    capabilities   jsonb       NOT NULL DEFAULT '[]',
    ticker         text,
    cik            text,
    company_number text,
    lei            text,
    owners         jsonb       NOT NULL DEFAULT '{}',
    demo           boolean     NOT NULL DEFAULT false,
    created_at     timestamptz NOT NULL,
    updated_at     timestamptz NOT NULL,
    archived_at    timestamptz,
    version        int         NOT NULL DEFAULT 0
);

-- One configured check of one vendor. Its kind's settings stay JSON: a new kind needs no migration.
CREATE TABLE probe (
    id               uuid PRIMARY KEY,
    vendor_id        uuid        NOT NULL REFERENCES vendor,
    kind             text        NOT NULL,
    name             text        NOT NULL,
    every_ms         bigint      NOT NULL CHECK (every_ms >= 5000),
    timeout_ms       bigint      NOT NULL CHECK (timeout_ms BETWEEN 1 AND every_ms),
    confirm_attempts int         NOT NULL CHECK (confirm_attempts BETWEEN 1 AND 10),
    confirm_delay_ms bigint      NOT NULL CHECK (confirm_delay_ms >= 0),
    settings         jsonb       NOT NULL,
    created_at       timestamptz NOT NULL,
    updated_at       timestamptz NOT NULL,
    removed_at       timestamptz,
    version          int         NOT NULL DEFAULT 0
);
CREATE INDEX probe_vendor ON probe (vendor_id);
