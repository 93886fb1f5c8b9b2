package io.bellwether.notify;

/** Text from anywhere as one line: without line breaks and other control characters, and not too long. */
public final class OneLine {

    private OneLine() {}

    /** At most {@code longest} characters, an ellipsis at the end when it was cut. */
    public static String of(String text, int longest) {
        String line = text.replaceAll("[\\s\\p{Cc}\\p{Zl}\\p{Zp}]+", " ").strip();
        return line.length() <= longest ? line : line.substring(0, longest - 1) + "…";
    }
}
