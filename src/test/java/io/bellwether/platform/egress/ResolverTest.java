package io.bellwether.platform.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bellwether.core.Cause;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

class ResolverTest {

    private final DatagramSocket server;
    private final AtomicInteger asked = new AtomicInteger();
    private final DnsResolver resolver;

    ResolverTest() throws SocketException {
        server = new DatagramSocket(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
        resolver = new DnsResolver(new InetSocketAddress(server.getLocalAddress(), server.getLocalPort()));
        Thread.ofVirtual().start(this::serve);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void findsBothFamiliesAndFollowsAliases() throws Exception {
        assertThat(resolver.addresses("www.both.example", in2()))
                .extracting(InetAddress::getHostAddress)
                .containsExactly("93.184.216.34", "2606:2800:220:1:0:0:0:1");
    }

    @Test
    void findsOneFamilyWhereThereIsNoOther() throws Exception {
        assertThat(resolver.addresses("four.example", in2())).hasSize(1);
        assertThat(resolver.addresses("six.example", in2())).hasSize(1);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "gone.example, DNS_NO_ADDRESS",
        "mailonly.example, DNS_NO_ADDRESS",
        "broken.example, DNS_FAILED",
        "halfbroken.example, DNS_FAILED",
        "refused.example, DNS_FAILED",
        "silent.example, DNS_FAILED"
    })
    void tellsAMissingNameFromABrokenResolver(String name, Cause cause) {
        long begun = System.nanoTime();
        LookupFailed failure = catchThrowableOfType(LookupFailed.class, () -> resolver.addresses(name, in2()));

        assertThat(failure.failureCause()).as(failure.reason()).isEqualTo(cause);
        assertThat(failure.reason()).contains(name);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void asksAgainWhenADatagramIsLost() throws Exception {
        assertThat(resolver.addresses("lossy.example", in2())).hasSize(1);
    }

    @ParameterizedTest(name = "''{0}'' means {1}")
    @CsvSource({
        "x.example: Name or service not known, DNS_NO_ADDRESS",
        "x.example: No address associated with hostname, DNS_NO_ADDRESS",
        "x.example: nodename nor servname provided or not known, DNS_NO_ADDRESS",
        "x.example: Temporary failure in name resolution, DNS_FAILED",
        "x.example: Non-recoverable failure in name resolution, DNS_FAILED",
        "x.example: System error, DNS_FAILED"
    })
    void readsTheSystemsWords(String message, Cause cause) {
        assertThat(SystemResolver.failed("x.example", new UnknownHostException(message))
                        .failureCause())
                .isEqualTo(cause);
    }

    @Test
    void theSystemKnowsLocalhost() throws Exception {
        assertThat(new SystemResolver().addresses("localhost", in2())).allMatch(InetAddress::isLoopbackAddress);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "127.0.0.1:5353, 127.0.0.1, 5353",
        "127.0.0.1, 127.0.0.1, 53",
        "[::1]:5353, 0:0:0:0:0:0:0:1, 5353",
        "::1, 0:0:0:0:0:0:0:1, 53"
    })
    void readsItsSetting(String text, String address, int port) {
        InetSocketAddress read = ResolverProducer.address(text);

        assertThat(read.getAddress().getHostAddress()).isEqualTo(address);
        assertThat(read.getPort()).isEqualTo(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "127.0.0.1:x", "127.0.0.1:70000", "a b:53", "127.1:53"})
    void refusesASettingItCannotRead(String text) {
        assertThatThrownBy(() -> ResolverProducer.address(text)).hasMessageContaining("BELLWETHER_RESOLVER");
    }

    private static Deadline in2() {
        return Deadline.in(Duration.ofSeconds(2));
    }

    private void serve() {
        byte[] buffer = new byte[1500];
        while (!server.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                server.receive(packet);
                Message query = new Message(Arrays.copyOf(buffer, packet.getLength()));
                Message answer = answer(query);
                if (answer != null) {
                    byte[] wire = answer.toWire();
                    server.send(new DatagramPacket(wire, wire.length, packet.getSocketAddress()));
                }
            } catch (IOException e) {
                return;
            }
        }
    }

    private Message answer(Message query) throws IOException {
        Record question = query.getQuestion();
        String name = question.getName().toString(true);
        boolean four = question.getType() == Type.A;
        return switch (name) {
            case "www.both.example" ->
                reply(
                        query,
                        Rcode.NOERROR,
                        new CNAMERecord(question.getName(), DClass.IN, 60, name("both.example")),
                        four ? a("both.example") : aaaa("both.example"));
            case "four.example" -> four ? reply(query, Rcode.NOERROR, a(name)) : reply(query, Rcode.NOERROR);
            case "six.example" -> four ? reply(query, Rcode.NOERROR) : reply(query, Rcode.NOERROR, aaaa(name));
            case "mailonly.example" -> reply(query, Rcode.NOERROR);
            case "broken.example" -> reply(query, Rcode.SERVFAIL);
            case "halfbroken.example" -> reply(query, four ? Rcode.SERVFAIL : Rcode.NOERROR);
            case "refused.example" -> reply(query, Rcode.REFUSED);
            case "silent.example" -> null;
            case "lossy.example" -> lossy(query, four);
            default -> reply(query, Rcode.NXDOMAIN);
        };
    }

    private Message lossy(Message query, boolean four) throws IOException {
        if (!four) {
            return reply(query, Rcode.NOERROR);
        }
        return asked.getAndIncrement() == 0 ? null : reply(query, Rcode.NOERROR, a("lossy.example"));
    }

    private static Message reply(Message query, int code, Record... answers) {
        Message reply = new Message(query.getHeader().getID());
        reply.getHeader().setFlag(Flags.QR);
        reply.getHeader().setFlag(Flags.RD);
        reply.getHeader().setFlag(Flags.RA);
        reply.getHeader().setRcode(code);
        reply.addRecord(query.getQuestion(), Section.QUESTION);
        for (Record answer : answers) {
            reply.addRecord(answer, Section.ANSWER);
        }
        return reply;
    }

    private static Record a(String name) {
        return new ARecord(name(name), DClass.IN, 60, InetAddress.ofLiteral("93.184.216.34"));
    }

    private static Record aaaa(String name) {
        return new AAAARecord(name(name), DClass.IN, 60, InetAddress.ofLiteral("2606:2800:220:1::1"));
    }

    private static Name name(String text) {
        try {
            return Name.fromString(text, Name.root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
