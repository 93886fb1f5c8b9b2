package io.bellwether.vendor;

import io.bellwether.core.Tier;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

/** What the catalogue cannot know about a vendor that is taken from it. */
public record Adoption(@Nullable Tier tier, @Nullable @Valid Owners owners) {

    static final Adoption PLAIN = new Adoption(null, null);
}
