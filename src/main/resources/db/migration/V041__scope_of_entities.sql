-- Whose facts are the vendor's own is our choice too: with another entity behind it, or another number, other facts count.
CREATE OR REPLACE FUNCTION health_scope(uuid, timestamptz) RETURNS int LANGUAGE sql STABLE AS $$
    SELECT ('x' || left(md5(coalesce(string_agg(part, ',' ORDER BY part), '')), 8))::bit(32)::int
      FROM (SELECT id::text || settings::text AS part FROM probe WHERE vendor_id = $1 AND removed_at IS NULL
            UNION ALL
            SELECT id::text FROM check_suppression
             WHERE vendor_id = $1 AND created_at <= $2 AND expires_at > $2 AND (ended_at IS NULL OR ended_at > $2)
            UNION ALL
            SELECT concat_ws(' ', role, cik, company_number, lei) FROM vendor_entity WHERE vendor_id = $1
            UNION ALL
            SELECT concat_ws(' ', 'NUMBERS', cik, company_number, lei) FROM vendor
             WHERE id = $1 AND num_nonnulls(cik, company_number, lei) > 0) parts
$$;
