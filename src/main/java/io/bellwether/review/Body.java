package io.bellwether.review;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is stored of a review as JSON; components as in {@link Review}. */
@JsonIgnoreProperties(ignoreUnknown = true)
record Body(
        String zone,
        Instant from,
        Instant to,
        boolean partial,
        @Nullable Instant until,
        List<Review.Section> sections) {}
