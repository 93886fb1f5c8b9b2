package io.bellwether.probe.breach;

import com.fasterxml.jackson.core.type.TypeReference;
import io.bellwether.core.Cause;
import io.bellwether.core.Finding;
import io.bellwether.core.Outcome;
import io.bellwether.core.Phases;
import io.bellwether.platform.Json;
import io.bellwether.platform.egress.WireFailure;
import io.bellwether.platform.egress.WireRequest;
import io.bellwether.platform.egress.WireResponse;
import io.bellwether.probe.DailyProbe;
import io.bellwether.probe.Obeys;
import io.bellwether.probe.ProbeContext;
import io.bellwether.probe.PublicSource;
import io.bellwether.probe.PublicSources;
import io.bellwether.probe.RegistrableName;
import io.bellwether.probe.Verdict;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Reads which breaches of a vendor's data are known. That the source cannot be read is never the vendor's fault. */
@Singleton
final class BreachProbe implements DailyProbe<BreachProbe.Settings> {

    private static final int MAX_BODY = 1024 * 1024;
    private static final int MOST_BREACHES = 200;

    /** @param domain as the source knows the vendor, usually that of its site */
    record Settings(@NotNull @Obeys(RegistrableName.class) String domain) {}

    private final Json json;
    private final PublicSource source;
    private final Optional<URI> base;

    /** @param base of an API as that of Have I Been Pwned; empty to ask nobody */
    BreachProbe(
            PublicSources sources,
            Json json,
            @ConfigProperty(name = "bellwether.breaches.base-url", defaultValue = "https://haveibeenpwned.com/api/v3")
                    Optional<URI> base) {
        this.json = json;
        this.source = sources.of("The list of breaches");
        this.base = base.map(uri -> URI.create(uri.toString().replaceAll("/+$", "")));
    }

    @Override
    public String kind() {
        return "breaches";
    }

    @Override
    public String description() {
        return "Reads which breaches of a vendor's data are publicly known, by its domain.";
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Verdict run(Settings settings, ProbeContext context) {
        if (base.isEmpty()) {
            return Verdict.of(
                    Outcome.UNKNOWN,
                    Cause.NOT_CONFIGURED,
                    "No source of breaches is configured; BELLWETHER_BREACHES_BASE_URL is empty.");
        }
        String domain = settings.domain().toLowerCase(Locale.ROOT);
        URI address = URI.create(base.get() + "/breaches?domain=" + domain);
        try {
            WireResponse response = source.get(
                    WireRequest.get(address)
                            .header("Accept", "application/json")
                            .maxBody(MAX_BODY),
                    context);
            return judge(domain, read(response), base.get(), response.phases());
        } catch (WireFailure e) {
            return Verdict.unknown(e);
        }
    }

    private List<@Nullable Breach> read(WireResponse response) throws WireFailure {
        try {
            List<@Nullable Breach> breaches = json.read(response.text(), new TypeReference<>() {});
            if (breaches == null) {
                throw new IllegalArgumentException("it is empty");
            }
            return breaches;
        } catch (IllegalArgumentException e) {
            throw source.unreadable(e);
        }
    }

    /** Of another vendor's breaches, and of what cannot be told apart or dated, nothing is said. */
    static Verdict judge(String domain, List<@Nullable Breach> breaches, URI base, Phases phases) {
        List<Finding> findings = new ArrayList<>();
        for (Breach breach : breaches) {
            Instant happenedAt = breach == null || !breach.isOf(domain) ? null : breach.occurredAt();
            if (breach != null && happenedAt != null) {
                findings.add(BreachFindings.of(breach, happenedAt, base));
            }
        }
        findings.sort(Comparator.comparing(Finding::occurredAt).reversed());
        List<Finding> newest = findings.stream().limit(MOST_BREACHES).toList();
        List<Finding> counted = newest.stream()
                .filter(finding -> finding.signal().equals(BreachFindings.BREACH))
                .toList();
        int context = newest.size() - counted.size();
        return new Verdict(
                Outcome.UP,
                Cause.OK,
                reason(domain, counted, context),
                phases,
                Map.of("domain", domain, "breaches", counted.size(), "unverified", context),
                newest);
    }

    private static String reason(String domain, List<Finding> counted, int context) {
        String known = counted.isEmpty()
                ? "No verified breach of " + domain + " is known"
                : "Verified breaches of " + domain + " that are known: " + counted.size() + ", the newest of "
                        + counted.getFirst().occurredAt().atZone(ZoneOffset.UTC).toLocalDate();
        return known + (context == 0 ? "." : "; not verified or withdrawn: " + context + ".");
    }
}
