-- What is to be told of a change of an alert, in both voices, as it was worded then.
CREATE TABLE notice (
    episode_id uuid  NOT NULL,
    transition int   NOT NULL,
    telling    jsonb NOT NULL,
    PRIMARY KEY (episode_id, transition)
);

-- One place or person behind a channel, spoken to in one voice. At most one message is on its way to it; what else there is
-- to tell gathers meanwhile.
CREATE TABLE mailbox (
    id                 bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    channel_id         uuid        NOT NULL REFERENCES channel,
    address            text        NOT NULL,
    lens               text        NOT NULL CHECK (lens IN ('IT', 'MARKETING', 'BOTH')),
    zone               text        NOT NULL DEFAULT 'UTC',
    next_look          timestamptz,
    free_at            timestamptz NOT NULL DEFAULT 'epoch',
    failures           int         NOT NULL DEFAULT 0,
    message            jsonb,
    standings          jsonb,
    possible_duplicate boolean     NOT NULL DEFAULT false,
    lease_token        uuid,
    UNIQUE (channel_id, address, lens)
);
COMMENT ON COLUMN mailbox.address IS 'empty when the channel leads to one place';
COMMENT ON COLUMN mailbox.next_look IS 'null when there is nothing to tell; while a message is on its way, when its lease ends';
COMMENT ON COLUMN mailbox.free_at IS 'what was due before that goes together in one message';
COMMENT ON COLUMN mailbox.standings IS 'what its groups will have been told once the message has arrived';
CREATE INDEX mailbox_due ON mailbox (next_look) WHERE next_look IS NOT NULL;

-- Alerts that are told together to one mailbox.
CREATE TABLE alert_group (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    mailbox_id  bigint      NOT NULL REFERENCES mailbox,
    key         text        NOT NULL,
    receiver    text        NOT NULL DEFAULT '',
    labels      jsonb       NOT NULL DEFAULT '{}',
    interval_ms bigint      NOT NULL,
    repeat_ms   bigint      NOT NULL,
    first_look  timestamptz,
    next_look   timestamptz,
    told        jsonb,
    told_at     timestamptz,
    UNIQUE (mailbox_id, key)
);
COMMENT ON COLUMN alert_group.first_look IS 'from here the intervals count; null when nothing of the group is going on';
CREATE INDEX alert_group_due ON alert_group (mailbox_id, next_look) WHERE next_look IS NOT NULL;

ALTER TABLE intent ADD COLUMN mailbox_id bigint REFERENCES mailbox,
                   ADD COLUMN group_id bigint REFERENCES alert_group,
                   ADD COLUMN severity text NOT NULL DEFAULT 'WARNING',
                   ADD COLUMN owed boolean NOT NULL DEFAULT false,
                   ADD COLUMN held text;
COMMENT ON COLUMN intent.owed IS 'was to be told once and could not be: it does not pass silently';
COMMENT ON COLUMN intent.held IS 'why it is not told now; null when it may be';

INSERT INTO notice (episode_id, transition, telling)
SELECT DISTINCT ON (episode_id, transition)
       episode_id, transition, message - 'id' - 'audience' - 'zone' - 'test' || '{"news": true}'
  FROM intent ORDER BY episode_id, transition, sequence;

INSERT INTO mailbox (channel_id, address, lens, zone)
SELECT DISTINCT ON (channel_id, address, lens) channel_id, address, lens, zone
  FROM (SELECT channel_id, CASE WHEN position(':' IN receiver) = 0 THEN '' ELSE split_part(receiver, ':', 2) END AS address,
               lens, message ->> 'zone' AS zone, sequence FROM intent) AS known
 ORDER BY channel_id, address, lens, sequence DESC;

UPDATE intent SET mailbox_id = mailbox.id, severity = intent.message ->> 'severity',
       possible_duplicate = intent.possible_duplicate OR state = 'SENDING', owed = state = 'SENDING' OR attempts > 0 OR kind = 'PASSED',
       state = CASE WHEN state = 'SENDING' THEN 'WAITING' ELSE state END
  FROM mailbox
 WHERE mailbox.channel_id = intent.channel_id AND mailbox.lens = intent.lens
   AND mailbox.address = CASE WHEN position(':' IN receiver) = 0 THEN '' ELSE split_part(receiver, ':', 2) END;

