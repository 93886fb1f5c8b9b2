package io.bellwether.core.posture.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Own vectors from the rules of RFC 9989, 4.7, 4.8 and 4.10.1. */
class DmarcRecordTest {

    /** Policies for the domain, names below and names that are not there; then what differs from the defaults. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            v=DMARC1; p=none                                   | none none none
            v=DMARC1; p=quarantine                             | quarantine quarantine quarantine
            v=DMARC1;p=reject                                  | reject reject reject
            v=DMARC1; p=reject;                                | reject reject reject
            `  v = DMARC1 ; p = reject ; `                     | reject reject reject
            V=DMARC1; P=REJECT; SP=None                        | reject none none
            v=DMARC1; p=reject; sp=quarantine                  | reject quarantine quarantine
            v=DMARC1; p=reject; np=none                        | reject reject none
            v=DMARC1; p=none; sp=quarantine; np=reject         | none quarantine reject
            v=DMARC1; p=quarantine; t=y                        | quarantine quarantine quarantine t
            v=DMARC1; p=quarantine; t=n                        | quarantine quarantine quarantine
            v=DMARC1; p=quarantine; t=maybe                    | quarantine quarantine quarantine faults:1
            v=DMARC1; p=none; psd=y                            | none none none psd:y
            v=DMARC1; p=none; psd=n                            | none none none psd:n
            v=DMARC1; p=none; psd=u                            | none none none
            v=DMARC1; p=none; psd=x                            | none none none faults:1
            v=DMARC1; p=none; adkim=s                          | none none none adkim:s
            v=DMARC1; p=none; aspf=S                           | none none none aspf:s
            v=DMARC1; p=none; adkim=r; aspf=r                  | none none none
            v=DMARC1; p=none; aspf=strict                      | none none none faults:1
            v=DMARC1; p=none; rua=mailto:d@example.com         | none none none rua:example.com
            v=DMARC1; p=none; rua=mailto:d@Example.com!10m     | none none none rua:example.com
            v=DMARC1; p=none; rua=mailto:a@a.example , mailto:b@b.example?subject=x | none none none rua:a.example,b.example
            v=DMARC1; p=none; rua=https://r.example/in         | none none none rua:
            v=DMARC1; p=none; rua=d@example.com                | none none none faults:1
            v=DMARC1; p=none; rua=mailto:@example.com          | none none none faults:1
            v=DMARC1; p=none; rua=ftp://r.example/,mailto:d@a.example | none none none rua:a.example faults:1
            v=DMARC1; p=none; ruf=mailto:f@example.com; fo=1   | none none none ruf:example.com fo:1
            v=DMARC1; p=none; fo=0:d:s                         | none none none fo:0ds
            v=DMARC1; p=none; fo=d:1                           | none none none fo:d1
            v=DMARC1; p=none; fo=0:1                           | none none none faults:1
            v=DMARC1; p=none; fo=d:d                           | none none none faults:1
            v=DMARC1; p=none; fo=x                             | none none none faults:1
            v=DMARC1; rua=mailto:d@example.com                 | none none none rua:example.com
            v=DMARC1; p=rejct; rua=mailto:d@example.com        | none none none rua:example.com faults:1
            v=DMARC1; p=reject; sp=off; rua=mailto:d@a.example | none none none rua:a.example faults:1
            v=DMARC1; p=reject; np=off; rua=mailto:d@a.example | none none none rua:a.example faults:1
            v=DMARC1                                           | ignored
            v=DMARC1; p=rejct                                  | ignored faults:1
            v=DMARC1; p=reject; sp=off                         | ignored faults:1
            v=DMARC1; p=reject; np=off                         | ignored faults:1
            v=DMARC1; p=                                       | ignored faults:1
            v=DMARC1; sp=reject                                | ignored
            v=DMARC1; rua=nowhere                              | ignored faults:1
            v=DMARC1; p=reject; pct=50                         | reject reject reject obsolete:pct
            v=DMARC1; p=reject; ri=3600; rf=afrf; pct=100      | reject reject reject obsolete:ri,rf,pct
            v=DMARC1; p=reject; unknown=tag                    | reject reject reject
            v=DMARC1; p=reject; ; sp=none                      | reject none none faults:1
            v=DMARC1; p=reject; p=none                         | reject reject reject faults:1
            v=DMARC1; p=reject; nonsense                       | reject reject reject faults:1
            v=DMARC1; p=reject; 1x=y                           | reject reject reject faults:1
            p=reject; v=DMARC1                                 | reject reject reject faults:1
            """)
    void readsEveryTag(String text, String expected) {
        assertThat(summary(DmarcRecord.parse(text))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            v=DMARC1; p=none      | true
            v=DMARC1              | true
            v=DMARC1;             | true
            ` v = DMARC1 ;p=none` | true
            V=DMARC1; p=none      | true
            v=dmarc1; p=none      | false
            v=DMARC2; p=none      | false
            v=DMARC1 p=none       | false
            v=DMARC10; p=none     | false
            p=none; v=DMARC1      | false
            v=spf1 -all           | false
            =DMARC1               | false
            ``                    | false
            """)
    void discardsWhatDoesNotBeginWithTheVersion(String text, boolean record) {
        assertThat(DmarcRecord.isDmarc(text)).isEqualTo(record);
    }

    @Test
    void aTestIsOneLevelLess() {
        assertThat(DmarcPolicy.REJECT.tested()).isEqualTo(DmarcPolicy.QUARANTINE);
        assertThat(DmarcPolicy.QUARANTINE.tested()).isEqualTo(DmarcPolicy.NONE);
        assertThat(DmarcPolicy.NONE.tested()).isEqualTo(DmarcPolicy.NONE);
    }

    private static String summary(DmarcRecord record) {
        StringBuilder out = new StringBuilder(
                record.applies()
                        ? record.own().word() + " " + record.below().word() + " "
                                + record.belowNothing().word()
                        : "ignored");
        add(out, record.testing(), "t");
        add(out, record.publicSuffix() != 'u', "psd:" + record.publicSuffix());
        add(out, record.strictDkim(), "adkim:s");
        add(out, record.strictSpf(), "aspf:s");
        add(out, !record.aggregate().isEmpty(), "rua:" + hosts(record.aggregate()));
        add(out, !record.failure().isEmpty(), "ruf:" + hosts(record.failure()));
        add(out, !record.failureOptions().equals("0"), "fo:" + record.failureOptions());
        add(out, !record.obsolete().isEmpty(), "obsolete:" + String.join(",", record.obsolete()));
        add(out, !record.faults().isEmpty(), "faults:" + record.faults().size());
        return out.toString();
    }

    private static void add(StringBuilder out, boolean differs, String word) {
        out.append(differs ? " " + word : "");
    }

    private static String hosts(List<ReportAddress> addresses) {
        return addresses.stream().map(ReportAddress::host).collect(Collectors.joining(","));
    }
}
