package io.bellwether.vendor;

import io.bellwether.core.Lens;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
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
            @Nullable @ZoneName String timeZone) {}

    public @Nullable Owner of(Lens lens) {
        return switch (lens) {
            case IT -> it;
            case MARKETING -> marketing;
        };
    }
}
