package io.bellwether.health;

import static io.bellwether.health.SupposedKind.CERTIFICATE_EXPIRY;

import io.bellwether.core.Dimension;
import io.bellwether.core.posture.CheckOutcome;
import io.bellwether.core.posture.ResultCode;
import io.bellwether.core.posture.catalogue.RuleSets;
import io.bellwether.core.score.FactMeasure;
import io.bellwether.core.score.FactWeight;
import io.bellwether.core.score.FactWeights;
import io.bellwether.core.score.UptimeEvidence.Outage;
import io.bellwether.fact.Fact;
import io.bellwether.platform.Ids;
import io.bellwether.platform.Problem.FieldError;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what is to be assumed of one vendor, and says what of it cannot be. */
final class Suppositions {

    private static final int MOST = 50;
    private static final double LONGEST_OUTAGE = Duration.ofDays(30).toMinutes();
    private static final double SLOWEST = 100;

    private final UUID vendorId;
    private final String source;
    private final List<Fact> known;
    private final Instant now;
    private final Instant at;
    private final List<FieldError> faults = new ArrayList<>();
    private final List<Fact> facts = new ArrayList<>();
    private @Nullable Outage outage;
    private @Nullable Double slowness;
    private @Nullable Boolean expired;

    /**
     * @param source what the facts name as theirs
     * @param known about its own security and finances
     * @param at when it is to be judged
     */
    Suppositions(UUID vendorId, String source, List<Fact> known, Instant now, Instant at) {
        this.vendorId = vendorId;
        this.source = source;
        this.known = known;
        this.now = now;
        this.at = at;
    }

    void read(List<@Nullable SupposedFact> supposed) {
        if (supposed.size() > MOST) {
            fault("/facts", "Give " + MOST + " facts at most.");
            return;
        }
        for (int i = 0; i < supposed.size(); i++) {
            read(supposed.get(i), "/facts/" + i);
        }
    }

    List<FieldError> faults() {
        return List.copyOf(faults);
    }

    List<Fact> facts() {
        return List.copyOf(facts);
    }

    @Nullable Outage outage() {
        return outage;
    }

    @Nullable Double slowness() {
        return slowness;
    }

    @Nullable Boolean expired() {
        return expired;
    }

    private void read(@Nullable SupposedFact supposed, String pointer) {
        String signal = supposed == null ? null : supposed.signal();
        SupposedKind kind = signal == null ? null : SupposedKind.of(signal).orElse(null);
        if (supposed == null || signal == null || kind == null) {
            fault(
                    pointer + "/signal",
                    (signal == null ? "Say what is assumed" : "Nothing is known of '" + signal + "'") + "; known are "
                            + String.join(", ", SupposedKind.signals()) + ".");
            return;
        }
        Set<String> said = supposed.said().keySet();
        said.stream()
                .filter(field -> !kind.fields().contains(field))
                .forEach(field -> fault(
                        pointer + "/" + field,
                        "Says nothing of " + signal + "; known are "
                                + String.join(
                                        ", ", kind.fields().stream().sorted().toList()) + "."));
        if (said.stream().allMatch(kind.fields()::contains)) {
            take(kind, signal, supposed, pointer);
        }
    }

    private void take(SupposedKind kind, String signal, SupposedFact supposed, String pointer) {
        switch (kind) {
            case OUTAGE -> outage(supposed, pointer);
            case SLOWNESS -> slowness(supposed.factor(), pointer + "/factor");
            case EVENT -> event(signal, supposed, pointer);
            case TOLD -> told(signal, supposed, pointer);
            case REGISTER -> register(signal, supposed, pointer);
            case CERTIFICATE -> certificate(supposed, pointer);
            case CHECK -> check(signal, supposed.value(), since(supposed, pointer), Map.of(), pointer);
        }
    }

