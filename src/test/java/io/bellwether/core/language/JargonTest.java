package io.bellwether.core.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.language.Jargon.Word;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JargonTest {

    private final Jargon jargon = new Jargon(
            "1",
            List.of(
                    new Word("TLS", "the secure connection"),
                    new Word("p##", "what nearly all wait"),
                    new Word("5xx", "that it failed"),
                    new Word("status code", "the answer"),
                    new Word("host", "the site")));

    @ParameterizedTest
    @CsvSource({
        "The TLS version is old,     TLS",
        "the tls version,            TLS",
        "Its p95 is high,            p##",
        "many 5xx,                   5xx",
        "odd status  codes,          status code",
        "two hosts,                  host",
        "'host, or not',             host",
    })
    void aWordIsFoundInAnyCaseAndNumber(String text, String word) {
        assertThat(jargon.in(text)).extracting(Word::pattern).containsExactly(word);
    }

    @ParameterizedTest
    @CsvSource({"The hostess smiles", "p5 is no percentile", "Turtles", "a status", "ghost"})
    void partsOfOtherWordsAreNot(String text) {
        assertThat(jargon.in(text)).isEmpty();
    }
}
