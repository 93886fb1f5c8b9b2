package io.bellwether.probe.tls;

import io.bellwether.core.Dimension;
import io.bellwether.core.Finding;
import io.bellwether.core.posture.CheckOutcome;
import io.bellwether.platform.egress.TlsHandshake;
import io.bellwether.platform.egress.TlsReport;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The states of the three checks of a server's certificate. */
final class TlsFindings {

    private TlsFindings() {}

    static List<Finding> of(TlsProbe.Settings settings, TlsReport report, Lifetime lifetime, Instant now) {
        TlsHandshake handshake = report.handshake();
        String issuer = handshake.certificate().getIssuerX500Principal().getName();
        return List.of(
                finding(
                        settings,
                        "certificate-expiry",
                        lifetime.state(),
                        now,
                        Map.of(
                                "host", settings.host(),
                                "issuer", issuer,
                                "notAfter", lifetime.notAfter().toString(),
                                "daysLeft", lifetime.daysLeft(),
                                "lifetimeDays", lifetime.lifetimeDays())),
                finding(
                        settings,
                        "chain",
                        chain(handshake),
                        now,
                        Map.of(
                                "host",
                                settings.host(),
                                "issuer",
                                issuer,
                                "chainLength",
                                handshake.chain().size(),
                                "distrust",
                                handshake.distrust() == null ? "" : handshake.distrust())),
                finding(settings, "host-name", state(handshake.hostMatches()), now, Map.of("host", settings.host())));
    }

    /** A chain that is merely too old says nothing about who issued it; the expiry check has said the rest. */
    private static CheckOutcome chain(TlsHandshake handshake) {
        return switch (handshake.trust()) {
            case TRUSTED -> CheckOutcome.PASS;
            case OUTSIDE_VALIDITY -> CheckOutcome.UNKNOWN;
            case UNTRUSTED -> CheckOutcome.FAIL;
        };
    }

    private static CheckOutcome state(boolean good) {
        return good ? CheckOutcome.PASS : CheckOutcome.FAIL;
    }

    private static Finding finding(
            TlsProbe.Settings settings, String check, CheckOutcome state, Instant now, Map<String, Object> detail) {
        String where = settings.host() + ":" + settings.portOrDefault();
        return Finding.state(
                Dimension.SECURITY,
                "tls-" + check,
                "tls:" + where + ":" + check,
                state.name(),
                now,
                "tls://" + where,
                detail);
    }
}
