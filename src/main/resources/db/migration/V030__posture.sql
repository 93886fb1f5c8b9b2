-- What was seen of a vendor's posture, kept so that any rule set can judge it: looks that saw the same are one row.
CREATE TABLE posture_evidence (
    id            uuid PRIMARY KEY,
    vendor_id     uuid        NOT NULL REFERENCES vendor,
    probe_id      uuid        NOT NULL,
    kind          text        NOT NULL,
    target        text        NOT NULL,
    first_seen_at timestamptz NOT NULL,
    last_seen_at  timestamptz NOT NULL,
    looks         integer     NOT NULL,
    steady        bytea       NOT NULL,
    evidence      jsonb       NOT NULL
);
CREATE INDEX posture_evidence_target ON posture_evidence (vendor_id, kind, target, last_seen_at DESC);
CREATE INDEX posture_evidence_age ON posture_evidence (last_seen_at);

-- Which rule set counted from when on: so that a change of rules is told from a change of the vendor.
CREATE TABLE rule_set_adoption (
    kind       text        NOT NULL,
    rule_set   text        NOT NULL,
    adopted_at timestamptz NOT NULL,
    PRIMARY KEY (kind, adopted_at)
);

-- The checks of headers and of the negotiated protocol have become those of published rule sets, under their names.
UPDATE fact SET superseded_at = now()
 WHERE superseded_at IS NULL AND value IS NOT NULL AND (signal LIKE 'header-%' OR signal = 'tls-protocol');
