package io.bellwether.probe.domain;

import io.bellwether.core.Dimension;
import io.bellwether.core.Finding;
import io.bellwether.core.posture.CheckOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The states of what a register says about a domain; a changed registrar is a changed state. */
final class DomainFindings {

    private DomainFindings() {}

    static List<Finding> of(Registration registration, @Nullable Standing standing, String source, Instant now) {
        List<Finding> findings = new ArrayList<>();
        findings.add(expiry(registration, standing, source, now));
        findings.add(finding(
                registration,
                "transfer-lock",
                lock(registration).name(),
                source,
                now,
                Map.of("domain", registration.domain(), "statuses", registration.statuses())));
        if (registration.registrar() != null) {
            findings.add(registrar(registration, registration.registrar(), source, now));
        }
        return List.copyOf(findings);
    }

    private static Finding expiry(Registration registration, @Nullable Standing standing, String source, Instant now) {
        CheckOutcome state = standing == null ? CheckOutcome.NOT_APPLICABLE : standing.state();
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("domain", registration.domain());
        if (standing != null) {
            detail.put("expiresAt", String.valueOf(registration.expiresAt()));
            detail.put("daysLeft", standing.daysLeft());
        }
        return finding(registration, "expiry", state.name(), source, now, detail);
    }

    private static Finding registrar(Registration registration, String registrar, String source, Instant now) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("domain", registration.domain());
        detail.put("registrar", registrar);
        if (registration.registrarId() != null) {
            detail.put("registrarId", registration.registrarId());
        }
        detail.put("nameServers", registration.nameServers());
        return finding(registration, "registrar", registrar, source, now, detail);
    }

    /** Registers that publish no expiry know no locks of this kind either, so that their absence says nothing. */
    private static CheckOutcome lock(Registration registration) {
        if (registration.locked()) {
            return CheckOutcome.PASS;
        }
        return registration.expiresAt() == null || registration.statuses().isEmpty()
                ? CheckOutcome.NOT_APPLICABLE
                : CheckOutcome.WARN;
    }

    private static Finding finding(
            Registration registration,
            String check,
            String value,
            String source,
            Instant now,
            Map<String, Object> detail) {
        return Finding.state(
                Dimension.SECURITY,
                "domain-" + check,
                "domain:" + registration.domain() + ":" + check,
                value,
                now,
                source,
                detail);
    }
}
