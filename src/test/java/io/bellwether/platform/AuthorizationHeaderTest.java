package io.bellwether.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthorizationHeaderTest {

    @ParameterizedTest
    @CsvSource({
        "Bearer secret, secret",
        "bearer  secret, secret",
        "Basic YW10b29sOnNlY3JldA==, secret",
        "basic YW10b29sOnM6ZWNyZXQ=, s:ecret",
        "Basic not-base-64, ''",
        "Digest username=x, ''",
        "secret, ''"
    })
    void theTokenIsFound(String header, String token) {
        assertThat(AuthorizationHeader.token(header)).isEqualTo(token);
    }
}
