package io.bellwether.platform.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EgressGuardTest {

    private static final Map<String, List<String>> ZONE = Map.of(
            "public.example", List.of("93.184.216.34", "2606:2800:220:1::1"),
            "localhost", List.of("127.0.0.1", "::1"),
            "inside.example", List.of("10.1.2.3"),
            "mixed.example", List.of("93.184.216.34", "192.168.1.1"),
            "metadata.example", List.of("169.254.169.254"),
            "mapped.example", List.of("::ffff:127.0.0.1"));

    private final Deadline deadline = Deadline.in(Duration.ofSeconds(5));

    @ParameterizedTest(name = "{0} is refused as {1}")
    @CsvSource(delimiter = '|', textBlock = """
            0.0.0.0                       | this network
            0.1.2.3                       | this network
            10.0.0.1                      | private use
            10.255.255.255                | private use
            100.64.0.1                    | shared address space
            100.100.100.200               | cloud metadata
            127.0.0.1                     | loopback
            127.0.0.1.                    | loopback
            127.255.255.254               | loopback
            168.63.129.16                 | cloud metadata
            169.254.0.1                   | link local
            169.254.169.254               | cloud metadata
            172.16.0.1                    | private use
            172.31.255.255                | private use
            192.0.0.1                     | IETF protocol
            192.0.0.192                   | cloud metadata
            192.0.2.1                     | documentation
            192.88.99.1                   | 6to4 relay
            192.168.0.1                   | private use
            198.18.0.1                    | benchmarking
            198.19.255.255                | benchmarking
            198.51.100.7                  | documentation
            203.0.113.7                   | documentation
            224.0.0.1                     | multicast
            239.255.255.250               | multicast
            240.0.0.1                     | reserved
            255.255.255.255               | limited broadcast
            ::                            | unspecified
            ::1                           | loopback
            [::1]                         | loopback
            0:0:0:0:0:0:0:1               | loopback
            ::ffff:127.0.0.1              | loopback
            [::ffff:10.0.0.1]             | private use
            ::ffff:7f00:1                 | loopback
            ::ffff:a9fe:a9fe              | cloud metadata
            ::127.0.0.1                   | loopback
            64:ff9b::127.0.0.1            | loopback
            64:ff9b::a00:1                | private use
            64:ff9b:1::1                  | translation
            100::1                        | discard only
            2001::1                       | Teredo
            2001:db8::1                   | documentation
            2002:7f00:1::                 | loopback
            2002:a9fe:a9fe::1             | cloud metadata
            3fff::1                       | documentation
            4000::1                       | not global unicast
            5f00::1                       | segment routing
            fc00::1                       | unique local
            fd00:ec2::254                 | cloud metadata
            fe80::1                       | link local
            fec0::1                       | site local
            ff02::1                       | multicast
            localhost                     | loopback
            LOCALHOST                     | loopback
            localhost.                    | loopback
            inside.example                | private use
            mixed.example                 | private use
            metadata.example              | cloud metadata
            mapped.example                | loopback
            2130706433                    | ambiguous
            017700000001                  | ambiguous
            0x7f000001                    | ambiguous
            0177.0.0.1                    | ambiguous
            127.0.0.01                    | ambiguous
            0x7f.0.0.1                    | ambiguous
            127.1                         | ambiguous
            127.0.1                       | ambiguous
            0                             | ambiguous
            10.0.0.256                    | ambiguous
            evil.example.0x7f             | ambiguous
            127.0.0.1..                   | plain ASCII
            localhost..                   | plain ASCII
            %31%32%37.0.0.1               | plain ASCII
            127。0。0。1                   | plain ASCII
            ①②⑦.0.0.1                     | plain ASCII
            user@127.0.0.1                | plain ASCII
            public.example/@127.0.0.1     | plain ASCII
            public.example\\127.0.0.1     | plain ASCII
            public.example#127.0.0.1      | plain ASCII
            -x.example                    | plain ASCII
            fe80::1%eth0                  | without a zone
            [fe80::1%25lo]                | without a zone
            127.0.0.1:80                  | not an IPv6 address
            """)
    void refuses(String host, String why) {
        assertThatThrownBy(() -> guard().resolve(host, deadline))
                .isInstanceOf(EgressRefused.class)
                .hasMessageContaining(why);
    }

    @ParameterizedTest(name = "''{0}'' is refused")
    @ValueSource(strings = {"", " ", ".", "[]", "[::1", "a..b"})
    void refusesWhatIsNoHost(String host) {
        assertThatThrownBy(() -> guard().resolve(host, deadline)).isInstanceOf(EgressRefused.class);
    }

    @ParameterizedTest(name = "{0} is refused")
    @ValueSource(
            strings = {
                "http://public.example@127.0.0.1/",
                "http://127.0.0.1@public.example/",
                "http://2130706433/",
                "http://0x7f.1/",
                "http://[::ffff:127.0.0.1]:8080/",
                "http:///path",
                "http:opaque",
                "http://exa_mple..x:80/"
            })
    void refusesAddressesWithAConfusingHost(String uri) {
        assertThatThrownBy(() -> guard().resolve(HostName.of(URI.create(uri)), deadline))
                .isInstanceOf(EgressRefused.class);
    }

    @Test
    void letsPublicAddressesThroughInTheirOrder() throws Exception {
        assertThat(guard().resolve("Public.Example.", deadline))
                .extracting(InetAddress::getHostAddress)
                .containsExactly("93.184.216.34", "2606:2800:220:1:0:0:0:1");
        assertThat(guard().resolve("8.8.8.8", deadline)).hasSize(1);
        assertThat(guard().resolve("[2606:4700::1111]", deadline)).hasSize(1);
        assertThat(guard().resolve("64:ff9b::808:808", deadline)).hasSize(1);
    }

    @Test
    void saysWhichAddressOfTheNameIsSpecial() {
        assertThatThrownBy(() -> guard().resolve("mixed.example", deadline))
                .hasMessageContaining("mixed.example (192.168.1.1)");
    }

    @Test
    void aBlockOpensTheAddressesInItAndNoOthers() throws Exception {
        EgressGuard guard = guard("10.1.0.0/16", "127.0.0.1");

        assertThat(guard.resolve("inside.example", deadline)).hasSize(1);
        assertThat(guard.resolve("127.0.0.1", deadline)).hasSize(1);
        assertThat(guard.resolve("::ffff:127.0.0.1", deadline)).hasSize(1);
        assertThatThrownBy(() -> guard.resolve("10.2.0.1", deadline)).isInstanceOf(EgressRefused.class);
        assertThatThrownBy(() -> guard.resolve("127.0.0.2", deadline)).isInstanceOf(EgressRefused.class);
        assertThatThrownBy(() -> guard.resolve("localhost", deadline))
                .as("::1 is not allowed")
                .isInstanceOf(EgressRefused.class);
        assertThatThrownBy(() -> guard.resolve("64:ff9b::127.0.0.1", deadline)).isInstanceOf(EgressRefused.class);
    }

    @Test
    void aNameOpensThatNameOnly() throws Exception {
        EgressGuard guard = guard("Inside.Example.");

        assertThat(guard.resolve("INSIDE.example", deadline)).hasSize(1);
        assertThatThrownBy(() -> guard.resolve("10.1.2.3", deadline)).isInstanceOf(EgressRefused.class);
        assertThatThrownBy(() -> guard.resolve("localhost", deadline)).isInstanceOf(EgressRefused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "10.0.0/8", "http://x", "0x7f.1", "10.0.0.0/x", "a b"})
    void anEntryThatIsNeitherIsRefusedAtStart(String entry) {
        assertThatThrownBy(() -> guard(entry)).hasMessageContaining(entry).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest(name = "{0} holds {1}: {2}")
    @CsvSource({
        "10.0.0.0/8, 10.255.255.255, true",
        "10.0.0.0/8, 11.0.0.0, false",
        "172.16.0.0/12, 172.31.255.255, true",
        "172.16.0.0/12, 172.32.0.0, false",
        "0.0.0.0/0, 8.8.8.8, true",
        "0.0.0.0/0, 2001:db8::1, false",
        "2001::/23, 2001:1ff:ffff::1, true",
        "2001::/23, 2001:200::1, false",
        "192.168.1.77/32, 192.168.1.77, true",
        "192.168.1.77/31, 192.168.1.76, true"
    })
    void comparesPrefixes(String block, String address, boolean holds) {
        assertThat(Cidr.parse(block).contains(InetAddress.ofLiteral(address))).isEqualTo(holds);
    }

    private static EgressGuard guard(String... allow) {
        return new EgressGuard(EgressGuardTest::lookup, Optional.of(List.of(allow)));
    }

    private static List<InetAddress> lookup(String name, Deadline deadline) throws LookupFailed {
        List<String> addresses = ZONE.get(name);
        if (addresses == null) {
            throw LookupFailed.noAddress(name);
        }
        return addresses.stream().map(InetAddress::ofLiteral).toList();
    }
}
