package io.bellwether.probe.pagewatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.Outcome;
import io.bellwether.probe.ScriptedSource;
import io.bellwether.probe.ScriptedSource.Canned;
import io.bellwether.probe.Verdict;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A page that moves to where its site's robots.txt does not want robots. */
@QuarkusTest
class PageRobotsTest {

    private final PageWatchProbe probe;
    private final Jdbi jdbi;
    private final ScriptedSource site = new ScriptedSource();

    PageRobotsTest(PageWatchProbe probe, Jdbi jdbi) throws IOException {
        this.probe = probe;
        this.jdbi = jdbi;
        site.says(request -> switch (request.getRequestURI().getPath()) {
            case "/robots.txt" -> Canned.ok("User-agent: *\nDisallow: /private\n");
            case "/legal" -> new Canned(301, "", Map.of("Location", "/private/legal"));
            default -> Canned.ok("A text that is long enough to be that of a page.");
        });
    }

    @AfterEach
    void stop() {
        site.close();
        jdbi.useHandle(handle -> handle.execute(
                "DELETE FROM robots WHERE origin = ?", site.base().toString()));
    }

    @Test
    void followsNoRedirectToWhatIsForbidden() {
        Verdict verdict = probe.run(
                new PageWatchProbe.Settings(site.base().resolve("/legal"), Subject.TERMS, null),
                ScriptedSource.at(Instant.parse("2026-11-23T10:00:00Z")));

        assertThat(verdict.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(verdict.reason()).endsWith("/robots.txt asks robots not to fetch /private/legal.");
        assertThat(site.asked()).containsExactly("/robots.txt", "/legal");
    }
}
