package io.bellwether.notify.digest;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import io.bellwether.alert.Alert;
import io.bellwether.core.Lens;
import io.bellwether.core.Voices;
import io.bellwether.core.language.PlainText;
import io.bellwether.core.schedule.Edition;
import io.bellwether.notify.Audience;
import io.bellwether.notify.digest.AlertDigest.Deadline;
import io.bellwether.notify.digest.AlertDigest.Held;
import io.bellwether.notify.digest.AlertDigest.Item;
import io.bellwether.notify.digest.AlertDigest.Share;
import io.bellwether.vendor.Owners.Owner;
import io.bellwether.vendor.Vendor;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sorts alerts into what a digest tells. */
final class Sorting {

    static final String YOURS = "you";
    private static final String NOBODY = "nobody";
    private static final int LONGEST = 300;

    /** What runs out, in words for readers of both voices, by the rule. */
    private static final Map<String, String> RUN_OUT = Map.of(
            "certificate-expiring", "security seal runs out",
            "domain-expiring", "internet address runs out");

    private final String email;
    private final Lens side;
    private final Map<String, Vendor> vendors;
    private final List<Alert> alerts;

    /**
     * For one reader.
     *
     * @param reader what he is told about; of other vendors he is told what is assigned to him
     * @param alerts of any vendors, told to people at some time
     */
    Sorting(String email, Readers.Reader reader, List<Alert> alerts) {
        this.email = email;
        this.side = reader.lens() == Audience.MARKETING ? Lens.MARKETING : Lens.IT;
        this.vendors = reader.vendors().stream().collect(toMap(Vendor::slug, vendor -> vendor));
        this.alerts = alerts.stream()
                .filter(alert -> alert.firedAt() != null)
                .filter(alert -> concerns(reader, alert) || email.equals(alert.assignee()))
                .sorted(Comparator.comparing(Alert::severity).thenComparingLong(Alert::episode))
                .toList();
    }

    private boolean concerns(Readers.Reader reader, Alert alert) {
        return alert.vendor() == null ? reader.bellwether() : vendors.containsKey(alert.vendor());
    }

    /** @param untold alerts that were over before anybody was to be told */
    AlertDigest in(Edition window, Set<UUID> untold, Held held) {
        List<Alert> over = those(alert -> within(window, alert.resolvedAt()));
        return new AlertDigest(
                open(),
                items(those(alert -> within(window, alert.firedAt()) && !untold.contains(alert.id()))),
                items(over.stream()
                        .filter(alert -> !untold.contains(alert.id()))
                        .toList()),
                items(over.stream().filter(alert -> untold.contains(alert.id())).toList()),
                held,
                deadlines());
    }

    private List<Alert> those(Predicate<Alert> which) {
        return alerts.stream().filter(which).toList();
    }

    private static boolean within(Edition window, @Nullable Instant at) {
        return at != null && at.isAfter(window.from()) && !at.isAfter(window.to());
    }

    private List<Share> open() {
        Map<String, List<Alert>> byOwner = those(alert -> alert.condition().told()).stream()
                .collect(groupingBy(this::owner, () -> new TreeMap<>(yoursFirst()), toList()));
        return byOwner.entrySet().stream()
                .map(share -> new Share(share.getKey(), items(share.getValue())))
                .toList();
    }

    private static Comparator<String> yoursFirst() {
        return Comparator.<String>comparingInt(owner -> owner.equals(YOURS) ? 0 : owner.equals(NOBODY) ? 2 : 1)
                .thenComparing(Comparator.naturalOrder());
    }

    /** Who has it, else whose vendor it is. */
    private String owner(Alert alert) {
        if (alert.assignee() != null) {
            return alert.assignee().equals(email) ? YOURS : alert.assignee();
        }
        Vendor vendor = vendors.get(alert.vendor());
        Owner owner = vendor == null ? null : vendor.owners().of(side);
        if (owner == null) {
            return NOBODY;
        }
        return owner.is(email) ? YOURS : PlainText.line(owner.name(), LONGEST);
    }

    private List<Item> items(List<Alert> chosen) {
        return chosen.stream()
                .flatMap(alert -> Stream.ofNullable(alert.firedAt()).map(fired -> item(alert, fired)))
                .toList();
    }

    private Item item(Alert alert, Instant firedAt) {
        return new Item(
                alert.id(),
                name(alert),
                alert.rule(),
                alert.severity(),
                alert.handling(),
                alert.handledBy(),
                firedAt,
                alert.resolvedAt(),
                new Voices(
                        PlainText.line(alert.text().it(), LONGEST),
                        PlainText.line(alert.text().marketing(), LONGEST)));
    }

    private String name(Alert alert) {
        Vendor vendor = vendors.get(alert.vendor());
        return PlainText.line(
                vendor == null ? Objects.requireNonNullElse(alert.vendor(), "Bellwether") : vendor.name(), LONGEST);
    }

    /** Certificates and registrations that run out. */
    private List<Deadline> deadlines() {
        return those(alert -> alert.condition().told() && RUN_OUT.containsKey(alert.rule())).stream()
                .flatMap(alert -> expiry(alert)
                        .map(at -> new Deadline(
                                alert.id(), name(alert), Objects.requireNonNull(RUN_OUT.get(alert.rule())), at)))
                .sorted(Comparator.comparing(Deadline::at))
                .toList();
    }

    private static Stream<Instant> expiry(Alert alert) {
        Object at = alert.facts().get("expiresAt");
        try {
            return at == null ? Stream.empty() : Stream.of(Instant.parse(at.toString()));
        } catch (DateTimeParseException e) {
            return Stream.empty();
        }
    }
}
