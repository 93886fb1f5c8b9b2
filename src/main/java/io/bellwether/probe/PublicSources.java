package io.bellwether.probe;

import io.bellwether.platform.egress.Wire;
import io.bellwether.probe.courtesy.Closings;
import io.bellwether.probe.courtesy.Pace;
import jakarta.inject.Singleton;
import java.time.Duration;

/** The public sources that probes of all nodes ask together. */
@Singleton
public final class PublicSources {

    private final Wire wire;
    private final Closings closings;
    private final Pace pace;

    public PublicSources(Wire wire, Closings closings, Pace pace) {
        this.wire = wire;
        this.closings = closings;
        this.pace = pace;
    }

    /**
     * A source that says itself when it is asked too often.
     *
     * @param name for people, at the begin of a sentence
     */
    public PublicSource of(String name) {
        return of(name, Duration.ZERO);
    }

    /**
     * A source that publishes how often it may be asked.
     *
     * @param apart how far requests are apart at least, those of all nodes together
     */
    public PublicSource of(String name, Duration apart) {
        return new PublicSource(wire, closings, pace, name, apart);
    }
}
