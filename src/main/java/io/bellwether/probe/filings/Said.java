package io.bellwether.probe.filings;

/**
 * What the text of a filing says beyond its form and its items.
 *
 * @param signal of the event that it is
 * @param mark what tells it apart from the other events of the filing
 * @param sentence that says it
 */
record Said(String signal, String mark, String meaning, String sentence) {}
