package io.bellwether.platform.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.URISyntaxException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocationTest {

    /** The examples of RFC 3986, 5.4, without their fragments. */
    @ParameterizedTest(name = "{0} leads to {1}")
    @CsvSource({
        "g:h, g:h",
        "g, http://a/b/c/g",
        "./g, http://a/b/c/g",
        "g/, http://a/b/c/g/",
        "/g, http://a/g",
        "//g, http://g",
        "?y, http://a/b/c/d;p?y",
        "g?y, http://a/b/c/g?y",
        "#s, http://a/b/c/d;p?q",
        "g#s, http://a/b/c/g",
        "g?y#s, http://a/b/c/g?y",
        ";x, http://a/b/c/;x",
        "g;x?y#s, http://a/b/c/g;x?y",
        "'', http://a/b/c/d;p?q",
        "., http://a/b/c/",
        "./, http://a/b/c/",
        ".., http://a/b/",
        "../, http://a/b/",
        "../g, http://a/b/g",
        "../.., http://a/",
        "../../g, http://a/g",
        "../../../g, http://a/g",
        "/./g, http://a/g",
        "/../g, http://a/g",
        "g., http://a/b/c/g.",
        "..g, http://a/b/c/..g",
        "./../g, http://a/b/g",
        "./g/., http://a/b/c/g/",
        "g/../h, http://a/b/c/h",
        "g;x=1/../y, http://a/b/c/y",
        "g?y/../x, http://a/b/c/g?y/../x"
    })
    void resolvesAsTheStandardSays(String reference, URI target) throws URISyntaxException {
        assertThat(Location.resolve(URI.create("http://a/b/c/d;p?q"), reference))
                .isEqualTo(target);
    }

    @ParameterizedTest(name = "{0} from {1} leads to {2}")
    @CsvSource({
        "g, http://a, http://a/g",
        "?y, http://a, http://a?y",
        "..//g, http://a/b/c, http://a//g",
        "http://b//c, http://a/, http://b//c",
        "//[::1]:8080/g, https://a/, https://[::1]:8080/g",
        "/%7eg?%20, http://a/, http://a/%7eg?%20"
    })
    void keepsWhatIsThere(String reference, URI base, URI target) throws URISyntaxException {
        assertThat(Location.resolve(base, reference)).isEqualTo(target);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://[half/", "/%zz", "a b"})
    void refusesWhatCannotBeRead(String reference) {
        assertThatThrownBy(() -> Location.resolve(URI.create("http://a/"), reference))
                .isInstanceOf(URISyntaxException.class);
    }
}
