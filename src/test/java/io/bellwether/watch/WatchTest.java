package io.bellwether.watch;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.Samples;
import io.bellwether.alert.Alert;
import io.bellwether.alert.Alerts;
import io.bellwether.alert.InternalRule;
import io.bellwether.core.watch.Diagnosis;
import io.bellwether.core.watch.Diagnosis.Ailment;
import io.bellwether.core.watch.Vitals;
import io.bellwether.notify.Sink;
import io.bellwether.platform.AuditChain;
import io.bellwether.platform.egress.Wire;
import io.bellwether.vendor.ProbeRegister;
import io.bellwether.vendor.VendorRegister;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bellwether looks at itself; no probe runs while it is tested, so that a test decides what is late. */
@QuarkusTest
class WatchTest {

    private static final Duration INTERVAL = Duration.ofSeconds(60);

    private final Sink outside = new Sink();
    private final VitalsReader reader;
    private final SelfAlerts selfAlerts;
    private final DailyRounds rounds;
    private final HeartbeatTurns turns;
    private final WatchMetrics metrics;
    private final WatchSettings settings;
    private final MeterRegistry registry;
    private final Wire wire;
    private final Alerts alerts;
    private final VendorRegister vendors;
    private final ProbeRegister probes;
    private final Jdbi jdbi;

    WatchTest(
            VitalsReader reader,
            SelfAlerts selfAlerts,
            DailyRounds rounds,
            HeartbeatTurns turns,
            WatchMetrics metrics,
            WatchSettings settings,
            MeterRegistry registry,
            Wire wire,
            Alerts alerts,
            VendorRegister vendors,
            ProbeRegister probes,
            Jdbi jdbi) {
        this.reader = reader;
        this.selfAlerts = selfAlerts;
        this.rounds = rounds;
        this.turns = turns;
        this.metrics = metrics;
        this.settings = settings;
        this.registry = registry;
        this.wire = wire;
        this.alerts = alerts;
        this.vendors = vendors;
        this.probes = probes;
        this.jdbi = jdbi;
    }

    @BeforeEach
    void evaluationIsOnTime() {
        probes.add(vendors.create(Samples.vendor()).id(), Samples.probe());
        everythingIsOnTime();
        sql("UPDATE heartbeat_call SET next_at = now() - interval '1 second'");
    }

    @AfterEach
    void nothingIsWrong() {
        selfAlerts.tell(new Diagnosis(Set.of()));
        outside.stop();
    }

    @Test
    void theHeartbeatComesOnceInAnIntervalFromAllNodesTogether() {
        outside.accepts("/ping/secret-key");
        Watch one = watch("/ping/secret-key");
        Watch other = watch("/ping/secret-key");

        one.look();
        other.look();
        one.look();

        assertThat(outside.received("/ping/secret-key")).hasSize(1);

        timePasses();
        other.look();
        one.look();

        assertThat(outside.received("/ping/secret-key")).hasSize(2);
    }

    @Test
    void withoutEvaluationThereIsNoHeartbeatButAnAlert() {
        outside.accepts("/ping");
        Watch watch = watch("/ping");
        watch.look();
        assertThat(outside.received("/ping")).hasSize(1);

        sql("UPDATE probe_schedule SET next_due = now() - interval '61 seconds'");
        for (int period = 0; period < 3; period++) {
            timePasses();
            Diagnosis diagnosis = watch.look();
            assertThat(diagnosis.ailments()).contains(Ailment.EVALUATION_BEHIND);
        }

        assertThat(outside.received("/ping")).hasSize(1);
        assertThat(firing(InternalRule.EVALUATION_BEHIND)).hasSize(1);
        assertThat(registry.get("bellwether.evaluation.lag.seconds").gauge().value())
                .isGreaterThan(60);
        assertThat(registry.get("bellwether.heartbeats")
                        .tag("result", "withheld")
                        .counter()
                        .count())
                .isGreaterThanOrEqualTo(3);

        everythingIsOnTime();
        timePasses();
        watch.look();

        assertThat(outside.received("/ping")).hasSize(2);
        assertThat(firing(InternalRule.EVALUATION_BEHIND)).isEmpty();
    }

    @Test
    void resultsThatAreNeverStoredAreNoEvaluationEither() {
        sql("""
                INSERT INTO probe_lease (probe_id, due_at, token, node, lease_until)
                SELECT probe_id, now() - interval '3 minutes', gen_random_uuid(), 'stuck', now() + interval '1 minute'
                  FROM probe_schedule LIMIT 1""");

        assertThat(Diagnosis.of(reader.read(), limits()).ailments()).contains(Ailment.EVALUATION_BEHIND);

        sql("DELETE FROM probe_lease WHERE node = 'stuck'");
    }

    @Test
    void aHeartbeatThatIsNotHeardIsTriedAgainSoon() {
        outside.answersFirst("/ping/late", 1, aResponse().withStatus(500));
        Watch watch = watch("/ping/late");
        watch.look();
        sql("UPDATE heartbeat_call SET next_at = next_at - interval '15 seconds'");

        watch.look();

        assertThat(outside.received("/ping/late")).hasSize(2);
    }

    @Test
    void newsThatNobodyDispatchesAreNoLife() {
        Vitals vitals = jdbi.inTransaction(dispatcher -> {
            dispatcher.execute("SELECT pg_advisory_xact_lock(hashtext('notify'), hashtext('alert-transition'))");
            sql("""
                    INSERT INTO outbox (topic, key, payload, created_at)
                    VALUES ('alert-transition', gen_random_uuid(), '{"stuck": true}', now() - interval '10 minutes')""");
            Vitals read = reader.read();
            sql("DELETE FROM outbox WHERE payload ->> 'stuck' = 'true'");
            return read;
        });

        assertThat(vitals.undispatched()).isGreaterThanOrEqualTo(Duration.ofMinutes(10));
        assertThat(Diagnosis.of(vitals, limits()).alive()).isFalse();
    }

    @Test
    void aGapInTheAuditLogIsAnAlertUntilItIsClosed() {
        rounds.tell(new AuditChain.Verification(7, "ab", "Entry 3 or the one before it was changed or taken out."));

        assertThat(firing(InternalRule.AUDIT_BROKEN))
                .singleElement()
                .satisfies(alert -> assertThat(alert.text().it()).contains("Entry 3"));

        rounds.tell(new AuditChain.Verification(7, "ab", null));

        assertThat(firing(InternalRule.AUDIT_BROKEN)).isEmpty();
    }

    private Watch watch(String path) {
        HeartbeatSettings heartbeat = new HeartbeatSettings() {
            @Override
            public Optional<URI> url() {
                return Optional.of(URI.create(outside.url(path)));
            }

            @Override
            public Duration interval() {
                return INTERVAL;
            }
        };
        return new Watch(reader, metrics, selfAlerts, new Heartbeat(heartbeat, turns, wire, registry), settings);
    }

    private Diagnosis.Limits limits() {
        return new Diagnosis.Limits(settings.evaluationLimit(), settings.messagesLimit(), settings.criticalLimit());
    }

    private void everythingIsOnTime() {
        sql("UPDATE probe_schedule SET next_due = now() + interval '10 minutes'");
        sql("UPDATE probe_state SET due_at = now()");
    }

    private void timePasses() {
        sql("UPDATE heartbeat_call SET next_at = next_at - interval '60 seconds'");
    }

    private List<Alert> firing(InternalRule rule) {
        return alerts.allOpen().stream()
                .filter(alert -> alert.rule().equals(rule.ruleName()))
                .toList();
    }

    private void sql(String sql) {
        jdbi.useHandle(handle -> handle.execute(sql));
    }
}
