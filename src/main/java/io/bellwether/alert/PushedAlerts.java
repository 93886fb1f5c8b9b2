package io.bellwether.alert;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import io.bellwether.core.alert.Fingerprint;
import io.bellwether.core.alert.Severity;
import io.bellwether.core.alert.Signal;
import io.bellwether.core.alert.label.Labels;
import io.bellwether.platform.EachRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Alerts that other monitoring systems push: they are over when they say so, or when they say nothing any more. */
@ApplicationScoped
public class PushedAlerts {

    static final String LABELS = "labels";

    private static final Duration TIMEOUT = Duration.ofMinutes(5);
    private static final String SEVERITY = "severity";
    private static final String VENDOR = "vendor";
    private static final String ENDS = ".!?…";
    private static final int LONGEST = 2_000;

    private final RuleBook book;
    private final EpisodeStore store;
    private final Episodes episodes;
    private final Jdbi jdbi;
    private final Clock clock;

    PushedAlerts(RuleBook book, EpisodeStore store, Episodes episodes, Jdbi jdbi, Clock clock) {
        this.book = book;
        this.store = store;
        this.episodes = episodes;
        this.jdbi = jdbi;
        this.clock = clock;
    }

    private record Taken(
            Subject subject, PushedAlert alert, Map<String, String> labels, Instant startsAt, Instant endsAt) {

        boolean over(Instant now) {
            return !endsAt.isAfter(now);
        }

        /** When what it says happened. */
        Instant at(Instant now) {
            return over(now) ? endsAt : startsAt;
        }
    }

    /**
     * Takes those that can be taken; what is wrong with the others, in words. Of those that differ in nothing but their
     * severity the worst counts.
     */
    @Transactional
    public List<String> receive(List<PushedAlert> alerts) {
        Instant now = clock.instant();
        List<String> faults = new ArrayList<>();
        Map<String, UUID> vendors = vendors(alerts);
        Map<Subject, List<Taken>> taken = alerts.stream()
                .flatMap(alert -> take(alert, vendors, now, faults).stream())
                .collect(groupingBy(Taken::subject, TreeMap::new, toList()));
        taken.replaceAll((_, same) -> counting(same, now));
        // Locks in the order of the subjects, and those of episodes last: here and when they time out.
        remember(taken.values().stream().map(List::getLast).toList());
        apply(taken.values().stream()
                .flatMap(List::stream)
                .flatMap(one -> evidence(one, now).stream())
                .toList());
        return faults;
    }

    /** Those with the labels of the worst, in the order in which they happened. */
    private static List<Taken> counting(List<Taken> same, Instant now) {
        Taken worst = Collections.max(
                same,
                Comparator.comparing((Taken one) -> !one.over(now))
                        .thenComparing(one -> severity(one.labels), Comparator.reverseOrder()));
        return same.stream()
                .filter(one -> one.labels.equals(worst.labels))
                .sorted(Comparator.comparing(one -> one.at(now)))
                .toList();
    }

    /** Ends those that nobody has pushed for long, or is pushing now. */
    void timeOut(Instant now) {
        List<Subject> silent = jdbi.withHandle(handle -> handle.createQuery("""
                        DELETE FROM pushed_alert WHERE (vendor_id, sub_key) IN (
                            SELECT vendor_id, sub_key FROM pushed_alert WHERE ends_at <= :now FOR UPDATE SKIP LOCKED)
                        RETURNING vendor_id, sub_key""")
                .bind("now", now)
                .map((row, _) -> Subject.of(
                        BuiltInRule.EXTERNAL_ALERT, row.getObject("vendor_id", UUID.class), row.getString("sub_key")))
                .list());
        apply(silent.stream()
                .flatMap(subject -> rule().stream()
                        .map(rule -> Evidence.of(rule, subject, Evidence.Kind.STATE, now, Signal.GOOD, Map::of)))
                .toList());
    }

    private void apply(List<Evidence> evidence) {
        if (evidence.isEmpty()) {
            return;
        }
        Map<Subject, StoredEpisode> open = store.lockOpen(
                evidence.stream().map(one -> one.subject().vendorId()).toList(),
                evidence.stream().map(one -> one.subject().key()).toList());
        List<Evidence> timely = evidence.stream()
                .filter(one -> !endedBefore(one, open.get(one.subject())))
                .toList();
        episodes.apply(timely, open);
    }

    /** The end of an earlier episode, told again. */
    private static boolean endedBefore(Evidence evidence, @Nullable StoredEpisode episode) {
        return episode != null
                && evidence.signal() instanceof Signal.Good
                && evidence.at().isBefore(episode.state().startedAt());
    }

