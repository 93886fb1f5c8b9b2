CREATE TABLE review (
    id         uuid PRIMARY KEY,
    vendor_id  uuid        NOT NULL REFERENCES vendor,
    period     text        NOT NULL,
    state      text        NOT NULL CHECK (state IN ('DRAFT', 'FROZEN')),
    body       jsonb       NOT NULL,
    hash       text,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    frozen_at  timestamptz,
    version    int         NOT NULL DEFAULT 0,
    UNIQUE (vendor_id, period)
);

CREATE TABLE review_sign_off (
    id         uuid PRIMARY KEY,
    review_id  uuid        NOT NULL REFERENCES review,
    lens       text        NOT NULL,
    decision   text        NOT NULL,
    comment    text        NOT NULL DEFAULT '',
    signed_by  text        NOT NULL,
    at         timestamptz NOT NULL,
    UNIQUE (review_id, lens)
);
