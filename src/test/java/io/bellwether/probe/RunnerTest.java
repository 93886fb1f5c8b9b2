package io.bellwether.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellwether.core.Attempt;
import io.bellwether.core.Cause;
import io.bellwether.core.Confirmation;
import io.bellwether.core.Outcome;
import io.bellwether.core.Phases;
import io.bellwether.platform.TestJson;
import io.bellwether.platform.egress.WireFailure;
import io.bellwether.platform.secret.TestVault;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.validation.Validation;
import jakarta.validation.constraints.Max;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunnerTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);
    private static final Confirmation THREE = new Confirmation(3, Duration.ofMillis(1));
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<ProbeContext> contexts = new ArrayList<>();

    @ParameterizedTest(name = "{0} makes {1} attempts and {2}")
    @CsvSource({
        "UP, 1, UP",
        "DEGRADED, 1, DEGRADED",
        "DOWN UP, 2, UP",
        "DOWN DEGRADED, 2, DEGRADED",
        "DOWN DOWN DOWN, 3, DOWN",
        "DOWN UNKNOWN DOWN, 3, DOWN",
        "DOWN DOWN UNKNOWN, 3, UNKNOWN",
        "UNKNOWN UP, 2, UP"
    })
    void repeatsUntilItIsConfirmedOrContradicted(String script, int attempts, Outcome outcome) throws Exception {
        List<Attempt> made = run(scripted(script), THREE);

        assertThat(made).hasSize(attempts);
        assertThat(made.getLast().outcome()).isEqualTo(outcome);
        assertThat(meters.counter(
                                "bellwether.probe.runs",
                                "kind",
                                "fake",
                                "outcome",
                                outcome.name().toLowerCase(Locale.ROOT))
                        .count())
                .isEqualTo(1);
    }

    @Test
    void onlyTheFirstAttemptMayRestOnWhatWasLeftBehind() throws Exception {
        run(scripted("DOWN DOWN DOWN"), THREE);

        assertThat(contexts).extracting(ProbeContext::confirms).containsExactly(false, true, true);
    }

    @Test
    void oneAttemptIsEnoughWhereOneIsAskedFor() throws Exception {
        assertThat(run(scripted("DOWN UP"), new Confirmation(1, Duration.ZERO))).hasSize(1);
    }

    @ParameterizedTest(name = "{0} is not tried again")
    @CsvSource({"BOT_WALL", "EGRESS_REFUSED", "NOT_CONFIGURED", "CIRCUIT_OPEN", "INTERNAL"})
    void doesNotInsistWhereItCannotHelp(Cause cause) throws Exception {
        assertThat(run(context -> Verdict.of(Outcome.UNKNOWN, cause, "no."), THREE))
                .hasSize(1);
    }

    @Test
    void waitsBetweenAttemptsAndGivesEachItsOwnTime() throws Exception {
        long begun = System.nanoTime();
        run(scripted("DOWN DOWN DOWN"), new Confirmation(3, Duration.ofMillis(150)));

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
        assertThat(contexts).hasSize(3).allMatch(context -> !context.deadline().passed());
        assertThat(contexts.get(2).deadline().remaining())
                .isGreaterThan(contexts.get(0).deadline().remaining());
    }

    @Test
    void makesAVerdictOfAFailedExchange() throws Exception {
        Phases phases = new Phases(1.0, 2.0, null, null, null);
        Attempt attempt = run(
                        context -> {
                            throw new WireFailure(Outcome.DOWN, Cause.CONNECTION_RESET, "It was reset.", phases);
                        },
                        new Confirmation(1, Duration.ZERO))
                .getFirst();

        assertThat(attempt.cause()).isEqualTo(Cause.CONNECTION_RESET);
        assertThat(attempt.reason()).isEqualTo("It was reset.");
        assertThat(attempt.phases()).isEqualTo(phases);
        assertThat(attempt.startedAt()).isEqualTo(CLOCK.instant());
        assertThat(meters.timer("bellwether.probe.seconds", "kind", "fake", "phase", "connect")
                        .totalTime(TimeUnit.MILLISECONDS))
                .isEqualTo(2.0);
        assertThat(meters.timer("bellwether.probe.seconds", "kind", "fake", "phase", "total")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void takesTheDurationThatAVerdictNames() throws Exception {
        Attempt attempt = run(
                        context -> Verdict.of(Outcome.UP, Cause.OK, "Fine.").lasting(12.5), THREE)
                .getLast();

        assertThat(attempt.duration()).isEqualTo(12.5);
    }

    @Test
    void aBugInAProbeIsNotTheVendorsFault() throws Exception {
        Attempt attempt = run(
                        context -> {
                            throw new IllegalStateException("oops");
                        },
                        THREE)
                .getLast();

        assertThat(attempt.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(attempt.cause()).isEqualTo(Cause.INTERNAL);
        assertThat(attempt.reason()).contains("oops");
    }

    @Test
    void aProbeThatDoesNotEndIsInterrupted() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        long begun = System.nanoTime();
        List<Attempt> made = runner(context -> {
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        interrupted.countDown();
                    }
                    return Verdict.of(Outcome.UP, Cause.OK, "too late.");
                })
                .run("fake", Map.of(), Duration.ofMillis(100), THREE);

        assertThat(made).hasSize(1);
        assertThat(made.getFirst().outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(made.getFirst().cause()).isEqualTo(Cause.INTERNAL);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(4));
        assertThat(interrupted.await(2, TimeUnit.SECONDS)).isTrue();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    /** It is that of a node which stops: whatever the torn connection looks like, the vendor has done nothing. */
    @Test
    void anInterruptFromOutsideIsNoVerdict() {
        Script torn = context -> {
            Thread.currentThread().interrupt();
            throw new WireFailure(Outcome.DOWN, Cause.CONNECTION_RESET, "Closed by interrupt.", Phases.NONE);
        };

        assertThatThrownBy(() -> run(torn, THREE)).isInstanceOf(InterruptedException.class);
        assertThat(contexts).hasSize(1);
    }

    @Test
    void settingsThatDoNotFitAreNotTried() throws Exception {
        ConfirmingRunner runner = runner(scripted("UP"));

        for (Map<String, Object> settings : List.<Map<String, Object>>of(Map.of("other", 1), Map.of("size", 11))) {
            List<Attempt> made = runner.run("fake", settings, TIMEOUT, THREE);
            assertThat(made).hasSize(1);
            assertThat(made.getFirst().cause()).isEqualTo(Cause.NOT_CONFIGURED);
            assertThat(made.getFirst().reason()).contains("/settings/");
        }
        assertThat(contexts).isEmpty();
        assertThat(runner.run("unheard", Map.of(), TIMEOUT, THREE).getFirst().cause())
                .isEqualTo(Cause.NOT_CONFIGURED);
    }

    @Test
    void whatIsKeptCanBeKept() throws Exception {
        Verdict hostile = new Verdict(
                Outcome.UP,
                Cause.OK,
                "x\0" + "y".repeat(10_000),
                Phases.NONE,
                Map.of("a", List.of(Map.of("b\0", "c\0d"))),
                List.of());
        Attempt attempt = run(context -> hostile, THREE).getFirst();

        assertThat(attempt.reason()).startsWith("x y").hasSizeLessThanOrEqualTo(500);
        assertThat(attempt.detail()).isEqualTo(Map.of("a", List.of(Map.of("b ", "c d"))));
    }

    @Test
    void twoProbesOfOneKindKeepTheApplicationFromStarting() {
        Probe<?> fake = new Fake(scripted("UP"), contexts);

        assertThatThrownBy(() -> new KnownProbes(List.of(fake, fake))).hasMessageContaining("'fake'");
    }

    private List<Attempt> run(Script script, Confirmation confirm) throws InterruptedException {
        return runner(script).run("fake", Map.of("size", 3), TIMEOUT, confirm);
    }

    private ConfirmingRunner runner(Script script) {
        SettingsReader reader = new SettingsReader(
                TestJson.json(), Validation.buildDefaultValidatorFactory().getValidator());
        return new ConfirmingRunner(
                new KnownProbes(List.of(new Fake(script, contexts))),
                reader,
                TestVault.settings(),
                new AttemptRunner(CLOCK),
                OwnFaults.none(),
                new ProbeMetrics(meters));
    }

    private static Script scripted(String outcomes) {
        List<String> left = new ArrayList<>(List.of(outcomes.split(" ", -1)));
        return context -> {
            Outcome outcome = Outcome.valueOf(left.removeFirst());
            return Verdict.of(outcome, outcome.good() ? Cause.OK : Cause.DEADLINE, outcome + ".");
        };
    }

    @FunctionalInterface
    private interface Script {
        Verdict run(ProbeContext context) throws WireFailure;
    }

    record Settings(@Max(10) int size) {}

    private record Fake(Script script, List<ProbeContext> contexts) implements Probe<Settings> {

        @Override
        public String kind() {
            return "fake";
        }

        @Override
        public String description() {
            return "Does as it is told.";
        }

        @Override
        public Class<Settings> settings() {
            return Settings.class;
        }

        @Override
        public Verdict run(Settings settings, ProbeContext context) throws WireFailure {
            contexts.add(context);
            return script.run(context);
        }
    }
}
