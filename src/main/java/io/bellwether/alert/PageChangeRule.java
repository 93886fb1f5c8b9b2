package io.bellwether.alert;

import io.bellwether.alert.RuleSettings.News;
import io.bellwether.core.alert.Signal;
import io.bellwether.core.language.PlainText;
import io.bellwether.fact.Fact;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code page-changed}: one alert for each change of a page. */
@Singleton
class PageChangeRule extends EventRule<News> {

    private static final int MOST_PASSAGES = 4;
    private static final int LONGEST_PASSAGE = 200;

    PageChangeRule(RuleBook book) {
        super(book, BuiltInRule.PAGE_CHANGED, News.class);
    }

    @Override
    Signal signal(Fact fact, ActiveRule<News> rule) {
        boolean change = fact.value() == null
                && fact.key().startsWith("page:")
                && fact.signal().endsWith("-changed");
        return change && !rule.settings().tooOld(fact.occurredAt(), fact.knownAt()) ? rule.bad() : Signal.NO_DATA;
    }

    @Override
    String key(Fact fact) {
        return fact.key();
    }

    @Override
    Map<String, Object> facts(List<Fact> events) {
        Fact change = events.getFirst();
        Map<String, Object> facts = new HashMap<>();
        facts.put("page", text(change, "title", "page"));
        facts.put("meaning", text(change, "meaning", "A page of the vendor that you watch has changed."));
        facts.put("advice", text(change, "advice", "Read what is new."));
        facts.put("signal", change.signal());
        facts.put("url", change.source());
        facts.put("seenAt", change.occurredAt().toString());
        facts.put("added", passages(change, "added"));
        facts.put("removed", passages(change, "removed"));
        facts.put("addedCount", count(change, "addedCount"));
        facts.put("removedCount", count(change, "removedCount"));
        return facts;
    }

    private static String text(Fact change, String name, String otherwise) {
        return Circumstances.oneLine(String.valueOf(change.detail().getOrDefault(name, otherwise)));
    }

    private static long count(Fact change, String name) {
        return change.detail().get(name) instanceof Number count ? count.longValue() : 0;
    }

    /** The first of them, cut: the page itself has the rest. */
    private static List<Map<String, Object>> passages(Fact change, String name) {
        return change.detail().get(name) instanceof List<?> passages
                ? passages.stream()
                        .limit(MOST_PASSAGES)
                        .<Map<String, Object>>map(
                                passage -> Map.of("passage", PlainText.line(String.valueOf(passage), LONGEST_PASSAGE)))
                        .toList()
                : List.of();
    }
}
