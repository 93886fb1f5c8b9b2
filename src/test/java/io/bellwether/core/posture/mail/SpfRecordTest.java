package io.bellwether.core.posture.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpfRecordTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "v=spf1",
                "V=SPF1 -ALL ",
                "v=spf1 +a ?mx ~include:a.example -all",
                "v=spf1 a:a.example/24//64 mx//128 a/0 mx:a.example/32 a//0",
                "v=spf1 a:%{d}.example a:%{ir}.%{v}._spf.%{d2} exists:%{L1R+-/=}.example.com.",
                "v=spf1 a:foo:bar/baz.example.com a:a_b.example.xn--p1ai",
                "v=spf1 ptr ptr:a.example ip4:1.2.3.4 ip4:255.255.255.255/0 ip6:::1 ip6:2001:db8::/128",
                "v=spf1 redirect=a.example exp=b.example x-y_z.1=%{s}%%%_%- a=1"
            })
    void readsWhatTheGrammarAllows(String text) {
        assertThat(SpfRecord.parse(text).faults()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "v=spf1 -all.",
                "v=spf1 all:a.example",
                "v=spf1 all/8",
                "v=spf1 include",
                "v=spf1 include:",
                "v=spf1 include:museum",
                "v=spf1 include:a.example/24",
                "v=spf1 exists",
                "v=spf1 exists:a.example/24",
                "v=spf1 ptr/0",
                "v=spf1 ptr:",
                "v=spf1 a:",
                "v=spf1 a/33",
                "v=spf1 a//129",
                "v=spf1 a/24/64",
                "v=spf1 a/01",
                "v=spf1 a:a.123",
                "v=spf1 a:a.-b",
                "v=spf1 a:a.b-",
                "v=spf1 a:a.example:8080",
                "v=spf1 ax:a.example",
                "v=spf1 ip4",
                "v=spf1 ip4:1.2.3",
                "v=spf1 ip4:1.2.3.4.5",
                "v=spf1 ip4:1.2.3.04",
                "v=spf1 ip4:1.2.3.256",
                "v=spf1 ip4:1.2.3.4/33",
                "v=spf1 ip4:1.2.3.4//32",
                "v=spf1 ip4:::1",
                "v=spf1 ip6:1.2.3.4",
                "v=spf1 ip6::1",
                "v=spf1 ip6:::1/129",
                "v=spf1 ip6:1:2:3:4:5:6:7:8:9",
                "v=spf1 ip6:1::2::3",
                "v=spf1 ip6:12345::",
                "v=spf1 ip6:1:2:3:4:5:6:7::8",
                "v=spf1 redirect=",
                "v=spf1 redirect=-all",
                "v=spf1 redirect=a.example redirect=a.example",
                "v=spf1 exp=a.example exp=a.example",
                "v=spf1 redirect:a.example",
                "v=spf1 =all",
                "v=spf1 1up=x",
                "v=spf1 x=%a",
                "v=spf1 a:%",
                "v=spf1 a:%{",
                "v=spf1 a:%{}.example",
                "v=spf1 a:%{a}.example",
                "v=spf1 a:%{c}.example",
                "v=spf1 a:%{d0}.example",
                "v=spf1 a:%{d!}.example",
                "v=spf1 a:b\u0001.example",
                "v=spf1 a:b\u0080.example",
                "v=spf1\ta",
                "spf1 -all"
            })
    void refusesWhatTheGrammarDoesNot(String text) {
        assertThat(SpfRecord.parse(text).faults()).isNotEmpty().allMatch(fault -> fault.endsWith("."));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(textBlock = """
            v=spf1,        true
            V=SpF1 -all,   true
            v=spf10,       false
            v=spf1-all,    false
            v=spf,         false
            spf2.0/pra,    false
            """)
    void knowsItsOwn(String text, boolean record) {
        assertThat(SpfRecord.isSpf(text)).isEqualTo(record);
    }

    @Test
    void tellsAtMostTenFaults() {
        assertThat(SpfRecord.parse("v=spf1" + " nonsense".repeat(500)).faults()).hasSize(10);
        assertThat(SpfRecord.parse("v=spf1 " + "a".repeat(DnsAnswer.LONGEST_TEXT))
                        .faults())
                .containsExactly("It is longer than 8191 characters.");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(textBlock = """
            v=spf1 -all,            true
            v=spf1 ~all,            false
            v=spf1 a -all,          false
            v=spf1 ip4:1.2.3.4,     false
            v=spf1 -all nonsense,   false
            """)
    void knowsWhenNobodySends(String text, boolean nobody) {
        assertThat(SpfRecord.parse(text).refusesEveryone()).isEqualTo(nobody);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(textBlock = """
            1.2.3.4,               1.2.3.4
            255.0.0.255,           255.0.0.255
            ::,                    ::
            ::1,                   ::1
            1::,                   1::
            1:0:0:2:0:0:0:3,       1:0:0:2::3
            1:0:2:3:4:5:6:7,       1:0:2:3:4:5:6:7
            2001:DB8::00ff,        2001:db8::ff
            ::192.0.2.1,           ::c000:201
            ::ffff:192.0.2.1,      ::ffff:c000:201
            1:2:3:4:5:6:7:8,       1:2:3:4:5:6:7:8
            """)
    void writesAddressesAsPeopleDo(String text, String written) {
        IpAddress address = IpAddress.parse(text);

        assertThat(address).hasToString(written);
        assertThat(IpAddress.parse(written)).isEqualTo(address);
    }

    @ParameterizedTest(name = "{0} within {1}/{2}: {3}")
    @CsvSource(textBlock = """
            1.2.3.4,       1.2.3.0,       24,  true
            1.2.4.4,       1.2.3.0,       24,  false
            1.2.3.4,       1.2.3.5,       32,  false
            1.2.3.4,       1.2.3.5,       31,  true
            1.2.3.4,       9.9.9.9,       0,   true
            129.0.0.0,     1.0.0.0,       1,   false
            ::1,           ::2,           0,   true
            ::1,           ::2,           126, true
            ::1,           ::2,           127, false
            1::,           2::,           14,  true
            1::,           2::,           15,  false
            1:2:3:4::,     1:2:3:4:8::,   64,  true
            1:2:3:4::,     1:2:3:4:8000::, 65, false
            1:2:3:4::,     1:2:3:5::,     64,  false
            ::1.2.3.4,     1.2.3.4,       0,   false
            """)
    void comparesFirstBits(String address, String network, int prefix, boolean within) {
        assertThat(IpAddress.parse(address).within(IpAddress.parse(network), prefix))
                .isEqualTo(within);
    }

    @Test
    void turnsAddressesRoundForDns() {
        assertThat(IpAddress.parse("192.0.2.1").reverseName()).isEqualTo("1.2.0.192.in-addr.arpa");
        assertThat(IpAddress.parse("2001:db8::cb01").reverseName())
                .isEqualTo("1.0.B.C.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.B.D.0.1.0.0.2.ip6.arpa");
        assertThat(IpAddress.parse("::ffff:192.0.2.1").unmapped()).isEqualTo(IpAddress.parse("192.0.2.1"));
        assertThat(IpAddress.parse("::fffe:192.0.2.1").unmapped().ipv6()).isTrue();
    }
}
