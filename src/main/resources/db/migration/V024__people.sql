-- Who is to see to an alert; null for nobody.
ALTER TABLE alert_episode ADD COLUMN assignee text;
CREATE INDEX alert_episode_assignee ON alert_episode (assignee, number) WHERE assignee IS NOT NULL;

-- Who is told next when nobody takes care of an alert: {steps, repeats}.
CREATE TABLE escalation_policy (
    id         uuid PRIMARY KEY,
    name       text        NOT NULL UNIQUE,
    position   int         NOT NULL,
    matchers   text[]      NOT NULL,
    plan       jsonb       NOT NULL,
    enabled    boolean     NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    version    int         NOT NULL DEFAULT 0
);

-- How far an alert has gone through the plan with which it began. Whoever writes holds the alert's row.
CREATE TABLE escalation (
    episode_id  uuid PRIMARY KEY,
    policy_id   uuid        NOT NULL,
    policy_name text        NOT NULL,
    plan        jsonb       NOT NULL,
    round       int         NOT NULL,
    next_step   int         NOT NULL,
    due_at      timestamptz,
    left_ms     bigint,
    look_at     timestamptz,
    begun_at    timestamptz NOT NULL
);
COMMENT ON COLUMN escalation.due_at IS 'null while somebody takes care of the alert, and at the end';
COMMENT ON COLUMN escalation.left_ms IS 'the rest of the wait while somebody takes care of the alert';
COMMENT ON COLUMN escalation.look_at IS 'not before due_at; later while the alert is muted';
CREATE INDEX escalation_due ON escalation (look_at) WHERE look_at IS NOT NULL;

-- Each step that was taken; one that was left out for the alert's severity says so.
CREATE TABLE escalation_step (
    episode_id uuid        NOT NULL REFERENCES escalation,
    number     int         NOT NULL,
    taken_at   timestamptz NOT NULL,
    told       text        NOT NULL,
    PRIMARY KEY (episode_id, number)
);

ALTER TABLE intent ADD COLUMN cause text NOT NULL DEFAULT '';
COMMENT ON COLUMN intent.cause IS 'why it is told beside the routes, such as a step of an escalation';

-- Who wants which digest, and when.
CREATE TABLE digest_subscription (
    email         text        NOT NULL REFERENCES person ON DELETE CASCADE,
    topic         text        NOT NULL CHECK (topic IN ('ALERTS', 'PACK')),
    days          text[]      NOT NULL,
    day_of_month  int,
    at            time        NOT NULL,
    zone          text        NOT NULL,
    lens          text        NOT NULL CHECK (lens IN ('IT', 'MARKETING', 'BOTH')),
    even_if_empty boolean     NOT NULL,
    since         timestamptz NOT NULL,
    next_look     timestamptz NOT NULL,
    updated_at    timestamptz NOT NULL,
    version       int         NOT NULL DEFAULT 0,
    PRIMARY KEY (email, topic),
    CHECK ((cardinality(days) > 0) <> (day_of_month IS NOT NULL))
);
CREATE INDEX alert_episode_resolved ON alert_episode (resolved_at) WHERE resolved_at IS NOT NULL;
CREATE INDEX digest_subscription_due ON digest_subscription (next_look);

-- What was made, and about which time; (window_from, window_to]. What became of it the intent of the same id tells.
CREATE TABLE digest (
    id          uuid PRIMARY KEY,
    email       text        NOT NULL,
    topic       text        NOT NULL,
    window_from timestamptz NOT NULL,
    window_to   timestamptz NOT NULL,
    title       text        NOT NULL,
    created_at  timestamptz NOT NULL,
    UNIQUE (email, topic, window_to)
);

ALTER TABLE alert_group ADD COLUMN alone boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN alert_group.alone IS 'never told together with other groups';
ALTER TABLE intent ADD COLUMN held_first text, ADD COLUMN held_at timestamptz;
COMMENT ON COLUMN intent.held_first IS 'what held it back first; kept when it does not any more';
CREATE INDEX intent_held_at ON intent (held_at) WHERE held_at IS NOT NULL;
ALTER TABLE intent DROP CONSTRAINT intent_kind_check,
    ADD CONSTRAINT intent_kind_check CHECK (kind IN (
        'FIRING', 'SEVERITY_CHANGED', 'RESOLVED', 'PASSED', 'REMINDER', 'UNSTABLE', 'STEADY', 'DIGEST'));
