package io.bellwether.core.score;

import io.bellwether.core.Voices;
import java.time.Instant;

/**
 * One reason to take points from 100, before rounding.
 *
 * @param points not negative; several may exceed 100 together
 */
record Deduction(String signal, double points, Instant since, String source, Voices text) {

    Driver driver(int contribution) {
        return new Driver(signal, contribution, since, source, text);
    }
}
