package io.bellwether.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicUrlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://watch.example/vendors",
                "https://watch.example/vendors/",
                "https://watch.example/vendors//"
            })
    void aSlashAtTheEndMakesNoDifference(String url) {
        assertThat(new PublicUrl(URI.create(url)).page("/alerts/7"))
                .isEqualTo(URI.create("https://watch.example/vendors/alerts/7"));
    }
}
