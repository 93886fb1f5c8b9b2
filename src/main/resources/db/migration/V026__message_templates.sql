-- Templates that people have written in place of built-in ones. The row stays when they go back, for its version.
CREATE TABLE message_template (
    rule       text        NOT NULL,
    lens       text        NOT NULL CHECK (lens IN ('IT', 'MARKETING')),
    texts      jsonb       NOT NULL,
    version    int         NOT NULL DEFAULT 1,
    updated_at timestamptz NOT NULL DEFAULT now(),
    updated_by text        NOT NULL,
    PRIMARY KEY (rule, lens)
);
