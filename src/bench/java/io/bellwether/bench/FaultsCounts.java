package io.bellwether.bench;

import java.io.IOException;

/**
 * What the nodes have counted.
 *
 * @param skipped due times that they found passed
 * @param refused results that they had and could not store, since another run had been stored
 */
record FaultsCounts(double skipped, double refused) {

    static FaultsCounts of(FaultsNode first, FaultsNode second) throws IOException, InterruptedException {
        return new FaultsCounts(first.skipped() + second.skipped(), first.refused() + second.refused());
    }

    FaultsCounts since(FaultsCounts earlier) {
        return new FaultsCounts(skipped - earlier.skipped, refused - earlier.refused);
    }
}
