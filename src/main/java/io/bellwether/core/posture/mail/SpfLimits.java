package io.bellwether.core.posture.mail;

/**
 * How far an evaluation goes (RFC 7208, 4.6.4).
 *
 * @param lookups how many terms may need DNS
 * @param voids how many of them may find nothing there
 * @param explains whether to read the words for a failure
 */
public record SpfLimits(int lookups, int voids, boolean explains) {

    /** What receivers keep to. */
    public static final SpfLimits STANDARD = new SpfLimits(10, 2, true);

    /** Far enough to say by how much a record breaks the standard's limits. */
    static final SpfLimits SURVEY = new SpfLimits(30, 30, false);
}
