package io.bellwether.platform.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bellwether.TestNameServer;
import io.bellwether.TestNameServer.Script;
import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

class DnsWireTest {

    private static final Record[] ANSWER = TestNameServer.records("www.example. 60 IN A 93.184.216.34");
    private static final Duration SHORT = Duration.ofMillis(600);

    private final CountDownLatch over = new CountDownLatch(1);
    private @Nullable TestNameServer server;

    @AfterEach
    void stop() throws IOException {
        over.countDown();
        if (server != null) {
            server.close();
        }
    }

    @Test
    void asksOverUdp() throws Exception {
        serve(TestNameServer.always(Rcode.NOERROR, ANSWER));

        DnsReply reply = ask(Duration.ofSeconds(2));

        assertThat(reply.message().getSection(Section.ANSWER)).containsExactly(ANSWER);
        assertThat(reply.overTcp()).isFalse();
        assertThat(reply.millis()).isPositive();
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void asksOverTcpWhenTheAnswerIsTruncated() throws Exception {
        serve((query, overTcp) -> {
            Message reply = TestNameServer.reply(query, Rcode.NOERROR, overTcp ? ANSWER : new Record[0]);
            if (!overTcp) {
                reply.getHeader().setFlag(Flags.TC);
            }
            return List.of(reply.toWire());
        });

        DnsReply reply = ask(Duration.ofSeconds(2));

        assertThat(reply.overTcp()).isTrue();
        assertThat(reply.message().getSection(Section.ANSWER)).containsExactly(ANSWER);
    }

    @Test
    void asksAgainWhenADatagramIsLost() throws Exception {
        AtomicInteger lost = new AtomicInteger();
        serve((query, overTcp) -> lost.getAndIncrement() == 0
                ? List.of()
                : TestNameServer.always(Rcode.NOERROR, ANSWER).answers(query, overTcp));

        assertThat(ask(Duration.ofMillis(900)).message().getRcode()).isEqualTo(Rcode.NOERROR);
    }

    @Test
    void ignoresAnswersThatSomebodyMadeUp() throws Exception {
        serve((query, overTcp) -> {
            byte[] forged = TestNameServer.reply(query, Rcode.NXDOMAIN).toWire();
            forged[0]++;
            return List.of(
                    forged,
                    new byte[] {1},
                    TestNameServer.reply(query, Rcode.NOERROR, ANSWER).toWire());
        });

        assertThat(ask(Duration.ofSeconds(2)).message().getRcode()).isEqualTo(Rcode.NOERROR);
    }

    @Test
    void givesUpOnASilentServerInTime() throws Exception {
        serve((query, overTcp) -> List.of());
        long begun = System.nanoTime();

        assertThat(failure(SHORT)).satisfies(silence -> {
            assertThat(silence.failureCause()).isEqualTo(Cause.DEADLINE);
            assertThat(silence.outcome()).isEqualTo(Outcome.DOWN);
            assertThat(silence.reason()).contains("127.0.0.1 port " + port()).endsWith("did not answer in time.");
            assertThat(silence.phases().dns()).isPositive();
        });
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(SHORT.plusSeconds(1));
        assertThat(server.asked()).hasSizeGreaterThan(1);
    }

    @Test
    void tellsGarbageFromSilence() throws Exception {
        serve((query, overTcp) -> {
            byte[] broken = TestNameServer.reply(query, Rcode.NOERROR, ANSWER).toWire();
            return List.of(Arrays.copyOf(broken, broken.length - 3));
        });

        assertThat(failure(Duration.ofSeconds(2)).failureCause()).isEqualTo(Cause.PROTOCOL_ERROR);
        assertThat(failure(Duration.ofSeconds(2)).reason()).endsWith("answered with what is no DNS message.");
    }

    @Test
    void acceptsNoAnswerToAnotherQuestion() throws Exception {
        serve((query, overTcp) -> {
            Message other = new Message(query.getHeader().getID());
            other.getHeader().setFlag(Flags.QR);
            other.addRecord(question("other.example"), Section.QUESTION);
            return List.of(other.toWire());
        });

        assertThat(failure(Duration.ofSeconds(2)).reason()).endsWith("answered another question than was asked.");
    }

    @Test
    void tellsThatNobodyListens() throws Exception {
        try (DatagramSocket free = new DatagramSocket(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0))) {
            int port = free.getLocalPort();
            free.close();
            WireFailure refusal = catchThrowableOfType(
                    WireFailure.class,
                    () -> wire(Optional.empty(), "127.0.0.1").ask(List.of("127.0.0.1"), port, query(), in(SHORT)));

            assertThat(refusal.failureCause()).isEqualTo(Cause.CONNECTION_REFUSED);
        }
    }

