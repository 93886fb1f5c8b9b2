package io.bellwether.platform.egress;

import io.bellwether.core.Phases;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Times the phases of one exchange on the monotonic clock; a phase that comes again, after a redirect, is added up. */
final class PhaseClock {

    /** In the order of one exchange. */
    enum Phase {
        DNS,
        CONNECT,
        TLS,
        FIRST_BYTE,
        TRANSFER
    }

    /** A moment and what had been spent until then. */
    record Mark(long at, Map<Phase, Long> spent) {}

    private long begun = System.nanoTime();
    private final Map<Phase, Long> spent = new EnumMap<>(Phase.class);
    private @Nullable Phase running;
    private long since;

    void begin(Phase phase) {
        end();
        running = phase;
        since = System.nanoTime();
    }

    void end() {
        if (running != null) {
            spent.merge(running, System.nanoTime() - since, Long::sum);
            running = null;
        }
    }

    /** The phase that is going on, or null between two. */
    @Nullable Phase running() {
        return running;
    }

    /** To be made between two phases. */
    Mark mark() {
        return new Mark(System.nanoTime(), new EnumMap<>(spent));
    }

    /** Forgets what has been since then, as if no time had passed. */
    void back(Mark mark) {
        running = null;
        begun += System.nanoTime() - mark.at();
        spent.clear();
        spent.putAll(mark.spent());
    }

    double millis() {
        return millis(System.nanoTime() - begun);
    }

    Phases phases() {
        return new Phases(
                spent(Phase.DNS),
                spent(Phase.CONNECT),
                spent(Phase.TLS),
                spent(Phase.FIRST_BYTE),
                spent(Phase.TRANSFER));
    }

    private @Nullable Double spent(Phase phase) {
        Long nanos = spent.get(phase);
        return nanos == null ? null : millis(nanos);
    }

    private static double millis(long nanos) {
        return Math.round(nanos / 1e3) / 1e3;
    }
}
