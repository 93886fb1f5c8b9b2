package io.bellwether.probe.dns;

import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.core.Phases;
import io.bellwether.core.posture.Assessment;
import io.bellwether.core.posture.CheckResult;
import io.bellwether.core.posture.zone.ZoneAssessor;
import io.bellwether.core.posture.zone.ZoneEvidence;
import io.bellwether.platform.egress.WireFailure;
import io.bellwether.probe.DailyProbe;
import io.bellwether.probe.Obeys;
import io.bellwether.probe.ProbeContext;
import io.bellwether.probe.Verdict;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Looks at how a zone is looked after. Everything is asked of DNS; no host of the vendor is contacted. */
@Singleton
final class ZoneProbe implements DailyProbe<ZoneProbe.Settings> {

    private static final ZoneAssessor ASSESSOR = new ZoneAssessor();

    /**
     * @param domain whose zone is looked at
     * @param hosts names of the vendor whose aliases are followed; the domain itself when absent
     */
    record Settings(
            @NotNull @Obeys(ZoneName.class) String domain,
            @Size(min = 1, max = 20) @Nullable List<@NotNull @Obeys(ZoneName.class) String> hosts) {

        String target() {
            return domain.toLowerCase(Locale.ROOT);
        }

        List<String> names() {
            return hosts == null
                    ? List.of(target())
                    : hosts.stream()
                            .map(host -> host.toLowerCase(Locale.ROOT))
                            .distinct()
                            .toList();
        }
    }

    private final ZoneLook look;

    ZoneProbe(ZoneLook look) {
        this.look = look;
    }

    @Override
    public String kind() {
        return "zone";
    }

    @Override
    public String description() {
        return "Looks at a domain's zone: signatures, name servers, who may issue certificates, aliases that lead nowhere.";
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Verdict run(Settings settings, ProbeContext context) {
        try {
            ZoneEvidence evidence =
                    look.at(settings.target(), settings.names(), context.startedAt(), context.deadline());
            return judge(evidence);
        } catch (WireFailure e) {
            return Verdict.unknown(e).showing(ZoneEvidence.unknown(settings.target(), context.startedAt(), e.reason()));
        }
    }

    static Verdict judge(ZoneEvidence evidence) {
        Assessment assessment = ASSESSOR.assess(evidence);
        if (evidence.unknown() != null) {
            return Verdict.of(Outcome.UNKNOWN, Cause.NOT_CONFIGURED, evidence.unknown())
                    .showing(evidence);
        }
        return new Verdict(
                        Outcome.UP,
                        Cause.OK,
                        reason(assessment),
                        Phases.NONE,
                        Map.of("domain", evidence.target(), "ruleSet", assessment.ruleSet()),
                        List.of())
                .showing(evidence);
    }

    private static String reason(Assessment assessment) {
        List<String> weak = names(assessment, result -> result.outcome().bad());
        List<String> untold = names(assessment, result -> !result.outcome().known());
        int total = assessment.results().size();
        return assessment.target() + ": " + (total - weak.size() - untold.size()) + " of " + total + " checks are good"
                + (weak.isEmpty() ? "" : "; weak: " + String.join(", ", weak))
                + (untold.isEmpty() ? "" : "; not told: " + String.join(", ", untold)) + ".";
    }

    private static List<String> names(Assessment assessment, Predicate<CheckResult> wanted) {
        return assessment.results().stream()
                .filter(wanted)
                .map(CheckResult::checkId)
                .toList();
    }
}
