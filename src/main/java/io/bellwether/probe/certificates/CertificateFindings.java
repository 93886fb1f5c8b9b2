package io.bellwether.probe.certificates;

import io.bellwether.core.Dimension;
import io.bellwether.core.Finding;
import io.bellwether.core.posture.CheckOutcome;
import io.bellwether.probe.certificates.Log.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Each certificate as an event, which takes nothing from any score; and as a state whether one that is still good comes from an
 * authority that is not expected.
 */
final class CertificateFindings {

    static final String ISSUED = "certificate-issued";
    static final String UNEXPECTED = "certificate-unexpected-issuer";

    private CertificateFindings() {}

    /** @param expected who may issue; null for anybody */
    static List<Finding> of(Watch watch, Query query, @Nullable List<String> expected, String source, Instant now) {
        List<Finding> findings = new ArrayList<>(news(watch, query, source));
        List<Map<String, Object>> unexpected = expected == null
                ? List.of()
                : watch.authorities().entrySet().stream()
                        .filter(issuer -> !issuer.getKey().isAmong(expected))
                        .map(issuer -> detail(issuer.getKey(), issuer.getValue()))
                        .toList();
        findings.add(Finding.state(
                Dimension.SECURITY,
                UNEXPECTED,
                "certificates:" + query.domain() + (query.subdomains() ? ":below" : "") + ":issuer",
                state(watch, expected, unexpected).name(),
                now,
                source,
                Map.of(
                        "domain",
                        query.domain(),
                        "expected",
                        expected == null ? List.of() : expected,
                        "unexpected",
                        unexpected)));
        return List.copyOf(findings);
    }

    static List<Finding> news(Watch watch, Query query, String source) {
        return watch.recent().stream()
                .map(issuance -> event(issuance, query.domain(), source))
                .toList();
    }

    /** Of logs that are not read to their end, or of which nothing can be read, nobody can say that all is as expected. */
    private static CheckOutcome state(
            Watch watch, @Nullable List<String> expected, List<Map<String, Object>> unexpected) {
        if (expected == null) {
            return CheckOutcome.NOT_APPLICABLE;
        }
        if (!unexpected.isEmpty()) {
            return CheckOutcome.WARN;
        }
        boolean blind = watch.unreadable() > 0 && watch.authorities().isEmpty();
        return watch.complete() && !blind ? CheckOutcome.PASS : CheckOutcome.UNKNOWN;
    }

    private static Finding event(Issuance issuance, String domain, String source) {
        String digest = Objects.requireNonNull(issuance.tbs()).toLowerCase(Locale.ROOT);
        return Finding.event(
                Dimension.SECURITY,
                ISSUED,
                "certificate:" + domain + ":" + digest,
                Objects.requireNonNull(issuance.begins()),
                source,
                detail(Authority.of(issuance.issuer()), issuance));
    }

    private static Map<String, Object> detail(Authority authority, Issuance issuance) {
        return Map.of(
                "issuer", authority.name(),
                "organisation", authority.organisation(),
                "names", issuance.names(),
                "notBefore", String.valueOf(issuance.begins()),
                "notAfter", String.valueOf(issuance.ends()));
    }
}
