package io.bellwether.health.honesty;

/** The statements that fold readings of status pages into claims. */
final class ClaimSql {

    /**
     * Consecutive readings that say the same, folded into claims. A page tells of trouble by its state, by work that goes on, or
     * by an open incident about what we depend on, even if it calls every component operational.
     */
    private static final String CLAIMS = """
            WITH page AS (%s),
            reading AS (
              SELECT o.series, o.due_at, o.evidence, o.outcome FROM page JOIN observation o ON o.series = page.number
               WHERE o.due_at >= :from AND o.due_at < :to AND o.due_at >= page.kept),
            words AS MATERIALIZED (
              SELECT id, every_ms, every_ms * interval '1 millisecond' AS every,
                     coalesce(detail ->> 'declared' = 'maintenance', false) OR jsonb_path_exists(detail,
                       '$.incidents[*] ? (!exists(@.resolvedAt) && @.level != "operational")') AS notice
                FROM evidence WHERE id IN (SELECT evidence FROM reading)),
            said AS (
              SELECT series, due_at, every_ms, every,
                     CASE WHEN outcome <> 'X' THEN notice OR outcome IN ('G', 'D') END AS admits
                FROM reading JOIN words ON words.id = reading.evidence),
            turned AS (
              SELECT *, admits IS DISTINCT FROM lag(admits) OVER before OR every_ms <> lag(every_ms) OVER before
                        OR due_at > lag(due_at + every) OVER before AS turn
                FROM said WINDOW before AS (PARTITION BY series ORDER BY due_at)),
            claimed AS (
              SELECT *, count(*) FILTER (WHERE turn) OVER (PARTITION BY series ORDER BY due_at) AS claim FROM turned)
            SELECT series, min(due_at) AS since, max(due_at + every) AS until, every_ms, admits
              FROM claimed WHERE admits IS NOT NULL GROUP BY series, claim, every_ms, admits""";

    /** {@code :vendor}'s pages: kept claims of the days that were kept, and what was read since. */
    static final String OF_VENDOR = CLAIMS.formatted("""
            SELECT number, coalesce((SELECT date_trunc('day', max(since), 'UTC') + interval '1 day' FROM page_claim
                                      WHERE series = number), '-infinity') AS kept
              FROM series WHERE vendor_id = :vendor AND kind = 'statuspage' AND location = ''""") + """

             UNION ALL
            SELECT series, since, until, every_ms, page_claim.admits
              FROM page_claim JOIN page ON page.number = series WHERE until > :from AND since < :to""";

    /** Of all pages, what they said from {@code :from} to {@code :to}. */
    static final String KEEP = "INSERT INTO page_claim (series, since, until, every_ms, admits) "
            + CLAIMS.formatted("SELECT number, timestamptz '-infinity' AS kept FROM series"
                    + " WHERE kind = 'statuspage' AND location = ''")
            + " ON CONFLICT DO NOTHING";

    private ClaimSql() {}
}
