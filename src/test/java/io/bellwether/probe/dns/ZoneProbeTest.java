package io.bellwether.probe.dns;

import static io.bellwether.TestNameServer.always;
import static io.bellwether.TestNameServer.records;
import static io.bellwether.TestNameServer.reply;
import static io.bellwether.probe.dns.ZoneReplies.codes;
import static io.bellwether.probe.dns.ZoneReplies.delegation;
import static io.bellwether.probe.dns.ZoneReplies.denial;
import static io.bellwether.probe.dns.ZoneReplies.zone;
import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.TestNameServer;
import io.bellwether.TestNameServer.Script;
import io.bellwether.core.Outcome;
import io.bellwether.core.posture.CheckOutcome;
import io.bellwether.core.posture.zone.CaaAnswer;
import io.bellwether.core.posture.zone.HostLook;
import io.bellwether.core.posture.zone.NameServer;
import io.bellwether.core.posture.zone.ZoneAssessor;
import io.bellwether.core.posture.zone.ZoneEvidence;
import io.bellwether.platform.egress.Deadline;
import io.bellwether.platform.egress.DnsWire;
import io.bellwether.platform.egress.EgressGuard;
import io.bellwether.platform.egress.LookupFailed;
import io.bellwether.probe.Lookups;
import io.bellwether.probe.ProbeContext;
import io.bellwether.probe.TestSettings;
import io.bellwether.probe.Verdict;
import io.bellwether.probe.dns.ZoneProbe.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** A resolver at 127.0.0.1, the zone above at 127.0.0.2, the zone's own servers at 127.0.0.3 and .4. */
class ZoneProbeTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final Map<String, String> ADDRESSES =
            Map.of("ns.example", "127.0.0.2", "ns1.shop.example", "127.0.0.3", "ns2.shop.example", "127.0.0.4");
    private static final Script SILENT = (query, overTcp) -> List.of();
    private static final String[] DELEGATION = {
        "shop.example. NS ns1.shop.example.", "shop.example. NS ns2.shop.example."
    };

    private final SignedWorld world = new SignedWorld(NOW);
    private final Map<String, Message> said = new ConcurrentHashMap<>();
    private final List<TestNameServer> servers = new ArrayList<>();
    private final TestNameServer resolver;
    private volatile boolean resolverIsSilent;
    private volatile boolean resolverRepeatsQuestions = true;

    ZoneProbeTest() throws IOException {
        resolver = TestNameServer.start("127.0.0.1", 0, this::resolve);
        servers.add(resolver);
        says("NS example", "example. NS ns.example.");
        says("NS shop.example", DELEGATION);
        says("A shop.example", "shop.example. A 192.0.2.1");
        says("A ns1.shop.example", "ns1.shop.example. A 192.0.2.3");
        says("A ns2.shop.example", "ns2.shop.example. A 198.51.100.4");
        says("AAAA ns2.shop.example", "ns2.shop.example. AAAA 2001:db8::4");
    }

    @AfterEach
    void stop() throws IOException {
        for (TestNameServer server : servers) {
            server.close();
        }
    }

    @Test
    void gathersWhatAWellKeptZoneShows() throws Exception {
        serve(
                "127.0.0.2",
                (query, overTcp) -> List.of(delegation(query, DELEGATION).toWire()));
        serve("127.0.0.3", zone(7, DELEGATION));
        serve("127.0.0.4", zone(7, DELEGATION));
        says("CAA example", "example. CAA 0 issue \"ca.example; validationmethods=dns-01\"");
        says("A www.shop.example", "www.shop.example. CNAME edge.maker.example.", "edge.maker.example. A 192.0.2.9");
        says(
                "AAAA www.shop.example",
                "www.shop.example. CNAME edge.maker.example.",
                "edge.maker.example. AAAA 2001:db8::9");

        Verdict verdict = run("Shop.example", "www.shop.example", "WWW.shop.example");
        ZoneEvidence evidence = evidence(verdict);

        assertThat(verdict.outcome()).as(verdict.reason()).isEqualTo(Outcome.UP);
        assertThat(evidence.target()).isEqualTo("shop.example");
        assertThat(evidence.caa()).extracting(CaaAnswer::name).containsExactly("shop.example", "example");
        assertThat(evidence.caa().getLast().records())
                .singleElement()
                .hasToString("CaaRecord[flags=0, tag=issue, value=ca.example; validationmethods=dns-01]");
        assertThat(evidence.nameServers().servers())
                .containsExactly(
                        server("ns1.shop.example", List.of("192.0.2.3"), 7L),
                        server("ns2.shop.example", List.of("198.51.100.4", "2001:db8:0:0:0:0:0:4"), 7L));
        assertThat(evidence.nameServers().above()).containsExactly("ns1.shop.example", "ns2.shop.example");
        assertThat(evidence.hosts())
                .containsExactly(new HostLook(
                        "www.shop.example", List.of("edge.maker.example"), HostLook.FOUND, null, true, null));
        assertThat(codes(evidence))
                .containsEntry("zone-caa", "caa-restricted")
                .containsEntry("zone-dnssec", "unknown")
                .containsEntry("zone-server-networks", "networks-differ")
                .containsEntry("zone-delegation", "delegation-agrees")
                .containsEntry("zone-servers-answer", "servers-answer")
                .containsEntry("zone-serials", "serials-agree")
                .containsEntry("zone-aliases", "aliases-lead-on");
        assertThat(verdict.reason()).isEqualTo("shop.example: 8 of 9 checks are good; not told: zone-dnssec.");
    }

    @Test
    void seesServersThatAreSilentOrDoNotKnowTheZone() throws Exception {
        serve(
                "127.0.0.2",
                (query, overTcp) ->
                        List.of(delegation(query, "shop.example. NS ns1.shop.example.", "shop.example. NS old.example.")
                                .toWire()));
        serve("127.0.0.3", always(Rcode.REFUSED));
        serve("127.0.0.4", SILENT);

        ZoneEvidence evidence = evidence(run("shop.example"));

        assertThat(evidence.nameServers().servers())
                .extracting(NameServer::answered)
                .containsExactly(true, false);
        assertThat(evidence.nameServers().servers().getFirst().fault()).isEqualTo("It answered REFUSED.");
        assertThat(evidence.nameServers().servers().getLast().fault()).contains("did not answer in time");
        assertThat(evidence.nameServers().above()).containsExactly("ns1.shop.example", "old.example");
        assertThat(codes(evidence))
                .containsEntry("zone-servers-answer", "servers-lame")
                .containsEntry("zone-delegation", "unknown")
                .containsEntry("zone-serials", "unknown");
    }

    @Test
    void forgivesOneAnswerThatIsLost() throws Exception {
        serve("127.0.0.3", zone(7, DELEGATION));
        Script forgetful = zone(7, DELEGATION);
        serve(
                "127.0.0.4",
                (query, overTcp) ->
                        query.getQuestion().getType() == Type.SOA ? List.of() : forgetful.answers(query, overTcp));

        ZoneEvidence evidence = evidence(run("shop.example"));

        assertThat(codes(evidence)).containsEntry("zone-servers-answer", "servers-answer");
        assertThat(evidence.nameServers().servers().getLast().serial()).isNull();
    }

    @Test
    void blamesNoServerThatWeMayNotAsk() throws Exception {
        serve("127.0.0.3", zone(7, DELEGATION));
        serve("127.0.0.4", zone(7, DELEGATION));

        ZoneEvidence evidence = evidence(probe().run(settings("shop.example"), context()));

        assertThat(servers.subList(1, 3)).allMatch(server -> server.asked().isEmpty());
        assertThat(evidence.nameServers().servers())
                .extracting(NameServer::fault)
                .containsOnlyNulls();
        assertThat(codes(evidence)).containsEntry("zone-servers-answer", "unknown");
    }

    @Test
    void seesADelegationThatDiffersAndSerialsThatDoNotAgree() throws Exception {
        serve(
                "127.0.0.2",
                (query, overTcp) -> List.of(delegation(query, DELEGATION).toWire()));
        serve("127.0.0.3", zone(7, "shop.example. NS ns1.shop.example."));
        serve("127.0.0.4", zone(6, "shop.example. NS ns1.shop.example."));

        assertThat(codes(evidence(run("shop.example"))))
                .containsEntry("zone-delegation", "delegation-differs")
                .containsEntry("zone-serials", "serials-differ");
    }

    @Test
    void cannotSeeADelegationWithinOneServer() throws Exception {
        serve("127.0.0.2", zone(7, DELEGATION));
        serve("127.0.0.3", zone(7, DELEGATION));
        serve("127.0.0.4", zone(7, DELEGATION));

        ZoneEvidence evidence = evidence(run("shop.example"));

        assertThat(evidence.nameServers().above()).isNull();
        assertThat(codes(evidence)).containsEntry("zone-delegation", "unknown");
    }

    @ParameterizedTest(name = "denied by {0}: {1}")
    @CsvSource({"maker.example, alias-dangling", "example, alias-claimable", "., alias-dangling"})
    void seesAliasesThatLeadNowhere(String deniedBy, String code) throws Exception {
        Message answer = denial("www.shop.example. CNAME gone.maker.example.");
        answer.addRecord(records((deniedBy + ". SOA ns. root. 1 1 1 1 1").replace("..", "."))[0], Section.AUTHORITY);
        said.put("A www.shop.example", answer);

        ZoneEvidence evidence = evidence(run("shop.example", "www.shop.example"));

        assertThat(evidence.hosts().getFirst().aliases()).containsExactly("gone.maker.example");
        assertThat(codes(evidence)).containsEntry("zone-aliases", code);
    }

    @Test
    void endsAChainThatRunsInACircle() throws Exception {
        says("A www.shop.example", "www.shop.example. CNAME a.example.", "a.example. CNAME www.shop.example.");

        HostLook look =
                evidence(run("shop.example", "www.shop.example")).hosts().getFirst();

        assertThat(look.aliases()).hasSize(16);
        assertThat(look.end()).isEqualTo(HostLook.NO_DATA);
    }

    @Test
    void takesAResolverThatFailsForNothing() throws Exception {
        said.put("CAA shop.example", new Message());
        said.put("A www.shop.example", new Message());
        said.get("CAA shop.example").getHeader().setRcode(Rcode.SERVFAIL);
        said.get("A www.shop.example").getHeader().setRcode(Rcode.SERVFAIL);

        ZoneEvidence evidence = evidence(run("shop.example", "www.shop.example"));

        assertThat(codes(evidence))
                .containsEntry("zone-caa", "unknown")
                .containsEntry("zone-aliases", "unknown")
                .containsEntry("zone-ipv6", "unknown");
    }

    @Test
    void takesARefusalWithoutTheQuestionForNothing() throws Exception {
        resolverRepeatsQuestions = false;
        for (String question : List.of("CAA shop.example", "A www.shop.example", "AAAA www.shop.example")) {
            Message refusal = new Message();
            refusal.getHeader().setRcode(Rcode.REFUSED);
            said.put(question, refusal);
        }

        ZoneEvidence evidence = evidence(run("shop.example", "www.shop.example"));

        assertThat(evidence.caa().getFirst().unknown())
                .isEqualTo("The resolver answered REFUSED to the question for the CAA of shop.example.");
        assertThat(codes(evidence)).containsEntry("zone-aliases", "unknown");
    }

    @Test
    void aDomainThatIsAnAliasOfNothingIsStillThere() throws Exception {
        said.put("A shop.example", denial("shop.example. CNAME gone.maker.example."));

        ZoneEvidence evidence = evidence(run("shop.example", "shop.example"));

        assertThat(evidence.unknown()).isNull();
        assertThat(codes(evidence)).containsEntry("zone-aliases", "alias-dangling");
    }

    @Test
    void followsTheSignaturesOfTheZone() throws Exception {
        says("A www.example", "www.example. A 192.0.2.1");

        assertThat(codes(evidence(run("www.example")))).containsEntry("zone-dnssec", "dnssec-valid");
        world.changeKeyWithoutTellingTheRoot();
        assertThat(codes(evidence(run("www.example")))).containsEntry("zone-dnssec", "dnssec-bogus");
    }

    @Test
    void doesNotTakeTheZoneAboveForTheVendors() throws Exception {
        said.put("A gone.example", denial());

        Verdict verdict = run("gone.example");

        assertThat(verdict.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(verdict.reason()).isEqualTo("There is no gone.example in DNS; check the domain.");
        assertThat(evidence(verdict).unknown()).isEqualTo(verdict.reason());
        assertThat(evidence(verdict).nameServers()).isNull();
    }

    @Test
    void knowsNothingWhenTheResolverIsSilent() throws Exception {
        resolverIsSilent = true;

        Verdict verdict = run("shop.example");

        assertThat(verdict.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(new ZoneAssessor().assess(evidence(verdict)).results())
                .allMatch(result -> result.outcome() == CheckOutcome.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"example", "https://shop.example", "shop.example.", "a..example", "a b.example", "*.shop.example"
            })
    void refusesWhatIsNoDomain(String domain) {
        assertThat(TestSettings.faults(probe(), Map.of("domain", domain)))
                .singleElement()
                .asString()
                .startsWith("/settings/domain ");
    }

    @Test
    void looksAtTwentyHostsAtMost() {
        List<String> hosts = Stream.iterate(1, i -> i + 1)
                .limit(21)
                .map(i -> "h" + i + ".shop.example")
                .toList();

        assertThat(TestSettings.faults(probe(), Map.of("domain", "shop.example", "hosts", hosts)))
                .hasSize(1);
        assertThat(TestSettings.faults(probe(), Map.of("domain", "shop.example", "hosts", hosts.subList(0, 20))))
                .isEmpty();
    }

    private static NameServer server(String name, List<String> addresses, @Nullable Long serial) {
        return new NameServer(
                name, addresses, null, serial, List.of("ns1.shop.example", "ns2.shop.example"), null, true);
    }

    private static ZoneEvidence evidence(Verdict verdict) {
        assertThat(verdict.findings()).isEmpty();
        return (ZoneEvidence) verdict.evidence().getFirst();
    }

    private Verdict run(String domain, String... hosts) {
        return probe("127.0.0.0/8").run(settings(domain, hosts), context());
    }

    private static Settings settings(String domain, String... hosts) {
        return new Settings(domain, hosts.length == 0 ? null : List.of(hosts));
    }

    private static ProbeContext context() {
        return new ProbeContext(NOW, Deadline.in(Duration.ofMillis(1500)));
    }

    private void says(String question, String... answers) {
        Message message = new Message();
        for (Record record : records(answers)) {
            message.addRecord(record, Section.ANSWER);
        }
        said.put(question, message);
    }

    private void serve(String address, Script script) throws IOException {
        servers.add(TestNameServer.start(address, resolver.port(), script));
    }

    private List<byte[]> resolve(Message query, boolean overTcp) {
        int type = query.getQuestion().getType();
        if (resolverIsSilent) {
            return List.of();
        }
        if (type == Type.DNSKEY || type == Type.DS || type == Type.SOA) {
            return world.resolve(query, overTcp);
        }
        String question =
                Type.string(type) + " " + query.getQuestion().getName().toString(true);
        Message scripted = said.getOrDefault(question, new Message());
        Message answer = reply(query, scripted.getRcode());
        for (int section : List.of(Section.ANSWER, Section.AUTHORITY)) {
            scripted.getSection(section).forEach(record -> answer.addRecord(record, section));
        }
        if (!resolverRepeatsQuestions && scripted.getRcode() != Rcode.NOERROR) {
            answer.removeAllRecords(Section.QUESTION);
        }
        return List.of(answer.toWire());
    }

    private ZoneProbe probe(String... allowed) {
        EgressGuard guard = new EgressGuard(
                (name, deadline) -> {
                    if (!ADDRESSES.containsKey(name)) {
                        throw LookupFailed.noAddress(name);
                    }
                    return List.of(InetAddress.ofLiteral(ADDRESSES.get(name)));
                },
                Optional.of(List.of(allowed)));
        DnsWire wire = new DnsWire(guard, Optional.of(resolver.address()));
        ChainCheck chains = new ChainCheck(world.anchor(), Clock.fixed(NOW, ZoneOffset.UTC));
        return new ZoneProbe(new ZoneLook(wire, chains, new Lookups(wire), resolver.port()));
    }
}
