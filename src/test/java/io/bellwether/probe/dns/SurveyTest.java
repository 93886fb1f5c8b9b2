package io.bellwether.probe.dns;

import static io.bellwether.TestNameServer.always;
import static io.bellwether.TestNameServer.records;
import static io.bellwether.TestNameServer.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bellwether.TestNameServer;
import io.bellwether.TestNameServer.Script;
import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.platform.egress.Deadline;
import io.bellwether.platform.egress.DnsWire;
import io.bellwether.platform.egress.EgressGuard;
import io.bellwether.platform.egress.LookupFailed;
import io.bellwether.platform.egress.WireFailure;
import io.bellwether.probe.ProbeContext;
import io.bellwether.probe.Verdict;
import io.bellwether.probe.dns.DnsProbe.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** The zone's own servers: a resolver at 127.0.0.1, the zone above at 127.0.0.2, shop.example's at 127.0.0.3 and .4. */
class SurveyTest {

    private static final Map<String, String> ADDRESSES =
            Map.of("ns.example", "127.0.0.2", "ns1.shop.example", "127.0.0.3", "ns2.shop.example", "127.0.0.4");
    private static final Script SILENT = (query, overTcp) -> List.of();
    private static final Script GOOD = always(Rcode.NOERROR, records("www.shop.example. 60 IN A 192.0.2.1"));

    private final List<TestNameServer> servers = new ArrayList<>();
    private final TestNameServer resolver;
    private volatile boolean shopIsDead;

    SurveyTest() throws IOException {
        resolver = TestNameServer.start("127.0.0.1", 0, this::resolve);
        servers.add(resolver);
    }

    @AfterEach
    void stop() throws IOException {
        for (TestNameServer server : servers) {
            server.close();
        }
    }

    @Test
    void isUpWhenAllServersAgree() throws Exception {
        serve("127.0.0.3", GOOD);
        serve("127.0.0.4", GOOD);

        Verdict verdict = ask(settings("192.0.2.1"));

        assertThat(verdict.outcome()).as(verdict.reason()).isEqualTo(Outcome.UP);
        assertThat(verdict.detail())
                .containsEntry("zone", "shop.example")
                .containsEntry("answers", List.of("192.0.2.1"));
        assertThat((List<?>) verdict.detail().get("servers"))
                .hasSize(2)
                .allSatisfy(server ->
                        assertThat((Map<?, ?>) server).extracting("rcode").isEqualTo("NOERROR"));
        assertThat(verdict.phases().dns()).isPositive();
        assertThat(servers.get(1).asked())
                .singleElement()
                .satisfies(
                        query -> assertThat(query.getHeader().getFlag(Flags.RD)).isFalse());
    }

    @Test
    void isDegradedWhenServersDisagree() throws Exception {
        serve("127.0.0.3", GOOD);
        serve("127.0.0.4", always(Rcode.NOERROR, records("www.shop.example. 60 IN A 192.0.2.9")));

        for (Settings settings : List.of(settings(), settings("192.0.2.1"))) {
            Verdict verdict = ask(settings);

            assertThat(verdict.outcome()).isEqualTo(Outcome.DEGRADED);
            assertThat(verdict.cause()).isEqualTo(Cause.DNS_MISMATCH);
            assertThat(verdict.reason())
                    .isEqualTo("The name servers of shop.example disagree about the A of www.shop.example: "
                            + "ns1.shop.example says 192.0.2.1; ns2.shop.example says 192.0.2.9.");
        }
        assertThat(ask(settings("192.0.2.3")).outcome())
                .as("none of them is right")
                .isEqualTo(Outcome.DOWN);
    }

    @ParameterizedTest(name = "one server answers {0}, authoritative {1}")
    @CsvSource({"REFUSED, true", "SERVFAIL, true", "NOERROR, false"})
    void isDegradedWhenAServerDoesNotKnowItsZone(String code, boolean authoritative) throws Exception {
        serve("127.0.0.3", GOOD);
        serve("127.0.0.4", (query, overTcp) -> {
            Message answer = reply(query, Rcode.value(code));
            if (!authoritative) {
                answer.getHeader().unsetFlag(Flags.AA);
            }
            return List.of(answer.toWire());
        });

        Verdict verdict = ask(settings());

        assertThat(verdict.outcome()).isEqualTo(Outcome.DEGRADED);
        assertThat(verdict.cause()).isEqualTo(Cause.NAME_SERVERS_FAILED);
        assertThat(verdict.reason())
                .startsWith("1 of 2 name servers of shop.example")
                .contains("ns2.shop.example: It");
    }

    @Test
    void isDegradedWhenAServerIsSilent() throws Exception {
        serve("127.0.0.3", GOOD);
        serve("127.0.0.4", SILENT);

        Verdict verdict = ask(settings());

        assertThat(verdict.outcome()).isEqualTo(Outcome.DEGRADED);
        assertThat(verdict.reason())
                .contains("ns2.shop.example: 127.0.0.4 port")
                .contains("did not answer in time.");
    }

    @Test
    void isDownWhenTheNameIsGone() throws Exception {
        serve("127.0.0.3", always(Rcode.NXDOMAIN));
        serve("127.0.0.4", always(Rcode.NXDOMAIN));

        Verdict verdict = ask(settings());

        assertThat(verdict.outcome()).isEqualTo(Outcome.DOWN);
        assertThat(verdict.cause()).isEqualTo(Cause.DNS_NO_RECORD);
    }

    @Test
    void isDownWhenAllServersRefuse() throws Exception {
        serve("127.0.0.3", always(Rcode.REFUSED));
        serve("127.0.0.4", SILENT);

        Verdict verdict = ask(settings());

        assertThat(verdict.outcome()).isEqualTo(Outcome.DOWN);
        assertThat(verdict.cause()).isEqualTo(Cause.NAME_SERVERS_FAILED);
        assertThat(verdict.reason()).contains("It answered REFUSED.");
    }

