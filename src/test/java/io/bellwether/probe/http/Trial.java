package io.bellwether.probe.http;

import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One target that blackbox_exporter and the http probe are both pointed at, with what each must make of it.
 *
 * @param settings of the probe
 * @param module what blackbox_exporter calls the http section of a module
 * @param outcome what the probe must say
 * @param success what blackbox_exporter must say
 * @param justified why they do not say the same, a sentence; null when they do
 */
record Trial(
        String name,
        Map<String, Object> settings,
        Map<String, Object> module,
        Duration timeout,
        Outcome outcome,
        Cause cause,
        boolean success,
        @Nullable String justified) {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** A GET that both find good. */
    static Trial of(String name, String url) {
        return new Trial(name, Map.of("url", url), Map.of(), PATIENCE, Outcome.UP, Cause.OK, true, null);
    }

    Trial ours(Object... namesAndValues) {
        return new Trial(name, with(settings, namesAndValues), module, timeout, outcome, cause, success, justified);
    }

    Trial theirs(Object... namesAndValues) {
        return new Trial(name, settings, with(module, namesAndValues), timeout, outcome, cause, success, justified);
    }

    Trial within(Duration patience) {
        return new Trial(name, settings, module, patience, outcome, cause, success, justified);
    }

    /** Both find it bad. */
    Trial down(Cause why) {
        return new Trial(name, settings, module, timeout, Outcome.DOWN, why, false, null);
    }

    /** Only blackbox_exporter finds it good. */
    Trial onlyTheyAreContent(Outcome instead, Cause why, String reason) {
        return new Trial(name, settings, module, timeout, instead, why, true, reason);
    }

    /** Only the probe finds it good. */
    Trial onlyWeAreContent(String reason) {
        return new Trial(name, settings, module, timeout, Outcome.UP, Cause.OK, false, reason);
    }

    /** Neither finds it good, but the probe does not blame the server. */
    Trial onlyTheyBlame(Cause why, String reason) {
        return new Trial(name, settings, module, timeout, Outcome.UNKNOWN, why, false, reason);
    }

    String url() {
        return String.valueOf(settings.get("url"));
    }

    Object[] namesAndValues() {
        List<Object> values = new ArrayList<>();
        settings.forEach((key, value) -> values.addAll(List.of(key, value)));
        return values.toArray();
    }

    /** Whether both say the same. */
    boolean agree() {
        return outcome == (success ? Outcome.UP : Outcome.DOWN);
    }

    /** What the probe must say, in words. */
    String ours() {
        return outcome == Outcome.UP ? "UP" : outcome + " " + cause;
    }

    String theirs() {
        return success ? "UP" : "DOWN";
    }

    /** The difference as a line of a table in Markdown; empty where there is none. */
    Stream<String> difference() {
        return Stream.ofNullable(justified).map(why -> "| " + String.join(" | ", name, ours(), theirs(), why) + " |");
    }

    private static Map<String, Object> with(Map<String, Object> map, Object... namesAndValues) {
        Map<String, Object> more = new LinkedHashMap<>(map);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            more.put(Objects.toString(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return more;
    }

    @Override
    public String toString() {
        return name;
    }
}
