package io.bellwether.alert;

import io.bellwether.core.alert.Step;

/**
 * What became of an episode.
 *
 * @param episode as it is afterwards
 * @param step what made it so
 */
record Change(StoredEpisode episode, Step step) {}
