package io.bellwether.probe.pagewatch;

import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.platform.egress.WireFailure;
import io.bellwether.platform.egress.WireRequest;
import io.bellwether.platform.egress.WireResponse;
import io.bellwether.probe.DailyProbe;
import io.bellwether.probe.HttpAddress;
import io.bellwether.probe.Inconclusive;
import io.bellwether.probe.Obeys;
import io.bellwether.probe.ProbeContext;
import io.bellwether.probe.Verdict;
import io.bellwether.probe.courtesy.CourteousWire;
import io.bellwether.probe.courtesy.RobotsCheck;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** Reads a page and tells which of its sentences have changed. A page that cannot be read has not changed: UNKNOWN. */
@Singleton
final class PageWatchProbe implements DailyProbe<PageWatchProbe.Settings> {

    private static final Logger LOG = Logger.getLogger(PageWatchProbe.class);

    /**
     * @param url the page to read, redirects followed
     * @param subject what it is about
     * @param selector the parts of it to read; all but navigation, banners and forms when absent
     */
    record Settings(
            @NotNull @Obeys(HttpAddress.class) URI url,
            @NotNull Subject subject,

            @Size(min = 1, max = 200) @Obeys(CssSelector.class) @Nullable String selector) {}

    private final CourteousWire wire;
    private final RobotsCheck robots;
    private final PageTable pages;

    PageWatchProbe(CourteousWire wire, RobotsCheck robots, PageTable pages) {
        this.wire = wire;
        this.robots = robots;
        this.pages = pages;
    }

    @Override
    public String kind() {
        return "page-watch";
    }

    @Override
    public String description() {
        return "Reads a page such as a list of sub-processors or a privacy policy and tells which sentences change.";
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Verdict run(Settings settings, ProbeContext context) {
        try {
            WireResponse response = fetch(settings.url(), context);
            PageText text = PageAnswer.read(settings, response);
            PageState state = pages.look(settings.url(), settings.selector(), text, context.startedAt());
            return judge(settings, text, state, response);
        } catch (Inconclusive e) {
            return Verdict.of(Outcome.UNKNOWN, e.why(), e.reason());
        } catch (WireFailure e) {
            return Verdict.unknown(e);
        } catch (JdbiException e) {
            LOG.warnf(e, "The text of a page could not be kept.");
            return Verdict.of(Outcome.UNKNOWN, Cause.INTERNAL, "Our own failure: the page's text could not be kept.");
        }
    }

    /** In the same language each time, and only what its robots.txt lets robots have. */
    private WireResponse fetch(URI url, ProbeContext context) throws WireFailure {
        WireRequest request = WireRequest.get(url)
                .header("Accept", "text/html, application/xhtml+xml, text/plain;q=0.8")
                .header("Accept-Language", "en");
        return wire.exchange(request, context.deadline(), page -> robots.require(page, context.deadline()));
    }

    /** @throws Inconclusive when so little of the text is left that it must be another page's */
    static Verdict judge(Settings settings, PageText text, PageState state, WireResponse response) throws Inconclusive {
        if (state.stump(text)) {
            throw new Inconclusive(
                    Cause.UNEXPECTED_FORMAT,
                    "Less than a fifth of the text is left, as on a page of an error; it is not compared.");
        }
        return new Verdict(
                Outcome.UP,
                Cause.OK,
                reason(settings, state),
                response.phases(),
                Map.of(
                        "url",
                        response.uri().toString(),
                        "passages",
                        state.passages().size(),
                        "waiting",
                        state.waiting(),
                        "unsteady",
                        state.unsteady(),
                        "textSha256",
                        state.sha256()),
                ChangeFindings.of(settings, state));
    }

    private static String reason(Settings settings, PageState state) {
        String page = "The " + settings.subject().title();
        if (state.otherLanguage() != null) {
            return page + " came in another language (" + state.otherLanguage() + " instead of " + state.language()
                    + ") and is not compared.";
        }
        if (state.looks() == 1) {
            return page + " is read for the first time; "
                    + ChangeFindings.passages(state.passages().size()) + " are kept to compare with.";
        }
        String unsteady = state.unsteady() == 0
                ? ""
                : " Unstable text: " + ChangeFindings.passages(state.unsteady()) + " came and went and did not count.";
        if (state.waiting() > 0) {
            return page + " differs by " + ChangeFindings.passages(state.waiting())
                    + "; the next look will show whether that stays." + unsteady;
        }
        if (state.changes().isEmpty()) {
            return page + " says what it said before." + unsteady;
        }
        Instant last = state.changes().getLast().since();
        return page + " last changed on " + last.atZone(ZoneOffset.UTC).toLocalDate() + "." + unsteady;
    }
}
