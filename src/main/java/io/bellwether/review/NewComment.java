package io.bellwether.review;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** What an owner says about a section; an empty text takes the comment away. */
public record NewComment(@NotNull @Size(max = 4000) String comment) {}
