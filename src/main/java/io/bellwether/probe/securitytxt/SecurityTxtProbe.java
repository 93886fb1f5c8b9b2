package io.bellwether.probe.securitytxt;

import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.core.Phases;
import io.bellwether.core.posture.CheckResult;
import io.bellwether.core.posture.securitytxt.SecurityTxtAssessor;
import io.bellwether.core.posture.securitytxt.SecurityTxtEvidence;
import io.bellwether.platform.egress.WireFailure;
import io.bellwether.probe.DailyProbe;
import io.bellwether.probe.Inconclusive;
import io.bellwether.probe.Obeys;
import io.bellwether.probe.PlainHost;
import io.bellwether.probe.ProbeContext;
import io.bellwether.probe.Verdict;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Looks for a domain's security.txt. Whatever keeps us from seeing it says nothing about it: UNKNOWN. */
@Singleton
final class SecurityTxtProbe implements DailyProbe<SecurityTxtProbe.Settings> {

    /** @param domain whose file it is; the file of a domain says nothing about the names above and below it */
    record Settings(@NotNull @Obeys(PlainHost.class) String domain) {}

    private final Collector collector;

    SecurityTxtProbe(Collector collector) {
        this.collector = collector;
    }

    @Override
    public String kind() {
        return SecurityTxtEvidence.KIND;
    }

    @Override
    public String description() {
        return "Reads a domain's security.txt: where to report weaknesses, until when it is valid, and its signature.";
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Verdict run(Settings settings, ProbeContext context) {
        String domain = settings.domain().toLowerCase(Locale.ROOT);
        boolean bareAddress = domain.indexOf(':') >= 0 && !domain.startsWith("[");
        URI site = URI.create("https://" + (bareAddress ? "[" + domain + "]" : domain));
        try {
            return judge(collector.collect(domain, site, context));
        } catch (Inconclusive e) {
            return Verdict.of(Outcome.UNKNOWN, e.why(), e.reason())
                    .showing(SecurityTxtEvidence.unknown(domain, context.startedAt(), e.reason()));
        } catch (WireFailure e) {
            return Verdict.unknown(e).showing(SecurityTxtEvidence.unknown(domain, context.startedAt(), e.reason()));
        }
    }

    static Verdict judge(SecurityTxtEvidence evidence) {
        List<CheckResult> bad = new SecurityTxtAssessor()
                .assess(evidence).results().stream()
                        .filter(result -> result.outcome().bad())
                        .toList();
        String reason = bad.isEmpty()
                ? "The security.txt of " + evidence.domain() + " is there and in order."
                : bad.getFirst().reason() + (bad.size() > 1 ? " (" + (bad.size() - 1) + " more.)" : "");
        return new Verdict(
                        Outcome.UP,
                        Cause.OK,
                        reason,
                        Phases.NONE,
                        Map.of(
                                "url",
                                evidence.answers().getLast().url(),
                                "status",
                                evidence.answers().getLast().status()),
                        List.of())
                .showing(evidence);
    }
}
