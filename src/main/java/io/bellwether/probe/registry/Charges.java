package io.bellwether.probe.registry;

import io.bellwether.probe.registry.Company.Listing;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether a company has lately pledged all it owns, and still does. */
final class Charges {

    private static final String SIGNAL = "company-floating-charge";
    private static final int NEW_DAYS = 180;
    private static final Set<String> OPEN = Set.of("outstanding", "part-satisfied");
    private static final Set<String> CLOSED = Set.of("fully-satisfied", "satisfied");

    private Charges() {}

    static void add(States states, Listing charges) {
        List<Answer> recent = charges.items().stream()
                .filter(charge -> !CLOSED.contains(String.valueOf(charge.text("status"))))
                .filter(charge -> mayBeNew(created(charge), states.today()))
                .filter(charge -> !Boolean.FALSE.equals(coversAll(charge)))
                .toList();
        List<LocalDate> sure = recent.stream()
                .filter(charge -> OPEN.contains(String.valueOf(charge.text("status"))))
                .filter(charge -> Boolean.TRUE.equals(coversAll(charge)))
                .flatMap(charge -> Stream.ofNullable(created(charge)))
                .sorted(Comparator.naturalOrder())
                .toList();
        if (!sure.isEmpty()) {
            states.add(
                    SIGNAL,
                    "NEW",
                    sure.getFirst(),
                    Map.of("createdOn", sure.stream().map(LocalDate::toString).toList()));
        } else if (!recent.isEmpty()) {
            states.unknown(SIGNAL, "The register does not tell of every new charge what it covers.");
        } else if (!charges.complete()) {
            states.unknown(SIGNAL, "The register has more charges than were read.");
        } else {
            states.add(SIGNAL, "NONE", null, Map.of("charges", charges.items().size()));
        }
    }

    private static boolean mayBeNew(@Nullable LocalDate created, LocalDate today) {
        return created == null || (!created.isAfter(today) && created.isAfter(today.minusDays(NEW_DAYS)));
    }

    private static @Nullable LocalDate created(Answer charge) {
        LocalDate created = charge.day("created_on");
        return created == null ? charge.day("delivered_on") : created;
    }

    /** Null when it is not told; what contains no floating charge has none over everything. */
    private static @Nullable Boolean coversAll(Answer charge) {
        Answer particulars = charge.part("particulars");
        Boolean any = particulars.flag("contains_floating_charge");
        return Boolean.FALSE.equals(any) ? any : particulars.flag("floating_charge_covers_all");
    }
}
