package io.bellwether.core.posture.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A policy for mail in transit (RFC 8461, 3.2).
 *
 * @param mode {@code enforce}, {@code testing} or {@code none}; empty when it says none of these
 * @param maxAge for how many seconds senders keep it; -1 when it does not say
 * @param exchangers patterns of the mail exchangers that it vouches for, in lower case
 * @param faults one sentence each
 */
record StsPolicy(String mode, long maxAge, List<String> exchangers, List<String> faults) {

    private static final Set<String> MODES = Set.of("enforce", "testing", "none");
    private static final long LONGEST = 31_557_600;
    private static final int MOST_LINES = 1_000;

    /** Reads whatever it is given; what it cannot read is a fault. Unknown names are for later versions and pass. */
    static StsPolicy parse(String text) {
        List<String> faults = new ArrayList<>();
        List<String> exchangers = new ArrayList<>();
        String mode = "";
        String version = "";
        long maxAge = -1;
        for (String line : text.lines().limit(MOST_LINES).toList()) {
            int colon = line.indexOf(':');
            String value = line.substring(colon + 1).strip();
            switch (colon < 0 ? "" : line.substring(0, colon).strip()) {
                case "version" -> version = value;
                case "mode" -> mode = mode.isEmpty() && MODES.contains(value) ? value : mode;
                case "max_age" -> maxAge = maxAge < 0 ? seconds(value) : maxAge;
                case "mx" -> exchangers.add(value.toLowerCase(Locale.ROOT));
                case "" -> {
                    if (!line.isBlank()) {
                        faults.add(Words.quoted(line) + " is no line of a policy.");
                    }
                }
                default -> {}
            }
        }
        if (!version.equals("STSv1")) {
            faults.add("Its version is not STSv1.");
        }
        if (mode.isEmpty()) {
            faults.add("It has no mode, or one that does not exist.");
        }
        if (maxAge < 0 || maxAge > LONGEST) {
            faults.add("Its max_age is not between 0 and " + LONGEST + " seconds.");
        }
        if (exchangers.isEmpty() && !mode.equals("none")) {
            faults.add("It vouches for no mail exchanger.");
        }
        return new StsPolicy(
                mode, maxAge, List.copyOf(exchangers), faults.stream().limit(10).toList());
    }

    /** Whether it vouches for a mail exchanger; an asterisk stands for one label, the first. */
    boolean vouchesFor(String exchanger) {
        int dot = exchanger.indexOf('.');
        String wild = dot < 0 ? "" : "*" + exchanger.substring(dot);
        return exchangers.contains(exchanger) || exchangers.contains(wild);
    }

    private static long seconds(String value) {
        return value.length() <= 10 && Ascii.isNumber(value) ? Long.parseLong(value) : -1;
    }
}
