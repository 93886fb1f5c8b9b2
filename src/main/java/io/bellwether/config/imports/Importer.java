package io.bellwether.config.imports;

/** Reads one foreign format. An implementation is a CDI bean in a sub-package of its own; nothing else is needed to add one. */
public interface Importer {

    /** The format's name in the API: lower-case letters and hyphens, unique. */
    String format();

    /** Puts every monitor into the harvest, as a probe or as lost; never fails for what a configuration says. */
    void read(Foreign configuration, Harvest harvest);
}