    private static Optional<Taken> take(
            PushedAlert alert, Map<String, UUID> vendors, Instant now, List<String> faults) {
        Map<String, String> labels = new TreeMap<>(alert.labels());
        labels.values().removeIf(String::isBlank);
        Instant endsAt = Objects.requireNonNullElse(alert.endsAt(), now.plus(TIMEOUT));
        Instant startsAt = Objects.requireNonNullElse(alert.startsAt(), endsAt.isBefore(now) ? endsAt : now);
        Optional<UUID> vendor = Optional.ofNullable(vendors.get(labels.getOrDefault(VENDOR, "")));
        Optional<String> fault = fault(labels, startsAt, endsAt, vendor.isPresent());
        if (fault.isPresent() || vendor.isEmpty()) {
            fault.ifPresent(faults::add);
            return Optional.empty();
        }
        Map<String, String> identity = new TreeMap<>(labels);
        identity.remove(SEVERITY);
        Subject subject = Subject.of(BuiltInRule.EXTERNAL_ALERT, vendor.get(), Fingerprint.of(identity));
        return Optional.of(new Taken(subject, alert, labels, startsAt.isAfter(now) ? now : startsAt, endsAt));
    }

    private static Optional<String> fault(
            Map<String, String> labels, Instant startsAt, Instant endsAt, boolean vendorKnown) {
        if (labels.isEmpty()) {
            return Optional.of("at least one label pair required");
        }
        Optional<String> name =
                labels.keySet().stream().filter(label -> !Labels.isName(label)).findFirst();
        if (name.isPresent()) {
            return Optional.of("invalid label set: invalid name \"" + name.get() + "\"");
        }
        if (endsAt.isBefore(startsAt)) {
            return Optional.of("start time must be before end time");
        }
        return vendorKnown
                ? Optional.empty()
                : Optional.of("the label vendor must be the slug of a vendor of the register, and not '"
                        + labels.getOrDefault(VENDOR, "") + "'");
    }

    private Optional<Evidence> evidence(Taken taken, Instant now) {
        Signal signal = taken.over(now) ? Signal.GOOD : Signal.bad(severity(taken.labels));
        return rule().map(rule ->
                Evidence.of(rule, taken.subject, Evidence.Kind.STATE, taken.at(now), signal, () -> facts(taken)));
    }

    private Optional<ActiveRule<RuleSettings.External>> rule() {
        return book.active(BuiltInRule.EXTERNAL_ALERT, RuleSettings.External.class);
    }

    private static Map<String, Object> facts(Taken taken) {
        Map<String, String> annotations = taken.alert.annotations();
        String name = taken.labels.getOrDefault("alertname", "an alert");
        String summary = said(name, annotations, "summary", "description", "message");
        Map<String, Object> facts = new HashMap<>();
        facts.put(LABELS, taken.labels);
        facts.put("alertName", Circumstances.oneLine(name));
        facts.put("summary", summary);
        facts.put("summaryTechnical", said(summary, annotations, "summary_technical", "description", "message"));
        return facts;
    }

    private static String said(String otherwise, Map<String, String> annotations, String... names) {
        String text = Stream.of(names)
                .map(annotations::get)
                .filter(words -> words != null && !words.isBlank())
                .findFirst()
                .orElse(otherwise);
        String line = Circumstances.oneLine(text);
        String cut = line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
        return !cut.isEmpty() && ENDS.indexOf(cut.charAt(cut.length() - 1)) >= 0 ? cut : cut + ".";
    }

    private static Severity severity(Map<String, String> labels) {
        return switch (labels.getOrDefault(SEVERITY, "")) {
            case "critical", "page" -> Severity.CRITICAL;
            case "info", "none" -> Severity.INFO;
            default -> Severity.WARNING;
        };
    }

    private Map<String, UUID> vendors(List<PushedAlert> alerts) {
        List<String> slugs = alerts.stream()
                .flatMap(alert -> Stream.ofNullable(alert.labels().get(VENDOR)))
                .distinct()
                .toList();
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT slug, id FROM vendor WHERE slug = ANY (:slugs) AND archived_at IS NULL")
                .bindArray("slugs", String.class, slugs)
                .collectRows(
                        toMap(row -> row.getColumn("slug", String.class), row -> row.getColumn("id", UUID.class))));
    }

    private void remember(List<Taken> all) {
        EachRow.execute(
                jdbi,
                """
                        INSERT INTO pushed_alert (vendor_id, sub_key, ends_at) VALUES (:vendor, :key, :end)
                        ON CONFLICT (vendor_id, sub_key) DO UPDATE SET ends_at = excluded.ends_at""",
                all,
                (insert, taken) -> insert.bind("vendor", taken.subject.vendorId())
                        .bind("key", taken.subject.key())
                        .bind("end", taken.endsAt));
    }
}
