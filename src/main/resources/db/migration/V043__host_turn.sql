-- When a public source may be asked next, by whichever node.
CREATE TABLE host_turn (
    host    text PRIMARY KEY,
    free_at timestamptz NOT NULL
);
