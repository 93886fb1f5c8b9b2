package io.bellwether.notify.person;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

/**
 * What is known about somebody.
 *
 * @param quietHours when he is not to be disturbed; absent for never
 */
public record NewPerson(@Nullable @Valid QuietTimes quietHours) {}
