package io.bellwether.alert.rule;

import io.bellwether.core.Tier;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which vendors and probes a rule watches. What is absent or empty admits all; a vendor must be admitted by everything that
 * is given.
 *
 * @param vendors slugs
 * @param capabilities what vendors are used for; one that they share is enough, whatever its case
 * @param kinds of probes, for rules that watch probes; without any, all those that say whether the service can be used
 */
public record Selection(
        @Nullable @Size(max = 500) List<@NotBlank @Size(max = 120) String> vendors,
        @Nullable @Size(max = 3) List<@NotNull Tier> tiers,
        @Nullable @Size(max = 50) List<@NotBlank @Size(max = 80) String> capabilities,
        @Nullable @Size(max = 50) List<@NotBlank @Size(max = 40) String> kinds) {

    public static final Selection ALL = new Selection(null, null, null, null);

    public boolean admits(String slug, Tier tier, List<String> used) {
        return admits(vendors, slug) && admits(tiers, tier) && isUsedFor(used);
    }

    /** @param deciding whether probes of this kind say that the service can be used or not */
    public boolean admits(String kind, boolean deciding) {
        if (kinds == null || kinds.isEmpty()) {
            return deciding;
        }
        return kinds.contains(kind);
    }

    private boolean isUsedFor(List<String> used) {
        return capabilities == null
                || capabilities.isEmpty()
                || capabilities.stream().anyMatch(wanted -> used.stream().anyMatch(wanted::equalsIgnoreCase));
    }

    private static <T> boolean admits(@Nullable List<T> wanted, T one) {
        return wanted == null || wanted.isEmpty() || wanted.contains(one);
    }
}
