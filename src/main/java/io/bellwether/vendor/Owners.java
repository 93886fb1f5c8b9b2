package io.bellwether.vendor;

import io.bellwether.core.Lens;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who answers for a vendor on each side, and who pays. */
public record Owners(
        @Nullable @Valid Owner marketing,
        @Nullable @Valid Owner it,
        @Nullable @Valid Owner budget) {

    public static final Owners NONE = new Owners(null, null, null);

    /**
     * A person.
     *
     * @param timeZone IANA name, for example {@code Europe/Berlin}; times in messages are told in it
     */
    public record Owner(
            @NotBlank @Size(max = 120) String name,
            @NotBlank @Email @Size(max = 254) String email,
            @Nullable @Size(max = 80) String slackChannel,
            @Nullable @ZoneName String timeZone) {

        /** The zone of who has given none. */
        public static final ZoneId UTC = ZoneId.of("UTC");

        /** Whether this is he. */
        public boolean is(String address) {
            return EmailAddress.same(email, address);
        }

        /** UTC when he has none, or one that is not known any more. */
        public ZoneId zone() {
            try {
                return timeZone == null ? UTC : ZoneId.of(timeZone);
            } catch (DateTimeException e) {
                return UTC;
            }
        }
    }

    /** Those that there are. */
    public Stream<Owner> all() {
        return Stream.of(Stream.ofNullable(it), Stream.ofNullable(marketing), Stream.ofNullable(budget))
                .flatMap(owner -> owner);
    }

    public @Nullable Owner of(Lens lens) {
        return switch (lens) {
            case IT -> it;
            case MARKETING -> marketing;
        };
    }
}
