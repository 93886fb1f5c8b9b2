package io.bellwether.probe;

import io.bellwether.core.Attempt;
import io.bellwether.core.Cause;
import io.bellwether.core.Confirmation;
import io.bellwether.platform.Problem;
import io.bellwether.platform.Recent;
import io.bellwether.platform.SecretSettings;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Repeats a bad attempt until it is confirmed or a good one contradicts it; the last attempt decides. */
@Singleton
final class ConfirmingRunner implements ProbeRunner {

    private static final int REMEMBERED = 50_000;

    private record Stored(String kind, Map<String, Object> settings) {}

    private final KnownProbes probes;
    private final SettingsReader reader;
    private final SecretSettings secrets;
    private final AttemptRunner attempts;
    private final BlameGuard blame;
    private final ProbeMetrics metrics;
    private final Recent<Stored, Record> known = new Recent<>(REMEMBERED);

    ConfirmingRunner(
            KnownProbes probes,
            SettingsReader reader,
            SecretSettings secrets,
            AttemptRunner attempts,
            BlameGuard blame,
            ProbeMetrics metrics) {
        this.probes = probes;
        this.reader = reader;
        this.secrets = secrets;
        this.attempts = attempts;
        this.blame = blame;
        this.metrics = metrics;
    }

    @Override
    public List<Attempt> run(String kind, Map<String, Object> settings, Duration timeout, Confirmation confirm)
            throws InterruptedException {
        Probe<?> probe = probes.find(kind).orElse(null);
        List<Attempt> made = probe == null
                ? List.of(attempts.none(Cause.NOT_CONFIGURED, "There is no probe of the kind '" + kind + "'."))
                : series(probe, settings, timeout, confirm);
        metrics.ran(kind, made.getLast().outcome());
        return made;
    }

    private <S extends Record> List<Attempt> series(
            Probe<S> probe, Map<String, Object> values, Duration timeout, Confirmation confirm)
            throws InterruptedException {
        S settings;
        try {
            settings = settings(probe, values);
        } catch (Problem e) {
            return List.of(attempts.none(Cause.NOT_CONFIGURED, "The settings do not fit any more: " + e.detail()));
        }
        List<Attempt> made = new ArrayList<>();
        made.add(attempt(probe, settings, timeout, false));
        while (made.size() < confirm.attempts() && worthRepeating(made.getLast())) {
            Thread.sleep(confirm.delay());
            made.add(attempt(probe, settings, timeout, true));
        }
        made.add(blame.checked(made.removeLast()));
        return List.copyOf(made);
    }

    /** Settings seldom change, and to read and check them takes as long as the request itself. */
    private <S extends Record> S settings(Probe<S> probe, Map<String, Object> values) {
        Stored stored = new Stored(probe.kind(), values);
        Record read = known.get(stored);
        if (read == null) {
            read = reader.read(probe, secrets.opened(probe.settings(), values));
            known.put(stored, read);
        }
        return probe.settings().cast(read);
    }

    private <S extends Record> Attempt attempt(Probe<S> probe, S settings, Duration timeout, boolean confirms)
            throws InterruptedException {
        Attempt attempt = attempts.run(probe, settings, timeout, confirms);
        metrics.attempted(probe.kind(), attempt);
        return attempt;
    }

    /** A second try helps against chance, not against a rule, and who asks us to slow down is not asked again. */
    private static boolean worthRepeating(Attempt attempt) {
        if (attempt.outcome().good()) {
            return false;
        }
        return switch (attempt.cause()) {
            case EGRESS_REFUSED, NOT_CONFIGURED, NOT_PUBLISHED, CIRCUIT_OPEN, BOT_WALL, OVERDUE, AWAITED, INTERNAL ->
                false;
            default -> true;
        };
    }
}
