package io.bellwether.probe.dns;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.TestNameServer;
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
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whole chains of real signatures, from a root made for the test down to an address. */
class ChainCheckTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final SignedWorld world = new SignedWorld(NOW);
    private final TestNameServer resolver;

    ChainCheckTest() throws IOException {
        resolver = TestNameServer.start("127.0.0.1", 0, world::resolve);
    }

    @AfterEach
    void stop() throws IOException {
        resolver.close();
    }

    @Test
    void isUpWhenTheChainHolds() throws Exception {
        Verdict verdict = ask("www.example", NOW);

        assertThat(verdict.outcome()).as(verdict.reason()).isEqualTo(Outcome.UP);
        assertThat(verdict.detail()).containsEntry("dnssec", Map.of("state", "SECURE", "why", ""));
        assertThat(verdict.detail()).containsEntry("answers", List.of("192.0.2.1"));
    }

    @Test
    void isDownWhenTheDataIsForged() throws Exception {
        world.forge();

        assertBogus(ask("www.example", NOW));
        assertThat(ask("www.example", NOW).detail())
                .as("what was said stays as evidence")
                .containsEntry("answers", List.of("198.51.100.66"));
    }

    @Test
    void isDownWhenTheSignatureHasExpired() throws Exception {
        world.expire();

        assertBogus(ask("www.example", NOW));
    }

    @Test
    void isDownWhenTheKeyIsNotTheOneThatTheZoneAboveVouchesFor() throws Exception {
        world.changeKeyWithoutTellingTheRoot();

        assertBogus(ask("www.example", NOW));
    }

    @Test
    void isDownWhenTheZoneIsNotSigned() throws Exception {
        Verdict verdict = ask("www.plain", NOW);

        assertThat(verdict.outcome()).as(verdict.reason()).isEqualTo(Outcome.DOWN);
        assertThat(verdict.cause()).isEqualTo(Cause.DNSSEC_FAILED);
        assertThat(verdict.reason()).startsWith("The A of www.plain is not signed: ");
    }

    @Test
    void blamesNobodyWhenTheResolverDropsSignatures() throws Exception {
        world.dropSignatures();

        assertUndecided(ask("www.example", NOW), "not even the root's own signatures hold");
    }

    @Test
    void blamesNobodyWhenOurClockIsWrong() throws Exception {
        assertUndecided(ask("www.example", NOW.plus(Duration.ofDays(400))), "not even the root's own signatures hold");
    }

    @Test
    void blamesNobodyWhenALinkCannotBeHad() throws Exception {
        world.loseTheKeys();

        assertUndecided(ask("www.example", NOW), "SERVFAIL to the question for the DNSKEY of example");
    }

    @Test
    void trustsTheKeysOfTheRoot() {
        assertThat(new String(TrustAnchors.iana(), StandardCharsets.US_ASCII))
                .contains(". IN DS 20326 8 2 ")
                .contains(". IN DS 38696 8 2 ");
    }

    private static void assertBogus(Verdict verdict) {
        assertThat(verdict.outcome()).as(verdict.reason()).isEqualTo(Outcome.DOWN);
        assertThat(verdict.cause()).isEqualTo(Cause.DNSSEC_FAILED);
        assertThat(verdict.reason())
                .startsWith("The signatures of the A of www.example do not hold: ")
                .endsWith(".")
                .doesNotEndWith("..");
    }

    private static void assertUndecided(Verdict verdict, String why) {
        assertThat(verdict.outcome()).as(verdict.reason()).isEqualTo(Outcome.UNKNOWN);
        assertThat(verdict.cause()).isEqualTo(Cause.DNS_FAILED);
        assertThat(verdict.reason()).contains(why);
    }

    private Verdict ask(String name, Instant now) throws WireFailure {
        EgressGuard guard = new EgressGuard(
                (host, deadline) -> {
                    throw LookupFailed.noAddress(host);
                },
                Optional.empty());
        ChainCheck chains = new ChainCheck(world.anchor(), Clock.fixed(now, ZoneOffset.UTC));
        return new DnsProbe(new DnsWire(guard, Optional.of(resolver.address())), chains)
                .run(
                        new Settings(name, null, null, null, null, null, null, true, null),
                        new ProbeContext(now, Deadline.in(Duration.ofSeconds(5))));
    }
}
