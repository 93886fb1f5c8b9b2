package io.bellwether.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EgressTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AtomicLong nanos = new AtomicLong(-7);

    @Test
    void oneAnswerIsEnough() throws Exception {
        try (ServerSocket server = OwnFaults.listening()) {
            Egress egress = egress(List.of(OwnFaults.closed(), OwnFaults.target(server), OwnFaults.closed()));

            assertThat(egress.unanswered()).isZero();
            assertThat(ok()).isEqualTo(1);
        }
    }

    @Test
    void itIsBrokenWhenNobodyAnswers() throws Exception {
        Egress egress = egress(List.of(OwnFaults.closed(), OwnFaults.closed()));

        assertThat(ok()).isNaN();
        assertThat(egress.unanswered()).isEqualTo(2);
        assertThat(ok()).isZero();
    }

    @Test
    void aNameThatCannotBeResolvedIsNoAnswer() throws Exception {
        assertThat(egress(List.of("reference.example:443")).unanswered()).isEqualTo(1);
    }

    @Test
    void targetsThatMustNotBeReachedSayNothing() throws Exception {
        assertThat(egress(List.of("10.0.0.1:443", "192.168.0.1:443")).unanswered())
                .isZero();
        assertThat(egress(List.of("10.0.0.1:443", OwnFaults.closed())).unanswered())
                .isEqualTo(1);
    }

    @Test
    void withoutTargetsThereIsNothingToAsk() throws Exception {
        assertThat(egress(List.of()).unanswered()).isZero();
    }

    @Test
    void anAnswerIsGoodForAFewSeconds() throws Exception {
        ServerSocket server = OwnFaults.listening();
        Egress egress = egress(List.of(OwnFaults.target(server)));
        assertThat(egress.unanswered()).isZero();
        server.close();

        nanos.addAndGet(Duration.ofMillis(2_999).toNanos());
        assertThat(egress.unanswered()).isZero();
        nanos.addAndGet(Duration.ofMillis(1).toNanos());
        assertThat(egress.unanswered()).isEqualTo(1);
    }

    @Test
    void onlyASilenceIsAskedAboutAgain() throws Exception {
        ServerSocket server = OwnFaults.listening();
        String target = OwnFaults.target(server);
        Egress egress = egress(List.of(target));
        server.close();
        assertThat(egress.stillUnanswered()).isZero();
        assertThat(ok()).isNaN();

        assertThat(egress.unanswered()).isEqualTo(1);
        assertThat(egress.stillUnanswered()).isEqualTo(1);
        later();
        int port = Reference.parse(target).port();
        try (ServerSocket again = new ServerSocket(port, 50, InetAddress.ofLiteral("127.0.0.1"))) {
            assertThat(again.isBound()).isTrue();
            assertThat(egress.stillUnanswered()).isZero();
        }
    }

    @Test
    void manyFailuresAtOnceAskOnce() throws Exception {
        try (ServerSocket server = OwnFaults.listening();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Egress egress = egress(List.of(OwnFaults.target(server)));
            List<Callable<Integer>> failures = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                failures.add(egress::unanswered);
            }
            for (Future<Integer> asked : threads.invokeAll(failures)) {
                assertThat(asked.get()).isZero();
            }

            server.accept().close();
            server.setSoTimeout(50);
            assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void theUsualTargetsAreNotBelievedBeforeOneHasAnswered() throws Exception {
        String target = OwnFaults.closed();
        Egress egress = OwnFaults.egress(List.of(target), false, nanos, meters);
        assertThat(egress.unanswered()).isZero();
        assertThat(ok()).isZero();

        later();
        int port = Reference.parse(target).port();
        try (ServerSocket server = new ServerSocket(port, 50, InetAddress.ofLiteral("127.0.0.1"))) {
            assertThat(server.isBound()).isTrue();
            assertThat(egress.unanswered()).isZero();
        }
        later();
        assertThat(egress.unanswered()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "1.1.1.1:443,                1.1.1.1,          443",
        "example.org:8443,           example.org,      8443",
        "example.org,                example.org,      443",
        "https://example.org/path,   example.org,      443",
        "http://example.org,         example.org,      80",
        "[2606:4700:4700::1111]:53,  [2606:4700:4700::1111], 53",
    })
    void aTargetIsAPlaceOrAUrl(String text, String host, int port) {
        assertThat(Reference.parse(text)).isEqualTo(new Reference(host, port));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "example.org:0", "example.org:70000", "a b", "https://", "::1"})
    void anythingElseIsRefusedByName(String text) {
        assertThatThrownBy(() -> Reference.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("BELLWETHER_EGRESS_CHECK_TARGETS")
                .hasMessageContaining("'" + text + "'");
    }

    private Egress egress(List<String> targets) {
        return OwnFaults.egress(targets, true, nanos, meters);
    }

    private void later() {
        nanos.addAndGet(Duration.ofSeconds(3).toNanos());
    }

    private double ok() {
        return meters.get("bellwether.egress.ok").gauge().value();
    }
}
