package io.bellwether.core.honesty;

import io.bellwether.core.slo.Outage;
import io.bellwether.core.slo.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Two hours of a vendor, told in minutes since their begin. */
final class Hour {

    private static final Instant BEGIN = Instant.parse("2026-10-25T00:00:00Z");
    private static final Duration EVERY = Duration.ofMinutes(2);

    private final List<Outage> outages = new ArrayList<>();
    private final List<List<Claim>> pages = new ArrayList<>();
    private final List<Post> posts = new ArrayList<>();

    static Instant at(int minute) {
        return BEGIN.plus(minutes(minute));
    }

    static Duration minutes(int minutes) {
        return Duration.ofMinutes(minutes);
    }

    Hour down(int from, Integer to) {
        Duration lasted = minutes((to == null ? 120 : to) - from);
        outages.add(new Outage(at(from), to == null ? null : at(to), lasted, lasted, lasted, "connection refused"));
        return this;
    }

    Hour page(int from, int to, boolean admits) {
        return claim(0, from, to, admits);
    }

    Hour otherPage(int from, int to, boolean admits) {
        return claim(1, from, to, admits);
    }

    Hour post(int startedAt, Integer endedAt, int seenAt) {
        posts.add(new Post(
                at(startedAt),
                endedAt == null ? null : at(endedAt),
                at(seenAt).plusSeconds(3),
                "Errors",
                "https://status/1"));
        return this;
    }

    Honesty judge() {
        return Honesty.of(outages, pages, posts, new Span(BEGIN, at(120)));
    }

    private Hour claim(int page, int from, int to, boolean admits) {
        while (pages.size() <= page) {
            pages.add(new ArrayList<>());
        }
        pages.get(page).add(new Claim(at(from), at(to), EVERY, admits));
        return this;
    }
}
