package io.bellwether.alert;

import io.bellwether.alert.RuleSettings.DomainMove;
import io.bellwether.core.alert.Signal;
import io.bellwether.core.posture.CheckRule;
import io.bellwether.core.posture.catalogue.RuleSets;
import io.bellwether.fact.Fact;
import io.bellwether.fact.Suppressions;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code domain-moved}: one alert for the registrar of a domain and one for its name servers. Who moves it back is told of too. */
@Singleton
class DomainMoveRule extends EventRule<DomainMove> {

    private final FormerStates former;
    private final Suppressions suppressions;
    private final Clock clock;

    DomainMoveRule(RuleBook book, FormerStates former, Suppressions suppressions, Clock clock) {
        super(book, BuiltInRule.DOMAIN_MOVED, DomainMove.class);
        this.former = former;
        this.suppressions = suppressions;
        this.clock = clock;
    }

    @Override
    Signal signal(Fact fact, ActiveRule<DomainMove> rule) {
        return DomainMoveJudge.concerns(fact) && !suppressed(fact) && moved(fact) ? rule.bad() : Signal.NO_DATA;
    }

    @Override
    String key(Fact fact) {
        return fact.key();
    }

    @Override
    Map<String, Object> facts(List<Fact> events) {
        Fact newest = events.getFirst();
        String before = said(former.before(newest, value -> true).orElse(newest));
        Map<String, Object> facts = new HashMap<>();
        facts.put(
                "domain", Circumstances.oneLine(String.valueOf(newest.detail().getOrDefault("domain", newest.key()))));
        facts.put("what", newest.signal().equals(DomainMoveJudge.REGISTRAR) ? "registrar" : "name servers");
        facts.put(
                "meaning",
                RuleSets.check(null, newest.signal()).map(CheckRule::meaning).orElse("It is in other hands."));
        facts.put("before", before);
        facts.put("now", said(newest));
        facts.put("seenAt", newest.occurredAt().toString());
        facts.put("source", newest.source());
        facts.put("moves", List.of(Map.of("date", date(newest.occurredAt()), "before", before, "now", said(newest))));
        return facts;
    }

    private boolean moved(Fact fact) {
        return former.before(fact, value -> true)
                .filter(before -> DomainMoveJudge.moved(before, fact))
                .isPresent();
    }

    private boolean suppressed(Fact fact) {
        return suppressions.of(fact.vendorId(), clock.instant()).stream()
                .anyMatch(one -> one.matches(fact.signal(), fact.source()));
    }

    private static String said(Fact fact) {
        return Circumstances.oneLine(String.valueOf(fact.value()));
    }
}
