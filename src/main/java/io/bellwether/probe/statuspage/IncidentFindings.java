package io.bellwether.probe.statuspage;

import io.bellwether.core.Dimension;
import io.bellwether.core.Finding;
import io.bellwether.probe.statuspage.PageSummary.Incident;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;

/** Declared incidents as dated events; each is one event however often it is seen. */
final class IncidentFindings {

    private IncidentFindings() {}

    static List<Finding> of(List<Incident> incidents, URI page, Instant now) {
        return incidents.stream()
                .filter(incident -> incident.id() != null)
                .map(incident -> Finding.event(
                        Dimension.UPTIME,
                        "status-incident",
                        "statuspage:" + incident.id(),
                        begun(incident, now),
                        incident.shortlink() == null ? page.toString() : incident.shortlink(),
                        DeclarationDetail.incident(incident)))
                .toList();
    }

    /** The vendor's own time, with an offset of the page's time zone; ours where there is none that can be read. */
    private static Instant begun(Incident incident, Instant now) {
        return Stream.of(String.valueOf(incident.startedAt()), String.valueOf(incident.createdAt()))
                .flatMap(IncidentFindings::instant)
                .findFirst()
                .orElse(now);
    }

    private static Stream<Instant> instant(String text) {
        try {
            return Stream.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Stream.empty();
        }
    }
}
