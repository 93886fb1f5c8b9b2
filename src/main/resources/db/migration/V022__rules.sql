-- Rules that people make beside those that are built in.
ALTER TABLE alert_rule ADD COLUMN description text  NOT NULL DEFAULT '';
ALTER TABLE alert_rule ADD COLUMN selection   jsonb NOT NULL DEFAULT '{}';
ALTER TABLE alert_rule ADD COLUMN bounds      jsonb NOT NULL DEFAULT '{}';
-- The end of the last step that was judged; no step is judged twice, nor left out by a short standstill.
ALTER TABLE alert_rule ADD COLUMN judged_to   timestamptz;

-- The numbers of a rule that differ for one vendor.
CREATE TABLE alert_rule_override (
    rule_id   uuid        NOT NULL REFERENCES alert_rule ON DELETE CASCADE,
    vendor_id uuid        NOT NULL REFERENCES vendor,
    settings  jsonb       NOT NULL,
    set_by    text        NOT NULL,
    set_at    timestamptz NOT NULL,
    PRIMARY KEY (rule_id, vendor_id)
);

-- When the business cannot bear trouble with some vendors. Local times are what people said; instants follow from them.
CREATE TABLE campaign (
    id         uuid PRIMARY KEY,
    name       text        NOT NULL,
    zone       text        NOT NULL,
    from_local timestamp   NOT NULL,
    to_local   timestamp   NOT NULL,
    starts_at  timestamptz NOT NULL,
    ends_at    timestamptz NOT NULL CHECK (ends_at > starts_at),
    vendors    uuid[]      NOT NULL CHECK (cardinality(vendors) > 0),
    created_by text        NOT NULL,
    created_at timestamptz NOT NULL,
    version    int         NOT NULL DEFAULT 0
);
CREATE INDEX campaign_end ON campaign (ends_at);

-- Episodes whose severity a campaign has raised, and what it would be without.
CREATE TABLE campaign_raise (
    episode_id uuid PRIMARY KEY REFERENCES alert_episode ON DELETE CASCADE,
    severity   text NOT NULL
);
