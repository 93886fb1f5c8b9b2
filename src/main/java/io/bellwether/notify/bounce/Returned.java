package io.bellwether.notify.bounce;

/** What a mail says that has come back. */
sealed interface Returned {

    /**
     * A mail of ours was not delivered, or not yet.
     *
     * @param addresses where the report was sent to, as its headers have it
     * @param hard whether it never will be: it failed with 5.x.x (RFC 3463)
     * @param status for example {@code 5.1.1}
     * @param diagnostic what the server there said; may be empty
     */
    record Failure(String addresses, boolean hard, String status, String diagnostic) implements Returned {}

    /** Nothing to act upon. */
    record Nothing(String why) implements Returned {}
}