INSERT INTO alert_group (mailbox_id, key, interval_ms, repeat_ms, first_look, next_look, told, told_at)
SELECT mailbox_id, 'alert ' || episode_id, 1000, 86400000, min(created_at),
       CASE WHEN bool_or(state = 'WAITING') OR fired THEN now() END,
       CASE WHEN fired THEN jsonb_build_object(
           'firing', jsonb_build_object(episode_id, (array_agg(severity ORDER BY sequence DESC))[1]), 'resolved', '[]'::jsonb)
       END,
       max(finished_at) FILTER (WHERE state = 'DELIVERED')
  FROM (SELECT intent.*,
               bool_or(state = 'DELIVERED' AND intent.kind = 'FIRING') OVER story
                   AND NOT bool_or(state = 'DELIVERED' AND intent.kind IN ('RESOLVED', 'PASSED')) OVER story AS fired
          FROM intent WINDOW story AS (PARTITION BY mailbox_id, episode_id)) AS stories
 GROUP BY mailbox_id, episode_id, fired;

UPDATE intent SET group_id = alert_group.id FROM alert_group
 WHERE alert_group.mailbox_id = intent.mailbox_id AND alert_group.key = 'alert ' || episode_id;
UPDATE mailbox SET next_look = (SELECT min(alert_group.next_look) FROM alert_group WHERE mailbox_id = mailbox.id);

ALTER TABLE intent DROP CONSTRAINT intent_kind_check,
    ADD CHECK (kind IN ('FIRING', 'SEVERITY_CHANGED', 'RESOLVED', 'PASSED', 'REMINDER'));
DROP INDEX intent_due, intent_unfinished;
ALTER TABLE intent DROP CONSTRAINT intent_episode_id_transition_receiver_key;
ALTER TABLE intent ALTER COLUMN mailbox_id SET NOT NULL,
                   ALTER COLUMN group_id SET NOT NULL,
                   ALTER COLUMN severity DROP DEFAULT,
                   DROP COLUMN channel_id, DROP COLUMN receiver, DROP COLUMN lens, DROP COLUMN message,
                   DROP COLUMN not_before, DROP COLUMN lease_token, DROP COLUMN lease_until,
                   ADD UNIQUE (episode_id, transition, mailbox_id);
CREATE INDEX intent_waiting ON intent (group_id, sequence) WHERE state = 'WAITING';
CREATE INDEX intent_sending ON intent (mailbox_id) WHERE state = 'SENDING';
CREATE INDEX intent_expiring ON intent (expires_at) WHERE state = 'WAITING' AND held IS NULL;
CREATE INDEX intent_sequence ON intent (sequence);

-- One attempt may tell several intents.
CREATE TABLE attempt_intent (
    attempt_id uuid NOT NULL REFERENCES delivery_attempt,
    intent_id  uuid NOT NULL REFERENCES intent,
    PRIMARY KEY (intent_id, attempt_id)
);
INSERT INTO attempt_intent (attempt_id, intent_id) SELECT id, intent_id FROM delivery_attempt;
ALTER TABLE delivery_attempt DROP COLUMN intent_id;

-- Who is told of what; no row until somebody sets routes.
CREATE TABLE route_document (
    one        boolean PRIMARY KEY DEFAULT true CHECK (one),
    document   jsonb       NOT NULL,
    updated_at timestamptz NOT NULL,
    version    int         NOT NULL
);

-- When people are not to be disturbed: {timeZone, windows}.
CREATE TABLE person (
    email       text PRIMARY KEY CHECK (email = lower(email)),
    quiet_hours jsonb,
    updated_at  timestamptz NOT NULL,
    version     int         NOT NULL DEFAULT 0
);
ALTER TABLE channel ADD COLUMN quiet_hours jsonb;
