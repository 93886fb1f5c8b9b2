package io.bellwether.probe.headers;

import io.bellwether.TestCertificates;
import io.bellwether.core.posture.Assessment;
import io.bellwether.core.posture.CheckResult;
import io.bellwether.core.posture.web.Observatory;
import io.bellwether.core.posture.web.PageEvidence;
import io.bellwether.platform.egress.Deadline;
import io.bellwether.platform.egress.Loopback;
import io.bellwether.platform.egress.WireFailure;
import io.bellwether.probe.ProbeContext;
import io.bellwether.probe.Verdict;
import io.bellwether.probe.courtesy.FreeCourtesy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The probe as it runs, on a network that is this machine. */
final class Lab {

    /** The certificates are judged by this machine's clock. */
    @SuppressWarnings("TimeInStaticInitializer")
    static final Instant NOW = Instant.now();

    private static final TestCertificates AUTHORITY = new TestCertificates(NOW);

    /** Good for every name the tests use. */
    static final TestCertificates.Issued GOOD = AUTHORITY.issue(
            NOW.minus(Duration.ofDays(1)),
            NOW.plus(Duration.ofDays(60)),
            Site.HOST,
            "www.shop.example",
            "other.example",
            "a.preloaded.example");

    static final TestCertificates.Issued EXPIRED =
            AUTHORITY.issue(NOW.minus(Duration.ofDays(60)), NOW.minus(Duration.ofDays(1)), Site.HOST);

    static final TestCertificates.Issued OF_ANOTHER =
            AUTHORITY.issue(NOW.minus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(60)), "login.hotel.example");

    private static final HeadersProbe PROBE = probe();

    private Lab() {}

    static Verdict look(HeadersProbe.Settings settings) {
        return look(settings, Duration.ofSeconds(8));
    }

    static Verdict look(HeadersProbe.Settings settings, Duration time) {
        try {
            return PROBE.run(settings, new ProbeContext(NOW, Deadline.in(time)));
        } catch (WireFailure e) {
            throw new AssertionError(e);
        }
    }

    static PageEvidence evidence(Verdict verdict) {
        return (PageEvidence) verdict.evidence().getFirst();
    }

    static CheckResult result(Observatory rules, PageEvidence evidence, String check) {
        return rules.assess(evidence).results().stream()
                .filter(result -> result.checkId().equals(check))
                .findFirst()
                .orElseThrow();
    }

    static List<Observatory> all() {
        return List.of(
                Observatory.five(), Observatory.fiveCompatible(), Observatory.six(), Observatory.sixCompatible());
    }

    static boolean allUnknown(Assessment assessment) {
        return assessment.results().stream()
                        .noneMatch(result -> result.outcome().known())
                && assessment.results().stream().allMatch(result -> result.points() == 0);
    }

    private static HeadersProbe probe() {
        try {
            Path pem = AUTHORITY.writePem(Files.createTempFile("authority", ".pem"));
            Path list = Files.writeString(
                    Files.createTempFile("preload", ".txt"),
                    "# 2026-11-01 complete\n.preloaded.example\nalone.example\n");
            return new HeadersProbe(
                    new FreeCourtesy(Loopback.trusting(pem)),
                    new PreloadList(Optional.of(list)),
                    new PublicSuffixes(Optional.empty()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
