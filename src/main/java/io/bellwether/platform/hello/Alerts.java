package io.bellwether.platform.hello;

import java.util.Map;
import java.util.Set;

/** What a server says when it does not want to go on (RFC 8446, 6). */
public final class Alerts {

    /** The server could not go on, for a reason of its own. */
    public static final int INTERNAL_ERROR = 80;

    /** Those that say: not with this version, these suites or these parameters. */
    private static final Set<Integer> REFUSALS = Set.of(40, 70, 71);

    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(0, "close_notify"),
            Map.entry(10, "unexpected_message"),
            Map.entry(20, "bad_record_mac"),
            Map.entry(40, "handshake_failure"),
            Map.entry(42, "bad_certificate"),
            Map.entry(46, "certificate_unknown"),
            Map.entry(47, "illegal_parameter"),
            Map.entry(49, "access_denied"),
            Map.entry(50, "decode_error"),
            Map.entry(51, "decrypt_error"),
            Map.entry(70, "protocol_version"),
            Map.entry(71, "insufficient_security"),
            Map.entry(INTERNAL_ERROR, "internal_error"),
            Map.entry(86, "inappropriate_fallback"),
            Map.entry(90, "user_canceled"),
            Map.entry(109, "missing_extension"),
            Map.entry(110, "unsupported_extension"),
            Map.entry(112, "unrecognized_name"),
            Map.entry(116, "certificate_required"),
            Map.entry(120, "no_application_protocol"));

    private Alerts() {}

    public static String name(int alert) {
        return NAMES.getOrDefault(alert, "alert " + alert);
    }

    /** Whether it tells that what was offered is not supported; any other may have other reasons. */
    public static boolean refuses(int alert) {
        return REFUSALS.contains(alert);
    }
}
