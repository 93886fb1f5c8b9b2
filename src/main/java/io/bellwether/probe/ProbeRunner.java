package io.bellwether.probe;

import io.bellwether.core.Attempt;
import io.bellwether.core.Confirmation;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Runs configured checks: several attempts until a bad answer is confirmed, each within its deadline. */
public interface ProbeRunner {

    /**
     * Runs one check to its verdict. Never throws for anything a vendor does: our own failures come back as UNKNOWN.
     *
     * @param settings as stored; settings that no longer fit the kind give one UNKNOWN attempt
     * @return every attempt in order, at least one; the last is the confirmed one
     */
    List<Attempt> run(String kind, Map<String, Object> settings, Duration timeout, Confirmation confirm)
            throws InterruptedException;
}
