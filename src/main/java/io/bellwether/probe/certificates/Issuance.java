package io.bellwether.probe.certificates;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.bellwether.probe.Printable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A certificate that was issued, as version 1 of Cert Spotter's API has it.
 *
 * @param id where to go on from
 * @param tbs the digest of what was signed, the same in the precertificate and the certificate
 * @param names the first few; all of a certificate's would be kept as long as it is good
 * @param revoked whether its authority has taken it back
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Issuance(
        @Nullable String id,
        @JsonProperty("tbs_sha256") @Nullable String tbs,
        @JsonProperty("dns_names") List<String> names,
        @Nullable Issuer issuer,
        @JsonProperty("not_before") @Nullable String notBefore,
        @JsonProperty("not_after") @Nullable String notAfter,
        @Nullable Boolean revoked) {

    private static final Pattern DIGEST = Pattern.compile("[0-9a-fA-F]{64}");
    private static final int LONGEST_ID = 200;
    private static final int MOST_NAMES = 20;
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_DISTINGUISHED = 1_000;

    Issuance {
        names = start(names);
    }

    /**
     * @param name its distinguished name
     * @param friendlyName as people know it
     * @param caaDomains what stands for it in CAA records
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Issuer(
            @Nullable String name,
            @JsonProperty("friendly_name") @Nullable String friendlyName,
            @JsonProperty("caa_domains") List<String> caaDomains) {

        Issuer {
            name = name == null ? null : Printable.start(name, LONGEST_DISTINGUISHED);
            friendlyName = friendlyName == null ? null : Printable.start(friendlyName, LONGEST_NAME);
            caaDomains = start(caaDomains);
        }
    }

    /** Whether it can be gone on from. */
    boolean hasId() {
        return id != null && !id.isEmpty() && id.length() <= LONGEST_ID;
    }

    /** Whether it can be told from others, and dated. */
    boolean isReadable() {
        return tbs != null && DIGEST.matcher(tbs).matches() && begins() != null && ends() != null;
    }

    /** Null when it cannot be read. */
    @Nullable Instant begins() {
        return time(notBefore);
    }

    /** Null when it cannot be read. */
    @Nullable Instant ends() {
        return time(notAfter);
    }

    /** JSON may lack a list, or have nulls in one. */
    private static List<String> start(List<String> names) {
        return names == null
                ? List.of()
                : names.stream()
                        .filter(Objects::nonNull)
                        .limit(MOST_NAMES)
                        .map(name -> Printable.start(name, LONGEST_NAME))
                        .toList();
    }

    private static @Nullable Instant time(@Nullable String text) {
        try {
            return OffsetDateTime.parse(String.valueOf(text)).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
