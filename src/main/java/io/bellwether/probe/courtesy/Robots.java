package io.bellwether.probe.courtesy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a robots.txt lets us fetch (RFC 9309). Of what goes beyond the standard nothing counts: {@code Crawl-delay} asks for less
 * than we do.
 *
 * @param rules those of our groups together
 */
record Robots(List<Rule> rules) {

    /** More of a file is not read. */
    static final int MOST_BYTES = 500 * 1024;

    /** The token by which a file names us; also in the User-Agent of our requests. */
    static final String PRODUCT = "bellwether";

    /** More than anybody writes by hand, and few enough to be compared with a path in some milliseconds. */
    private static final int MOST_RULES = 5_000;

    private static final String ITSELF = "/robots.txt";

    record Rule(boolean allows, PathPattern path) {}

    /** Reads any bytes whatever; what is no rule is passed over. */
    static Robots parse(byte[] file) {
        String text = new String(file, 0, Math.min(file.length, MOST_BYTES), StandardCharsets.UTF_8);
        Groups groups = new Groups();
        (text.startsWith("\ufeff") ? text.substring(1) : text)
                .lines()
                .forEach(line -> groups.read(line.indexOf('#') < 0 ? line : line.substring(0, line.indexOf('#'))));
        return new Robots(groups.rules());
    }

    /**
     * The longest rule that matches decides, of two as long the one that allows; without any it is allowed.
     *
     * @param path with its query, as it stands in the address
     */
    boolean allows(String path) {
        String normal = PathPattern.normal(path);
        int disallowed = longest(false, normal);
        return disallowed < 0 || longest(true, normal) >= disallowed || normal.equals(ITSELF);
    }

    private int longest(boolean allows, String path) {
        int longest = -1;
        for (Rule rule : rules) {
            if (rule.allows() == allows
                    && rule.path().length() > longest
                    && rule.path().matches(path)) {
                longest = rule.path().length();
            }
        }
        return longest;
    }

    /** Collects the rules of the groups that name us, and of those for everybody. */
    private static final class Groups {

        private final List<Rule> ours = new ArrayList<>();
        private final List<Rule> everybodys = new ArrayList<>();
        private boolean named;
        private boolean inHead;
        private boolean forUs;
        private boolean forEverybody;

        void read(String line) {
            int colon = line.indexOf(':');
            if (colon < 0) {
                return;
            }
            String value = line.substring(colon + 1).strip();
            switch (line.substring(0, colon).strip().toLowerCase(Locale.ROOT)) {
                case "user-agent" -> head(value);
                case "allow" -> rule(true, value);
                case "disallow" -> rule(false, value);
                default -> {
                    // Whatever else there is neither ends a group nor belongs to one.
                }
            }
        }

        /** Ours or, when no group names us, everybody's. */
        List<Rule> rules() {
            return List.copyOf(named ? ours : everybodys);
        }

        private void head(String agent) {
            if (!inHead) {
                forUs = false;
                forEverybody = false;
                inHead = true;
            }
            forUs |= token(agent).equalsIgnoreCase(PRODUCT);
            forEverybody |= agent.startsWith("*");
            named |= forUs;
        }

        private void rule(boolean allows, String path) {
            inHead = false;
            if (path.isEmpty()) {
                return;
            }
            if (forUs && ours.size() < MOST_RULES) {
                ours.add(new Rule(allows, PathPattern.of(path)));
            }
            if (forEverybody && everybodys.size() < MOST_RULES) {
                everybodys.add(new Rule(allows, PathPattern.of(path)));
            }
        }

        /** Some name a version as well: {@code Bellwether/1.0}. */
        private static String token(String agent) {
            int end = 0;
            while (end < agent.length() && isTokenCharacter(agent.charAt(end))) {
                end++;
            }
            return agent.substring(0, end);
        }

        private static boolean isTokenCharacter(char character) {
            return (character >= 'a' && character <= 'z')
                    || (character >= 'A' && character <= 'Z')
                    || character == '-'
                    || character == '_';
        }
    }
}
