package io.bellwether.core.alert;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one piece of evidence did to an episode.
 *
 * @param next the episode afterwards; null when there is none (any more)
 * @param transitions what people are told, in order; mostly nothing
 * @param reason why it went so, in one sentence
 */
public record Step(@Nullable Episode next, List<Transition> transitions, String reason) {}
