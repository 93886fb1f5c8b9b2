package io.bellwether.probe.courtesy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptOutTest {

    private static final OptOut LIST =
            OptOut.of(List.of("Example.COM", " *.shop.test ", "", "192.0.2.7", "2001:db8::1", "host.example."));

    @ParameterizedTest
    @CsvSource({
        "example.com, true",
        "www.example.com, true",
        "a.b.example.com, true",
        "notexample.com, false",
        "example.com.evil.test, false",
        "com, false",
        "shop.test, true",
        "www.shop.test, true",
        "192.0.2.7, true",
        "192.0.2.77, false",
        "2001:db8::1, true",
        "host.example, true",
    })
    void aNameStandsForAllBelowIt(String host, boolean covered) {
        assertThat(LIST.covers(host)).isEqualTo(covered);
    }

    @Test
    void anEmptyListCoversNobody() {
        assertThat(OptOut.of(List.of()).covers("example.com")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.com", "bücher.example", "a b", "*", "example.com/path"})
    void anEntryThatCannotBeReadIsNotLeftOut(String entry) {
        assertThatThrownBy(() -> OptOut.of(List.of("good.example", entry)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("bellwether.courtesy.opt-out")
                .hasMessageContaining(entry);
    }
}
