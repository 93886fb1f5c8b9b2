package io.bellwether.fact;

import io.bellwether.core.score.FilingEvent;
import io.bellwether.core.score.FilingState;
import io.bellwether.core.score.RegisterLedger;
import io.bellwether.core.score.RegisterState;
import io.bellwether.vendor.LegalEntity;
import io.bellwether.vendor.VendorEntity;
import io.bellwether.vendor.Watching;
import io.bellwether.vendor.Watching.Watched;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a vendor, by the legal entity that it is about. Only what is about the contracting entity is evidence about
 * the vendor; of the others one thing is passed on, as a warning: that a parent or a guarantor is insolvent.
 *
 * @param own about the contracting entity
 * @param others about everybody else
 */
public record EntityFacts(List<Fact> own, List<Other> others) {

    /** The signal of that warning; its value is the role of who is insolvent. */
    static final String INSOLVENCY = "entity-insolvency";

    /**
     * What is known of another entity.
     *
     * @param entity null where the register does not say who it is
     * @param numbers by which probes watch it
     */
    public record Other(@Nullable VendorEntity entity, List<LegalEntity> numbers, List<Fact> facts) {

        List<FilingEvent> filings() {
            return FilingFacts.of(facts);
        }

        /** Since when it cannot pay its debts, and where that can be read; empty where nothing says so. */
        Optional<RegisterState> insolvency(Instant now) {
            String role = entity == null ? "" : entity.role().name();
            Stream<RegisterState> filed = FilingState.of(filings(), now)
                    .filter(state -> state.kind() == FilingState.Kind.FAILED_OR_RESTRUCTURING)
                    .map(state -> new RegisterState(INSOLVENCY, role, state.since(), state.source()))
                    .stream();
            Stream<RegisterState> registered = RegisterLedger.insolvencies(RegisterFacts.of(facts)).stream()
                    .map(state -> new RegisterState(INSOLVENCY, role, state.since(), state.source()));
            return Stream.concat(filed, registered).min(Comparator.comparing(RegisterState::since));
        }
    }

    /** @param facts of all entities */
    public static EntityFacts of(List<Fact> facts, Watching watching) {
        Map<Object, Other> others = new LinkedHashMap<>();
        for (Watched watched : watching.others().values()) {
            others.computeIfAbsent(
                            watched.key(), _ -> new Other(watched.entity(), new ArrayList<>(), new ArrayList<>()))
                    .numbers()
                    .add(watched.numbers());
        }
        List<Fact> own = new ArrayList<>();
        for (Fact fact : facts) {
            Watched watched = watching.other(fact.probeId());
            if (watched == null) {
                own.add(fact);
            } else {
                Objects.requireNonNull(others.get(watched.key())).facts().add(fact);
            }
        }
        return new EntityFacts(own, List.copyOf(others.values()));
    }

    /** Without what somebody disputes. */
    EntityFacts undisputed(List<Suppression> inForce) {
        return new EntityFacts(
                DisputedFacts.without(own, inForce),
                others.stream()
                        .map(other -> new Other(
                                other.entity(), other.numbers(), DisputedFacts.without(other.facts(), inForce)))
                        .toList());
    }

    /** One for each role that somebody insolvent has: a group that fails together is one misfortune. */
    public List<RegisterState> warnings(Instant now) {
        Map<String, RegisterState> byRole = new TreeMap<>();
        others.stream()
                .filter(other -> other.entity() != null)
                .flatMap(other -> other.insolvency(now).stream())
                .forEach(state -> byRole.merge(
                        state.value(), state, (one, two) -> one.since().isAfter(two.since()) ? two : one));
        return List.copyOf(byRole.values());
    }
}
