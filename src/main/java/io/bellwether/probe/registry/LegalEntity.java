package io.bellwether.probe.registry;

import io.bellwether.core.Phases;

/**
 * What the index of legal entities answered about one of them.
 *
 * @param directParent the record of who consolidates it; empty where none is told
 * @param ultimateParent the record at the top of its group; empty where none is told
 */
record LegalEntity(Answer data, Answer directParent, Answer ultimateParent, Phases phases) {}
