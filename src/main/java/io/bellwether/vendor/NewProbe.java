package io.bellwether.vendor;

import io.bellwether.core.Confirmation;
import io.bellwether.core.Placement;
import java.time.Duration;
import java.util.Map;

/** A check to configure, with settings its kind has validated; components as in {@link ConfiguredProbe}. */
public record NewProbe(
        String kind,
        String name,
        Duration every,
        Duration timeout,
        Confirmation confirm,
        Placement placement,
        Map<String, Object> settings) {

    /** A check that any node may run. */
    public NewProbe(
            String kind,
            String name,
            Duration every,
            Duration timeout,
            Confirmation confirm,
            Map<String, Object> settings) {
        this(kind, name, every, timeout, confirm, Placement.ANYWHERE, settings);
    }
}
