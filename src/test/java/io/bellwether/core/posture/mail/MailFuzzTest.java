package io.bellwether.core.posture.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.Fuzz;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Anything a domain publishes for its mail can be read, in little time. */
@Tag("fuzz")
class MailFuzzTest {

    private static final List<String> SENDER_POLICIES = List.of(
            "v=spf1 include:_spf.example.com a mx:mail.example.com/24//64 ip4:192.0.2.0/24 ip6:2001:db8::/32 ~all",
            "v=spf1 exists:%{ir}.%{v}._spf.%{d2} ptr:%{o} redirect=_spf.%{d}",
            "v=spf1 +a/0 -mx//128 ?ptr ip6:::ffff:192.0.2.1 exp=explain.%{d} unknown=%{s} -all",
            "v=spf1 a:%{S}.%{l1r-}.%{h}%%%_%-.%{P}.example.com mx:%{i5R.-+,/_=}.example.com",
            "v=spf1 exists:%{d}%{d}%{d}%{d}%{d}%{d}%{d}%{d}.%{i}%{i}%{i}%{i}.%{d} redirect=example.com",
            "V=SPF1 all a.b-c_d=%{c}%{r}%{t}");

    @Test
    void senderPolicies() {
        Fuzz.text(
                3_001,
                SENDER_POLICIES,
                text -> assertThat(SpfRecord.parse(text).faults()).hasSizeLessThanOrEqualTo(11));
    }

    /** Every name has the same record and no address, so that all it leads to are asked up to the limit. */
    @Test
    void checksOfSenders() {
        SpfMessage four = message("192.0.2.1", "strong-bad@email.example.com");
        SpfMessage six = message("2001:db8::cb01", "x@" + "long.".repeat(48) + "example.com");
        Fuzz.text(3_002, SENDER_POLICIES, text -> {
            String kept = text.substring(0, Math.min(text.length(), DnsAnswer.LONGEST_TEXT));
            Questions everywhere = (name, type) ->
                    type.equals("TXT") ? DnsAnswer.found(name, type, List.of(kept)) : answer(name, type);
            assertThat(Spf.check(four, SpfLimits.STANDARD, everywhere).result()).isNotNull();
            assertThat(Spf.check(six, SpfLimits.SURVEY, everywhere).result()).isNotNull();
        });
    }

    @Test
    void textsWithMacros() {
        List<String> examples = List.of(
                "%{s} is not allowed to send as %{d}%_from %{i} (%{c}, %{t}, %{r})",
                "%{d2}.%{ir}.%{v}._spf.example.com", "%{L1R-+,/_=}.%{h127}.%%%-x.%{p}.", "%{o}%{O}.%{d0}%{dr.}.a-1");
        Fuzz.text(3_003, examples, text -> {
            MacroText.parse(text, true);
            MacroText.parseDomain(text);
        });
    }

    @Test
    void domainPolicies() {
        List<String> examples = List.of(
                "v=DMARC1; p=reject; sp=quarantine; np=none; rua=mailto:d@example.com!10m,https://r.example/x; fo=1:d:s",
                "v=DMARC1;p=none;psd=u;t=y;adkim=s;aspf=r;ruf=mailto:a@b.example?x,mailto:c@d.example;pct=50;ri=86400",
                " v = DMARC1 ; P = Reject ;; rua=mailto:" + "a".repeat(64) + "@" + "b.".repeat(40) + "example, ,");
        Fuzz.text(3_004, examples, text -> {
            DmarcRecord.isDmarc(text);
            assertThat(DmarcRecord.parse(text).below()).isNotNull();
        });
    }

    @Test
    void keysOfSignatures() {
        String rsa =
                "MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDwIRP/UC3SBsEmGqZ9ZJW3/DkMoGeLnQg1fWn7/zYtIxN2SnFCjxOCKG9v3b4j"
                        + "YfcTNh5ijSsq631uBItLa7od+v/RtdC2UzJ1lWT947qR+Rcac2gbto/NMqJ0fzfVjH4OuKhitdY9tf6mcwGjaNBcWToIMmPSP"
                        + "DdQPNUYckcQ2QIDAQAB";
        List<String> examples = List.of(
                "v=DKIM1; k=rsa; t=s:y; p=" + rsa,
                "k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=; h=sha256; s=email; n=notes",
                "v=DKIM1; p=",
                "p=MAgCA QAC AwEAAQ==",
                "p=MIGJAoGBAA==; v=DKIM1");
        Fuzz.text(
                3_005, examples, text -> assertThat(DkimKey.parse(text).bits()).isBetween(0, 8 * 64 * 1024));
    }

    @Test
    void derOfKeys() {
        List<byte[]> examples = List.of(
                new byte[] {0x30, 8, 2, 1, 0x7f, 2, 3, 1, 0, 1},
                new byte[] {0x30, 19, 0x30, 3, 6, 1, 1, 3, 12, 0, 0x30, 9, 2, 2, 0, (byte) 0xff, 2, 3, 1, 0, 1},
                new byte[] {0x30, (byte) 0x82, 0, 8, 2, (byte) 0x81, 3, 0, 0, 1, 2, 0},
                new byte[] {0x30, (byte) 0x83, 0, 0, 4, 2, (byte) 0x80, 2, 0});
        Fuzz.bytes(3_006, examples, der -> assertThat(RsaModulus.bits(der)).isBetween(0, Byte.SIZE * der.length));
    }

    @Test
    void policiesOfTransport() {
        List<String> examples = List.of(
                "version: STSv1\nmode: enforce\nmx: mail.example.com\nmx: *.example.net\nmax_age: 604800\n",
                "version: STSv1\r\nmode: testing\r\nmx: MX.example.com\r\nmax_age: 31557600\r\n\r\n",
                "\ufeffversion:STSv1\rmode : none\rmax_age:9999999999\rnew: thing\rno colon");
        Fuzz.text(3_007, examples, text -> {
            StsPolicy policy = StsPolicy.parse(text);
            policy.vouchesFor("mail.example.com");
            assertThat(policy.faults()).hasSizeLessThanOrEqualTo(10);
        });
    }

    @Test
    void listsOfTags() {
        List<String> examples = List.of(
                "v=TLSRPTv1; rua=mailto:tls@example.com",
                "v=STSv1; id=20261123T000000;",
                "a=b; c = d e\t; _x=1; a=2;; x1_y=;=;z");
        Fuzz.text(3_008, examples, text -> {
            TagList list = TagList.parse(text);
            list.begins("STSv1");
            TagList.begins(text, "TLSRPTv1");
            assertThat(list.faults()).hasSizeLessThanOrEqualTo(11);
        });
    }

    @Test
    void addresses() {
        List<String> examples =
                List.of("192.0.2.255", "2001:db8::1", "::ffff:192.0.2.1", "1:2:3:4:5:6:7:8", "::", "1::8.8.8.8");
        Fuzz.text(3_009, examples, text -> {
            IpAddress address = IpAddress.parse(text);
            if (address != null) {
                assertThat(IpAddress.parse(address.toString())).isEqualTo(address);
            }
        });
    }

    private static DnsAnswer answer(String name, String type) {
        return switch (type) {
            case "MX" -> DnsAnswer.found(name, type, List.of("10 mx.example.com", "20 b.example.com"));
            case "PTR" -> DnsAnswer.found(name, type, List.of("host.example.com", "www.example.org"));
            default -> DnsAnswer.nothing(name, type, false);
        };
    }

    private static SpfMessage message(String address, String sender) {
        return new SpfMessage(
                Objects.requireNonNull(IpAddress.parse(address)), sender, "mta.example.org", Instant.EPOCH);
    }
}
