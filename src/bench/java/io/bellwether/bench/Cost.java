package io.bellwether.bench;

/**
 * What a time of watching cost.
 *
 * @param checks how many the target answered
 * @param expected how many were due
 * @param cpuSeconds of all processes together
 * @param memory the highest proportional set size of all processes together, in MiB
 * @param seconds how long it was measured
 */
record Cost(long checks, double expected, double cpuSeconds, double memory, double seconds) {

    double cpuPerThousand() {
        return cpuSeconds * 1_000 / checks;
    }

    double perSecond() {
        return checks / seconds;
    }
}
