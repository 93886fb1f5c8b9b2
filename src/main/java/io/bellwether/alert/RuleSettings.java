package io.bellwether.alert;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.bellwether.core.alert.Flapping;
import io.bellwether.core.alert.Policy;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;

/** What can be tuned about a built-in rule; kept as JSON beside the rule. */
sealed interface RuleSettings {

    /** Days. A hundred years are for ever, and can still be counted back from now. */
    long LONGEST = 36_525;

    /** How much evidence the rule needs to fire and to resolve. */
    Policy policy();

    /**
     * @param fireAfter how many DOWN observations make it fire; each was confirmed by several attempts already
     * @param within among how many of the latest; as many as {@code fireAfter}, so in a row, when absent
     */
    record Outage(
            @Min(1) @Max(20) int fireAfter,
            @Nullable @Min(1) @Max(Policy.MOST) Integer within,
            @Min(1) @Max(20) int recoverAfter)
            implements RuleSettings {
        static final Outage DEFAULT = new Outage(1, null, 2);

        @AssertTrue(message = "must not be less than fireAfter") @JsonIgnore
        public boolean isWithinPossible() {
            return within == null || within >= fireAfter;
        }

        @Override
        public Policy policy() {
            return new Policy(fireAfter, Objects.requireNonNullElse(within, fireAfter), recoverAfter)
                    .watchedFor(Flapping.DEFAULT);
        }
    }

    /**
     * @param factor how many times its baseline the median of the last five good answers must reach
     * @param riseMs and by how many milliseconds it must exceed it
     * @param baselineDays how far the baseline reaches back
     * @param baselineCount how many good observations a baseline needs
     */
    record Slowness(
            @DecimalMin("1.1") @DecimalMax("100") double factor,
            @Min(1) @Max(60_000) int riseMs,
            @Min(1) @Max(30) int baselineDays,
            @Min(5) @Max(1000) int baselineCount,
            @Min(1) @Max(20) int recoverAfter)
            implements RuleSettings {
        static final Slowness DEFAULT = new Slowness(2.5, 250, 7, 20, 3);

        @Override
        public Policy policy() {
            return Policy.inARow(1, recoverAfter).watchedFor(Flapping.DEFAULT);
        }
    }

    /** @param criticalBelow the share of its own lifetime a certificate must have left not to be CRITICAL, 0 to 0.5 */
    record Certificate(@DecimalMin("0") @DecimalMax("0.5") double criticalBelow) implements RuleSettings {
        static final Certificate DEFAULT = new Certificate(0.1);

        @Override
        public Policy policy() {
            return AT_ONCE;
        }
    }

    /** Nothing to tune: the probe is told how early to warn. */
    record Domain() implements RuleSettings {
        static final Domain DEFAULT = new Domain();

        @Override
        public Policy policy() {
            return AT_ONCE;
        }
    }

    /** Nothing to tune. */
    record Posture() implements RuleSettings {
        static final Posture DEFAULT = new Posture();

        @Override
        public Policy policy() {
            return AT_ONCE;
        }
    }

    /** Of a rule about what happens: its alerts fire until somebody has acknowledged them. */
    sealed interface Event extends RuleSettings {

        /** How long after its acknowledgement the alert resolves by itself. */
        Duration closesAfter();

        @Override
        default Policy policy() {
            return AT_ONCE;
        }
    }

    /**
     * @param weightAtLeast how weighty a filing must be, 0 to 100
     * @param notOlderThan how old news may be when it becomes known; a bankruptcy is never too old
     * @param closesAfter how long after its acknowledgement the alert resolves by itself
     */
    record Filing(
            @Min(1) @Max(100) int weightAtLeast,

            @NotNull @DurationMin(days = 1) @DurationMax(days = LONGEST)
            Duration notOlderThan,

            @NotNull @DurationMin(hours = 1) @DurationMax(days = LONGEST)
            Duration closesAfter)
            implements Event {
        static final Filing DEFAULT = new Filing(20, Duration.ofDays(365), Duration.ofDays(30));
    }

    /**
     * Of what others publish.
     *
     * @param notOlderThan how long it may have been public when it becomes known here
     */
    record News(
            @NotNull @DurationMin(days = 1) @DurationMax(days = LONGEST)
            Duration notOlderThan,

            @NotNull @DurationMin(hours = 1) @DurationMax(days = LONGEST)
            Duration closesAfter)
            implements Event {
        static final News OF_BREACHES = new News(Duration.ofDays(90), Duration.ofDays(30));
        static final News OF_PAGES = new News(Duration.ofDays(30), Duration.ofDays(7));

        boolean tooOld(Instant publishedAt, Instant knownAt) {
            return publishedAt.isBefore(knownAt.minus(notOlderThan));
        }
    }

    record DomainMove(
            @NotNull @DurationMin(hours = 1) @DurationMax(days = LONGEST)
            Duration closesAfter) implements Event {
        static final DomainMove DEFAULT = new DomainMove(Duration.ofDays(30));
    }

    /**
     * @param after how long the service must have been down, unless two observations in a row say so
     * @param freshIntervals how many of its intervals old the page's word may be
     */
    record Contradiction(
            @NotNull @DurationMin @DurationMax(days = LONGEST)
            Duration after,

            @Min(1) @Max(20) int freshIntervals) implements RuleSettings {
        static final Contradiction DEFAULT = new Contradiction(Duration.ofMinutes(1), 3);

        @Override
        public Policy policy() {
            // One good look in the middle of a flapping outage does not end the contradiction.
            return Policy.inARow(1, 2);
        }
    }

    /** @param recoverAfter rounds of a minute without any sign of it */
    record Budget(@Min(1) @Max(60) int recoverAfter) implements RuleSettings {
        static final Budget DEFAULT = new Budget(5);

        @Override
        public Policy policy() {
            return Policy.inARow(1, recoverAfter);
        }
    }

    /** @param drop how many points below the median of the last 14 days the index must have fallen */
    record Viability(
            @Min(1) @Max(100) int drop, @Min(1) @Max(20) int recoverAfter) implements RuleSettings {
        static final Viability DEFAULT = new Viability(5, 2);

        @Override
        public Policy policy() {
            return Policy.inARow(1, recoverAfter);
        }
    }

    Policy AT_ONCE = Policy.inARow(1, 1);

    /** Nothing to tune: several targets were asked already. */
    record OwnEgress() implements RuleSettings {
        static final OwnEgress DEFAULT = new OwnEgress();

        @Override
        public Policy policy() {
            return AT_ONCE;
        }
    }

    /**
     * @param before how long before its end people are reminded of a silence; one that lasts less than twice as long needs no
     *     reminder
     */
    record SilenceEnding(
            @NotNull @DurationMin(minutes = 1) @DurationMax(days = LONGEST)
            Duration before) implements RuleSettings {
        static final SilenceEnding DEFAULT = new SilenceEnding(Duration.ofHours(1));

        @Override
        public Policy policy() {
            return AT_ONCE;
        }
    }

    /** The other system has confirmed it. */
    record External() implements RuleSettings {
        static final External DEFAULT = new External();

        @Override
        public Policy policy() {
            return new Policy(1, 1, 1);
        }
    }
}
