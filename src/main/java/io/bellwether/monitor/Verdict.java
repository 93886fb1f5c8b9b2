package io.bellwether.monitor;

import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.joining;

import io.bellwether.core.Attempt;
import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.history.Observation;
import io.bellwether.vendor.ConfiguredProbe;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What the locations of a probe say together. Outcome by the probe's quorum; cause, reason and detail of the first location that
 * says the same; times those of the median of the good answers, of an even number the quicker of the middle two.
 */
final class Verdict {

    private static final String SILENT = "no answer";

    private final ConfiguredProbe probe;
    private final List<Observation> answers;
    private final Map<String, Outcome> outcomes = new LinkedHashMap<>();
    private final Outcome outcome;
    private final Optional<Observation> speaker;

    private Verdict(ConfiguredProbe probe, Map<String, Observation> seen) {
        this.probe = probe;
        List<String> asked = probe.placement().locations();
        this.answers = asked.stream().map(seen::get).filter(Objects::nonNull).toList();
        answers.forEach(answer -> outcomes.put(answer.location(), answer.outcome()));
        this.outcome = probe.placement().rule().verdict(outcomes.values());
        this.speaker =
                answers.stream().filter(answer -> answer.outcome() == outcome).findFirst();
    }

    /**
     * @param seen by location, at least one of those that the probe asks for
     * @param deciding whether the outcome says that the vendor's service can be used or not
     */
    static Observation of(ConfiguredProbe probe, boolean deciding, Map<String, Observation> seen) {
        return new Verdict(probe, seen).observation(deciding);
    }

    private Observation observation(boolean deciding) {
        Observation timing = median();
        Cause cause = outcome == Outcome.UNKNOWN
                ? Cause.QUORUM
                : speaker.map(Observation::cause).orElseThrow();
        Attempt whole = new Attempt(
                timing.startedAt(), outcome, cause, reason(), timing.duration(), timing.phases(), detail(), List.of());
        return new Observation(
                probe.id(),
                probe.vendorId(),
                probe.kind(),
                deciding,
                "",
                timing.at(),
                whole.startedAt(),
                timing.every(),
                outcome,
                cause,
                whole.reason(),
                whole.duration(),
                whole.phases(),
                whole.detail(),
                List.of(whole),
                String.join(", ", outcomes.keySet()));
    }

    private Observation median() {
        List<Observation> good =
                answers.stream().filter(answer -> answer.outcome().good()).toList();
        List<Observation> timed = good.isEmpty() ? answers : good;
        return timed.stream()
                .sorted(Comparator.comparingDouble(Observation::duration))
                .toList()
                .get((timed.size() - 1) / 2);
    }

    private Map<String, Object> detail() {
        Map<String, Outcome> all = new LinkedHashMap<>();
        probe.placement().locations().forEach(name -> all.put(name, outcomes.getOrDefault(name, Outcome.UNKNOWN)));
        Map<String, Object> detail = new LinkedHashMap<>();
        speaker.ifPresent(answer -> detail.putAll(answer.detail()));
        detail.put("locations", all);
        return detail;
    }

    /** The verdict's side first, then the others, then why. */
    private String reason() {
        List<String> sides = new ArrayList<>();
        side(outcome.name(), sides);
        for (Outcome other : List.of(Outcome.DOWN, Outcome.DEGRADED, Outcome.UP, Outcome.UNKNOWN)) {
            if (other != outcome) {
                side(other.name(), sides);
            }
        }
        side(SILENT, sides);
        String said = String.join(", ", sides);
        if (outcome == Outcome.UP) {
            return said + ".";
        }
        return said + ": " + speaker.map(Observation::reason).orElse("too few locations could tell.");
    }

    private void side(String what, List<String> sides) {
        List<String> names = probe.placement().locations().stream()
                .filter(name -> what.equals(
                        outcomes.containsKey(name) ? outcomes.get(name).name() : SILENT))
                .toList();
        if (!names.isEmpty()) {
            sides.add(what + (what.equals(SILENT) ? " from " : " at ") + listed(names));
        }
    }

    private static String listed(List<String> names) {
        String last = names.getLast();
        String others = names.stream().filter(not(last::equals)).collect(joining(", "));
        return others.isEmpty() ? last : others + " and " + last;
    }
}
