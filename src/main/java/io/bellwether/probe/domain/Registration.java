package io.bellwether.probe.domain;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A domain as its register has it (RFC 9083).
 *
 * @param domain in lower case
 * @param expiresAt null where the register does not say
 * @param statuses as in RFC 8056: {@code client transfer prohibited}
 * @param registrar its name, else its handle; null where the register does not say
 * @param registrarId its number with the IANA
 * @param nameServers in lower case, sorted
 * @param signed whether the zone above vouches for the keys of this one; null where the register does not say
 */
record Registration(
        String domain,
        @Nullable Instant registeredAt,
        @Nullable Instant expiresAt,
        List<String> statuses,
        @Nullable String registrar,
        @Nullable String registrarId,
        List<String> nameServers,
        @Nullable Boolean signed) {

    private static final int MOST = 50;

    /**
     * @throws IllegalArgumentException when it is no description of a domain, or gives a date that is none
     */
    static Registration of(Map<String, Object> rdap) {
        String name = text(rdap.get("ldhName")).orElse("");
        if (!text(rdap.get("objectClassName")).orElse("").equals("domain") || name.isEmpty()) {
            throw new IllegalArgumentException("it describes no domain");
        }
        Optional<Map<?, ?>> registrar = objects(rdap.get("entities"))
                .filter(entity -> texts(entity.get("roles")).anyMatch("registrar"::equals))
                .findFirst();
        return new Registration(
                name.toLowerCase(Locale.ROOT).replaceAll("\\.$", ""),
                event(rdap, "registration").orElse(null),
                event(rdap, "expiration")
                        .or(() -> event(rdap, "registrar expiration"))
                        .orElse(null),
                texts(rdap.get("status")).map(Registration::spaced).limit(MOST).toList(),
                registrar.flatMap(Registration::name).orElse(null),
                registrar.flatMap(Registration::number).orElse(null),
                objects(rdap.get("nameservers"))
                        .flatMap(server -> text(server.get("ldhName")).stream())
                        .map(server -> server.toLowerCase(Locale.ROOT).replaceAll("\\.$", ""))
                        .limit(MOST)
                        .sorted()
                        .toList(),
                object(rdap.get("secureDNS"))
                        .map(dnssec -> dnssec.get("delegationSigned") instanceof Boolean signed ? signed : null)
                        .orElse(null));
    }

    /** Whether it has any of these statuses. */
    boolean is(String... wanted) {
        return Stream.of(wanted).anyMatch(statuses::contains);
    }

    /** Whether only the owner can have it moved to another registrar. */
    boolean locked() {
        return is("client transfer prohibited", "server transfer prohibited");
    }

    /** Whether it cannot be deleted without being unlocked first. */
    boolean keptFromDeletion() {
        return is("client delete prohibited", "server delete prohibited");
    }

    Map<String, Object> detail() {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("domain", domain);
        put(detail, "registeredAt", registeredAt == null ? null : registeredAt.toString());
        put(detail, "expiresAt", expiresAt == null ? null : expiresAt.toString());
        detail.put("statuses", statuses);
        put(detail, "registrar", registrar);
        put(detail, "registrarId", registrarId);
        detail.put("nameServers", nameServers);
        put(detail, "signed", signed);
        return detail;
    }

    private static void put(Map<String, Object> detail, String key, @Nullable Object value) {
        if (value != null) {
            detail.put(key, value);
        }
    }

    private static Optional<Instant> event(Map<String, Object> rdap, String action) {
        return objects(rdap.get("events"))
                .filter(event -> action.equals(event.get("eventAction")))
                .flatMap(event -> text(event.get("eventDate")).stream())
                .findFirst()
                .map(Registration::time);
    }

    private static Instant time(String date) {
        try {
            return OffsetDateTime.parse(date).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + date + "' is no time", e);
        }
    }

    /** Some write {@code clientTransferProhibited} as EPP has it. */
    private static String spaced(String status) {
        return status.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    }

    /** The formatted name of the contact card (RFC 7095), a list of {@code [property, parameters, type, value]}. */
    private static Optional<String> name(Map<?, ?> entity) {
        List<?> card = entity.get("vcardArray") instanceof List<?> array
                        && array.size() > 1
                        && array.get(1) instanceof List<?> properties
                ? properties
                : List.of();
        return card.stream()
                .flatMap(property ->
                        property instanceof List<?> parts && parts.size() > 3 && "fn".equals(parts.getFirst())
                                ? text(parts.get(3)).stream()
                                : Stream.empty())
                .findFirst()
                .or(() -> text(entity.get("handle")));
    }

    private static Optional<String> number(Map<?, ?> entity) {
        return objects(entity.get("publicIds"))
                .filter(id -> "IANA Registrar ID".equals(id.get("type")))
                .flatMap(id -> text(id.get("identifier")).stream())
                .findFirst();
    }

    private static Optional<Map<?, ?>> object(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? Optional.of(map) : Optional.empty();
    }

    private static Stream<Map<?, ?>> objects(@Nullable Object value) {
        return value instanceof List<?> list ? list.stream().flatMap(one -> object(one).stream()) : Stream.empty();
    }

    private static Stream<String> texts(@Nullable Object value) {
        return value instanceof List<?> list ? list.stream().flatMap(one -> text(one).stream()) : Stream.empty();
    }

    private static Optional<String> text(@Nullable Object value) {
        return value instanceof String text && !text.isBlank() ? Optional.of(text.strip()) : Optional.empty();
    }
}
