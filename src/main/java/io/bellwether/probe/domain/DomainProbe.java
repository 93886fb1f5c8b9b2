package io.bellwether.probe.domain;

import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.core.Phases;
import io.bellwether.platform.Json;
import io.bellwether.platform.egress.WireFailure;
import io.bellwether.platform.egress.WireResponse;
import io.bellwether.probe.BotWall;
import io.bellwether.probe.DailyProbe;
import io.bellwether.probe.Obeys;
import io.bellwether.probe.ProbeContext;
import io.bellwether.probe.RegistrableName;
import io.bellwether.probe.Verdict;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;

/** Reads a domain's registration. That a register cannot be read is never the vendor's fault. */
@Singleton
final class DomainProbe implements DailyProbe<DomainProbe.Settings> {

    private static final Duration WARN_BEFORE = Duration.ofDays(30);
    private static final Duration CRITICAL_BEFORE = Duration.ofDays(7);

    /**
     * @param domain what was registered, or a host below it
     * @param warnBefore how long before its end a registration is DEGRADED; 30 days when absent
     * @param criticalBefore how long before its end that is urgent; 7 days when absent
     */
    record Settings(
            @NotNull @Obeys(RegistrableName.class) String domain,

            @DurationMin(seconds = 1, message = "must be at least PT1S") @Nullable Duration warnBefore,

            @DurationMin(seconds = 1, message = "must be at least PT1S") @Nullable Duration criticalBefore) {

        Duration warnBeforeOrDefault() {
            return Objects.requireNonNullElse(warnBefore, WARN_BEFORE);
        }

        Duration criticalBeforeOrDefault() {
            return Objects.requireNonNullElse(criticalBefore, CRITICAL_BEFORE);
        }
    }

    private final RdapServers servers;
    private final RdapClient client;
    private final Json json;

    DomainProbe(RdapServers servers, RdapClient client, Json json) {
        this.servers = servers;
        this.client = client;
        this.json = json;
    }

    @Override
    public String kind() {
        return "domain";
    }

    @Override
    public String description() {
        return "Reads a domain's registration: expiry, status, locks, registrar, name servers and DNSSEC.";
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Verdict run(Settings settings, ProbeContext context) {
        String domain = settings.domain().toLowerCase(Locale.ROOT);
        if (servers.isSilentAbout(domain)) {
            return silent(domain, context.startedAt());
        }
        try {
            WireResponse response = client.registration(domain, context);
            Verdict refusal = refusal(settings, response);
            return refusal == null ? read(settings, response, context.startedAt()) : refusal;
        } catch (WireFailure e) {
            return Verdict.unknown(e);
        }
    }

    private static Verdict silent(String domain, Instant now) {
        String reason = "The registry of ." + RdapServers.top(domain) + " publishes no registrations by RDAP.";
        return new Verdict(
                Outcome.UNKNOWN,
                Cause.NOT_PUBLISHED,
                reason,
                Phases.NONE,
                Map.of("domain", domain),
                DomainFindings.unpublished(domain, reason, RdapServers.REGISTRY, now));
    }

    /** Why the answer is no registration, null when it may be one. */
    static @Nullable Verdict refusal(Settings settings, WireResponse response) {
        Optional<String> wall = BotWall.sign(response);
        if (wall.isPresent()) {
            return unknown(response, Cause.BOT_WALL, "The register does not answer us for now: " + wall.get() + ".");
        }
        return switch (response.status()) {
            case 200 -> null;
            case 400, 404, 422 ->
                unknown(
                        response,
                        Cause.NOT_CONFIGURED,
                        "The register knows neither " + settings.domain()
                                + " nor the names above it; check the domain.");
            default ->
                unknown(
                        response,
                        Cause.UNEXPECTED_STATUS,
                        "The register answered with status " + response.status() + ".");
        };
    }

    private Verdict read(Settings settings, WireResponse response, Instant now) {
        try {
            return judge(settings, Registration.of(json.map(response.text())), response, now);
        } catch (IllegalArgumentException e) {
            return unknown(
                    response,
                    Cause.UNEXPECTED_FORMAT,
                    "The register's answer cannot be read: "
                            + String.valueOf(e.getMessage()).replaceAll("\\.$", "") + ".");
        }
    }

    static Verdict judge(Settings settings, Registration registration, WireResponse response, Instant now) {
        String asked = settings.domain().toLowerCase(Locale.ROOT);
        if (!asked.equals(registration.domain()) && !asked.endsWith("." + registration.domain())) {
            throw new IllegalArgumentException("it is about " + registration.domain());
        }
        Instant end = registration.expiresAt();
        Standing standing = end == null ? null : Standing.of(end, settings, now);
        Sentence sentence = Sentence.of(registration, standing);
        Map<String, Object> detail = new LinkedHashMap<>(registration.detail());
        if (standing != null) {
            detail.put("daysLeft", standing.daysLeft());
        }
        return new Verdict(
                sentence.outcome(),
                sentence.cause(),
                sentence.reason(),
                response.phases(),
                Collections.unmodifiableMap(detail),
                DomainFindings.of(registration, standing, response.uri().toString(), now));
    }

    private static Verdict unknown(WireResponse response, Cause cause, String reason) {
        return new Verdict(
                Outcome.UNKNOWN,
                cause,
                reason,
                response.phases(),
                Map.of("status", response.status(), "url", response.uri().toString()),
                List.of());
    }
}
