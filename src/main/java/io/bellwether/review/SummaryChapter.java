package io.bellwether.review;

import io.bellwether.core.Voices;
import io.bellwether.core.score.Trend;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One page for who reads nothing else: the grade, what matters most, and the question to answer. */
final class SummaryChapter implements Chapter {

    private record Data(
            @Nullable Integer index,
            @Nullable String grade,
            @Nullable Trend trend,
            double confidence,
            @Nullable Instant asOf,
            List<KeyFact> facts,
            String question,
            Voices text,
            String source) {}

    @Override
    public String key() {
        return "summary";
    }

    @Override
    public String title() {
        return "Summary";
    }

    @Override
    public Object data(Material material) {
        Standing standing = Standing.of(material);
        List<KeyFact> facts = KeyFacts.of(material);
        String question = question(standing.grade(), material.vendor().name());
        return new Data(
                standing.index(),
                standing.grade(),
                standing.trend(),
                standing.confidence(),
                standing.asOf(),
                facts,
                question,
                text(material, standing, facts, question),
                material.links().health());
    }

    private static String question(@Nullable String grade, String name) {
        return switch (grade) {
            case null -> "We know too little about " + name + ": what do we need to know before we decide?";
            case "A", "B" -> "Do we keep " + name + " as it is for another quarter?";
            case "C" -> "Do we keep " + name + " and ask it to mend what is listed here?";
            case "D" -> "Do we ask " + name + " for better terms, or begin to look for another vendor?";
            default -> "Do we replace " + name + ", and who prepares the way out until when?";
        };
    }

    private static Voices text(Material material, Standing standing, List<KeyFact> facts, String question) {
        String subject =
                material.vendor().name() + " in " + material.period().quarter() + (ended(material) ? "" : " so far");
        String grade = standing.grade() == null ? "no grade" : "grade " + standing.grade();
        String index = standing.index() == null ? "" : ", " + standing.index() + " of 100";
        return new Voices(
                "%s: %s%s%s. %s %s"
                        .formatted(subject, grade, index, trend(standing.trend()), told(facts, Voices::it), question),
                "%s: %s%s%s. %s %s"
                        .formatted(
                                subject,
                                grade,
                                index,
                                trend(standing.trend()),
                                told(facts, Voices::marketing),
                                question));
    }

    private static boolean ended(Material material) {
        return !material.period().partial();
    }

    private static String trend(@Nullable Trend trend) {
        return switch (trend) {
            case null -> "";
            case IMPROVING -> ", getting better";
            case STEADY -> ", steady";
            case SLIPPING -> ", getting worse";
        };
    }

    private static String told(List<KeyFact> facts, Function<Voices, String> voice) {
        return facts.stream().map(fact -> voice.apply(fact.text())).collect(Collectors.joining(" "));
    }
}
