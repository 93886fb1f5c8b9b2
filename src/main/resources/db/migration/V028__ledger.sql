ALTER TABLE route_document ALTER document DROP NOT NULL;
COMMENT ON COLUMN route_document.document IS 'null when somebody took all routes away';
