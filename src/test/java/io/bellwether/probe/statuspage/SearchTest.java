package io.bellwether.probe.statuspage;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.probe.Verdict;
import io.bellwether.probe.statuspage.StatusPageProbe.Settings;
import io.bellwether.probe.statuspage.format.Format;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTest {

    private final StatusServer server = new StatusServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void findsTheMostCommonFormatWithOneRequest() {
        server.serve("/api/v2/summary.json", "application/json", Fixtures.text("statuspage-well.json"));

        Verdict verdict = server.probe("/");

        assertThat(verdict.outcome()).as(verdict.reason()).isEqualTo(Outcome.UP);
        assertThat(verdict.detail())
                .containsEntry("format", "STATUSPAGE")
                .containsEntry("feed", server.uri("/api/v2/summary.json").toString());
        assertThat(server.asked()).containsExactly("/api/v2/summary.json");
    }

    @ParameterizedTest(name = "{0} is found at {1} of a page that says {2}")
    @CsvSource(delimiter = '|', textBlock = """
            instatus-incident.json     | /summary.json                 | Powered by Instatus    | INSTATUS
            better-stack-incident.json | /index.json                   | Powered by Better Stack | BETTER_STACK
            incident-io-incident.json  | /api/v1/summary               | Powered by incident.io | INCIDENT_IO
            rootly-incident.json       | /api/v1/status.json           | href="https://rootly.com/" | ROOTLY
            cachet-incident.json       | /api/v1/components            | Powered by Cachet      | CACHET
            gatus-incident.json        | /api/v1/endpoints/statuses    | Powered by Gatus       | GATUS
            rss-incident.xml           | /history.atom                 | <link rel="alternate" type="application/atom+xml" href="/history.atom"> | RSS
            """)
    void findsWhatThePageSays(String file, String feed, String mark, Format format) {
        server.serve("/", "text/html", "<!doctype html><html><body>" + mark + "</body></html>");
        server.serve(feed, "text/plain", Fixtures.text(file));

        Verdict verdict = server.probe("/");

        assertThat(verdict.detail())
                .as(verdict.reason())
                .containsEntry("format", format.name())
                .containsEntry("feed", server.uri(feed).toString());
        assertThat(server.asked()).startsWith("/api/v2/summary.json", "/", feed).hasSizeLessThanOrEqualTo(4);
    }

    @Test
    void findsAPageOfUptimeKumaWithItsNames() {
        server.serve("/status/acme", "text/html", "<!doctype html><html><title>Uptime Kuma</title></html>");
        server.serve("/api/status-page/heartbeat/acme", "application/json", Fixtures.text("uptime-kuma-incident.json"));
        server.serve("/api/status-page/acme", "application/json", Fixtures.text("uptime-kuma-names.json"));

        assertThat(server.probe("/status/acme").reason()).contains("Core / API (0)");
        assertThat(server.asked()).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/summary.json", "/index.json"})
    void triesTheUsualPlacesOfAPageThatSaysNothing(String feed) {
        server.serve("/", "text/html", "<!doctype html><html></html>");
        server.serve(
                feed,
                "application/json",
                Fixtures.text(feed.equals("/summary.json") ? "instatus-well.json" : "better-stack-well.json"));

        assertThat(server.probe("/").outcome()).isEqualTo(Outcome.UP);
    }

    @Test
    void asksAtMostFourTimesAndSaysWhatItSaw() {
        server.serve("/", "text/html", "<!doctype html><html></html>");
        server.serve("/index.json", "application/json", "{\"hello\": \"world\"}");

        Verdict verdict = server.probe("/");

        assertThat(verdict.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(verdict.cause()).isEqualTo(Cause.UNEXPECTED_FORMAT);
        assertThat(verdict.reason())
                .contains(
                        "/api/v2/summary.json answered with status 404",
                        "/ is HTML",
                        "/index.json is JSON of another shape")
                .endsWith(".");
        assertThat(server.asked()).hasSize(4);
    }

    @Test
    void aPageThatAnswersEverythingWithItselfIsNoFeed() {
        for (String path : List.of("/", "/api/v2/summary.json", "/summary.json", "/index.json", "/api/v1/summary")) {
            server.serve(path, "application/json", "<!DOCTYPE html><html><body>Instatus</body></html>");
        }

        assertThat(server.probe("/").cause()).isEqualTo(Cause.UNEXPECTED_FORMAT);
    }

    @ParameterizedTest(name = "status {0} ends the search")
    @CsvSource({"401, UNEXPECTED_STATUS", "429, BOT_WALL", "500, UNEXPECTED_STATUS", "503, UNEXPECTED_STATUS"})
    void leavesAPageAloneThatRefusesOrFails(int status, Cause cause) {
        server.refuse("/api/v2/summary.json", status);

        Verdict verdict = server.probe("/");

        assertThat(verdict.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(verdict.cause()).isEqualTo(cause);
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void searchesOnceAndAgainWhenTheFeedHasGone() {
        server.serve("/", "text/html", "<!doctype html><html></html>");
        server.serve("/index.json", "application/json", Fixtures.text("better-stack-well.json"));
        server.probe("/");
        server.asked();

        assertThat(server.probe("/").outcome()).isEqualTo(Outcome.UP);
        assertThat(server.asked()).containsExactly("/index.json");

        server.refuse("/index.json", 404);
        server.serve("/api/v2/summary.json", "application/json", Fixtures.text("statuspage-well.json"));
        assertThat(server.probe("/").outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(server.probe("/").detail()).containsEntry("format", "STATUSPAGE");
    }

    @Test
    void readsTheFeedThatIsSetAndNothingElse() {
        server.serve("/odd/place", "application/json", Fixtures.text("slack-well.json"));

        assertThat(server.probe("/", Format.SLACK, "/odd/place").outcome()).isEqualTo(Outcome.UP);
        assertThat(server.probe("/", null, "/odd/place").detail()).containsEntry("format", "SLACK");
        assertThat(server.asked()).containsExactly("/odd/place", "/odd/place");
    }

    @Test
    void anEmptyListIsGoodNewsOnlyInAFormatThatIsSet() {
        server.serve("/events.json", "application/json", "[]");

        assertThat(server.probe("/", Format.AWS, "/events.json").outcome()).isEqualTo(Outcome.UP);
        assertThat(server.probe("/events.json").cause()).isEqualTo(Cause.UNEXPECTED_FORMAT);
    }

    @Test
    void saysWhichFormatAFeedHasInsteadOfTheOneThatIsSet() {
        server.serve("/feed", "application/json", Fixtures.text("heroku-well.json"));

        assertThat(server.probe("/", Format.SLACK, "/feed").reason())
                .isEqualTo("The feed has the format HEROKU, not SLACK.");
    }

    @Test
    void fetchesTheComponentsOfInstatusBesideItsSummary() {
        server.serve("/summary.json", "application/json", Fixtures.text("instatus-well.json"));
        server.serve("/v2/components.json", "application/json", Fixtures.text("instatus-components.json"));

        Verdict verdict = server.probe(new Settings(server.uri("/"), Format.INSTATUS, null, List.of("Europe"), null));

        assertThat(verdict.outcome()).as(verdict.reason()).isEqualTo(Outcome.DOWN);
        assertThat(server.asked()).containsExactly("/summary.json", "/v2/components.json");
    }

    @ParameterizedTest(name = "{0} is read from {1}")
    @CsvSource({
        "https://acme.statuspage.io, https://acme.statuspage.io/api/v2/summary.json",
        "https://acme.statuspage.io/api/v2/summary.json, https://acme.statuspage.io/api/v2/summary.json",
        "https://slack-status.com/, https://slack-status.com/api/v2.0.0/current",
        "https://status.cloud.google.com, https://status.cloud.google.com/incidents.json",
        "https://status.cloud.google.com/maps-platform/, https://status.cloud.google.com/maps-platform/incidents.json",
        "https://www.google.com/appsstatus/dashboard/, https://www.google.com/appsstatus/dashboard/incidents.json",
        "https://health.aws.amazon.com/health/status, https://health.aws.amazon.com/public/currentevents",
        "https://azure.status.microsoft/en-us/status, https://rssfeed.azure.status.microsoft/en-us/status/feed/",
        "https://status.heroku.com, https://status.heroku.com/api/v4/current-status",
        "https://status.zendesk.com, https://status.zendesk.com/api/ssp/incidents.json",
        "https://status.salesforce.com/instances/EU45, https://api.status.salesforce.com/v1/instances/EU45/status",
        "https://status.salesforce.com, https://api.status.salesforce.com/v1/instances/status/preview",
        "https://status.acme.example/pages/5b36dc6502d06804c08349f7/rss, https://status.acme.example/pages/5b36dc6502d06804c08349f7/rss",
        "https://status.acme.example/history.atom, https://status.acme.example/history.atom"
    })
    void knowsWhereTheFeedsOfKnownHostsAre(URI page, URI feed) {
        assertThat(Candidates.of(page)).containsExactly(feed);
    }

    @Test
    void findsThePageIdOfStatusIoInThePage() throws Exception {
        var page = (io.bellwether.probe.statuspage.document.Document.OfHtml) Fixtures.document("""
                <!doctype html><html><head><link href='/pages/5b36dc6502d06804c08349f7/rss' type="application/rss+xml" rel=alternate>
                </head><body>Powered by Status.io</body></html>""");

        assertThat(Candidates.saidBy(page.html(), URI.create("https://status.acme.example/")))
                .containsExactly(
                        URI.create("https://api.status.io/1.0/status/5b36dc6502d06804c08349f7"),
                        URI.create("https://status.acme.example/pages/5b36dc6502d06804c08349f7/rss"));
    }
}
