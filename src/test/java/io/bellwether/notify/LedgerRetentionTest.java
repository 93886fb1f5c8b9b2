package io.bellwether.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.alert.AlertTransition;
import io.bellwether.platform.Json;
import io.bellwether.vendor.Vendor;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was delivered long ago: no claim reads it, and in the end it goes. */
@QuarkusTest
class LedgerRetentionTest {

    private static final int DELIVERED = 200_000;
    /** What other tests may have left unfinished, and what a planner may read to be quicker. */
    private static final int FEW = 2_000;

    private final LedgerRetention retention;
    private final DeliveryWorld world;
    private final Jdbi jdbi;
    private final Json json;

    LedgerRetentionTest(LedgerRetention retention, DeliveryWorld world, Jdbi jdbi, Json json) {
        this.retention = retention;
        this.world = world;
        this.jdbi = jdbi;
        this.json = json;
    }

    @BeforeEach
    @AfterEach
    void noChannelIsLeft() {
        world.removeChannels();
    }

    @Test
    void noClaimReadsWhatIsDeliveredAndWhatIsOldIsDeletedButForAlertsThatGoOn() {
        Vendor acme = world.vendor();
        world.sink.accepts("/hook/kept");
        world.webhook("/hook/kept");
        Incident goesOn = world.incident(acme).inTheRegister(world).fires();
        Incident recent = world.incident(acme).fires();
        world.settled(goesOn, 1);
        world.settled(recent, 1);
        world.sql(
                "UPDATE intent SET created_at = now() - interval '100 days', finished_at = now() - interval '100 days' WHERE episode_id = ?",
                goesOn.id);
        deliveredLongAgo(goesOn);

        for (String claim : List.of(Mailboxes.DUE, Intents.WAITING, Intents.BURY, OutboxAge.OLDEST)) {
            assertThat(rowsRead(claim)).as(claim).isLessThan(FEW);
        }

        retention.run();

        assertThat(count("SELECT count(*) FROM intent WHERE reason = 'bulk'")).isZero();
        assertThat(count("SELECT count(*) FROM notice WHERE telling ->> 'title' = 'bulk'"))
                .isZero();
        assertThat(count("SELECT count(*) FROM delivery_attempt WHERE detail = 'bulk'"))
                .isZero();
        assertThat(count("SELECT count(*) FROM outbox WHERE payload ->> 'title' = 'bulk'"))
                .isZero();
        assertThat(world.states(goesOn)).containsExactly(IntentState.DELIVERED);
        assertThat(world.states(recent)).containsExactly(IntentState.DELIVERED);
    }

    @Test
    void escalationsGoWithTheirAlertsAndDigestsButForTheNewestOfASubscription() {
        Vendor acme = world.vendor();
        Incident goesOn = world.incident(acme).inTheRegister(world);
        Incident over = world.incident(acme).inTheRegister(world).over(world);
        escalated(goesOn);
        escalated(over);
        String reader = UUID.randomUUID() + "@example.com";
        world.sql("INSERT INTO person (email, updated_at) VALUES (?, now())", reader);
        world.sql("""
                INSERT INTO digest_subscription (email, topic, days, at, zone, lens, even_if_empty, since, next_look, updated_at)
                VALUES (?, 'ALERTS', '{MONDAY}', '08:00', 'UTC', 'IT', false, now(), 'infinity', now())""", reader);
        digest(reader, "ALERTS", "120 days");
        digest(reader, "ALERTS", "100 days");
        digest(reader, "PACK", "100 days");

        retention.run();

        assertThat(steps(goesOn)).isEqualTo(1);
        assertThat(steps(over)).isZero();
        assertThat(world.text(
                        "SELECT string_agg(topic || ' ' || extract(day FROM now() - window_to), ',') FROM digest WHERE email = ?",
                        reader))
                .isEqualTo("ALERTS 100");
        world.sql("DELETE FROM person WHERE email = ?", reader);
    }

    private int steps(Incident incident) {
        return world.count(
                "SELECT count(*)::int FROM escalation JOIN escalation_step USING (episode_id) WHERE episode_id = ?",
                incident.id);
    }