    @ParameterizedTest(name = "silence when the zone above answers: {0}")
    @CsvSource({"true, DOWN, NAME_SERVERS_FAILED", "false, UNKNOWN, DNS_FAILED"})
    void blamesTheZoneForSilenceOnlyWhenDnsIsOpenFromHere(boolean open, Outcome outcome, Cause cause) throws Exception {
        serve("127.0.0.2", open ? this::delegate : SILENT);
        serve("127.0.0.3", SILENT);
        serve("127.0.0.4", SILENT);

        Verdict verdict = ask(settings());

        assertThat(verdict.outcome()).as(verdict.reason()).isEqualTo(outcome);
        assertThat(verdict.cause()).isEqualTo(cause);
    }

    @Test
    void findsDeadServersThroughTheZoneAbove() throws Exception {
        shopIsDead = true;
        serve("127.0.0.2", this::delegate);
        serve("127.0.0.3", SILENT);
        serve("127.0.0.4", always(Rcode.SERVFAIL));

        Verdict verdict = ask(settings());

        assertThat(verdict.outcome()).as(verdict.reason()).isEqualTo(Outcome.DOWN);
        assertThat(verdict.cause()).isEqualTo(Cause.NAME_SERVERS_FAILED);
        assertThat(verdict.detail()).containsEntry("zone", "shop.example");
    }

    @Test
    void cannotTellWhenTheResolverFailsAndNobodyElseAnswers() throws Exception {
        shopIsDead = true;
        serve("127.0.0.2", SILENT);

        WireFailure failure = catchThrowableOfType(WireFailure.class, () -> ask(settings()));

        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(failure.failureCause()).isEqualTo(Cause.DNS_FAILED);
    }

    @Test
    void reachesNoServerAtAPrivateAddress() throws Exception {
        serve("127.0.0.3", GOOD);
        serve("127.0.0.4", GOOD);

        Verdict verdict = probe().run(settings(), context());

        assertThat(verdict.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(verdict.cause()).isEqualTo(Cause.EGRESS_REFUSED);
        assertThat(servers.subList(1, 3)).allMatch(server -> server.asked().isEmpty());
    }

    @Test
    void saysThatAnAliasLeadsElsewhere() throws Exception {
        Script alias = always(Rcode.NOERROR, records("www.shop.example. 60 IN CNAME cdn.example."));
        serve("127.0.0.3", alias);
        serve("127.0.0.4", alias);

        Verdict verdict = ask(settings());

        assertThat(verdict.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(verdict.reason()).contains("an alias of cdn.example");
    }

    @ParameterizedTest(name = "at least {0} s of 60 s is {1}")
    @CsvSource({"60, UP", "61, DEGRADED"})
    void judgesTheTimeToLive(long least, Outcome outcome) throws Exception {
        serve("127.0.0.3", GOOD);
        serve("127.0.0.4", GOOD);

        Verdict verdict = ask(
                new Settings("www.shop.example", null, null, true, null, null, Duration.ofSeconds(least), null, null));

        assertThat(verdict.outcome()).isEqualTo(outcome);
    }

    private Settings settings(String... expected) {
        @Nullable List<String> expect = expected.length == 0 ? null : List.of(expected);
        return new Settings("www.shop.example", null, null, true, expect, null, null, null, null);
    }

    private Verdict ask(Settings settings) throws WireFailure {
        return probe("127.0.0.0/8").run(settings, context());
    }

    private static ProbeContext context() {
        return new ProbeContext(Instant.EPOCH, Deadline.in(Duration.ofMillis(1500)));
    }

    private void serve(String address, Script script) throws IOException {
        servers.add(TestNameServer.start(address, resolver.port(), script));
    }

    private List<byte[]> resolve(Message query, boolean overTcp) {
        Record question = query.getQuestion();
        Message answer = switch (question.getName().toString(true)) {
            case "shop.example" ->
                shopIsDead
                        ? reply(query, Rcode.SERVFAIL)
                        : reply(
                                query,
                                Rcode.NOERROR,
                                records("shop.example. NS ns1.shop.example.", "shop.example. NS ns2.shop.example."));
            case "example" -> reply(query, Rcode.NOERROR, records("example. NS ns.example."));
            default -> reply(query, shopIsDead ? Rcode.SERVFAIL : Rcode.NXDOMAIN);
        };
        return List.of(answer.toWire());
    }

    private List<byte[]> delegate(Message query, boolean overTcp) {
        Message answer = reply(query, Rcode.NOERROR);
        assertThat(query.getQuestion().getType()).isEqualTo(Type.NS);
        for (Record record : records("shop.example. NS ns1.shop.example.", "shop.example. NS ns2.shop.example.")) {
            answer.addRecord(record, Section.AUTHORITY);
        }
        for (Record record : records("ns1.shop.example. A 127.0.0.3", "ns2.shop.example. A 127.0.0.4")) {
            answer.addRecord(record, Section.ADDITIONAL);
        }
        return List.of(answer.toWire());
    }

    private DnsProbe probe(String... allowed) {
        EgressGuard guard = new EgressGuard(
                (name, deadline) -> {
                    if (!ADDRESSES.containsKey(name)) {
                        throw LookupFailed.noAddress(name);
                    }
                    return List.of(InetAddress.ofLiteral(ADDRESSES.get(name)));
                },
                Optional.of(List.of(allowed)));
        DnsWire wire = new DnsWire(guard, Optional.of(resolver.address()));
        return new DnsProbe(
                wire, new Surveyor(wire, resolver.port()), new ChainCheck(TrustAnchors.iana(), Clock.systemUTC()));
    }
}
