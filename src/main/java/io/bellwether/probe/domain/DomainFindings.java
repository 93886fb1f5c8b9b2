package io.bellwether.probe.domain;

import io.bellwether.core.Dimension;
import io.bellwether.core.Finding;
import io.bellwether.core.posture.CheckOutcome;
import io.bellwether.probe.Printable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The states of what a register says about a domain; a changed registrar, or changed name servers, are a changed state. */
final class DomainFindings {

    private static final int MOST_NAME_SERVERS = 50;

    private DomainFindings() {}

    static List<Finding> of(Registration registration, @Nullable Standing standing, String source, Instant now) {
        List<Finding> findings = new ArrayList<>();
        findings.add(expiry(registration, standing, source, now));
        findings.add(lock(registration, "transfer", registration.locked(), source, now));
        findings.add(lock(registration, "delete", registration.keptFromDeletion(), source, now));
        if (registration.registrar() != null) {
            findings.add(registrar(registration, registration.registrar(), source, now));
        }
        if (!registration.nameServers().isEmpty()) {
            findings.add(nameServers(registration, source, now));
        }
        return List.copyOf(findings);
    }

    /** Where nothing is published: said as states, and so once and not at each look. */
    static List<Finding> unpublished(String domain, String reason, String source, Instant now) {
        return Stream.of("expiry", "transfer-lock", "delete-lock")
                .map(check -> finding(
                        domain,
                        check,
                        CheckOutcome.NOT_APPLICABLE.name(),
                        source,
                        now,
                        Map.of("domain", domain, "reason", reason)))
                .toList();
    }

    private static Finding expiry(Registration registration, @Nullable Standing standing, String source, Instant now) {
        CheckOutcome state = standing == null ? CheckOutcome.NOT_APPLICABLE : standing.state();
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("domain", registration.domain());
        if (standing == null) {
            detail.put("reason", "The register does not publish when registrations end.");
        } else {
            detail.put("expiresAt", String.valueOf(registration.expiresAt()));
            detail.put("daysLeft", standing.daysLeft());
        }
        return finding(registration.domain(), "expiry", state.name(), source, now, detail);
    }

    private static Finding registrar(Registration registration, String registrar, String source, Instant now) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("domain", registration.domain());
        detail.put("registrar", registrar);
        if (registration.registrarId() != null) {
            detail.put("registrarId", registration.registrarId());
        }
        return finding(registration.domain(), "registrar", registrar, source, now, detail);
    }

    private static Finding nameServers(Registration registration, String source, Instant now) {
        List<String> names = registration.nameServers().stream()
                .limit(MOST_NAME_SERVERS)
                .map(name -> Printable.start(name, 255))
                .toList();
        return finding(
                registration.domain(),
                "name-servers",
                String.join(" ", names),
                source,
                now,
                Map.of("domain", registration.domain(), "nameServers", names));
    }

    /** Registers that publish no expiry know no locks of this kind either, so that their absence says nothing. */
    private static Finding lock(Registration registration, String against, boolean set, String source, Instant now) {
        boolean tells =
                registration.expiresAt() != null && !registration.statuses().isEmpty();
        CheckOutcome state = set ? CheckOutcome.PASS : tells ? CheckOutcome.WARN : CheckOutcome.NOT_APPLICABLE;
        return finding(
                registration.domain(),
                against + "-lock",
                state.name(),
                source,
                now,
                Map.of("domain", registration.domain(), "statuses", registration.statuses()));
    }

    private static Finding finding(
            String domain, String check, String value, String source, Instant now, Map<String, Object> detail) {
        return Finding.state(
                Dimension.SECURITY, "domain-" + check, "domain:" + domain + ":" + check, value, now, source, detail);
    }
}
