package io.bellwether.alert.rule;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What kinds of rules people can make. */
public enum RuleKind {
    THRESHOLD("threshold", ThresholdSettings.class, Set.of("value", "recoverValue")),
    NO_DATA("no-data", NoDataSettings.class, Set.of("afterMinutes")),
    SCORE_DROP("score-drop", ScoreDropSettings.class, Set.of("points", "days")),
    ANOMALY("anomaly", AnomalySettings.class, Set.of("weeks", "minimumSamples", "deviations", "riseMs")),
    BURN_RATE("burn-rate", BurnRateSettings.class, Set.of("target", "factor", "minimumBad"));

    private final String word;
    private final Class<? extends CustomSettings> settings;

    @SuppressWarnings("ImmutableEnumChecker") // Made by Set.of.
    private final Set<String> numbers;

    RuleKind(String word, Class<? extends CustomSettings> settings, Set<String> numbers) {
        this.word = word;
        this.settings = settings;
        this.numbers = numbers;
    }

    public static Optional<RuleKind> named(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }

    /** All of them, for people. */
    public static String words() {
        return Arrays.stream(values()).map(RuleKind::word).collect(Collectors.joining(", "));
    }

    /** As it stands in requests and answers. */
    public String word() {
        return word;
    }

    public Class<? extends CustomSettings> settings() {
        return settings;
    }

    /** The settings that may differ from vendor to vendor. */
    public Set<String> numbers() {
        return numbers;
    }
}
