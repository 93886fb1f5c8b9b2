package io.bellwether.core.posture.securitytxt;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A security.txt as it reads (RFC 9116, section 4). Anything can be read; what is wrong becomes a fault.
 *
 * @param fields those that count, in their order: of a signed file the signed ones alone
 * @param faults what breaks the grammar, one sentence each, at most {@value #MOST_FAULTS}
 * @param signed whether it is an OpenPGP cleartext signature
 */
public record SecurityTxt(List<Field> fields, List<String> faults, boolean signed) {

    /** How much of a file is read, in characters. */
    public static final int LONGEST = 64 * 1024;

    static final int MOST_FAULTS = 20;
    static final int MOST_FIELDS = 1_000;
    static final int LONGEST_VALUE = 2_048;

    private static final Set<String> KNOWN = Set.of(
            "acknowledgments",
            "canonical",
            "contact",
            "encryption",
            "expires",
            "hiring",
            "policy",
            "preferred-languages");

    public SecurityTxt {
        fields = List.copyOf(fields);
        faults = List.copyOf(faults);
    }

    /**
     * @param line in the file, from 1
     * @param name in lower case
     * @param value without the space around it, cut to {@value #LONGEST_VALUE} characters
     */
    public record Field(int line, String name, String value) {}

    /** @param text of which the first {@value #LONGEST} characters are read */
    public static SecurityTxt parse(String text) {
        return new SecurityTxtReader(text.substring(0, Math.min(text.length(), LONGEST))).read();
    }

    /** Whether it has any of the fields that make a text a file of this kind. */
    public boolean isOne() {
        return fields.stream().anyMatch(field -> KNOWN.contains(field.name()));
    }

    /** The values of a field, in their order. */
    public List<String> values(String name) {
        return named(name).map(Field::value).toList();
    }

    Stream<Field> named(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return fields.stream().filter(field -> field.name().equals(lower));
    }
}
