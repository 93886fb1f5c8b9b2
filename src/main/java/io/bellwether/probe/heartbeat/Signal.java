package io.bellwether.probe.heartbeat;

import io.bellwether.platform.Problem;
import io.bellwether.probe.heartbeat.Ping.Kind;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a job says with the address it calls. */
record Signal(Kind kind, @Nullable Integer exitCode) {

    static final Signal SUCCESS = new Signal(Kind.SUCCESS, null);

    private static final Pattern EXIT_CODE = Pattern.compile("[0-9]{1,3}");
    private static final int HIGHEST_EXIT_CODE = 255;

    /**
     * @param word {@code start}, {@code fail} or an exit code, of which only 0 is a success
     * @throws Problem 404 when it is none of these
     */
    static Signal of(String word) {
        return switch (word) {
            case "start" -> new Signal(Kind.START, null);
            case "fail" -> new Signal(Kind.FAIL, null);
            default -> ended(word);
        };
    }

    private static Signal ended(String word) {
        int code = EXIT_CODE.matcher(word).matches() ? Integer.parseInt(word) : Integer.MAX_VALUE;
        if (code > HIGHEST_EXIT_CODE) {
            throw Problem.of(404, "Not found", "A heartbeat ends in nothing, start, fail or an exit code of 0 to 255.");
        }
        return new Signal(code == 0 ? Kind.SUCCESS : Kind.FAIL, code);
    }
}
