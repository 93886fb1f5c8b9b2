package io.bellwether.notify.person;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is known about somebody.
 *
 * @param quietHours when he is not to be disturbed; absent for never
 * @param slackUser his id in Slack, for example {@code U0123ABCD}: with it he may acknowledge and snooze alerts there
 */
public record NewPerson(
        @Nullable @Valid QuietTimes quietHours,

        @Nullable @Pattern(regexp = "[UW][A-Z0-9]{2,20}", message = "must be a member id such as U0123ABCD") String slackUser) {}
