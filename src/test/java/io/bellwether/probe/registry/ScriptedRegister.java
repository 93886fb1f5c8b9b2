package io.bellwether.probe.registry;

import io.bellwether.core.Finding;
import io.bellwether.probe.ScriptedSource;
import io.bellwether.probe.ScriptedSource.Canned;
import io.bellwether.probe.Verdict;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** A register that answers each path with what a test has put there, else with 404. */
final class ScriptedRegister implements AutoCloseable {

    private final ScriptedSource source = new ScriptedSource();
    private final Map<String, Canned> answers = new LinkedHashMap<>();
    private String authorization = "";

    ScriptedRegister() throws IOException {
        source.says(request -> {
            authorization = String.valueOf(request.getRequestHeaders().getFirst("Authorization"));
            return answers.getOrDefault(request.getRequestURI().getPath(), new Canned(404, "{}", Map.of()));
        });
    }

    ScriptedRegister put(String path, String body) {
        return put(path, Canned.ok(body));
    }

    ScriptedRegister put(String path, Canned answer) {
        answers.put(path, answer);
        return this;
    }

    String body(String path) {
        return answers.getOrDefault(path, Canned.ok("")).body();
    }

    ScriptedSource source() {
        return source;
    }

    /** As the last request had it. */
    String authorization() {
        return authorization;
    }

    static Finding state(Verdict verdict, String signal) {
        return verdict.findings().stream()
                .filter(finding -> finding.signal().equals(signal))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + signal + ": " + verdict.reason()));
    }

    @Override
    public void close() {
        source.close();
    }
}
