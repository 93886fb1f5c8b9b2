package io.bellwether.alert;

import io.bellwether.alert.RuleSettings.News;
import io.bellwether.core.alert.Signal;
import io.bellwether.core.score.SecurityScore;
import io.bellwether.fact.Fact;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code breach}: one alert for each. */
@Singleton
class BreachRule extends EventRule<News> {

    BreachRule(RuleBook book) {
        super(book, BuiltInRule.BREACH, News.class);
    }

    @Override
    Signal signal(Fact fact, ActiveRule<News> rule) {
        return fact.value() == null && fact.signal().equals(SecurityScore.BREACH)
                ? BreachJudge.judge(publishedAt(fact), fact.knownAt(), data(fact), rule)
                : Signal.NO_DATA;
    }

    @Override
    String key(Fact fact) {
        return fact.key();
    }

    @Override
    Map<String, Object> facts(List<Fact> events) {
        Fact breach = events.getFirst();
        List<String> data = data(breach);
        Map<String, Object> facts = new HashMap<>();
        facts.put("title", Circumstances.oneLine(String.valueOf(breach.detail().getOrDefault("title", breach.key()))));
        facts.put("happenedOn", date(breach.occurredAt()));
        facts.put("publishedOn", date(publishedAt(breach)));
        facts.put("data", data.isEmpty() ? "not named" : Circumstances.oneLine(String.join(", ", data)));
        facts.put("secrets", BreachJudge.secrets(data));
        facts.put("url", breach.source());
        if (breach.detail().get("pwnCount") instanceof Number accounts) {
            facts.put("accounts", accounts.longValue());
        }
        return facts;
    }

    /** When it came into the list; where that is not told, when it happened. */
    private static Instant publishedAt(Fact fact) {
        try {
            return Instant.parse(String.valueOf(fact.detail().get("addedDate")));
        } catch (DateTimeException e) {
            return fact.occurredAt();
        }
    }

    private static List<String> data(Fact fact) {
        return fact.detail().get("dataClasses") instanceof List<?> classes
                ? classes.stream().map(String::valueOf).toList()
                : List.of();
    }
}
