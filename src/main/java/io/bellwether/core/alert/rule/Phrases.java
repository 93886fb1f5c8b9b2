package io.bellwether.core.alert.rule;

/** What a figure means, for those who do not know the names of figures. */
final class Phrases {

    private Phrases() {}

    /** The begin of a sentence. */
    static String of(Metric metric, String value) {
        return switch (metric) {
            case LATENCY_P50, LATENCY_P95, LATENCY_P99 -> "It takes " + value + " to answer";
            case AVAILABILITY -> "It worked for " + value + " of the time lately";
            case INDEX, UPTIME_SCORE, LATENCY_SCORE, SECURITY_SCORE, FINANCIAL_SCORE ->
                "Its " + name(metric) + " stands at " + value;
        };
    }

    static String name(Metric metric) {
        return switch (metric) {
            case INDEX -> "overall health";
            case UPTIME_SCORE, AVAILABILITY -> "reliability";
            case LATENCY_SCORE, LATENCY_P50, LATENCY_P95, LATENCY_P99 -> "speed";
            case SECURITY_SCORE -> "security";
            case FINANCIAL_SCORE -> "financial health";
        };
    }
}
