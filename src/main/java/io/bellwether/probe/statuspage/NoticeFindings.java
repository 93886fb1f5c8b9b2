package io.bellwether.probe.statuspage;

import io.bellwether.core.Dimension;
import io.bellwether.core.Finding;
import io.bellwether.probe.statuspage.format.Incident;
import io.bellwether.probe.statuspage.format.Maintenance;
import io.bellwether.probe.statuspage.format.Notice;
import io.bellwether.probe.statuspage.format.Period;
import io.bellwether.probe.statuspage.format.Update;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Declared incidents and announced maintenances as dated events; each is one event however often it is seen. */
final class NoticeFindings {

    private static final int MOST = 50;

    private NoticeFindings() {}

    static List<Finding> of(
            Selection selection, List<Incident> incidents, List<Maintenance> maintenances, URI page, Instant now) {
        return Stream.concat(
                        incidents.stream().limit(MOST).map(incident -> incident(incident, page, now)),
                        maintenances.stream()
                                .filter(work -> work.notice().period().start() != null)
                                .limit(MOST)
                                .map(work -> maintenance(
                                        work,
                                        selection.isPerhapsOfOthers(
                                                work.notice().scope()),
                                        page,
                                        now)))
                .toList();
    }

    private static Finding incident(Incident incident, URI page, Instant now) {
        Notice notice = incident.notice();
        return Finding.event(
                Dimension.UPTIME,
                "status-incident",
                "statuspage:" + notice.id(),
                begun(notice, now),
                source(notice, page),
                NoticeDetail.incident(incident));
    }

    /** One that is put off is another event, so that its new hours are told; the same {@code id} in the detail joins them. */
    private static Finding maintenance(Maintenance work, boolean partial, URI page, Instant now) {
        Notice notice = work.notice();
        Period period = notice.period();
        return Finding.event(
                Dimension.UPTIME,
                "status-maintenance",
                "statuspage:" + notice.id() + "@" + period.start() + "/" + Objects.toString(period.end(), ""),
                begun(notice, now),
                source(notice, page),
                partial ? NoticeDetail.partial(work) : NoticeDetail.maintenance(work));
    }

    /** The vendor's own time; that of its first post, and then ours, where it gives none that can be read. */
    private static Instant begun(Notice notice, Instant now) {
        return Objects.requireNonNullElseGet(
                notice.period().start(),
                () -> notice.updates().stream()
                        .map(Update::at)
                        .min(Instant::compareTo)
                        .orElse(now));
    }

    private static String source(Notice notice, URI page) {
        return Objects.requireNonNullElse(notice.url(), page.toString());
    }
}
