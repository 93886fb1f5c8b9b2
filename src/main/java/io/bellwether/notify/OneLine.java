package io.bellwether.notify;

/** Text from anywhere as one line: as {@link PlainText}, and without line breaks. */
public final class OneLine {

    private OneLine() {}

    /** At most {@code longest} characters, an ellipsis at the end when it was cut. */
    public static String of(String text, int longest) {
        String line = text.replaceAll("[\\s\\p{Cc}\\p{Zl}\\p{Zp}]+", " ").strip();
        return PlainText.of(line, longest);
    }
}
