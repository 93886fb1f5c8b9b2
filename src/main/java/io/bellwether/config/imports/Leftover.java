package io.bellwether.config.imports;

/**
 * Something that does not come along.
 *
 * @param path where it stands, as a JSON Pointer; the first place when there are several
 * @param what it is, in the words of its configuration
 * @param why it stays behind
 * @param scope how much is lost by it
 * @param times in how many places the same was found
 */
record Leftover(String path, String what, String why, Scope scope, int times) {

    enum Scope {
        /** A monitor is missing in the document. */
        MONITOR,
        /** A monitor is there, and checks or tells less than it did. */
        DETAIL
    }
}