    private void outage(SupposedFact supposed, String pointer) {
        Double minutes = supposed.minutes();
        if (outage != null) {
            fault(pointer, "One outage is enough: the earlier one holds.");
        } else if (minutes != null && supposed.since() != null) {
            fault(pointer + "/minutes", "Give either 'since' or 'minutes'.");
        } else if (minutes != null && !(minutes >= 0 && minutes <= LONGEST_OUTAGE)) {
            fault(pointer + "/minutes", "Must be between 0 and " + (long) LONGEST_OUTAGE + ".");
        } else {
            Instant since = supposed.since() == null
                    ? at.minusSeconds(Math.round(60 * Objects.requireNonNullElse(minutes, 0.0)))
                    : since(supposed, pointer);
            if (since != null && Duration.between(since, at).toMinutes() > LONGEST_OUTAGE) {
                fault(pointer + "/since", "Must not be more than 30 days before the time that is judged.");
            } else if (since != null) {
                outage = new Outage(since, source);
            }
        }
    }

    private void slowness(@Nullable Double factor, String pointer) {
        if (factor == null || !(factor >= 1 && factor <= SLOWEST)) {
            fault(pointer, "Must be between 1, as usual, and " + (int) SLOWEST + ".");
        } else {
            slowness = factor;
        }
    }

    private void event(String signal, SupposedFact supposed, String pointer) {
        Instant time = time(supposed.occurredAt(), pointer + "/occurredAt");
        if (time != null) {
            Dimension dimension = signal.equals(SupposedKind.CYBER_INCIDENT) || signal.equals("breach")
                    ? Dimension.SECURITY
                    : Dimension.FINANCIAL;
            add(dimension, signal, "supposed:" + facts.size(), null, time, source, Map.of());
        }
    }

    /** As surely as it can be known. */
    private void told(String signal, SupposedFact supposed, String pointer) {
        FactWeight kind = Objects.requireNonNull(FactWeights.of(signal), signal);
        Double amount = supposed.amount();
        boolean counts = kind.measure() != FactMeasure.NONE;
        if (amount == null ? kind.amountNeeded() : !counts || !kind.measure().allows(amount)) {
            fault(
                    pointer + "/amount",
                    counts
                            ? String.format(
                                    Locale.ROOT,
                                    "Must be between %.0f and %.0f, in %s.",
                                    kind.measure().least(),
                                    kind.measure().most(),
                                    kind.measure().unit())
                            : "Leave it out: " + signal + " has no number.");
            return;
        }
        Instant time = time(supposed.occurredAt(), pointer + "/occurredAt");
        if (time != null) {
            Map<String, Object> detail =
                    amount == null ? Map.of("confidence", 1) : Map.of("confidence", 1, "amount", amount);
            add(Dimension.FINANCIAL, signal, "supposed:" + facts.size(), null, time, source, detail);
        }
    }

    /** Two answers to one question would both count. */
    private boolean isSaid(String signal, String pointer) {
        boolean said = facts.stream().anyMatch(fact -> fact.signal().equals(signal));
        if (said) {
            fault(pointer, "What " + signal + " says is assumed already; leave one of them out.");
        }
        return said;
    }

    private void register(String signal, SupposedFact supposed, String pointer) {
        if (isSaid(signal, pointer)) {
            return;
        }
        Instant since = since(supposed, pointer);
        String value = value(signal, supposed.value(), pointer + "/value");
        if (since != null && value != null) {
            Fact before = known(signal).stream().findFirst().orElse(null);
            add(Dimension.FINANCIAL, signal, before == null ? signal : before.key(), value, since, source, Map.of());
        }
    }

