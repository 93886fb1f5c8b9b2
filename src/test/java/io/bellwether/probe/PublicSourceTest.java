package io.bellwether.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.platform.egress.WireFailure;
import io.bellwether.platform.egress.WireRequest;
import io.bellwether.probe.courtesy.Pace;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicSourceTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final Duration APART = Duration.ofMillis(500);

    private final ScriptedSource script = new ScriptedSource();
    private final KeptClosings closings = new KeptClosings();
    private final List<String> turns = new ArrayList<>();
    private Optional<Duration> turn = Optional.of(Duration.ZERO);

    PublicSourceTest() throws IOException {
        closings.clock(NOW);
    }

    @AfterEach
    void stop() {
        script.close();
    }

    @Test
    void asksAtTheSourcesPace() throws WireFailure {
        ask(source(APART));
        ask(source(APART));

        assertThat(turns).containsExactly(host() + " PT0.5S", host() + " PT0.5S");
        assertThat(script.asked()).hasSize(2);
    }

    @Test
    void waitsForItsTurn() throws WireFailure {
        turn = Optional.of(Duration.ofMillis(200));
        long began = System.nanoTime();

        ask(source(APART));

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
    }

    @Test
    void asksNobodyForATurnWhereTheSourceNamesNoPace() throws WireFailure {
        ask(source(Duration.ZERO));

        assertThat(turns).isEmpty();
    }

    @Test
    void whoGetsNoTurnIsNotSent() {
        turn = Optional.empty();

        WireFailure late = refused(source(APART));

        assertThat(late.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(late.failureCause()).isEqualTo(Cause.DEADLINE);
        assertThat(late.reason()).isEqualTo("The list is asked too much; there was no turn left in time.");
        assertThat(script.asked()).isEmpty();
    }

    @Test
    void whatClosesWhileOneWaitsIsNotAsked() {
        Pace closing = (host, apart, limit) -> {
            closings.close(host, Duration.ofMinutes(10));
            return Optional.of(Duration.ZERO);
        };

        WireFailure closed = refused(new PublicSources(ScriptedSource.wire(), closings, closing).of("The list", APART));

        assertThat(closed.failureCause()).isEqualTo(Cause.CIRCUIT_OPEN);
        assertThat(script.asked()).isEmpty();
    }

    @ParameterizedTest(name = "{0} with Retry-After {1}: closed until {2}")
    @CsvSource({
        "429, , 2026-11-24T10:10:00Z",
        "429, 3600, 2026-11-24T11:00:00Z",
        "503, 3600, 2026-11-24T11:00:00Z",
        "503, ,",
        "403, 3600,",
        "500, 3600,",
    })
    void leavesItAloneOnAllNodesWhenItAsksForTime(int status, String retryAfter, Instant until) throws WireFailure {
        script.says(status, "", retryAfter == null ? Map.of() : Map.of("Retry-After", retryAfter));

        ask(source(Duration.ZERO));

        assertThat(closings.until(host())).isEqualTo(until);
        PublicSource ofAnotherNode = source(Duration.ZERO);
        if (until != null) {
            assertThat(refused(ofAnotherNode).reason())
                    .isEqualTo("The list has asked us to slow down; nothing is sent until %s.", until);
        }
    }

    @Test
    void aHostWithAPortIsAnotherOne() {
        assertThat(PublicSource.host(URI.create("https://api.example/v1"))).isEqualTo("api.example");
        assertThat(PublicSource.host(URI.create("http://api.example:8080/v1"))).isEqualTo("api.example:8080");
    }

    private PublicSource source(Duration apart) {
        Pace pace = (host, distance, limit) -> {
            turns.add(host + " " + distance);
            return turn;
        };
        return new PublicSources(ScriptedSource.wire(), closings, pace).of("The list", apart);
    }

    private void ask(PublicSource source) throws WireFailure {
        source.ask(WireRequest.get(script.base()), ScriptedSource.at(NOW));
    }

    private WireFailure refused(PublicSource source) {
        return catchThrowableOfType(WireFailure.class, () -> ask(source));
    }

    private String host() {
        return PublicSource.host(script.base());
    }
}
