package io.bellwether.probe.courtesy;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** The pace of all nodes that share a database. */
@Singleton
final class SharedPace implements Pace {

    private final Ledger ledger;

    SharedPace(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Optional<Duration> take(String host, Duration apart, Duration limit) {
        return ledger.takeTurn(host, apart, limit);
    }
}