    private void escalated(Incident incident) {
        world.sql("""
                INSERT INTO escalation (episode_id, policy_name, plan, round, next_step, begun_at)
                VALUES (?, 'duty', '{}', 1, 1, now() - interval '100 days')""", incident.id);
        world.sql("INSERT INTO escalation_step VALUES (?, 1, now() - interval '100 days', 'ida')", incident.id);
    }

    private void digest(String reader, String topic, String age) {
        world.sql("""
                INSERT INTO digest (id, email, topic, window_from, window_to, title, created_at)
                VALUES (gen_random_uuid(), ?, ?, now() - interval '200 days', now() - ?::interval, '', now() - ?::interval)""", reader, topic, age, age);
    }

    private void deliveredLongAgo(Incident like) {
        jdbi.useHandle(handle -> {
            handle.execute("CREATE TEMP TABLE bulk AS SELECT gen_random_uuid() AS episode, gen_random_uuid() AS intent,"
                    + " gen_random_uuid() AS attempt, n FROM generate_series(1, " + DELIVERED + ") AS n");
            handle.execute("""
                    INSERT INTO intent (id, episode_id, transition, mailbox_id, group_id, kind, severity, state, reason, attempts,
                                        expires_at, created_at, finished_at)
                    SELECT intent, episode, 1, mailbox_id, group_id, 'FIRING', 'WARNING', 'DELIVERED', 'bulk', 1,
                           now() - interval '99 days', now() - interval '100 days', now() - interval '100 days'
                      FROM bulk, intent WHERE episode_id = ? LIMIT ?""", like.id, DELIVERED);
            handle.execute("INSERT INTO notice SELECT episode, 1, '{\"title\": \"bulk\"}' FROM bulk WHERE n % 100 = 0");
            handle.execute(
                    "INSERT INTO delivery_attempt SELECT attempt, now() - interval '100 days', 'DELIVERED', 'bulk', 1"
                            + " FROM bulk WHERE n % 100 = 0");
            handle.execute("INSERT INTO attempt_intent SELECT attempt, intent FROM bulk WHERE n % 100 = 0");
            handle.execute("""
                    INSERT INTO outbox (topic, key, payload, created_at, processed_at)
                    SELECT 'alert-transition', intent, jsonb_build_object('title', 'bulk', 'episodeId', episode),
                           now() - interval '100 days', now() - interval '100 days' FROM bulk WHERE n % 100 = 0""");
            handle.execute("DROP TABLE bulk");
            handle.execute("ANALYZE intent");
        });
    }

    /** How many rows of the table of intents the statement looks at; nothing that it does stays. */
    private long rowsRead(String sql) {
        return jdbi.inTransaction(handle -> {
            String plan = bound(handle, "EXPLAIN (ANALYZE, FORMAT JSON) " + sql);
            handle.rollback();
            List<Map<String, Object>> plans = json.read(plan, new com.fasterxml.jackson.core.type.TypeReference<>() {});
            return rows(plans.getFirst().get("Plan"));
        });
    }

    private static String bound(Handle handle, String sql) {
        return handle.createQuery(sql)
                .configure(SqlStatements.class, statements -> statements.setUnusedBindingAllowed(true))
                .bindArray("busy", UUID.class)
                .bind("group", 0L)
                .bind("most", Claims.MOST_ATTEMPTS)
                .bind("topic", AlertTransition.TOPIC)
                .mapTo(String.class)
                .one();
    }

    private static long rows(Object node) {
        long rows = 0;
        if (node instanceof Map<?, ?> plan) {
            if ("intent".equals(plan.get("Relation Name")) && !"ModifyTable".equals(plan.get("Node Type"))) {
                rows += number(plan, "Actual Rows") * number(plan, "Actual Loops");
                rows += number(plan, "Rows Removed by Filter") * number(plan, "Actual Loops");
            }
            rows += plan.get("Plans") instanceof List<?> below
                    ? below.stream().mapToLong(LedgerRetentionTest::rows).sum()
                    : 0;
        }
        return rows;
    }

    private static long number(Map<?, ?> plan, String name) {
        return plan.get(name) instanceof Number number ? number.longValue() : 0;
    }

    private long count(String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }
}
