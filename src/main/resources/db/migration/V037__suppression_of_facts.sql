-- A filing or an entry of a register that was wrongly counted is answered for as a check is: with a reason, and until a day.
ALTER TABLE check_suppression
    ADD COLUMN dimension text NOT NULL DEFAULT 'SECURITY' CHECK (dimension IN ('SECURITY', 'FINANCIAL'));
COMMENT ON COLUMN check_suppression.check_id IS 'the check; of a fact of finances its signal';
COMMENT ON COLUMN check_suppression.target IS 'null for every target of the check; of a fact of finances which it is, and what it said';
