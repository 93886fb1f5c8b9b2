package io.bellwether.probe.dns;

import static io.bellwether.TestNameServer.records;
import static io.bellwether.TestNameServer.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bellwether.TestNameServer;
import io.bellwether.TestNameServer.Script;
import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.platform.egress.Deadline;
import io.bellwether.platform.egress.DnsReply;
import io.bellwether.platform.egress.DnsWire;
import io.bellwether.platform.egress.EgressGuard;
import io.bellwether.platform.egress.LookupFailed;
import io.bellwether.platform.egress.WireFailure;
import io.bellwether.probe.ProbeContext;
import io.bellwether.probe.Verdict;
import io.bellwether.probe.dns.DnsProbe.Match;
import io.bellwether.probe.dns.DnsProbe.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xbill.DNS.ExtendedErrorCodeOption;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;

/** The resolver's answers. */
class DnsProbeTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Duration TIME = Duration.ofSeconds(2);

    private @Nullable TestNameServer server;

    @AfterEach
    void stop() throws IOException {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void isUpWhenThereIsARecordAndTellsWhatItSaw() throws Exception {
        Verdict verdict = ask(
                settings("www.shop.example", RecordType.A),
                TestNameServer.always(
                        Rcode.NOERROR,
                        records(
                                "www.shop.example. 300 IN CNAME shop.example.",
                                "shop.example. 60 IN A 192.0.2.7",
                                "shop.example. 60 IN A 192.0.2.1")));

        assertThat(verdict.outcome()).isEqualTo(Outcome.UP);
        assertThat(verdict.reason()).isEqualTo("There is A of www.shop.example.");
        assertThat(verdict.phases().dns()).isPositive();
        assertThat(verdict.detail())
                .containsEntry("answers", List.of("192.0.2.1", "192.0.2.7"))
                .containsEntry("ttl", 60L)
                .containsEntry("rcode", "NOERROR")
                .containsEntry("alias", "shop.example")
                .containsEntry("address", "127.0.0.1")
                .containsEntry("transport", "UDP")
                .containsEntry("flags", Map.of("aa", true, "ad", false));
    }

    @Test
    void tellsTheSerialOfAnSoa() throws Exception {
        Verdict verdict = ask(
                settings("shop.example", RecordType.SOA),
                TestNameServer.always(
                        Rcode.NOERROR,
                        records("shop.example. IN SOA ns1.shop.example. root.shop.example. 42 1 1 1 1")));

        assertThat(verdict.detail()).containsEntry("serial", 42L);
    }

    @ParameterizedTest(name = "{0} with extended error {1} is {2}, {3}")
    @CsvSource({
        "NXDOMAIN, -1, DOWN, DNS_NO_RECORD",
        "NOERROR, -1, DOWN, DNS_NO_RECORD",
        "SERVFAIL, -1, UNKNOWN, DNS_FAILED",
        "SERVFAIL, 22, UNKNOWN, DNS_FAILED",
        "SERVFAIL, 6, DOWN, DNSSEC_FAILED",
        "SERVFAIL, 7, DOWN, DNSSEC_FAILED",
        "REFUSED, -1, UNKNOWN, DNS_FAILED",
        "FORMERR, -1, UNKNOWN, DNS_FAILED",
        "NOTIMP, -1, UNKNOWN, DNS_FAILED"
    })
    void tellsWrongDataFromAResolverThatFails(String code, int error, Outcome outcome, Cause cause) throws Exception {
        Verdict verdict = ask(settings("shop.example", RecordType.A), (query, overTcp) -> {
            Message answer = reply(query, Rcode.value(code));
            if (error >= 0) {
                answer.addRecord(
                        new OPTRecord(1232, 0, 0, 0, new ExtendedErrorCodeOption(error, "so it is.")),
                        Section.ADDITIONAL);
            }
            return List.of(answer.toWire());
        });

        assertThat(verdict.outcome()).as(verdict.reason()).isEqualTo(outcome);
        assertThat(verdict.cause()).isEqualTo(cause);
        assertThat(verdict.reason()).contains("shop.example").endsWith(".").doesNotEndWith("..");
    }

    @Test
    void blamesNobodyForASilentResolver() throws Exception {
        serve((query, overTcp) -> List.of());
        long begun = System.nanoTime();

        WireFailure failure = catchThrowableOfType(
                WireFailure.class, () -> run(settings("shop.example", RecordType.A), Duration.ofMillis(500)));

        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(failure.failureCause()).isEqualTo(Cause.DNS_FAILED);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMillis(1500));
    }

    @Test
    void blamesNobodyForAResolverThatBabbles() throws Exception {
        serve((query, overTcp) -> List.of(new byte[] {
            (byte) (query.getHeader().getID() >> 8),
            (byte) query.getHeader().getID(),
            -127,
            -1,
            -1,
            -1,
            -1,
            -1,
            -1,
            -1,
            -1,
            -1
        }));

        WireFailure failure =
                catchThrowableOfType(WireFailure.class, () -> run(settings("shop.example", RecordType.A), TIME));

        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(failure.failureCause()).isEqualTo(Cause.DNS_FAILED);
        assertThat(failure.reason()).contains("no DNS message");
    }

    @Test
    void readsLongAnswersOverTcp() throws Exception {
        String[] many = IntStream.range(0, 200)
                .mapToObj(i -> "shop.example. 60 IN A 192.0.2." + i)
                .toArray(String[]::new);
        Verdict verdict = ask(settings("shop.example", RecordType.A), (query, overTcp) -> {
            Message answer = reply(query, Rcode.NOERROR, records(overTcp ? many : new String[0]));
            if (!overTcp) {
                answer.getHeader().setFlag(Flags.TC);
            }
            return List.of(answer.toWire());
        });

        assertThat(verdict.outcome()).isEqualTo(Outcome.UP);
        assertThat(verdict.detail()).containsEntry("transport", "TCP");
        assertThat((List<?>) verdict.detail().get("answers")).hasSize(100);
    }

    @ParameterizedTest(name = "{0} {1} is taken for {2}")
    @CsvSource(delimiter = '|', textBlock = """
            A     | 192.0.2.1                        | 192.0.2.1
            AAAA  | 2001:db8:0:0::1                  | 2001:0DB8::1
            CNAME | Shop.Example.                    | shop.example
            MX    | 10 Mail.shop.example.            | 10 mail.shop.example
            NS    | ns1.shop.example.                | NS1.SHOP.EXAMPLE.
            TXT   | "v=spf1 " "-all"                 | v=spf1 -all
            SOA   | ns. root. 42 1 2 3 4             | NS. ROOT. 42 1 2 3 4
            CAA   | 0 issue "letsencrypt.org"        | 0 issue letsencrypt.org
            SRV   | 0 5 443 shop.example.            | 0 5 443 Shop.example
            PTR   | shop.example.                    | shop.example
            DS    | 1 8 2 E06D44B80B8F1D39A95C0B0D7C65D08458E880409BBC683457104237C7F8EC8D | 1 8 2 e06d44b80b8f1d39a95c0b0d7c65d08458e880409bbc683457104237c7f8ec8d
            TLSA  | 3 1 1 00ff                       | 3 1 1 00FF
            HTTPS | 1 . alpn=h2                      | 1 . alpn=h2
            SVCB  | 1 shop.example. port=8443        | 1 shop.example. port=8443
            """)
    void comparesByMeaning(RecordType type, String data, String expected) throws Exception {
        Verdict verdict = ask(
                expecting(type, Match.EXACT, expected),
                TestNameServer.always(Rcode.NOERROR, records("x.example. 60 IN " + type + " " + data)));

        assertThat(verdict.outcome()).as(verdict.reason()).isEqualTo(Outcome.UP);
        assertThat(verdict.reason()).isEqualTo("There is " + type + " of x.example, as expected.");
    }

    @ParameterizedTest(name = "{0} of {1} is {2}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            EXACT    | 192.0.2.2,192.0.2.1           | UP   | -
            EXACT    | 192.0.2.1                     | DOWN | not expected is 192.0.2.2
            EXACT    | 192.0.2.1,192.0.2.2,192.0.2.3 | DOWN | missing is 192.0.2.3
            EXACT    | 192.0.2.1,192.0.2.3           | DOWN | missing is 192.0.2.3, not expected is 192.0.2.2
            CONTAINS | 192.0.2.1                     | UP   | -
            CONTAINS | 192.0.2.3                     | DOWN | missing is 192.0.2.3
            """)
    void comparesInAnyOrder(Match match, String expected, Outcome outcome, @Nullable String difference)
            throws Exception {
        Verdict verdict = ask(
                expecting(RecordType.A, match, expected.split(",")),
                TestNameServer.always(Rcode.NOERROR, records("x.example. A 192.0.2.1", "x.example. A 192.0.2.2")));

        assertThat(verdict.outcome()).isEqualTo(outcome);
        if (difference != null) {
            assertThat(verdict.cause()).isEqualTo(Cause.DNS_MISMATCH);
            assertThat(verdict.reason()).isEqualTo("The A of x.example is not as expected: " + difference + ".");
        }
    }

    @Test
    void isDegradedWhenSlow() {
        Settings settings =
                new Settings("shop.example", null, null, null, null, null, null, null, Duration.ofMillis(100));
        Question question = settings.question();
        Message answer = reply(question.forResolver(), Rcode.NOERROR, records("shop.example. A 192.0.2.1"));
        InetSocketAddress address = new InetSocketAddress(InetAddress.ofLiteral("192.0.2.53"), 53);

        assertThat(DnsProbe.judge(settings, new Reply(question, new DnsReply(answer, address, false, 100)))
                        .outcome())
                .isEqualTo(Outcome.UP);
        Verdict slow = DnsProbe.judge(settings, new Reply(question, new DnsReply(answer, address, false, 101)));
        assertThat(slow.outcome()).isEqualTo(Outcome.DEGRADED);
        assertThat(slow.cause()).isEqualTo(Cause.SLOW);
        assertThat(slow.phases().dns()).isEqualTo(101);
    }

    @Test
    void asksAGivenResolverOnlyAtAPublicAddress() throws Exception {
        serve(TestNameServer.always(Rcode.NOERROR, records("shop.example. A 192.0.2.1")));
        Settings settings = new Settings("shop.example", null, server.address(), null, null, null, null, null, null);

        WireFailure refusal = catchThrowableOfType(WireFailure.class, () -> run(settings, TIME));

        assertThat(refusal.failureCause()).isEqualTo(Cause.EGRESS_REFUSED);
        assertThat(server.asked()).isEmpty();
        assertThat(probe(Optional.empty(), "127.0.0.1")
                        .run(settings, context(TIME))
                        .outcome())
                .isEqualTo(Outcome.UP);
    }

    private Verdict ask(Settings settings, Script script) throws Exception {
        serve(script);
        return run(settings, TIME);
    }

    private void serve(Script script) throws IOException {
        server = TestNameServer.start("127.0.0.1", 0, script);
    }

    private Verdict run(Settings settings, Duration time) throws WireFailure {
        return probe(Optional.of(server.address())).run(settings, context(time));
    }

    private static ProbeContext context(Duration time) {
        return new ProbeContext(NOW, Deadline.in(time));
    }

    private static DnsProbe probe(Optional<String> resolver, String... allowed) {
        EgressGuard guard = new EgressGuard(
                (name, deadline) -> {
                    throw LookupFailed.noAddress(name);
                },
                Optional.of(List.of(allowed)));
        return new DnsProbe(new DnsWire(guard, resolver), new ChainCheck(TrustAnchors.iana(), Clock.systemUTC()));
    }

    private static Settings settings(String name, RecordType type) {
        return new Settings(name, type, null, null, null, null, null, null, null);
    }

    private static Settings expecting(RecordType type, Match match, String... expected) {
        return new Settings("x.example", type, null, null, List.of(expected), match, null, null, null);
    }
}
