package io.bellwether.core.alert.escalation;

import io.bellwether.core.Lens;

/** Whom a step tells. */
public sealed interface Target {

    /** For people. */
    String words();

    /**
     * Whoever is behind a channel.
     *
     * @param name of the channel
     */
    record Place(String name) implements Target {

        @Override
        public String words() {
            return "channel " + name;
        }
    }

    /** Somebody, by mail. */
    record Person(String email) implements Target {

        @Override
        public String words() {
            return email;
        }
    }

    /** Whoever owns the vendor on one side when the step is taken, by mail. */
    record Owner(Lens lens) implements Target {

        @Override
        public String words() {
            return switch (lens) {
                case IT -> "IT owner";
                case MARKETING -> "marketing owner";
            };
        }
    }
}
