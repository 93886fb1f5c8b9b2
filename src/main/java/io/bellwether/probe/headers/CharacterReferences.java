package io.bellwether.probe.headers;

import java.util.Map;

/** Decodes the character references that stand in addresses and policies (HTML, 13.5): numbers, and the names of signs. */
final class CharacterReferences {

    private static final int LONGEST = 10;

    /** Of half a character, as in browsers. */
    private static final String REPLACEMENT = "\ufffd";

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("amp", "&"),
            Map.entry("AMP", "&"),
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("quot", "\""),
            Map.entry("QUOT", "\""),
            Map.entry("apos", "'"),
            Map.entry("nbsp", "\u00a0"),
            Map.entry("sol", "/"),
            Map.entry("colon", ":"),
            Map.entry("semi", ";"),
            Map.entry("period", "."),
            Map.entry("equals", "="),
            Map.entry("ast", "*"),
            Map.entry("Tab", "\t"),
            Map.entry("NewLine", "\n"));

    private CharacterReferences() {}

    static String decode(String text) {
        int at = text.indexOf('&');
        if (at < 0) {
            return text;
        }
        StringBuilder decoded = new StringBuilder(text.length());
        int done = 0;
        while (at >= 0) {
            int end = end(text, at);
            String sign = end < 0 ? "" : sign(text.substring(at + 1, end));
            if (!sign.isEmpty()) {
                decoded.append(text, done, at).append(sign);
                done = end + 1;
            }
            at = text.indexOf('&', sign.isEmpty() ? at + 1 : done);
        }
        return decoded.append(text, done, text.length()).toString();
    }

    /** One that is not closed soon is none: looking on for each sign would take long. */
    private static int end(String text, int begin) {
        int most = Math.min(text.length(), begin + LONGEST + 1);
        for (int i = begin + 1; i < most; i++) {
            if (text.charAt(i) == ';') {
                return i;
            }
        }
        return -1;
    }

    private static String sign(String name) {
        if (!name.startsWith("#")) {
            return NAMES.getOrDefault(name, "");
        }
        boolean hexadecimal = name.startsWith("#x") || name.startsWith("#X");
        int code = number(name.substring(hexadecimal ? 2 : 1), hexadecimal ? 16 : 10);
        if (code == 0) {
            return "";
        }
        boolean half = code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE;
        return half ? REPLACEMENT : Character.toString(code);
    }

    /** Zero for what is none; no exception says so, as there may be thousands of them. */
    private static int number(String digits, int radix) {
        long number = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) < 128 ? Character.digit(digits.charAt(i), radix) : -1;
            if (digit < 0) {
                return 0;
            }
            number = radix * number + digit;
        }
        return number > Character.MAX_CODE_POINT ? 0 : (int) number;
    }
}
