package io.bellwether.bench;

import java.io.IOException;
import java.time.Duration;

/** One of several nodes; what it has counted survives it. */
final class FaultsNode implements AutoCloseable {

    private final Bellwether application;
    private double skippedBefore;
    private double refusedBefore;

    FaultsNode(Bellwether application) {
        this.application = application;
    }

    Bellwether application() {
        return application;
    }

    /** Kills it and starts it again after a while. */
    FaultsWindow dead(Duration time) throws IOException, InterruptedException {
        skippedBefore = skipped();
        refusedBefore = refused();
        return FaultsWindow.around(() -> {
            application.kill();
            Thread.sleep(time);
            application.startAgain();
        });
    }

    /** Due times of which it found that nobody could run them. */
    double skipped() throws IOException, InterruptedException {
        return skippedBefore + application.skipped();
    }

    /** Results that it had and that another run had made superfluous. */
    double refused() throws IOException, InterruptedException {
        return refusedBefore + application.counter("bellwether_results_refused_total");
    }

    @Override
    public void close() throws InterruptedException {
        application.close();
    }
}
