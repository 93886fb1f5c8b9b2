-- Who stands behind a vendor in law. The numbers of the contracting entity are the vendor's own; those of its row only tell
-- whether what it adds, a name and a source, is still about the same entity.
CREATE TABLE vendor_entity (
    vendor_id      uuid NOT NULL REFERENCES vendor,
    position       int  NOT NULL,
    role           text NOT NULL CHECK (role IN ('CONTRACTING', 'PARENT', 'GUARANTOR')),
    name           text NOT NULL,
    ticker         text,
    cik            text,
    company_number text,
    lei            text,
    source         text NOT NULL,
    as_of          date NOT NULL,
    PRIMARY KEY (vendor_id, position)
);
CREATE UNIQUE INDEX vendor_entity_contracting ON vendor_entity (vendor_id) WHERE role = 'CONTRACTING';
