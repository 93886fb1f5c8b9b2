package io.bellwether.probe.registry;

import io.bellwether.core.Dimension;
import io.bellwether.core.Finding;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gathers what a register says of one company now, as states. */
final class States {

    static final String UNKNOWN = "UNKNOWN";

    private final String register;
    private final String id;
    private final String source;
    private final Instant now;
    private final List<Finding> findings = new ArrayList<>();

    /** @param id of the company in the register */
    States(String register, String id, String source, Instant now) {
        this.register = register;
        this.id = id;
        this.source = source;
        this.now = now;
    }

    /** Of the looks at the register. */
    LocalDate today() {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    /**
     * @param since when that began by the register's own dates; null when it does not tell
     * @param detail the evidence; null values are left out
     */
    void add(String signal, String value, @Nullable LocalDate since, Map<String, @Nullable Object> detail) {
        Map<String, Object> evidence = new LinkedHashMap<>();
        if (since != null) {
            evidence.put("since", since.toString());
        }
        detail.forEach((name, each) -> {
            if (each != null) {
                evidence.put(name, each instanceof LocalDate day ? day.toString() : each);
            }
        });
        findings.add(Finding.state(
                Dimension.FINANCIAL, signal, register + ":" + id + ":" + signal, value, now, source, evidence));
    }

    /** That the register does not tell, which takes the place of what it said before. */
    void unknown(String signal, String reason) {
        add(signal, UNKNOWN, null, Map.of("reason", reason));
    }

    List<Finding> all() {
        return List.copyOf(findings);
    }
}
