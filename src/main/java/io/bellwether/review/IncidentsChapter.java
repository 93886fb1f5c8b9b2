package io.bellwether.review;

import io.bellwether.core.Dimension;
import io.bellwether.slo.Availability.DownMinutes;
import io.bellwether.slo.Availability.Incident;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Each outage: how long, why, and whether and when the vendor told about it. */
final class IncidentsChapter implements Chapter {

    private record Data(List<Item> items, int detectedByUs, int announced, String source) {}

    /**
     * @param minutes null for an incident that only the vendor's status page knows of
     * @param delayMinutes from our first bad observation to the first sight of the announcement; negative when the
     *     vendor was first
     */
    private record Item(
            Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable DownMinutes minutes,
            String reason,
            boolean detectedByUs,
            @Nullable Told announced,
            @Nullable Double delayMinutes,
            String source) {}

    private record Told(Instant startedAt, Instant seenAt, String title, String source) {}

    @Override
    public String key() {
        return "incidents";
    }

    @Override
    public String title() {
        return "Incidents";
    }

    @Override
    public Object data(Material material) {
        Links links = material.links();
        List<Incident> incidents = material.availability().incidents();
        List<Announcement> announcements = announcements(material);
        List<Item> items = Stream.concat(
                        incidents.stream()
                                .map(incident -> measured(incident, announcement(incident, announcements), links)),
                        announcements.stream()
                                .filter(announcement -> incidents.stream().noneMatch(announcement::about))
                                .map(IncidentsChapter::onlyAnnounced))
                .sorted(Comparator.comparing(Item::startedAt))
                .toList();
        int announced =
                (int) items.stream().filter(item -> item.announced() != null).count();
        return new Data(items, incidents.size(), announced, links.availability());
    }

    private static List<Announcement> announcements(Material material) {
        return Events.of(Dimension.UPTIME, material)
                .filter(fact -> fact.signal().equals(Announcement.SIGNAL))
                .map(Announcement::of)
                .toList();
    }

    private static @Nullable Announcement announcement(Incident incident, List<Announcement> announcements) {
        return announcements.stream()
                .filter(announcement -> announcement.about(incident))
                .findFirst()
                .orElse(null);
    }

    private static Item measured(Incident incident, @Nullable Announcement announcement, Links links) {
        Instant end = incident.endedAt();
        return new Item(
                incident.startedAt(),
                end,
                incident.downMinutes(),
                incident.reason(),
                true,
                announcement == null ? null : told(announcement),
                announcement == null ? null : Minutes.between(incident.startedAt(), announcement.seenAt()),
                links.availability(incident.startedAt(), end == null ? links.until() : end));
    }

    private static Item onlyAnnounced(Announcement announcement) {
        return new Item(
                announcement.startedAt(),
                announcement.endedAt(),
                null,
                announcement.title(),
                false,
                told(announcement),
                null,
                announcement.source());
    }

    private static Told told(Announcement announcement) {
        return new Told(announcement.startedAt(), announcement.seenAt(), announcement.title(), announcement.source());
    }
}
