package io.bellwether.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SecretUrlTest {

    private static final String URL =
            "https://hooks.slack.com/services/T0AAA/B0BBB/s3cretTokenOfTheHook?key=alsoS3cret";

    @Test
    void onlySchemeHostAndPortAreShown() {
        assertThat(SecretUrl.redacted(URL)).isEqualTo("https://hooks.slack.com/…");
        assertThat(SecretUrl.redacted("http://127.0.0.1:8089/x")).isEqualTo("http://127.0.0.1:8089/…");
    }

    @Test
    void aSecretGivenBackAsShownIsKept() {
        Map<String, Object> given = Map.of("url", SecretUrl.redacted(URL));

        assertThat(SecretUrl.restored(given, Map.of("url", URL), Set.of("url"))).containsEntry("url", URL);
    }

    @Test
    void anotherSecretReplacesTheOldOne() {
        Map<String, Object> given = Map.of("url", "https://hooks.slack.com/other");

        assertThat(SecretUrl.restored(given, Map.of("url", URL), Set.of("url")))
                .containsEntry("url", "https://hooks.slack.com/other");
    }

    @Test
    void whatAProviderEchoesIsCutOutOfTheExcerpt() {
        Excerpt excerpt = new Excerpt(URI.create(URL), List.of());

        assertThat(excerpt.of("no hook at " + URL)).doesNotContain("s3cret", "S3cret", "T0AAA/B0BBB");
        assertThat(excerpt.of("unknown token s3cretTokenOfTheHook\r\n of our services"))
                .isEqualTo("unknown token … of our services");
    }

    @Test
    void anExcerptIsShort() {
        assertThat(new Excerpt(URI.create(URL), List.of()).of("x".repeat(5000))).hasSize(200);
    }
}
