package io.bellwether.review;

import io.bellwether.core.Voices;

/**
 * Something an owner should know before deciding.
 *
 * @param weight how much it matters, comparable to points of a score; 0 for good or no news
 * @param source where the figures are
 */
record KeyFact(double weight, Voices text, String source) {}
