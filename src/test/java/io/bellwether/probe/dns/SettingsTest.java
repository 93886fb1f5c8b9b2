package io.bellwether.probe.dns;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.probe.dns.DnsProbe.Match;
import io.bellwether.probe.dns.DnsProbe.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.com",
                "example.com.",
                "_dmarc.example.com",
                "*.example.com",
                "1/25.2.0.192.in-addr.arpa",
                "."
            })
    void takesNames(String name) {
        assertThat(new DomainName().fault(name)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a b", "a..example", "https://a.example", "bücher.example", "a\\000.example", "..", "a,b"})
    void refusesWhatIsNoName(String name) {
        assertThat(new DomainName().fault(name)).isNotNull();
        assertThat(new DomainName().fault("a".repeat(64) + ".example")).isNotNull();
    }

    @ParameterizedTest(name = "{0} is {1} port {2}")
    @CsvSource({
        "9.9.9.9, 9.9.9.9, 53",
        "9.9.9.9:5353, 9.9.9.9, 5353",
        "dns.example:53, dns.example, 53",
        "[2620:fe::fe], [2620:fe::fe], 53",
        "[2620:fe::fe]:853, [2620:fe::fe], 853"
    })
    void readsTheResolver(String text, String host, int port) {
        assertThat(ServerAddress.parse(text)).isEqualTo(Optional.of(new ServerAddress(host, port)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "9.9.9.9:", "9.9.9.9:0", "9.9.9.9:65536", "2620:fe::fe", "https://dns.example", "a b:53"})
    void refusesAResolverItCannotRead(String text) {
        assertThat(new ServerAddress.Rule().fault(text)).isNotNull();
    }

    @ParameterizedTest(name = "{1} is no {0}")
    @CsvSource({
        "A, 192.0.2",
        "A, shop.example",
        "AAAA, 192.0.2.1",
        "MX, mail.example",
        "SOA, 42",
        "SRV, 1 2 shop.example"
    })
    void refusesToExpectWhatIsNoDataOfTheType(RecordType type, String expected) {
        Settings settings = new Settings("x.example", type, null, null, List.of(expected), null, null, null, null);

        assertThat(new CoherentQuestion().fault(settings))
                .startsWith("What is expected is no data of type " + type)
                .endsWith(".");
    }

    @Test
    void refusesSettingsThatContradictEachOther() {
        assertThat(new CoherentQuestion().fault(settings("9.9.9.9", true, null, null)))
                .contains("resolver");
        assertThat(new CoherentQuestion().fault(settings(null, false, null, Duration.ofMinutes(1))))
                .contains("minTtl");
        assertThat(new CoherentQuestion().fault(settings(null, false, Match.EXACT, null)))
                .contains("match");
        assertThat(new CoherentQuestion().fault(settings(null, true, null, Duration.ofMinutes(1))))
                .isNull();
    }

    private static Settings settings(
            @Nullable String resolver, boolean authoritative, @Nullable Match match, @Nullable Duration minTtl) {
        return new Settings("x.example", null, resolver, authoritative, null, match, minTtl, null, null);
    }
}
