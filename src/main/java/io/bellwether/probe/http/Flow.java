package io.bellwether.probe.http;

import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.core.Phases;
import io.bellwether.platform.egress.WireFailure;
import io.bellwether.platform.egress.WireResponse;
import io.bellwether.probe.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes one step after the other, up to the first that fails. */
final class Flow {

    private final HttpRun run;
    private final Redaction redaction;

    private final Map<String, String> carried = new LinkedHashMap<>();
    private final List<Map<String, Object>> told = new ArrayList<>();
    private Phases phases = Phases.NONE;
    private double millis;

    Flow(HttpRun run, Redaction redaction) {
        this.run = run;
        this.redaction = redaction;
        carried.putAll(run.settings().secretsOrNone());
    }

    Verdict run(List<HttpStep> steps, @Nullable Duration degradedAfter) {
        for (HttpStep step : steps) {
            Verdict failure = failure(step);
            if (failure != null) {
                String name = step.name() == null ? "" : " (" + step.name() + ")";
                String reason = "Step " + told.size() + name + ": " + failure.reason();
                return verdict(failure.outcome(), failure.cause(), reason);
            }
        }
        if (degradedAfter != null && millis > degradedAfter.toNanos() / 1e6) {
            String reason = String.format(
                    Locale.ROOT,
                    "%d steps in %.0f ms, slower than %d ms.",
                    steps.size(),
                    millis,
                    degradedAfter.toMillis());
            return verdict(Outcome.DEGRADED, Cause.SLOW, reason).lasting(millis);
        }
        return verdict(Outcome.UP, Cause.OK, "All " + steps.size() + " steps passed.")
                .lasting(millis);
    }

    /** What is wrong with the step's answer, null when nothing is. */
    private @Nullable Verdict failure(HttpStep step) {
        Map<String, Object> detail = new LinkedHashMap<>();
        told.add(detail);
        detail.put("step", told.size());
        if (step.name() != null) {
            detail.put("name", step.name());
        }
        WireResponse response;
        try {
            response = FilledStep.of(step, run.settings().url(), carried).send(run);
        } catch (WireFailure e) {
            phases = PhaseSum.of(phases, e.phases());
            return Verdict.of(e);
        }
        phases = PhaseSum.of(phases, response.phases());
        millis += response.millis();
        detail.put("millis", Math.round(response.millis() * 1e3) / 1e3);
        Content content = new Content(response);
        Verdict judged = HttpProbe.judge(step, content);
        Verdict verdict = judged.outcome().good() ? carry(step, content, detail) : judged;
        detail.putAll(AnswerDetail.of(response, verdict != null && !step.hides()));
        return verdict;
    }

    private @Nullable Verdict carry(HttpStep step, Content content, Map<String, Object> detail) {
        Map<String, Object> shown = new LinkedHashMap<>();
        for (Extraction extraction : step.extractions()) {
            String value = extraction.in(content, run.cookies()).orElse(null);
            if (value == null) {
                return Verdict.of(
                        Outcome.DOWN,
                        Cause.BODY_MISMATCH,
                        "There is no " + extraction.name() + " to carry on: nothing in " + extraction.place() + ".");
            }
            carried.put(extraction.name(), value);
            if (extraction.hides()) {
                redaction.add(value);
            } else {
                shown.put(extraction.name(), JsonValues.cut(value));
            }
        }
        if (!shown.isEmpty()) {
            detail.put("carried", shown);
        }
        return null;
    }

    private Verdict verdict(Outcome outcome, Cause cause, String reason) {
        return new Verdict(outcome, cause, reason, phases, Map.of("steps", List.copyOf(told)), List.of());
    }
}
