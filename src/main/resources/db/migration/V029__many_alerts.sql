-- The begin of an alert looks for the one before it.
CREATE INDEX alert_episode_subject ON alert_episode (vendor_id, rule, sub_key, number);

-- Lists show the newest first, mostly of what is not over.
CREATE UNIQUE INDEX alert_episode_number ON alert_episode (number);
CREATE INDEX alert_episode_open_number ON alert_episode (number) WHERE condition <> 'RESOLVED';
