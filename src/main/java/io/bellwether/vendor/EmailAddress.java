package io.bellwether.vendor;

import io.bellwether.platform.Problem;
import java.util.Locale;
import java.util.regex.Pattern;

/** E-mail addresses as people are known by them: capitals make no difference. */
public final class EmailAddress {

    private static final Pattern SHAPE = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,190}");

    private EmailAddress() {}

    /** The same for all ways to write it, in lower case. */
    public static String key(String address) {
        return address.strip().toLowerCase(Locale.ROOT);
    }

    /** Whether both are the same address; capitals and blanks around it make no difference. */
    public static boolean same(String one, String other) {
        return key(one).equals(key(other));
    }

    /**
     * As {@link #key}.
     *
     * @throws Problem 400 at {@code pointer} when it is none
     */
    public static String checked(String address, String pointer) {
        String key = key(address);
        if (!SHAPE.matcher(key).matches()) {
            throw Problem.invalid(pointer, "Must be an e-mail address.");
        }
        return key;
    }
}
