package io.bellwether.probe.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.TestCertificates;
import io.bellwether.TestCertificates.Issued;
import io.bellwether.core.Outcome;
import io.bellwether.platform.egress.KeepingPeer;
import io.bellwether.platform.egress.Peer;
import io.bellwether.probe.Verdict;
import io.bellwether.probe.http.HttpProbe.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReuseConnectionTest {

    private static final Peer.Manners FINE = KeepingPeer.saying("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");

    private final HttpLab lab = HttpLab.open();

    @TempDir
    private Path files;

    @Test
    void arrivesAnewUnlessToldOtherwise() throws IOException {
        try (Peer peer = Peer.that(FINE)) {
            Settings settings = HttpLab.settings("url", url(peer));
            lab.run(settings);
            Verdict second = lab.run(settings);

            assertThat(peer.connections()).isEqualTo(2);
            assertThat(second.detail()).doesNotContainKey("connectionReused");
            assertThat(second.phases().connect()).isPositive();
        }
    }

    @Test
    void goesOverTheConnectionOfTheRunBeforeAndSaysSo() throws IOException {
        try (Peer peer = Peer.that(FINE)) {
            Settings settings = HttpLab.settings("url", url(peer), "reuseConnection", true);
            Verdict first = lab.run(settings);
            Verdict second = lab.run(settings);

            assertThat(peer.connections()).isEqualTo(1);
            assertThat(first.detail()).doesNotContainKey("connectionReused");
            assertThat(second.outcome()).isEqualTo(Outcome.UP);
            assertThat(second.detail()).containsEntry("connectionReused", true);
            assertThat(second.phases().dns()).isNull();
            assertThat(second.phases().connect()).isNull();
        }
    }

    @Test
    void whatConfirmsABadAttemptArrivesAnew() throws IOException {
        try (Peer peer = Peer.that(FINE)) {
            Settings settings =
                    HttpLab.settings("url", url(peer), "reuseConnection", true, "expectStatus", List.of("201"));
            Verdict first = lab.run(settings);
            Verdict second = lab.confirm(settings);

            assertThat(peer.connections()).isEqualTo(2);
            assertThat(first.outcome()).isEqualTo(Outcome.DOWN);
            assertThat(second.outcome()).isEqualTo(Outcome.DOWN);
            assertThat(second.phases().connect()).isPositive();
        }
    }

    @Test
    void stepsShareAConnection() throws IOException {
        try (Peer peer = Peer.that(FINE)) {
            Verdict verdict = lab.run(
                    "url",
                    url(peer),
                    "reuseConnection",
                    true,
                    "steps",
                    List.of(Map.of("url", "a"), Map.of("url", "b")));

            assertThat(verdict.outcome()).as(verdict.reason()).isEqualTo(Outcome.UP);
            assertThat(peer.connections()).isEqualTo(1);
        }
    }

    @Test
    void aConnectionOnWhichWeHaveShownACertificateIsFoundAgain() throws IOException {
        Instant now = Clock.systemUTC().instant();
        TestCertificates authority = new TestCertificates(now);
        Issued server = authority.issue(now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(1)), "vendor.example");
        Map<String, Object> pair = Map.of("certificate", Pem.chain(server), "privateKey", Pem.key(server));
        HttpLab trusting = new HttpLab(authority.writePem(files.resolve("ca.pem")), "127.0.0.1");
        try (Peer peer = Peer.overTls(server.serverContext(), FINE)) {
            String url = "https://vendor.example:" + peer.port() + "/";
            Settings settings = HttpLab.settings("url", url, "reuseConnection", true, "auth", Map.of("mtls", pair));
            trusting.run(settings);
            Verdict second = trusting.run(settings);

            assertThat(second.detail()).containsEntry("connectionReused", true).containsKey("certificateNotAfter");
        }
    }

    @Test
    void overHttp2ItIsRefused() {
        assertThat(HttpLab.faults("protocol", "HTTP2", "reuseConnection", true))
                .containsExactly(
                        "/settings/reuseConnection Has no effect over HTTP/2; leave it out, or take protocol HTTP1.");
        assertThat(HttpLab.faults("protocol", "HTTP1", "reuseConnection", true)).isEmpty();
        assertThat(HttpLab.faults("protocol", "HTTP2", "reuseConnection", false))
                .isEmpty();
    }

    private static String url(Peer peer) {
        return "http://vendor.example:" + peer.port() + "/";
    }
}