    private void certificate(SupposedFact supposed, String pointer) {
        if (supposed.expiresAt() == null) {
            check(CERTIFICATE_EXPIRY, supposed.value(), since(supposed, pointer), Map.of(), pointer);
            return;
        }
        if (supposed.value() != null || supposed.since() != null) {
            fault(pointer + "/expiresAt", "Give either 'expiresAt' or what the check says.");
            return;
        }
        Instant end = SupposedTimes.parsed(supposed.expiresAt()).orElse(null);
        if (end == null) {
            fault(pointer + "/expiresAt", SupposedTimes.EXPECTED);
            return;
        }
        expired = !end.isAfter(at);
        check(
                CERTIFICATE_EXPIRY,
                (expired ? CheckOutcome.FAIL : CheckOutcome.WARN).name(),
                expired ? end : now,
                Map.of("notAfter", end.toString()),
                pointer);
    }

    private void check(
            String signal, @Nullable String value, @Nullable Instant since, Map<String, Object> more, String pointer) {
        String outcome = value(signal, value, pointer + "/value");
        if (outcome == null || since == null || isSaid(signal, pointer)) {
            return;
        }
        if (signal.equals(CERTIFICATE_EXPIRY) && CheckOutcome.of(outcome) == CheckOutcome.PASS) {
            expired = false;
        }
        List<Fact> before = known(signal);
        for (Fact fact : before) {
            Map<String, Object> detail = merged(fact.detail(), more);
            detail.put("resultCode", worst(detail.get("ruleSet"), signal, outcome));
            add(Dimension.SECURITY, signal, fact.key(), outcome, since, fact.source(), detail);
        }
        if (before.isEmpty()) {
            Map<String, Object> detail = merged(more, Map.of("resultCode", worst(null, signal, outcome)));
            add(Dimension.SECURITY, signal, signal, outcome, since, source, detail);
        }
    }

    /** What the check knew of the vendor, but for what the latest looks said. */
    private static Map<String, Object> merged(Map<String, Object> known, Map<String, Object> said) {
        Map<String, Object> merged = new HashMap<>(known);
        Set.of("codeSince", "reason", "evidence", "observedAt", "rebased", "doubt", "pending")
                .forEach(merged::remove);
        merged.putAll(said);
        return merged;
    }

    /** By the rules that counted so far. */
    private static String worst(@Nullable Object ruleSet, String signal, String outcome) {
        return RuleSets.check(ruleSet instanceof String id ? id : null, signal).stream()
                .flatMap(check -> check.codes().stream())
                .filter(code -> code.outcome().name().equals(outcome))
                .max(Comparator.comparingDouble(ResultCode::points))
                .map(ResultCode::code)
                .orElseGet(() -> outcome.toLowerCase(Locale.ROOT));
    }

    private @Nullable String value(String signal, @Nullable String value, String pointer) {
        Set<String> possible = SupposedKind.values(signal);
        if (value != null && possible.contains(value)) {
            return value;
        }
        fault(pointer, "Of " + signal + " known are " + String.join(", ", possible) + ".");
        return null;
    }

    private @Nullable Instant since(SupposedFact supposed, String pointer) {
        return time(supposed.since(), pointer + "/since");
    }

    private @Nullable Instant time(@Nullable String text, String pointer) {
        if (text == null) {
            return now;
        }
        Optional<Instant> time = SupposedTimes.parsed(text);
        if (time.isEmpty()) {
            fault(pointer, SupposedTimes.EXPECTED);
        } else if (time.get().isAfter(at)) {
            fault(pointer, "Must not be after the time that is judged, " + at + ": say 'asOf' for a later one.");
            return null;
        }
        return time.orElse(null);
    }

    private List<Fact> known(String signal) {
        return known.stream()
                .filter(fact -> fact.signal().equals(signal) && fact.value() != null)
                .toList();
    }

    private void add(
            Dimension dimension,
            String signal,
            String key,
            @Nullable String value,
            Instant time,
            String from,
            Map<String, Object> detail) {
        Instant knownAt = time.isAfter(now) ? time : now;
        facts.add(
                new Fact(Ids.next(), vendorId, null, dimension, signal, key, value, time, knownAt, null, from, detail));
    }

    private void fault(String pointer, String detail) {
        faults.add(new FieldError(pointer, detail));
    }
}
