package io.bellwether.probe;

/** What vendors sent, made fit to stand in a sentence. */
public final class Printable {

    private Printable() {}

    /** The beginning of a text, with dots for control characters. */
    public static String start(String text, int most) {
        String cut = text.length() <= most ? text : text.substring(0, most - 1) + "…";
        return cut.replaceAll("\\p{Cntrl}", ".");
    }
}
