package io.bellwether.history;

import java.util.List;

/** Fired after a batch of observations has been committed. */
public record ObservationsStored(List<Observation> observations) {}
