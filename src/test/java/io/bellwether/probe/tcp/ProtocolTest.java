package io.bellwether.probe.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bellwether.TestCertificates;
import io.bellwether.TestCertificates.Issued;
import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.platform.egress.Deadline;
import io.bellwether.platform.egress.Loopback;
import io.bellwether.platform.egress.Peer;
import io.bellwether.platform.egress.Wire;
import io.bellwether.platform.egress.WireFailure;
import io.bellwether.probe.ProbeContext;
import io.bellwether.probe.Verdict;
import io.bellwether.probe.tcp.TcpProbe.Settings;
import io.bellwether.probe.tcp.TcpProbe.Tls;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each protocol is spoken by a server that knows only what its standard says. */
class ProtocolTest {

    /** A server's turn: it says something once it has heard everything up to an ending. */
    record Turn(String heard, String says) {}

    // Certificates are judged by the platform against the real time.
    private final Instant now = Clock.systemUTC().instant();
    private final TestCertificates authority = new TestCertificates(now);
    private final Issued issued =
            authority.issue(now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(9)), "mail.example");

    @TempDir
    private Path files;

    private Wire wire;

    @BeforeEach
    void trust() {
        wire = Loopback.trusting(authority.writePem(files.resolve("ca.pem")));
    }

    static Stream<Arguments> consenting() {
        String postgres = "\0\0\0\b\u0004\u00d2\u0016/";
        String ldap = "0\u001d\u0002\u0001\u0001w\u0018\u0080\u00161.3.6.1.4.1.1466.20037";
        return Stream.of(
                Arguments.of(
                        Protocol.SMTP,
                        List.of(
                                new Turn("", "220-mail.example ESMTP\r\n220 no spam\r\n"),
                                new Turn(
                                        "EHLO bellwether.invalid\r\n",
                                        "250-mail.example\r\n250-STARTTLS\r\n250 8BITMIME\r\n"),
                                new Turn("STARTTLS\r\n", "220 go ahead\r\n"))),
                Arguments.of(
                        Protocol.IMAP,
                        List.of(
                                new Turn("", "* OK [CAPABILITY IMAP4rev1 STARTTLS] ready\r\n"),
                                new Turn("a1 STARTTLS\r\n", "* NOTHING\r\na1 OK begin\r\n"))),
                Arguments.of(
                        Protocol.POP3,
                        List.of(new Turn("", "+OK POP3 ready\r\n"), new Turn("STLS\r\n", "+OK begin\r\n"))),
                Arguments.of(
                        Protocol.FTP,
                        List.of(new Turn("", "220 FTP\r\n"), new Turn("AUTH TLS\r\n", "234 proceed\r\n"))),
                Arguments.of(Protocol.POSTGRESQL, List.of(new Turn(postgres, "S"))),
                Arguments.of(
                        Protocol.LDAP,
                        List.of(new Turn(ldap, "0\f\u0002\u0001\u0001x\u0007\n\u0001\0\u0004\0\u0004\0"))),
                // As Active Directory writes lengths.
                Arguments.of(
                        Protocol.LDAP,
                        List.of(new Turn(
                                ldap,
                                "0\u0084\0\0\0\u0010\u0002\u0001\u0001x\u0084\0\0\0\u0007\n\u0001\0\u0004\0\u0004\0"))),
                Arguments.of(
                        Protocol.XMPP,
                        List.of(
                                new Turn(
                                        "to='mail.example' version='1.0'>",
                                        "<?xml version='1.0'?><stream:stream from='mail.example' version='1.0'>"
                                                + "<stream:features><starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'>"
                                                + "<required/></starttls></stream:features>"),
                                new Turn(
                                        "<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>",
                                        "<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("consenting")
    void beginsTlsAsItsStandardSays(Protocol protocol, List<Turn> turns) throws Exception {
        Peer.Manners inside = (in, out) -> {
            in.read();
            out.write("inside\n".getBytes(StandardCharsets.US_ASCII));
        };
        try (Peer peer = Peer.startingTls(issued.serverContext(), (in, out) -> play(turns, in, out), inside)) {
            Verdict verdict = run(peer, protocol);

            assertThat(verdict.outcome()).as(verdict.reason()).isEqualTo(Outcome.UP);
            assertThat(verdict.detail()).containsKeys("banner", "certificateNotAfter");
            assertThat(verdict.phases().tls()).isPositive();
        }
    }

    static Stream<Arguments> refusing() {
        return Stream.of(
                Arguments.of(Protocol.SMTP, "554 go away\r\n"),
                Arguments.of(Protocol.IMAP, "* BYE overloaded\r\n"),
                Arguments.of(Protocol.POP3, "-ERR no\r\n"),
                Arguments.of(Protocol.FTP, "421 too many\r\n"),
                Arguments.of(Protocol.POSTGRESQL, "N"),
                Arguments.of(Protocol.LDAP, "0\f\u0002\u0001\u0001x\u0007\n\u00014\u0004\0\u0004\0"),
                Arguments.of(Protocol.LDAP, "HTTP/1.1 400 Bad Request\r\n"),
                Arguments.of(Protocol.XMPP, "<stream:stream><stream:features><bind/></stream:features>"));
    }

    @ParameterizedTest(name = "{0} answered with {1}")
    @MethodSource("refusing")
    void aServerThatDoesNotBeginTlsIsDown(Protocol protocol, String answer) throws Exception {
        try (Peer peer = Peer.that((in, out) -> {
            out.write(answer.getBytes(StandardCharsets.ISO_8859_1));
            in.readAllBytes();
        })) {
            WireFailure failure = catchThrowableOfType(WireFailure.class, () -> run(peer, protocol));

            assertThat(failure.failureCause()).as(failure.reason()).isEqualTo(Cause.TLS_FAILED);
            assertThat(failure.outcome()).isEqualTo(Outcome.DOWN);
            assertThat(failure.reason()).contains("does not begin TLS").endsWith(".");
        }
    }

    @Test
    void wordsSmuggledInBeforeTlsAreNotTakenForEncrypted() throws Exception {
        try (Peer peer = Peer.that((in, out) -> {
            out.write("+OK hello\r\n".getBytes(StandardCharsets.US_ASCII));
            until("STLS\r\n", in);
            out.write("+OK begin\r\ninside\r\n".getBytes(StandardCharsets.US_ASCII));
            in.readAllBytes();
        })) {
            WireFailure failure = catchThrowableOfType(WireFailure.class, () -> run(peer, Protocol.POP3));

            assertThat(failure.failureCause()).as(failure.reason()).isEqualTo(Cause.PROTOCOL_ERROR);
            assertThat(failure.reason()).contains("'inside");
        }
    }

    private Verdict run(Peer peer, Protocol protocol) throws WireFailure {
        Settings settings = new Settings(
                "mail.example", peer.port(), Tls.STARTTLS, protocol, List.of(new Step("x", "^inside")), null);
        return new TcpProbe(wire).run(settings, new ProbeContext(Instant.EPOCH, Deadline.in(Duration.ofSeconds(3))));
    }

    private static void play(List<Turn> turns, InputStream in, OutputStream out) throws IOException {
        for (Turn turn : turns) {
            until(turn.heard(), in);
            out.write(turn.says().getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }
    }

    private static void until(String ending, InputStream in) throws IOException {
        StringBuilder heard = new StringBuilder();
        while (!heard.toString().endsWith(ending)) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("hung up after " + heard);
            }
            heard.append((char) next);
        }
    }
}
