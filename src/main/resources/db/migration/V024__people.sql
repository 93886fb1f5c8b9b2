-- Who is to see to an alert; null for nobody.
ALTER TABLE alert_episode ADD COLUMN assignee text;
CREATE INDEX alert_episode_assignee ON alert_episode (assignee, number) WHERE assignee IS NOT NULL;
