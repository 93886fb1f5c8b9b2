package io.bellwether.probe.statuspage;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.platform.Json;
import io.bellwether.platform.TestJson;
import io.bellwether.probe.Verdict;
import io.bellwether.probe.statuspage.StatusPageProbe.Settings;
import io.bellwether.probe.statuspage.document.Unreadable;
import io.bellwether.probe.statuspage.format.Format;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is not the document that a format wants says nothing about the vendor, in every format. */
class WrongDocumentsTest {

    private static final Json JSON = TestJson.json();
    private static final Set<Format> FEEDS = Set.of(Format.AZURE_RSS, Format.RSS);

    private final StatusServer server = new StatusServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void aPageForPeopleSaysNothing(Format format) {
        server.serve("/feed", "application/json", "<!DOCTYPE html><html><body>All is well.</body></html>");

        assertNothing(server.probe("/", format, "/feed"), "The feed is HTML, not " + format + ".");
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void textInAnotherEncodingThanItSaysSaysNothing(Format format) {
        String text = incident(format)
                .replaceFirst("\\{", "{\"note\": \"Störung\", ")
                .replaceFirst("<title>", "<title>Störung ");
        assertThat(text).contains("Störung");
        server.serve("/feed", "application/json", text.getBytes(StandardCharsets.ISO_8859_1));

        assertNothing(server.probe("/", format, "/feed"), "The feed is no text in the encoding it says or in UTF-8.");
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void aDocumentOfAnotherShapeSaysNothing(Format format) {
        boolean feed = FEEDS.contains(format);
        server.serve(
                "/feed",
                "application/json",
                feed ? "{\"hello\": \"world\"}" : "<rss><channel><title>News</title></channel></rss>");

        assertNothing(
                server.probe("/", format, "/feed"),
                feed
                        ? "The feed is JSON of another shape, not " + format + "."
                        : "The feed has the format RSS, not " + format + ".");
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void aDocumentWithoutWhatItCannotDoWithoutSaysNothing(Format format) throws Unreadable {
        List<String> lacking = lacking(format);
        assertThat(lacking).isNotEmpty();
        for (String text : lacking) {
            server.serve("/feed", "application/json", text);

            Verdict verdict = server.probe("/", format, "/feed");

            assertThat(verdict.outcome()).as(text).isEqualTo(Outcome.UNKNOWN);
            assertThat(verdict.cause()).as(text).isEqualTo(Cause.UNEXPECTED_FORMAT);
            assertThat(verdict.reason()).as(text).startsWith("The feed ").endsWith(".");
        }
    }

    @Test
    void aChoiceThatCannotBeToldWithoutTheSecondDocumentIsUnknown() {
        server.serve("/incidents.json", "application/json", Fixtures.text("zendesk-incident.json"));

        Verdict verdict = server.probe(
                new Settings(server.uri("/"), Format.ZENDESK, server.uri("/incidents.json"), List.of("Support"), null));

        assertNothing(
                verdict, "The page's list of components could not be read at " + server.uri("/services.json") + ".");
    }

    private static void assertNothing(Verdict verdict, String reason) {
        assertThat(verdict.outcome()).as(verdict.reason()).isEqualTo(Outcome.UNKNOWN);
        assertThat(verdict.cause()).isEqualTo(Cause.UNEXPECTED_FORMAT);
        assertThat(verdict.reason()).isEqualTo(reason);
        assertThat(verdict.findings()).isEmpty();
    }

    /** The document without each of those of its members, the outermost ones, without which it is not of the format. */
    private static List<String> lacking(Format format) throws Unreadable {
        if (FEEDS.contains(format)) {
            return List.of("<rss version=\"2.0\"/>", "<feed xmlns=\"http://www.w3.org/2005/Atom\"/>");
        }
        Object root = JSON.read(incident(format), Object.class);
        List<String> lacking = new ArrayList<>();
        Map<?, ?> members = root instanceof List<?> list ? (Map<?, ?>) list.getFirst() : (Map<?, ?>) root;
        for (Object name : members.keySet()) {
            Map<Object, Object> rest = new LinkedHashMap<>(members);
            rest.remove(name);
            String text = JSON.write(root instanceof List<?> ? List.of(rest) : rest);
            if (!format.fits(Fixtures.document(text))) {
                lacking.add(text);
            }
        }
        return lacking;
    }

    private static String incident(Format format) {
        String name = format == Format.AZURE_RSS
                ? "azure"
                : format.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return Fixtures.text(name + "-incident." + (FEEDS.contains(format) ? "xml" : "json"));
    }
}
