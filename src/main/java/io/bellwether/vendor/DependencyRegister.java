package io.bellwether.vendor;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import io.bellwether.core.alert.mute.Dependencies;
import io.bellwether.platform.Audit;
import io.bellwether.platform.ETags;
import io.bellwether.platform.Problem;
import io.bellwether.platform.Problem.FieldError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Which vendors rest on which others; there are no circles. */
@ApplicationScoped
public class DependencyRegister {

    private final VendorRow.Repository rows;
    private final Jdbi jdbi;
    private final Audit audit;
    private final Clock clock;

    DependencyRegister(VendorRow.Repository rows, Jdbi jdbi, Audit audit, Clock clock) {
        this.rows = rows;
        this.jdbi = jdbi;
        this.audit = audit;
        this.clock = clock;
    }

    private record Edge(String vendor, String dependsOn) {}

    /** Of all vendors. */
    public Dependencies all() {
        return new Dependencies(jdbi
                .withHandle(handle -> handle.createQuery("""
                        SELECT vendor.slug AS vendor, other.slug AS depends_on
                          FROM vendor_dependency edge
                          JOIN vendor ON vendor.id = edge.vendor_id JOIN vendor other ON other.id = edge.depends_on""")
                        .map((row, _) -> new Edge(row.getString("vendor"), row.getString("depends_on")))
                        .list())
                .stream()
                .collect(groupingBy(Edge::vendor, mapping(Edge::dependsOn, toSet()))));
    }

    /** @throws Problem 404 */
    @Transactional
    public VendorDependencies of(String slug) {
        return shown(row(slug));
    }

    /**
     * Says anew what a vendor rests on.
     *
     * @throws Problem 400 naming each vendor that does not exist or that would close a circle, 404, or 412 when {@code ifMatch}
     *     is stale
     */
    @Transactional
    VendorDependencies put(String slug, @Nullable String ifMatch, NewDependencies values) {
        // Two that are changed at once could close a circle together.
        jdbi.useHandle(handle -> handle.execute("SELECT pg_advisory_xact_lock(hashtext('vendor-dependency'))"));
        VendorRow row = row(slug);
        ETags.check(ifMatch, row.version);
        List<UUID> wanted = checked(slug, values.dependsOn());
        replace(row.id, wanted);
        row.updatedAt = clock.instant();
        rows.flush();
        audit.record("vendor.dependencies", "vendor/" + slug, Map.of("dependsOn", values.dependsOn()));
        return shown(row);
    }

    private List<UUID> checked(String slug, List<String> wanted) {
        Dependencies known = all();
        List<FieldError> errors = new ArrayList<>();
        List<UUID> ids = new ArrayList<>();
        for (int at = 0; at < wanted.size(); at++) {
            String other = wanted.get(at);
            String pointer = "/dependsOn/" + at;
            Optional<VendorRow> row = rows.active(other);
            List<String> circle = known.circle(slug, List.of(other));
            if (row.isEmpty()) {
                errors.add(new FieldError(pointer, "There is no vendor '" + other + "'."));
            } else if (!circle.isEmpty()) {
                errors.add(new FieldError(
                        pointer, "A service cannot rest on itself: " + String.join(" → ", circle) + "."));
            }
            row.ifPresent(found -> ids.add(found.id));
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        return ids.stream().distinct().toList();
    }

    private void replace(UUID vendor, List<UUID> wanted) {
        jdbi.useHandle(handle -> {
            handle.execute("DELETE FROM vendor_dependency WHERE vendor_id = ?", vendor);
            handle.createUpdate("INSERT INTO vendor_dependency SELECT :vendor, unnest(:wanted)")
                    .bind("vendor", vendor)
                    .bindArray("wanted", UUID.class, wanted)
                    .execute();
        });
    }

    private VendorDependencies shown(VendorRow row) {
        Dependencies all = all();
        Stream<String> dependants =
                all.direct().keySet().stream().filter(other -> all.of(other).contains(row.slug));
        return new VendorDependencies(
                all.direct().getOrDefault(row.slug, Set.of()).stream().sorted().toList(),
                all.of(row.slug).stream().sorted().toList(),
                dependants.sorted().toList(),
                row.version);
    }

    private VendorRow row(String slug) {
        return rows.active(slug).orElseThrow(() -> Problem.notFound("vendor", slug));
    }
}
