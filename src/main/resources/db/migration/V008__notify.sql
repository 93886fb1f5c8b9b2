CREATE TABLE channel (
    id         uuid PRIMARY KEY,
    kind       text        NOT NULL,
    name       text        NOT NULL,
    settings   jsonb       NOT NULL,
    lens       text        NOT NULL DEFAULT 'BOTH' CHECK (lens IN ('IT', 'MARKETING', 'BOTH')),
    enabled    boolean     NOT NULL DEFAULT true,
    paused_until timestamptz,
    broken_reason text,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    removed_at timestamptz,
    version    int         NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX channel_name ON channel (name) WHERE removed_at IS NULL;

-- Exactly one row for (episode, transition, receiver); the receiver is one recipient of one channel.
CREATE TABLE intent (
    id           uuid PRIMARY KEY,
    sequence     bigint GENERATED ALWAYS AS IDENTITY,
    episode_id   uuid        NOT NULL,
    transition   int         NOT NULL,
    channel_id   uuid        NOT NULL REFERENCES channel,
    receiver     text        NOT NULL,
    kind         text        NOT NULL CHECK (kind IN ('FIRING', 'SEVERITY_CHANGED', 'RESOLVED', 'PASSED')),
    lens         text        NOT NULL CHECK (lens IN ('IT', 'MARKETING', 'BOTH')),
    message      jsonb       NOT NULL,
    state        text        NOT NULL CHECK (state IN ('WAITING', 'SENDING', 'DELIVERED', 'COALESCED', 'SUPPRESSED', 'DEAD')),
    reason       text        NOT NULL DEFAULT '',
    attempts     int         NOT NULL DEFAULT 0,
    not_before   timestamptz NOT NULL DEFAULT now(),
    expires_at   timestamptz NOT NULL,
    lease_token  uuid,
    lease_until  timestamptz,
    possible_duplicate boolean NOT NULL DEFAULT false,
    created_at   timestamptz NOT NULL DEFAULT now(),
    finished_at  timestamptz,
    UNIQUE (episode_id, transition, receiver)
);
CREATE INDEX intent_due ON intent (not_before) WHERE state IN ('WAITING', 'SENDING');
-- Finds what must go out before a given intent: messages reach a receiver in order.
CREATE INDEX intent_unfinished ON intent (receiver, sequence) WHERE state IN ('WAITING', 'SENDING');
CREATE INDEX intent_episode ON intent (episode_id);

CREATE TABLE delivery_attempt (
    id         uuid PRIMARY KEY,
    intent_id  uuid        NOT NULL REFERENCES intent,
    at         timestamptz NOT NULL,
    outcome    text        NOT NULL,
    detail     text        NOT NULL,
    took_ms    double precision NOT NULL
);
CREATE INDEX delivery_attempt_intent ON delivery_attempt (intent_id, at);
