package io.bellwether.alert;

import io.bellwether.alert.RuleSettings.Outage;
import io.bellwether.core.alert.Signal;
import io.bellwether.history.Observation;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** {@code vendor-down}. */
@Singleton
class OutageRule implements ObservationRule {

    private final RuleBook book;
    private final Scenes scenes;

    OutageRule(RuleBook book, Scenes scenes) {
        this.book = book;
        this.scenes = scenes;
    }

    @Override
    public List<Evidence> judge(Batch batch) {
        return book.active(BuiltInRule.VENDOR_DOWN, Outage.class)
                .map(rule -> batch.services().stream()
                        .map(observation -> evidence(observation, rule.of(observation.vendorId())))
                        .toList())
                .orElse(List.of());
    }

    private Evidence evidence(Observation observation, ActiveRule<Outage> rule) {
        Signal signal = OutageJudge.judge(observation.outcome(), rule);
        Subject subject = Batch.subject(BuiltInRule.VENDOR_DOWN, observation);
        Supplier<Map<String, Object>> facts = () -> facts(observation);
        return Evidence.of(rule, subject, Evidence.Kind.MEASURED, observation.at(), signal, facts);
    }

    private Map<String, Object> facts(Observation observation) {
        Scene scene = scenes.of(observation.vendorId());
        Map<String, Object> facts =
                new HashMap<>(ProbeFacts.of(observation, scene.probes().get(observation.probeId())));
        facts.put("statusPageSays", scene.pageWords());
        return facts;
    }
}
