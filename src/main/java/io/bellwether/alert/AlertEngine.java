package io.bellwether.alert;

import static java.util.stream.Collectors.toSet;

import io.bellwether.fact.Fact;
import io.bellwether.health.HealthAssessed;
import io.bellwether.history.Observation;
import io.bellwether.slo.BudgetChecked;
import io.bellwether.vendor.Vendor;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Turns what has just been stored into episodes and transitions, inside the transaction that stored it: either all of it is
 * there or nothing. Who tells of several vendors in one transaction goes by the order of their ids on every node.
 */
@ApplicationScoped
public class AlertEngine {

    private final List<ObservationRule> observationRules;
    private final List<FactRule> factRules;
    private final ViabilityRule viability;
    private final BudgetRule budgets;
    private final EpisodeStore store;
    private final Episodes episodes;

    AlertEngine(
            @All List<ObservationRule> observationRules,
            @All List<FactRule> factRules,
            ViabilityRule viability,
            BudgetRule budgets,
            EpisodeStore store,
            Episodes episodes) {
        this.observationRules = observationRules;
        this.factRules = factRules;
        this.viability = viability;
        this.budgets = budgets;
        this.store = store;
        this.episodes = episodes;
    }

    /** @param observations already stored in the running transaction */
    @Transactional(TxType.MANDATORY)
    public void observed(List<Observation> observations) {
        List<Observation> services =
                observations.stream().filter(Observation::deciding).toList();
        List<Observation> pages = observations.stream()
                .filter(observation -> observation.kind().equals(Batch.PAGE))
                .toList();
        if (services.isEmpty() && pages.isEmpty()) {
            return;
        }
        Map<Subject, StoredEpisode> open = store.lockOpen(
                ids(services, Observation::vendorId),
                services.stream().map(service -> service.probeId().toString()).collect(toSet()),
                ids(pages, Observation::vendorId));
        Batch batch = new Batch(services, pages, open);
        episodes.apply(
                observationRules.stream()
                        .flatMap(rule -> rule.judge(batch).stream())
                        .toList(),
                open);
    }

    /** @param newFacts already stored in the running transaction: new events and changed states */
    @Transactional(TxType.MANDATORY)
    public void learnt(Vendor vendor, List<Fact> newFacts) {
        if (newFacts.isEmpty()) {
            return;
        }
        Set<String> keys = newFacts.stream()
                .flatMap(fact -> Stream.of(fact.key(), fact.signal()))
                .collect(toSet());
        Map<Subject, StoredEpisode> open = store.lockOpen(List.of(vendor.id()), keys);
        episodes.apply(
                factRules.stream()
                        .flatMap(rule -> rule.judge(newFacts, open).stream())
                        .toList(),
                open);
    }

    @Transactional(TxType.MANDATORY)
    void assessed(@Observes HealthAssessed assessed) {
        UUID vendorId = assessed.vendor().id();
        Subject subject = Subject.of(BuiltInRule.VIABILITY_SLIPPING, vendorId, "");
        Map<Subject, StoredEpisode> open = store.lockOpen(List.of(vendorId), List.of(""));
        viability
                .judge(assessed, subject, open.get(subject))
                .ifPresent(evidence -> episodes.apply(List.of(evidence), open));
    }

    @Transactional(TxType.MANDATORY)
    void checked(@Observes BudgetChecked checked) {
        UUID vendorId = checked.objective().vendorId();
        Subject subject = Subject.of(
                BuiltInRule.ERROR_BUDGET_BURN,
                vendorId,
                checked.objective().id().toString());
        Map<Subject, StoredEpisode> open = store.lockOpen(List.of(vendorId), List.of(subject.key()));
        budgets.judge(checked, subject).ifPresent(evidence -> episodes.apply(List.of(evidence), open));
    }

    private static Set<UUID> ids(List<Observation> observations, Function<Observation, UUID> id) {
        return observations.stream().map(id).collect(toSet());
    }
}