    @Test
    void givesUpOnATcpAnswerThatNeverEnds() throws Exception {
        serve((query, overTcp) -> {
            if (overTcp) {
                await(over);
            }
            Message reply = TestNameServer.reply(query, Rcode.NOERROR);
            reply.getHeader().setFlag(Flags.TC);
            return List.of(reply.toWire());
        });
        long begun = System.nanoTime();

        assertThat(failure(SHORT).failureCause()).isEqualTo(Cause.DEADLINE);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(SHORT.plusSeconds(1));
    }

    @Test
    void tellsATcpAnswerThatBreaksOff() throws Exception {
        serve((query, overTcp) -> {
            Message reply = TestNameServer.reply(query, Rcode.NOERROR);
            reply.getHeader().setFlag(Flags.TC);
            return overTcp ? List.of() : List.of(reply.toWire());
        });

        assertThat(failure(Duration.ofSeconds(2)).failureCause()).isEqualTo(Cause.CONNECTION_RESET);
    }

    @Test
    void asksNobodyAtAPrivateAddress() throws Exception {
        serve(TestNameServer.always(Rcode.NOERROR, ANSWER));

        WireFailure refusal = catchThrowableOfType(
                WireFailure.class, () -> wire(Optional.empty()).ask(List.of("127.0.0.1"), port(), query(), in(SHORT)));

        assertThat(refusal.failureCause()).isEqualTo(Cause.EGRESS_REFUSED);
        assertThat(refusal.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void asksTheOperatorsResolverWhereverItIs() throws Exception {
        serve(TestNameServer.always(Rcode.NOERROR, ANSWER));

        DnsReply reply = wire(Optional.of(server.address())).askResolver(query(), in(SHORT));

        assertThat(reply.message().getRcode()).isEqualTo(Rcode.NOERROR);
    }

    @Test
    void doesNotBlameTheVendorForOurResolver() throws Exception {
        serve((query, overTcp) -> List.of());

        WireFailure failure = catchThrowableOfType(
                WireFailure.class, () -> wire(Optional.of(server.address())).askResolver(query(), in(SHORT)));

        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(failure.failureCause()).isEqualTo(Cause.DNS_FAILED);
    }

    private void serve(Script script) throws IOException {
        server = TestNameServer.start("127.0.0.1", 0, script);
    }

    private int port() {
        return server.port();
    }

    private DnsReply ask(Duration time) throws WireFailure {
        return wire(Optional.empty(), "127.0.0.1").ask(List.of("127.0.0.1"), port(), query(), in(time));
    }

    private WireFailure failure(Duration time) {
        return catchThrowableOfType(WireFailure.class, () -> ask(time));
    }

    private static DnsWire wire(Optional<String> resolver, String... allowed) {
        EgressGuard guard = new EgressGuard(
                (name, deadline) -> {
                    throw LookupFailed.noAddress(name);
                },
                Optional.of(List.of(allowed)));
        return new DnsWire(guard, resolver);
    }

    private static Message query() {
        return Message.newQuery(question("www.example"));
    }

    private static Record question(String name) {
        return Record.newRecord(Name.fromConstantString(name + "."), Type.A, DClass.IN);
    }

    private static Deadline in(Duration time) {
        return Deadline.in(time);
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
