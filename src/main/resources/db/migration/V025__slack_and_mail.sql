-- To whom a mail went: what comes back is known by the mail's id in its return path.
CREATE TABLE mail_sent (
    message_id uuid PRIMARY KEY,
    address    text        NOT NULL CHECK (address = lower(address)),
    sent_at    timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX mail_sent_at ON mail_sent (sent_at);

-- Mail that came back, once for each mail.
CREATE TABLE bounce (
    message_id uuid PRIMARY KEY,
    address    text        NOT NULL CHECK (address = lower(address)),
    hard       boolean     NOT NULL,
    status     text        NOT NULL,
    diagnostic text        NOT NULL,
    at         timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX bounce_address ON bounce (address);

-- Messages of a Slack bot that keep up with their alerts.
CREATE TABLE slack_post (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    channel_id uuid        NOT NULL REFERENCES channel,
    lens       text        NOT NULL CHECK (lens IN ('IT', 'MARKETING', 'BOTH')),
    wanted     text        NOT NULL,
    place      text        NOT NULL,
    ts         text        NOT NULL,
    message    jsonb       NOT NULL,
    shown      jsonb       NOT NULL,
    refresh_at timestamptz,
    posted_at  timestamptz NOT NULL DEFAULT now()
);
COMMENT ON COLUMN slack_post.wanted IS 'the place as the settings of the channel name it';
COMMENT ON COLUMN slack_post.place IS 'Slack''s id of the place';
COMMENT ON COLUMN slack_post.refresh_at IS 'null when it is up to date; while a node changes it, when its lease ends';
CREATE INDEX slack_post_refresh ON slack_post (refresh_at) WHERE refresh_at IS NOT NULL;

-- Where news of an alert goes, by mailbox, and the newest of its changes that is there.
CREATE TABLE slack_post_alert (
    channel_id uuid   NOT NULL REFERENCES channel,
    lens       text   NOT NULL,
    episode_id uuid   NOT NULL,
    post_id    bigint NOT NULL REFERENCES slack_post ON DELETE CASCADE,
    told       int    NOT NULL,
    PRIMARY KEY (channel_id, lens, episode_id)
);
CREATE INDEX slack_post_alert_episode ON slack_post_alert (episode_id);
CREATE INDEX slack_post_alert_post ON slack_post_alert (post_id);

-- Presses of buttons that have been seen: the SHA-256 of the request.
CREATE TABLE slack_click (
    hash bytea PRIMARY KEY,
    at   timestamptz NOT NULL DEFAULT now()
);

ALTER TABLE person ADD COLUMN slack_user text UNIQUE;
