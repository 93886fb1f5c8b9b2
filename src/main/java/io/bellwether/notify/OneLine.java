package io.bellwether.notify;

import io.bellwether.core.language.PlainText;

/** Text from anywhere as one line. */
public final class OneLine {

    private OneLine() {}

    /** At most {@code longest} characters, an ellipsis at the end when it was cut. */
    public static String of(String text, int longest) {
        return PlainText.line(text, longest);
    }
}
