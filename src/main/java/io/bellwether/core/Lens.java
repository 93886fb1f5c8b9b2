package io.bellwether.core;

/** Who reads: the same facts are told in one voice for IT and in another for marketing. */
public enum Lens {
    IT,
    MARKETING
}
