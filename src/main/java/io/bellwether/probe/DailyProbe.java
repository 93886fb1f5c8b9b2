package io.bellwether.probe;

/**
 * A kind that gathers evidence once a day and says nothing about whether the vendor's service can be used.
 *
 * @param <S> the kind's settings
 */
public interface DailyProbe<S extends Record> extends Probe<S> {

    @Override
    default boolean decidesAvailability() {
        return false;
    }

    @Override
    default Cadence cadence() {
        return Cadence.DAILY;
    }
}
