package io.bellwether.core.posture.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StsPolicyTest {

    @ParameterizedTest(name = "{0}: {1}, {2} s, {3} exchangers, {4} faults")
    @CsvSource(delimiter = '|', textBlock = """
            version: STSv1/mode: enforce/mx: a.example/max_age: 604800       | enforce | 604800 | 1 | 0
            version:STSv1/mode:testing/mx:*.Example/mx: b.example/max_age: 1 | testing | 1      | 2 | 0
            version: STSv1/mode: none/max_age: 86400                         | none    | 86400  | 0 | 0
            version: STSv1/mode: none/max_age: 31557600                      | none    | 31557600 | 0 | 0
            version: STSv1/mode: none/max_age: 31557601                      | none    | 31557601 | 0 | 1
            version: STSv1/mode: none/max_age: 99999999999                   | none    | -1     | 0 | 1
            version: STSv1/mode: none/max_age: 1w                            | none    | -1     | 0 | 1
            version: STSv1/mode: none/later: x//max_age: 1                   | none    | 1      | 0 | 0
            version: STSv1/mode: none/max_age: 1/max_age: 2/mode: enforce    | none    | 1      | 0 | 0
            version: STSv2/mode: none/max_age: 1                             | none    | 1      | 0 | 1
            mode: enforce/mx: a.example/max_age: 1                           | enforce | 1      | 1 | 1
            version: STSv1/mode: strict/mx: a.example/max_age: 1             | ''      | 1      | 1 | 1
            version: STSv1/mode: enforce/max_age: 1                          | enforce | 1      | 0 | 1
            version: STSv1/mode: none                                        | none    | -1     | 0 | 1
            nonsense                                                         | ''      | -1     | 0 | 5
            """)
    void readsALineAtATime(String lines, String mode, long maxAge, int exchangers, int faults) {
        for (String end : new String[] {"\n", "\r\n"}) {
            StsPolicy policy = StsPolicy.parse(lines.replace("/", end));

            assertThat(policy.mode()).isEqualTo(mode);
            assertThat(policy.maxAge()).isEqualTo(maxAge);
            assertThat(policy.exchangers()).hasSize(exchangers);
            assertThat(policy.faults()).hasSize(faults).allMatch(fault -> fault.endsWith("."));
        }
    }

    @Test
    void anAsteriskStandsForOneLabel() {
        StsPolicy policy = StsPolicy.parse("mx: mail.example.com\nmx: *.example.net\n");

        assertThat(policy.vouchesFor("mail.example.com")).isTrue();
        assertThat(policy.vouchesFor("a.mail.example.com")).isFalse();
        assertThat(policy.vouchesFor("mx1.example.net")).isTrue();
        assertThat(policy.vouchesFor("example.net")).isFalse();
        assertThat(policy.vouchesFor("a.mx1.example.net")).isFalse();
        assertThat(policy.vouchesFor("net")).isFalse();
    }
}
