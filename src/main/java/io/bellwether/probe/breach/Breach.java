package io.bellwether.probe.breach;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A breach as version 3 of the API of Have I Been Pwned has it. */
@JsonIgnoreProperties(ignoreUnknown = true)
record Breach(
        @JsonProperty("Name") @Nullable String name,
        @JsonProperty("Title") @Nullable String title,
        @JsonProperty("Domain") @Nullable String domain,
        @JsonProperty("BreachDate") @Nullable String breachDate,
        @JsonProperty("AddedDate") @Nullable String addedDate,
        @JsonProperty("PwnCount") @Nullable Long pwnCount,
        @JsonProperty("DataClasses") @Nullable List<@Nullable String> dataClasses,
        @JsonProperty("IsVerified") @Nullable Boolean verified,
        @JsonProperty("IsFabricated") @Nullable Boolean fabricated,
        @JsonProperty("IsSpamList") @Nullable Boolean spamList,
        @JsonProperty("IsRetired") @Nullable Boolean retired,
        @JsonProperty("IsMalware") @Nullable Boolean malware,
        @JsonProperty("IsStealerLog") @Nullable Boolean stealerLog) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    boolean isOf(String asked) {
        return asked.equalsIgnoreCase(domain)
                && name != null
                && NAME.matcher(name).matches();
    }

    /**
     * Whether it is the vendor's: somebody looked at it, and it is neither made up, nor a list of addresses to send spam to,
     * nor collected from people's own computers.
     */
    boolean counts() {
        return is(verified) && !is(fabricated) && !is(spamList) && !is(retired) && !is(malware) && !is(stealerLog);
    }

    /** Whether it never happened or is the vendor's no more, whatever the list said before. */
    boolean withdrawn() {
        return is(fabricated) || is(retired);
    }

    /** The day the breach happened, or where that is not told the time it became known; null when neither can be read. */
    @Nullable Instant occurredAt() {
        try {
            return LocalDate.parse(String.valueOf(breachDate))
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant();
        } catch (DateTimeException happened) {
            try {
                return Instant.parse(String.valueOf(addedDate));
            } catch (DateTimeException added) {
                return null;
            }
        }
    }

    static boolean is(@Nullable Boolean flag) {
        return Boolean.TRUE.equals(flag);
    }
}
