package io.bellwether.core.posture.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.posture.CheckOutcome;
import io.bellwether.core.posture.CheckRule;
import io.bellwether.core.posture.ResultCode;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistrationRulesTest {

    @ParameterizedTest(name = "{0} {1}: {2} points")
    @CsvSource({
        "domain-expiry, fail, 30",
        "domain-expiry, warn, 5",
        "domain-expiry, pass, 0",
        "domain-transfer-lock, warn, 3",
        "domain-delete-lock, warn, 1"
    })
    void weighsWhatTheRegisterSays(String check, String code, double points) {
        CheckRule rule = RegistrationRules.SET.require(check);

        assertThat(rule.code(code)).get().extracting(ResultCode::points).isEqualTo(points);
    }

    @Test
    void namesCodesAsFindingsNameTheirValues() {
        assertThat(RegistrationRules.SET.checks())
                .flatExtracting(CheckRule::codes)
                .isNotEmpty()
                .allSatisfy(code -> assertThat(CheckOutcome.of(code.code().toUpperCase(Locale.ROOT)))
                        .isEqualTo(code.outcome()));
    }

    @Test
    void takesNothingForWhoDoesIt() {
        assertThat(RegistrationRules.REGISTRAR.codes()).isEmpty();
        assertThat(RegistrationRules.NAME_SERVERS.codes()).isEmpty();
    }
}
