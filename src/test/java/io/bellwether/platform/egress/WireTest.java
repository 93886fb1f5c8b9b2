package io.bellwether.platform.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireTest {

    private static final CountDownLatch NEVER = new CountDownLatch(1);

    @Test
    void tellsWhatCameBack() throws Exception {
        try (Peer peer = Peer.answering(
                "HTTP/1.1 418 Teapot\r\nX-A: 1\r\nx-a: 2\r\nContent-Type: text/plain; charset=iso-8859-1\r\n\r\n\u00e4")) {
            WireResponse response = wire().exchange(WireRequest.get(peer.uri("/pot?a=b")), in5());

            assertThat(response.status()).isEqualTo(418);
            assertThat(response.header("X-a")).isEqualTo("1, 2");
            assertThat(response.header("X-None")).isNull();
            assertThat(response.text()).isEqualTo("\u00e4");
            assertThat(response.address()).isEqualTo("127.0.0.1");
            assertThat(response.uri()).isEqualTo(peer.uri("/pot?a=b"));
            assertThat(response.tls()).isNull();
        }
    }

    @Test
    void timesEachPhase() throws Exception {
        try (Peer peer = Peer.that((in, out) -> {
            Peer.head(in);
            pause();
            write(out, "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nha");
            pause();
            write(out, "lf");
        })) {
            URI uri = URI.create("http://slow.example:" + peer.port() + "/");
            WireResponse response = wire("slow.example").exchange(WireRequest.get(uri), in5());

            assertThat(response.phases().dns()).isBetween(0.0, 250.0);
            assertThat(response.phases().connect()).isBetween(0.0, 250.0);
            assertThat(response.phases().tls()).isNull();
            assertThat(response.phases().firstByte()).isBetween(290.0, 1000.0);
            assertThat(response.phases().transfer()).isBetween(290.0, 1000.0);
            assertThat(response.millis()).isBetween(590.0, 2500.0);
        }
    }

    @Test
    void sendsWhatItIsToldAndSaysWhoItIs() throws Exception {
        try (Peer peer = recording("HTTP/1.1 204 No Content\r\n\r\n")) {
            WireRequest request = WireRequest.post(peer.uri("/hook"), "application/json", "{\"\u00e4\":1}")
                    .header("X-Token", "secret");
            wire().exchange(request, in5());

            assertThat(peer.requests().getFirst())
                    .startsWith("POST /hook HTTP/1.1\r\n")
                    .contains("Host: 127.0.0.1:" + peer.port() + "\r\n")
                    .contains("User-Agent: " + Wire.USER_AGENT + "\r\n")
                    .contains("Content-Type: application/json\r\n")
                    .contains("Content-Length: 8\r\n")
                    .contains("X-Token: secret\r\n")
                    .contains("Accept-Encoding: gzip, deflate\r\n");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host", "content-length", "Transfer-Encoding", "X:Y", "X Y", "X\r\nY", "", "\u00c4"})
    void refusesHeadersThatFrameTheMessage(String name) {
        WireRequest request = WireRequest.get(URI.create("http://public.example/"));

        assertThatThrownBy(() -> request.header(name, "1")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nHost: evil", "a\nb", "a\0b", "\u20ac"})
    void refusesHeaderValuesThatBreakOut(String value) {
        WireRequest request = WireRequest.get(URI.create("http://public.example/"));

        assertThatThrownBy(() -> request.header("X", value)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"gzip", "deflate", "raw deflate"})
    void undoesCompression(String coding) throws Exception {
        byte[] packed = pack(coding, "hello ".repeat(1000));
        try (Peer peer = Peer.that((in, out) -> {
            Peer.head(in);
            String name = coding.replace("raw ", "");
            write(
                    out,
                    "HTTP/1.1 200 OK\r\nContent-Encoding: " + name + "\r\nContent-Length: " + packed.length
                            + "\r\n\r\n");
            out.write(packed);
        })) {
            assertThat(wire().exchange(WireRequest.get(peer.uri("/")), in5()).text())
                    .isEqualTo("hello ".repeat(1000));
        }
    }

    @Test
    void takesAnEmptyBodyForEmptyWhateverItsCoding() throws Exception {
        try (Peer peer = Peer.answering("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 0\r\n\r\n")) {
            assertThat(wire().exchange(WireRequest.get(peer.uri("/")), in5())
                            .body()
                            .size())
                    .isZero();
        }
    }

    @Test
    void readsNoBodyAfterHead() throws Exception {
        try (Peer peer = Peer.answering("HTTP/1.1 200 OK\r\nContent-Length: 100000000\r\n\r\n")) {
            WireResponse response = wire().exchange(WireRequest.of("HEAD", peer.uri("/"), null), in5());

            assertThat(response.status()).isEqualTo(200);
        }
    }

    @Test
    void skipsInterimAnswersAndReadsChunks() throws Exception {
        String hints = "HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n";
        String chunks = "3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n";
        try (Peer peer = Peer.answering(hints + "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks)) {
            assertThat(wire().exchange(WireRequest.get(peer.uri("/")), in5()).text())
                    .isEqualTo("abcde");
        }
    }

    @ParameterizedTest(name = "{0} after {1} becomes {2}")
    @CsvSource({
        "POST, 301, GET",
        "POST, 302, GET",
        "POST, 303, GET",
        "POST, 307, POST",
        "POST, 308, POST",
        "HEAD, 302, HEAD",
        "HEAD, 303, HEAD",
        "GET, 302, GET"
    })
    void followsRedirectsAsBrowsersDo(String method, int status, String then) throws Exception {
        try (Peer peer = redirectingOnce(status, "next page?q=1#part")) {
            WireRequest request = WireRequest.of(method, peer.uri("/first"), "POST".equals(method) ? "body" : null);
            WireResponse response = wire().exchange(request, in5());

            assertThat(response.status()).isEqualTo(200);
            assertThat(peer.requests().get(1)).startsWith(then + " /next%20page?q=1 HTTP/1.1\r\n");
            assertThat(peer.requests().get(1).contains("Content-Length: 4")).isEqualTo("POST".equals(then));
            assertThat(response.redirects())
                    .containsExactly(new Redirect(status, peer.uri("/first"), peer.uri("/next%20page?q=1")));
        }
    }

    @Test
    void keepsSecretsFromAnotherOrigin() throws Exception {
        try (Peer other = recording("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
                Peer first = Peer.answering("HTTP/1.1 302 Found\r\nLocation: " + other.uri("/") + "\r\n\r\n")) {
            WireRequest request = WireRequest.get(first.uri("/"))
                    .headers(
                            Map.of("Authorization", "Bearer x", "Cookie", "a=b", "X-Api-Key", "k", "Accept", "text/x"));
            wire().exchange(request, in5());

            assertThat(other.requests().getFirst())
                    .contains("Accept: text/x")
                    .doesNotContain("Bearer", "Cookie", "X-Api-Key");
        }
    }

    @Test
    void handsARedirectBackWhenToldNotToFollow() throws Exception {
        try (Peer peer = redirectingOnce(302, "/next")) {
            WireResponse response =
                    wire().exchange(WireRequest.get(peer.uri("/")).maxRedirects(0), in5());

            assertThat(response.status()).isEqualTo(302);
            assertThat(response.redirects()).isEmpty();
            assertThat(peer.connections()).isOne();
        }
    }

    @Test
    void aRedirectToNowhereIsAnAnswer() throws Exception {
        try (Peer peer = Peer.answering("HTTP/1.1 302 Found\r\nContent-Length: 4\r\n\r\nlost")) {
            WireResponse response = wire().exchange(WireRequest.get(peer.uri("/")), in5());

            assertThat(response.status()).isEqualTo(302);
            assertThat(response.text()).isEqualTo("lost");
        }
    }

    @ParameterizedTest(name = "a redirect to {0} is not followed")
    @ValueSource(
            strings = {
                "http://127.0.0.1:1/",
                "http://10.0.0.1/",
                "http://169.254.169.254/latest/meta-data/",
                "http://[::1]/",
                "http://2130706433/",
                "http://0x7f.1/",
                "http://user@public.example/",
                "//127.0.0.1/",
                "gopher://public.example/",
                "javascript:alert(1)"
            })
    void refusesRedirectsToWherePeopleMayNotGo(String location) throws Exception {
        try (Peer peer = Peer.answering("HTTP/1.1 302 Found\r\nLocation: " + location + "\r\n\r\n")) {
            URI uri = URI.create("http://allowed.example:" + peer.port() + "/");
            WireFailure failure = catchThrowableOfType(
                    WireFailure.class, () -> onlyName("allowed.example").exchange(WireRequest.get(uri), in5()));

            assertThat(failure.failureCause()).as(failure.reason()).isEqualTo(Cause.EGRESS_REFUSED);
            assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        }
    }

    @Test
    void aNameThatChangesItsMindIsNeverFollowedInside() throws Exception {
        try (Peer outside = Peer.answering("HTTP/1.1 302 Found\r\nLocation: /again\r\n\r\n");
                Peer inside = trap("127.0.0.2", outside.port())) {
            AtomicInteger asked = new AtomicInteger();
            Resolver rebinding = (name, deadline) ->
                    List.of(InetAddress.ofLiteral(asked.getAndIncrement() == 0 ? "127.0.0.1" : "127.0.0.2"));
            URI uri = URI.create("http://rebinding.example:" + outside.port() + "/");
            Wire wire = wire(rebinding, "127.0.0.1");

            WireFailure failure =
                    catchThrowableOfType(WireFailure.class, () -> wire.exchange(WireRequest.get(uri), in5()));

            assertThat(failure.failureCause()).isEqualTo(Cause.EGRESS_REFUSED);
            assertThat(asked)
                    .as("one lookup per hop, none between check and connect")
                    .hasValue(2);
            assertThat(outside.connections()).isOne();
            assertThat(inside.connections()).isZero();
        }
    }

    @Test
    void triesTheNextAddressWhenOneRefuses() throws Exception {
        try (Peer peer = Peer.answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")) {
            Resolver two =
                    (name, deadline) -> List.of(InetAddress.ofLiteral("127.0.0.9"), InetAddress.ofLiteral("127.0.0.1"));
            URI uri = URI.create("http://two.example:" + peer.port() + "/");

            assertThat(wire(two, "127.0.0.0/8")
                            .exchange(WireRequest.get(uri), in5())
                            .address())
                    .isEqualTo("127.0.0.1");
        }
    }

    @Test
    void aNameWithoutAddressIsTheVendorsFault() {
        WireFailure failure = catchThrowableOfType(
                WireFailure.class,
                () -> wire("other.example").exchange(WireRequest.get(URI.create("http://gone.example/")), in5()));

        assertThat(failure.failureCause()).isEqualTo(Cause.DNS_NO_ADDRESS);
        assertThat(failure.outcome()).isEqualTo(Outcome.DOWN);
        assertThat(failure.phases().dns()).isNotNull();
        assertThat(failure.phases().connect()).isNull();
    }

    @Test
    void aResolverThatFailsIsOurOwnFault() {
        Resolver broken = (name, deadline) -> {
            throw LookupFailed.unanswered(name, "no answer in time");
        };
        WireFailure failure = catchThrowableOfType(
                WireFailure.class,
                () -> wire(broken, "127.0.0.1").exchange(WireRequest.get(URI.create("http://any.example/")), in5()));

        assertThat(failure.failureCause()).isEqualTo(Cause.DNS_FAILED);
        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    private static Peer trap(String address, int port) {
        try {
            return Peer.on(address, port, Peer.saying("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"));
        } catch (UncheckedIOException e) {
            assumeThat(e).as("this system has one loopback address only").isNull();
            throw e;
        }
    }

    private static Peer recording(String answer) {
        Peer[] peer = new Peer[1];
        peer[0] = Peer.that((in, out) -> {
            peer[0].note(Peer.head(in));
            write(out, answer);
        });
        return peer[0];
    }

    private static Peer redirectingOnce(int status, String location) {
        Peer[] peer = new Peer[1];
        peer[0] = Peer.that((in, out) -> {
            peer[0].note(Peer.head(in));
            write(
                    out,
                    peer[0].requests().size() == 1
                            ? "HTTP/1.1 " + status + " Go\r\nLocation: " + location + "\r\nContent-Length: 0\r\n\r\n"
                            : "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        });
        return peer[0];
    }

    private static Wire wire() {
        return wire("unused.example");
    }

    private static Wire wire(String name) {
        return wire(knowing(name), "127.0.0.1");
    }

    private static Wire onlyName(String name) {
        return wire(knowing(name), name);
    }

    private static Resolver knowing(String known) {
        return (name, deadline) -> {
            if (!name.equals(known)) {
                throw LookupFailed.noAddress(name);
            }
            return List.of(InetAddress.ofLiteral("127.0.0.1"));
        };
    }

    private static Wire wire(Resolver resolver, String allow) {
        return new Wire(new EgressGuard(resolver, Optional.of(List.of(allow))), new Authorities(Optional.empty()));
    }

    private static Deadline in5() {
        return Deadline.in(Duration.ofSeconds(5));
    }

    private static void pause() throws InterruptedException {
        NEVER.await(300, TimeUnit.MILLISECONDS);
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private static byte[] pack(String coding, String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream packing = switch (coding) {
            case "gzip" -> new GZIPOutputStream(packed);
            case "deflate" -> new DeflaterOutputStream(packed);
            default -> new DeflaterOutputStream(packed, new Deflater(Deflater.DEFAULT_COMPRESSION, true));
        }) {
            packing.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }
}
