package io.bellwether.probe.headers;

import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.core.posture.Assessment;
import io.bellwether.core.posture.CheckResult;
import io.bellwether.core.posture.web.Observatory;
import io.bellwether.core.posture.web.PageEvidence;
import io.bellwether.platform.egress.WireFailure;
import io.bellwether.probe.DailyProbe;
import io.bellwether.probe.HttpAddress;
import io.bellwether.probe.Obeys;
import io.bellwether.probe.ProbeContext;
import io.bellwether.probe.Verdict;
import io.bellwether.probe.courtesy.Courtesy;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Looks at a page as the HTTP Observatory does. A page that cannot be had says nothing about itself: UNKNOWN. */
@Singleton
final class HeadersProbe implements DailyProbe<HeadersProbe.Settings> {

    private static final Observatory RULES = Observatory.five();

    /**
     * @param url the page to look at, redirects followed
     * @param plainUrl where the same page is asked for over plain HTTP; on the usual port when absent
     */
    @Obeys(SamePage.class)
    record Settings(
            @NotNull @Obeys(HttpAddress.class) URI url,
            @Obeys(HttpAddress.class) @Nullable URI plainUrl) {}

    private final Courtesy courtesy;
    private final PreloadList preloadList;
    private final PublicSuffixes suffixes;

    HeadersProbe(Courtesy courtesy, PreloadList preloadList, PublicSuffixes suffixes) {
        this.courtesy = courtesy;
        this.preloadList = preloadList;
        this.suffixes = suffixes;
    }

    @Override
    public String kind() {
        return "headers";
    }

    @Override
    public String description() {
        return "Looks at what a page tells browsers about security, by the rules of the HTTP Observatory.";
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Verdict run(Settings settings, ProbeContext context) throws WireFailure {
        Twins twins = Twins.of(settings.url(), settings.plainUrl());
        Look look = new Look(new Requests(courtesy, context.deadline()), preloadList, suffixes);
        Seen seen = look.at(twins, context.startedAt());
        return judge(seen);
    }

    static Verdict judge(Seen seen) {
        PageEvidence evidence = seen.evidence();
        Assessment assessment = RULES.assess(evidence);
        List<CheckResult> known = assessment.results().stream()
                .filter(result -> result.outcome().known())
                .toList();
        if (known.isEmpty()) {
            String reason = assessment.results().getFirst().reason();
            Cause cause = seen.cause() == Cause.OK ? Cause.UNEXPECTED_STATUS : seen.cause();
            return verdict(Outcome.UNKNOWN, cause, reason, seen);
        }
        return verdict(Outcome.UP, Cause.OK, sentence(assessment, known), seen);
    }

    private static String sentence(Assessment assessment, List<CheckResult> known) {
        String bad = known.stream()
                .filter(result -> result.outcome().bad())
                .map(CheckResult::checkId)
                .collect(Collectors.joining(", "));
        String grade = assessment.card() == null
                ? ""
                : "Algorithm 5 of the HTTP Observatory gives grade "
                        + assessment.card().grade() + " (" + assessment.card().score() + ")";
        return grade + (bad.isEmpty() ? "; no test failed." : "; failed: " + bad + ".");
    }

    private static Verdict verdict(Outcome outcome, Cause cause, String reason, Seen seen) {
        PageEvidence.Page page = seen.evidence().page();
        Map<String, Object> detail = page == null
                ? Map.of("requests", seen.requests())
                : Map.of("requests", seen.requests(), "status", page.status(), "finalUrl", page.url());
        return new Verdict(outcome, cause, reason, seen.phases(), detail, List.of()).showing(seen.evidence());
    }
}
