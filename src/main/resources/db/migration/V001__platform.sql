-- What must happen after a change; consumers take entries in order.
CREATE TABLE outbox (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    topic        text        NOT NULL,
    key          uuid        NOT NULL,
    payload      jsonb       NOT NULL,
    created_at   timestamptz NOT NULL DEFAULT now(),
    processed_at timestamptz,
    UNIQUE (topic, key)
);
CREATE INDEX outbox_waiting ON outbox (topic, id) WHERE processed_at IS NULL;

-- Only hashes are kept: neither a token nor a session can be read back from here.
CREATE TABLE token (
    id         uuid PRIMARY KEY,
    name       text        NOT NULL,
    role       text        NOT NULL CHECK (role IN ('VIEWER', 'OWNER', 'OPERATOR', 'ADMIN')),
    hash       text        NOT NULL UNIQUE,
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz,
    revoked_at timestamptz
);

CREATE TABLE web_session (
    hash       text PRIMARY KEY,
    token_id   uuid        NOT NULL REFERENCES token,
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL
);

-- Answers to creating requests, written in the transaction of the creation.
CREATE TABLE idempotency_key (
    principal  text        NOT NULL,
    key        text        NOT NULL,
    request    text        NOT NULL,
    status     int         NOT NULL,
    location   text,
    etag       text,
    body       text        NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (principal, key)
);

CREATE TABLE audit_entry (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at         timestamptz NOT NULL DEFAULT now(),
    actor      text        NOT NULL,
    action     text        NOT NULL,
    subject    text        NOT NULL,
    detail     jsonb       NOT NULL DEFAULT '{}'
);
