package io.bellwether.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnPathTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/alerts/1?state=open#x", "/vendors/acme?lens=it"})
    void followsAPathOfOurs(String wish) {
        assertThat(OwnPath.of(wish)).hasToString(wish);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example/",
                "/\\evil.example/",
                "\\/evil.example",
                "/ok\r\nSet-Cookie: a=b",
                "/a b",
                "javascript:alert(1)",
                "",
                "alerts"
            })
    void leadsHomeInsteadOfElsewhere(String wish) {
        assertThat(OwnPath.of(wish)).hasToString("/");
    }

    @Test
    void leadsHomeWithoutAWish() {
        assertThat(OwnPath.of(null)).hasToString("/");
    }
}
