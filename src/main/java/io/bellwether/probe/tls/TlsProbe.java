package io.bellwether.probe.tls;

import io.bellwether.core.Cause;
import io.bellwether.core.Confirmation;
import io.bellwether.core.Outcome;
import io.bellwether.core.posture.CheckOutcome;
import io.bellwether.platform.egress.TlsHandshake;
import io.bellwether.platform.egress.TlsReport;
import io.bellwether.platform.egress.Wire;
import io.bellwether.platform.egress.WireFailure;
import io.bellwether.probe.Cadence;
import io.bellwether.probe.Obeys;
import io.bellwether.probe.PlainHost;
import io.bellwether.probe.Probe;
import io.bellwether.probe.ProbeContext;
import io.bellwether.probe.Verdict;
import io.bellwether.probe.courtesy.Courtesy;
import io.bellwether.probe.courtesy.Visit;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes a TLS handshake and judges what a careful client would think of it. */
@Singleton
final class TlsProbe implements Probe<TlsProbe.Settings> {

    private static final int HTTPS = 443;

    /**
     * @param host a host name or an address, without scheme
     * @param port 443 when absent
     * @param sweep whether versions and cipher suites are looked at too, about once a day; true when absent
     */
    record Settings(
            @NotNull @Obeys(PlainHost.class) String host,
            @Min(1) @Max(65_535) @Nullable Integer port,
            @Nullable Boolean sweep) {

        int portOrDefault() {
            return Objects.requireNonNullElse(port, HTTPS);
        }
    }

    /** A handshake that failed had a second opinion, and a third connection to see whether the server is merely old. */
    private static final int CONNECTIONS_OF_A_FAILURE = 3;

    private final Wire wire;
    private final TlsSweep sweep;
    private final Courtesy courtesy;

    TlsProbe(Wire wire, TlsSweep sweep, Courtesy courtesy) {
        this.wire = wire;
        this.sweep = sweep;
        this.courtesy = courtesy;
    }

    @Override
    public String kind() {
        return "tls";
    }

    @Override
    public String description() {
        return "Checks certificate chain, host name and remaining lifetime, and about once a day versions and cipher suites.";
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    /** Often enough for a certificate; a sweep takes its time. */
    @Override
    public Cadence cadence() {
        return new Cadence(Duration.ofHours(1), Duration.ofSeconds(30), Confirmation.DEFAULT);
    }

    @Override
    public boolean decidesAvailability() {
        return false;
    }

    @Override
    public Verdict run(Settings settings, ProbeContext context) throws WireFailure {
        long begun = System.nanoTime();
        TlsReport report;
        try {
            report = wire.handshake(settings.host(), settings.portOrDefault(), context.deadline());
        } catch (WireFailure e) {
            if (e.failureCause() != Cause.TLS_TOO_WEAK && e.failureCause() != Cause.TLS_FAILED) {
                throw e;
            }
            double millis = Math.round((System.nanoTime() - begun) / 1e3) / 1e3;
            return swept(failed(e).lasting(millis), settings, context, CONNECTIONS_OF_A_FAILURE);
        }
        Verdict verdict = judge(settings, report, context.startedAt()).lasting(report.millis());
        return swept(verdict, settings, context, report.connections());
    }

    /**
     * Who merely encrypts in ways that have been given up is there and answers, to old clients at least: that is degraded, not
     * down. What browsers make of it is told by the reason, and by the checks of its posture.
     */
    static Verdict failed(WireFailure failure) {
        return failure.failureCause() == Cause.TLS_TOO_WEAK
                ? new Verdict(
                        Outcome.DEGRADED,
                        Cause.TLS_TOO_WEAK,
                        failure.reason(),
                        failure.phases(),
                        Map.of("tls", "tls-too-weak-for-modern-clients"),
                        List.of())
                : Verdict.of(failure);
    }

    /** The same with a look at everything else, where it is time for one. Not to confirm something, which must be quick. */
    private Verdict swept(Verdict verdict, Settings settings, ProbeContext context, int connections) {
        if (Boolean.FALSE.equals(settings.sweep()) || context.confirms()) {
            return verdict;
        }
        int port = settings.portOrDefault();
        try {
            Visit visit = courtesy.scan(settings.host(), "tls:" + port, TlsSweep.MOST_CONNECTIONS - connections);
            return verdict.showing(
                    sweep.of(settings.host(), port, context.startedAt(), connections, visit, context.deadline()));
        } catch (WireFailure refused) {
            // What the last sweep saw holds.
            return verdict;
        }
    }

    /** An expired, untrusted or misplaced certificate is DOWN: users are kept out by it like by any outage. */
    static Verdict judge(Settings settings, TlsReport report, Instant now) {
        TlsHandshake handshake = report.handshake();
        Lifetime lifetime = Lifetime.of(handshake.certificate(), now);
        Sentence sentence = sentence(settings.host(), handshake, lifetime);
        return new Verdict(
                sentence.outcome(),
                sentence.cause(),
                sentence.reason(),
                report.phases(),
                CertificateDetail.of(report, lifetime),
                TlsFindings.of(settings, report, lifetime, now));
    }

    private record Sentence(Outcome outcome, Cause cause, String reason) {}

    private static Sentence sentence(String host, TlsHandshake handshake, Lifetime lifetime) {
        if (!lifetime.current()) {
            return new Sentence(
                    Outcome.DOWN,
                    Cause.CERTIFICATE_EXPIRED,
                    "The certificate of " + host + " " + lifetime.words() + ".");
        }
        return switch (handshake.trust()) {
            case OUTSIDE_VALIDITY ->
                new Sentence(
                        Outcome.DOWN,
                        Cause.CERTIFICATE_EXPIRED,
                        "A certificate above that of " + host + " is not valid now.");
            case UNTRUSTED ->
                new Sentence(
                        Outcome.DOWN,
                        Cause.CERTIFICATE_UNTRUSTED,
                        "The certificate of " + host + " is not trusted: " + handshake.distrust());
            case TRUSTED -> trusted(host, handshake, lifetime);
        };
    }

    private static Sentence trusted(String host, TlsHandshake handshake, Lifetime lifetime) {
        if (!handshake.hostMatches()) {
            return new Sentence(
                    Outcome.DOWN,
                    Cause.CERTIFICATE_WRONG_HOST,
                    "The certificate presented for " + host + " is made out to another host.");
        }
        String reason = "The certificate of " + host + " " + lifetime.words() + ".";
        return lifetime.state() == CheckOutcome.PASS
                ? new Sentence(Outcome.UP, Cause.OK, reason)
                : new Sentence(Outcome.DEGRADED, Cause.CERTIFICATE_EXPIRING, reason);
    }
}
