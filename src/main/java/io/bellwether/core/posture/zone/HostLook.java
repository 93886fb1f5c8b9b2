package io.bellwether.core.posture.zone;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a host name of the vendor leads in DNS.
 *
 * @param host in lower case
 * @param aliases each further name that it leads to, in order; empty when it is no alias
 * @param end {@link #FOUND}, {@link #NO_DATA} or {@link #NO_SUCH_NAME}, of the last name; null when it could not be told
 * @param deniedBy the zone that says that there is no such name; null when it was not told
 * @param ipv6 whether it has an IPv6 address; null when it could not be told
 * @param unknown why it could not be told where it ends, null when it could
 */
public record HostLook(
        String host,
        List<String> aliases,
        @Nullable String end,
        @Nullable String deniedBy,
        @Nullable Boolean ipv6,
        @Nullable String unknown) {

    /** It has an address. */
    public static final String FOUND = "FOUND";

    /** It exists, without an IPv4 address. */
    public static final String NO_DATA = "NO_DATA";

    public static final String NO_SUCH_NAME = "NO_SUCH_NAME";

    public HostLook {
        aliases = List.copyOf(aliases);
    }

    boolean dangles() {
        return NO_SUCH_NAME.equals(end) && !aliases.isEmpty();
    }
}
