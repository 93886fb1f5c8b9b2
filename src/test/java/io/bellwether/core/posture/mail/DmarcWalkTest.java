package io.bellwether.core.posture.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Own vectors from the rules and the examples of RFC 9989, 4.10. */
class DmarcWalkTest {

    /** Records as {@code domain tags}, separated by slashes; {@code silent} for a question without an answer. */
    @ParameterizedTest(name = "{0} with {1}: organization {2}, policy at {3}, {4} questions")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            example.com        |                                              | example.com        | -                | 2
            example.com        | example.com p=reject                         | example.com        | example.com      | 2
            mail.example.com   | example.com p=reject                         | example.com        | example.com      | 3
            mail.example.com   | mail.example.com p=none/example.com p=reject | example.com        | mail.example.com | 3
            a.mail.example.com | mail.example.com p=none/example.com p=none   | example.com        | example.com      | 4
            a.mail.example.com | mail.example.com p=none psd=n/example.com p=none | mail.example.com | mail.example.com | 2
            a.mail.example.com | a.mail.example.com p=none psd=n/example.com p=none | a.mail.example.com | a.mail.example.com | 1
            a.mail.example.com | com p=none psd=y                             | example.com        | com              | 4
            a.mail.example.com | com p=none psd=y/example.com p=none          | example.com        | example.com      | 4
            a.mail.example.com | mail.example.com p=none psd=y                | a.mail.example.com | mail.example.com | 2
            giant.bank.example | bank.example p=none psd=y                    | giant.bank.example | bank.example     | 2
            mail.giant.bank.example | bank.example p=none psd=y               | giant.bank.example | bank.example     | 3
            mail.giant.bank.example | bank.example p=none psd=y/giant.bank.example p=reject | giant.bank.example | giant.bank.example | 3
            bank.example       | bank.example p=reject psd=y                  | bank.example       | bank.example     | 1
            bank.example       | bank.example p=reject psd=y/example p=none psd=y | bank.example   | bank.example     | 1
            example.com        | com p=reject                                 | com                | com              | 2
            example.com        | com p=reject psd=u                           | com                | com              | 2
            mail.example.com   | mail.example.com p=reject psd=u/com psd=y p=none | example.com    | mail.example.com | 3
            mail.example.com   | example.com p=none/example.com p=reject      | mail.example.com   | -                | 3
            mail.example.com   | mail.example.com p=none/mail.example.com p=reject/example.com p=none | example.com | example.com | 3
            mail.example.com   | example.com sp=none                          | example.com        | example.com      | 3
            a.b.c.d.e.f.g.h    | g.h p=none                                   | g.h                | g.h              | 8
            a.b.c.d.e.f.g.h.i  | b.c.d.e.f.g.h.i p=none                       | a.b.c.d.e.f.g.h.i  | -                | 8
            a.b.c.d.e.f.g.h.i  | c.d.e.f.g.h.i p=none                         | c.d.e.f.g.h.i      | c.d.e.f.g.h.i    | 8
            com                |                                              | com                | -                | 1
            """)
    void findsTheOrganizationAndThePolicy(
            String domain, String records, String organization, String policyAt, int questions) {
        Zone zone = zone(records);
        DmarcWalk walk = DmarcWalk.of(domain, zone);
        DmarcWalk.Step step = walk.policy();

        assertThat(walk.organizationalDomain()).isEqualTo(organization);
        assertThat(step == null ? null : step.domain()).isEqualTo(policyAt);
        assertThat(zone.asked()).hasSize(questions);
        assertThat(walk.blind()).isNull();
    }

    @Test
    void asksAtMostEightQuestionsOfTheLongestName() {
        assertThat(DmarcWalk.targets("a.b.c.d.e.f.g.h.i.j.mail.example.com"))
                .containsExactly(
                        "a.b.c.d.e.f.g.h.i.j.mail.example.com",
                        "g.h.i.j.mail.example.com",
                        "h.i.j.mail.example.com",
                        "i.j.mail.example.com",
                        "j.mail.example.com",
                        "mail.example.com",
                        "example.com",
                        "com");
        assertThat(DmarcWalk.targets("x.".repeat(120) + "example")).hasSize(8);
        assertThat(DmarcWalk.targets("example.com")).containsExactly("example.com", "com");
    }

    @ParameterizedTest(name = "{0} with {1}: blind {2}")
    @CsvSource(delimiter = '|', textBlock = """
            mail.example.com | mail.example.com silent                      | true
            mail.example.com | mail.example.com silent/example.com p=reject | true
            mail.example.com | example.com silent                           | true
            mail.example.com | com silent/example.com p=reject              | true
            mail.example.com | example.com silent/mail.example.com p=none   | false
            mail.example.com | com silent/example.com p=reject psd=n        | false
            """)
    void silenceIsNotAbsence(String domain, String records, boolean blind) {
        assertThat(DmarcWalk.of(domain, zone(records)).blind() != null).isEqualTo(blind);
    }

    @ParameterizedTest(name = "{0} reports to {1}, {2}: granted {3}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            example.com      | example.com      | example.com p=none                            | same
            example.com      | mail.example.com | example.com p=none                            | true
            mail.example.com | example.com      | example.com p=none                            | true
            example.com      | thirdparty.test  | example.com p=none                            | false
            example.com      | thirdparty.test  | example.com._report.thirdparty.test           | true
            example.com      | thirdparty.test  | example.com p=none/thirdparty.test p=none     | false
            example.com      | mail.example.com | example.com p=none/mail.example.com p=none psd=n | false
            example.com      | thirdparty.test  | thirdparty.test silent                        | -
            example.com      | thirdparty.test  | example.com silent/thirdparty.test silent/example.com._report.thirdparty.test | true
            """)
    void aForeignMailboxMustTakeTheReports(String domain, String host, String records, String granted) {
        List<ReportPermission> permissions =
                ReportPermission.of(domain, ReportAddress.parse("mailto:d@" + host), zone(records));

        if ("same".equals(granted)) {
            assertThat(permissions).isEmpty();
        } else {
            assertThat(permissions).singleElement().satisfies(permission -> {
                assertThat(permission.host()).isEqualTo(host);
                assertThat(permission.granted()).isEqualTo(granted == null ? null : Boolean.valueOf(granted));
                assertThat(permission.reason() == null).isEqualTo(granted != null);
            });
        }
    }

    @Test
    void asksNoMoreThanFiveStrangers() {
        String many = "mailto:a@a.test,mailto:b@b.test,mailto:c@c.test,mailto:d@d.test,mailto:e@e.test,mailto:f@f.test";

        assertThat(ReportPermission.of("example.com", ReportAddress.parse(many), Zone.of("")))
                .hasSize(5);
        assertThat(ReportPermission.of(
                        "example.com", ReportAddress.parse("mailto:a@a.test,mailto:b@a.test"), Zone.of("")))
                .hasSize(1);
        assertThat(ReportPermission.of(
                        "example.com", ReportAddress.parse("mailto:a@" + "x.".repeat(118) + "test"), Zone.of("")))
                .singleElement()
                .satisfies(permission -> assertThat(permission.granted()).isFalse());
    }

    private static Zone zone(String records) {
        StringBuilder lines = new StringBuilder();
        for (String record : (records == null ? "" : records).split("/", -1)) {
            String[] parts = record.strip().split(" ", 2);
            if (parts[0].contains("._report.")) {
                lines.append(parts[0].replace("._report.", "._report._dmarc.")).append(" TXT v=DMARC1;\n");
            } else if (parts.length == 2 && parts[1].equals("silent")) {
                lines.append("_dmarc.").append(parts[0]).append(" SILENT\n");
            } else if (parts.length == 2) {
                lines.append("_dmarc.").append(parts[0]).append(" TXT v=DMARC1; ");
                lines.append(parts[1].replace(" ", "; ")).append('\n');
            }
        }
        return Zone.of(lines.toString());
    }
}
