-- Announced work on some components of a page of which none was chosen may not be about what we use: it is listed, not excluded.
CREATE OR REPLACE VIEW maintenance AS
    SELECT id, vendor_id, 'OWN' AS source, starts_at, ends_at, reason, excluded, NULL AS url, created_by, created_at, version
      FROM maintenance_window
     UNION ALL
    SELECT id, vendor_id, 'ANNOUNCED', (detail ->> 'start')::timestamptz, (detail ->> 'end')::timestamptz,
           coalesce(detail ->> 'title', ''), CASE WHEN detail ->> 'partial' = 'true' THEN false END, source, NULL, known_at, 0
      FROM (SELECT DISTINCT ON (vendor_id, detail ->> 'id') *
              FROM fact
             WHERE signal = 'status-maintenance'
             ORDER BY vendor_id, detail ->> 'id', known_at DESC, id DESC) AS newest
     WHERE (detail ->> 'end')::timestamptz > (detail ->> 'start')::timestamptz
       AND coalesce(detail ->> 'status', '') !~* 'cancel';
