package io.bellwether.probe.statuspage;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.probe.Verdict;
import io.bellwether.probe.statuspage.format.Format;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusPageProbeTest {

    private final StatusServer server = new StatusServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest(name = "{0} with a mark: {1}, said to be {2}")
    @CsvSource({
        "UTF-16BE, true, application/json;charset=utf-16",
        "UTF-16BE, false, application/json;charset=utf-16",
        "UTF-16LE, true, application/json",
        "UTF-16LE, false, application/json; charset=utf-8",
        "UTF-8, true, application/json",
        "UTF-8, false, application/json;charset=utf-16",
        "UTF-8, false, text/html; charset=nonsense",
        "ISO-8859-1, false, application/json; charset=iso-8859-1"
    })
    void readsEveryEncodingWhateverItIsSaidToBe(Charset charset, boolean mark, String type) {
        String text = Fixtures.text("aws-incident.json").replace("Region availability", "Störung der Region");
        server.serve("/events", type, ((mark ? "\uFEFF" : "") + text).getBytes(charset));

        Verdict verdict = server.probe(new StatusPageProbe.Settings(
                server.uri("/"), Format.AWS, server.uri("/events"), null, java.util.List.of("me-south-1")));

        assertThat(verdict.outcome()).as(verdict.reason()).isEqualTo(Outcome.DOWN);
        assertThat(verdict.detail().get("incidents").toString()).contains("Störung der Region");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                                    | is empty
            `   `                                 | is empty
            All systems go                        | is neither JSON nor a feed but begins with 'All systems go'
            {"page": {"id":                       | begins like JSON but is broken or breaks off
            <!DOCTYPE html><html></html>          | is HTML
            <?xml version="1.0"?><html></html>    | is HTML
            <rss><channel><item><title>x          | begins like XML but is broken or breaks off
            <?xml version="1.0"?><books/>         | is XML but no feed: it begins with <books>
            <!DOCTYPE rss [<!ENTITY a "b">]><rss><channel><title>&a;</title></channel></rss> | is XML with a document type declaration, which no feed needs
            {"status": {"indicator": ""}, "components": []} | is JSON of another shape
            null                                  | is neither JSON nor a feed but begins with 'null'
            [1, 2]                                | is JSON of another shape
            {"status": "ok", "data": []}          | is JSON of another shape
            {"page_title": "A", "ongoing_incidents": {"x": 1}} | is JSON of another shape
            <rss version="2.0"/>                  | is a feed without a title and without an entry
            <feed/>                               | is a feed without a title and without an entry
            <rss><channel><item><title>New blog post</title></item></channel></rss> | is a feed without a word on incidents
            """)
    void saysWhatItSawInsteadOfAFeed(String body, String seen) {
        server.serve("/feed", "application/json", body);

        Verdict verdict = server.probe("/", null, "/feed");

        assertThat(verdict.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(verdict.cause()).isEqualTo(Cause.UNEXPECTED_FORMAT);
        assertThat(verdict.reason()).isEqualTo("The feed " + seen + ".");
        assertThat(verdict.findings()).isEmpty();
    }

    @Test
    void bytesThatAreNoTextSayNothing() {
        server.serve("/feed", "application/json", "{\"a\": \"ä\"}".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(server.probe("/", null, "/feed").reason())
                .isEqualTo("The feed is no text in the encoding it says or in UTF-8.");
    }

    @Test
    void doesNotReadAFeedWithoutEnd() {
        server.serve("/feed", "application/json", "[" + "1,".repeat(2_500_000) + "1]");

        Verdict verdict = server.probe("/", null, "/feed");

        assertThat(verdict.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(verdict.cause()).isEqualTo(Cause.BODY_TOO_LARGE);
    }

    @Test
    void doesNotReadAFeedWithoutBottom() {
        server.serve("/feed", "application/json", "[".repeat(500_000));

        assertThat(server.probe("/", null, "/feed").cause()).isEqualTo(Cause.UNEXPECTED_FORMAT);
    }

    @ParameterizedTest(name = "status {0} gives {1}")
    @CsvSource({
        "401, UNEXPECTED_STATUS",
        "403, UNEXPECTED_STATUS",
        "404, UNEXPECTED_STATUS",
        "500, UNEXPECTED_STATUS",
        "429, BOT_WALL"
    })
    void aFailingFeedSaysNothing(int status, Cause cause) {
        server.refuse("/feed", status);

        Verdict verdict = server.probe("/", Format.STATUSPAGE, "/feed");

        assertThat(verdict.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(verdict.cause()).isEqualTo(cause);
        assertThat(verdict.reason()).contains(String.valueOf(status)).endsWith(".");
    }
}
