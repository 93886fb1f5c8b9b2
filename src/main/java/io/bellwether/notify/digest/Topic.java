package io.bellwether.notify.digest;

/** What a digest can be about; each is subscribed to and given up by itself. */
public enum Topic {
    /** What is open, what began and what is over. */
    ALERTS,
    /** The joint pack of each month that has ended. */
    PACK
}
