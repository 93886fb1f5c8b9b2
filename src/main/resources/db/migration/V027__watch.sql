-- An alert about Bellwether itself has no vendor.
ALTER TABLE alert_episode ALTER COLUMN vendor_id DROP NOT NULL;
DROP INDEX alert_episode_open;
CREATE UNIQUE INDEX alert_episode_open ON alert_episode (rule, vendor_id, sub_key) NULLS NOT DISTINCT
    WHERE condition <> 'RESOLVED';

-- What takes over when this channel is broken.
ALTER TABLE channel ADD COLUMN fallback_id uuid REFERENCES channel CHECK (fallback_id <> id);

-- A broken channel's message that another channel is to tell instead, and that other channel's own account of it.
ALTER TABLE intent ADD COLUMN passed_on text CHECK (passed_on IN ('PENDING', 'DONE')),
                   ADD COLUMN instead_of uuid REFERENCES intent;
COMMENT ON COLUMN intent.passed_on IS 'whether the fallback of its channel is to tell it, or has taken it over';
COMMENT ON COLUMN intent.instead_of IS 'what its channel tells because another one is broken';
CREATE INDEX intent_to_pass_on ON intent (sequence) WHERE passed_on = 'PENDING';
CREATE INDEX intent_instead_of ON intent (instead_of) WHERE instead_of IS NOT NULL;

-- To which mailboxes an alert's transition was routed, as the account of messages has to show.
ALTER TABLE outbox ADD COLUMN routed_to bigint[];
COMMENT ON COLUMN outbox.routed_to IS 'null while nobody has decided, or when the entry could not be read';
UPDATE outbox SET routed_to = ARRAY(
           SELECT mailbox_id FROM intent
            WHERE episode_id = (payload ->> 'episodeId')::uuid AND transition = (payload ->> 'transition')::int)
 WHERE topic = 'alert-transition' AND processed_at IS NOT NULL
   AND payload ->> 'episodeId' ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$';
CREATE INDEX outbox_created ON outbox (topic, created_at);

-- When the monitor outside is told next that this one works; whoever moves the time forward tells it.
CREATE TABLE heartbeat_call (
    one     boolean PRIMARY KEY DEFAULT true CHECK (one),
    next_at timestamptz NOT NULL
);
INSERT INTO heartbeat_call (next_at) VALUES (now());

-- For deleting what is over: each reference is looked up from its other end.
CREATE INDEX attempt_intent_attempt ON attempt_intent (attempt_id);
CREATE INDEX intent_group ON intent (group_id);

-- What was given up is rare, and looked for.
CREATE INDEX intent_dead ON intent (sequence) WHERE state = 'DEAD';
