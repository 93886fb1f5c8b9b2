package io.bellwether.probe;

import io.bellwether.core.language.PlainText;

/** What vendors sent, made fit to stand in a sentence. */
public final class Printable {

    private Printable() {}

    /** The beginning of a text, with dots for control characters. */
    public static String start(String text, int most) {
        return PlainText.cut(text, most).replaceAll("\\p{Cntrl}", ".");
    }
}
