package io.bellwether.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellwether.platform.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @Test
    void capitalsAndSpacesAroundItMakeNoDifference() {
        assertThat(EmailAddress.key(" Ada@Example.ORG ")).isEqualTo("ada@example.org");
        assertThat(EmailAddress.same("ADA@example.org", "ada@EXAMPLE.org")).isTrue();
        assertThat(EmailAddress.same("ada@example.org", "max@example.org")).isFalse();
        assertThat(EmailAddress.checked("Ada@Example.org", "email")).isEqualTo("ada@example.org");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ada", "ada@", "@example.org", "ada@b@c", "a da@example.org"})
    void whatIsNoneIsRefused(String text) {
        assertThatThrownBy(() -> EmailAddress.checked(text, "email"))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.errors())
                                .extracting(Problem.FieldError::pointer)
                                .containsExactly("email"));
    }
}
