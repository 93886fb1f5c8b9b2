package io.bellwether.platform;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** What a token may do. Each role may also do what the roles before it may. */
public enum Role {
    /** Reads everything but tokens and the audit log. */
    VIEWER,
    /** Answers for vendors: acknowledges, comments, signs off. */
    OWNER,
    /** Runs the register: vendors, probes, rules, channels. */
    OPERATOR,
    /** Hands out tokens and reads the audit log. */
    ADMIN;

    /** The names, as constants for {@link jakarta.annotation.security.RolesAllowed}. */
    public static final class Names {
        public static final String VIEWER = "VIEWER";
        public static final String OWNER = "OWNER";
        public static final String OPERATOR = "OPERATOR";
        public static final String ADMIN = "ADMIN";

        private Names() {}
    }

    /** This role's name and the names of all roles it includes. */
    public Set<String> held() {
        return Arrays.stream(values())
                .filter(role -> role.compareTo(this) <= 0)
                .map(Role::name)
                .collect(Collectors.toUnmodifiableSet());
    }
}
