-- News that could have been told by now, and since when. What is held, or whose group is not due yet, is not late; nor is
-- what is on its way for the first time.
CREATE VIEW late_intent AS
WITH unfinished AS (
    SELECT i.episode_id, i.severity, i.mailbox_id,
           CASE WHEN i.attempts = 0 THEN greatest(i.created_at, g.next_look) ELSE i.created_at END AS since
      FROM intent i JOIN alert_group g ON g.id = i.group_id
     WHERE i.state = 'WAITING' AND i.held IS NULL AND coalesce(g.next_look, i.created_at) <= now()
    UNION ALL
    SELECT i.episode_id, i.severity, i.mailbox_id, i.created_at FROM intent i WHERE i.state = 'SENDING' AND i.attempts > 1)
SELECT u.episode_id, u.severity, u.since
  FROM unfinished u JOIN mailbox m ON m.id = u.mailbox_id JOIN channel c ON c.id = m.channel_id AND c.enabled;

-- Nobody asks for it: the steps and the name are those of the policy when the alert began.
ALTER TABLE escalation DROP COLUMN policy_id;
ALTER TABLE escalation_step DROP CONSTRAINT escalation_step_episode_id_fkey,
    ADD FOREIGN KEY (episode_id) REFERENCES escalation ON DELETE CASCADE;
CREATE INDEX escalation_begun ON escalation (begun_at);
CREATE INDEX digest_created ON digest (created_at);

ALTER TABLE route_document ALTER document DROP NOT NULL;
COMMENT ON COLUMN route_document.document IS 'null when somebody took all routes away';
