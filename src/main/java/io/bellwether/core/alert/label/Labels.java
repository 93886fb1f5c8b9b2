package io.bellwether.core.alert.label;

import com.google.re2j.Pattern;

/** The names that labels may have. */
public final class Labels {

    private static final Pattern NAME = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*");

    private Labels() {}

    public static boolean isName(String text) {
        return NAME.matches(text);
    }
}
