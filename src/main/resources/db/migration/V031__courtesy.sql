-- How often each host was contacted to look at its posture, by all nodes, on each day by UTC.
CREATE TABLE host_contact (
    host     text NOT NULL,
    day      date NOT NULL,
    contacts int  NOT NULL,
    PRIMARY KEY (host, day)
) WITH (fillfactor = 70);

-- When each full scan of a host was begun last.
CREATE TABLE host_scan (
    host     text        NOT NULL,
    what     text        NOT NULL,
    begun_at timestamptz NOT NULL,
    PRIMARY KEY (host, what)
);

-- Hosts that have asked to be left alone for a while.
CREATE TABLE host_closing (
    host  text PRIMARY KEY,
    until timestamptz NOT NULL
);

-- What /robots.txt said; empty where there is none.
CREATE TABLE robots (
    origin     text PRIMARY KEY,
    fetched_at timestamptz NOT NULL,
    body       bytea       NOT NULL
);
