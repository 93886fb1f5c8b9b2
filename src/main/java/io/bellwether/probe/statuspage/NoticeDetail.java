package io.bellwether.probe.statuspage;

import io.bellwether.probe.statuspage.format.Affected;
import io.bellwether.probe.statuspage.format.Incident;
import io.bellwether.probe.statuspage.format.Maintenance;
import io.bellwether.probe.statuspage.format.Notice;
import io.bellwether.probe.statuspage.format.Update;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Incidents and maintenances as evidence, in the vendor's own words and times. */
final class NoticeDetail {

    private static final int MOST_NAMES = 50;

    private NoticeDetail() {}

    static Map<String, Object> incident(Incident incident) {
        Notice notice = incident.notice();
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("id", notice.id());
        detail.put("name", notice.title());
        put(detail, "impact", incident.impact());
        detail.put("level", incident.level().word());
        put(detail, "status", incident.status());
        put(detail, "startedAt", notice.period().start());
        put(detail, "resolvedAt", incident.open() ? null : notice.period().end());
        about(detail, notice);
        return Collections.unmodifiableMap(detail);
    }

    static Map<String, Object> maintenance(Maintenance maintenance) {
        Notice notice = maintenance.notice();
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("id", notice.id());
        detail.put("title", notice.title());
        put(detail, "status", maintenance.status());
        put(detail, "start", notice.period().start());
        put(detail, "end", notice.period().end());
        about(detail, notice);
        return Collections.unmodifiableMap(detail);
    }

    /** Of work on some components, of which we do not know whether we depend on them. */
    static Map<String, Object> partial(Maintenance maintenance) {
        Map<String, Object> detail = new LinkedHashMap<>(maintenance(maintenance));
        detail.put("partial", true);
        return Collections.unmodifiableMap(detail);
    }

    private static void about(Map<String, Object> detail, Notice notice) {
        put(detail, "url", notice.url());
        detail.put("components", names(notice.scope().components()));
        if (!notice.scope().regions().isEmpty()) {
            detail.put("regions", names(notice.scope().regions()));
        }
        detail.put(
                "updates", notice.updates().stream().map(NoticeDetail::update).toList());
    }

    private static List<String> names(List<Affected> affected) {
        return affected.stream().map(Affected::name).limit(MOST_NAMES).toList();
    }

    private static Map<String, Object> update(Update update) {
        return update.status().isEmpty()
                ? Map.of("at", update.at().toString())
                : Map.of("at", update.at().toString(), "status", update.status());
    }

    private static void put(Map<String, Object> detail, String key, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            detail.put(key, value);
        }
    }

    private static void put(Map<String, Object> detail, String key, @Nullable Instant time) {
        put(detail, key, time == null ? null : time.toString());
    }
}
