package io.bellwether.probe.courtesy;

import java.time.Duration;
import java.util.Optional;

/** Hands out moments to ask a host at, to all nodes together. Not to be asked inside a transaction. */
public interface Pace {

    /**
     * Takes the next free moment.
     *
     * @param apart how far moments of this host are apart at least
     * @param limit how long the asker can wait
     * @return how long to wait for it; empty when it would come too late, and then it stays free
     */
    Optional<Duration> take(String host, Duration apart, Duration limit);
}
