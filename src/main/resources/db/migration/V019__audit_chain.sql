-- The log of changes can be added to, and nothing else: each entry has a link with the hash of all that came before it, so that
-- an entry that is changed or missing shows.
ALTER TABLE audit_entry ADD COLUMN reason text NOT NULL DEFAULT '';
ALTER TABLE audit_entry ADD COLUMN origin text NOT NULL DEFAULT '';

CREATE TABLE audit_link (
    number   bigint PRIMARY KEY,
    entry_id bigint NOT NULL UNIQUE REFERENCES audit_entry,
    hash     bytea  NOT NULL
);

-- The last link; also what serialises those who add to the chain.
CREATE TABLE audit_head (
    one    boolean PRIMARY KEY DEFAULT true CHECK (one),
    number bigint  NOT NULL,
    hash   bytea   NOT NULL
);
INSERT INTO audit_head (number, hash) VALUES (0, '\x');

CREATE FUNCTION audit_hash(previous bytea, entry audit_entry) RETURNS bytea
    LANGUAGE sql STABLE
RETURN sha256(previous || convert_to(jsonb_build_array(
    entry.id, (extract(epoch FROM entry.at) * 1000000)::bigint, entry.actor, entry.action, entry.subject, entry.detail,
    entry.reason, entry.origin)::text, 'UTF8'));

-- Runs when the transaction commits, after all its other locks are taken: waiting for the head cannot end in a deadlock.
CREATE FUNCTION audit_chain() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    head audit_head;
BEGIN
    SELECT * INTO head FROM audit_head FOR UPDATE;
    head.number := head.number + 1;
    head.hash := audit_hash(head.hash, NEW);
    INSERT INTO audit_link (number, entry_id, hash) VALUES (head.number, NEW.id, head.hash);
    UPDATE audit_head SET number = head.number, hash = head.hash;
    RETURN NULL;
END $$;

DO $$
DECLARE
    entry audit_entry;
    head  audit_head;
BEGIN
    SELECT * INTO head FROM audit_head;
    FOR entry IN SELECT * FROM audit_entry ORDER BY id LOOP
        head.number := head.number + 1;
        head.hash := audit_hash(head.hash, entry);
        INSERT INTO audit_link (number, entry_id, hash) VALUES (head.number, entry.id, head.hash);
    END LOOP;
    UPDATE audit_head SET number = head.number, hash = head.hash;
END $$;

CREATE CONSTRAINT TRIGGER audit_entry_chain AFTER INSERT ON audit_entry
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit_chain();

CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the audit log can only be added to';
END $$;

CREATE TRIGGER audit_entry_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();
CREATE TRIGGER audit_link_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_link
    FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();
