package io.bellwether.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** A probe, or one of its locations, by its number in the history. */
record Series(int number, UUID probeId) {

    /** What one location saw of a probe. */
    static List<Series> at(Handle handle, UUID probe, String location) {
        return handle.createQuery(
                        "SELECT number, probe_id FROM series WHERE probe_id = :probe AND location = :location")
                .bind("probe", probe)
                .bind("location", location)
                .map((row, _) -> series(row))
                .list();
    }

    /** The verdicts of those probes that were ever observed. */
    static List<Series> of(Handle handle, Collection<UUID> probes) {
        return handle.createQuery(
                        "SELECT number, probe_id FROM series WHERE probe_id = ANY (:probes) AND location = '' ORDER BY number")
                .bindArray("probes", UUID.class, probes.toArray())
                .map((row, _) -> series(row))
                .list();
    }

    /** Of the vendor's probes that decide its availability, those in service and earlier ones. */
    static List<Series> deciding(Handle handle, UUID vendorId) {
        return handle.createQuery(
                        "SELECT number, probe_id FROM series WHERE vendor_id = :vendor AND deciding ORDER BY number")
                .bind("vendor", vendorId)
                .map((row, _) -> series(row))
                .list();
    }

    static List<Integer> numbers(List<Series> series) {
        return series.stream().map(Series::number).toList();
    }

    private static Series series(ResultSet row) throws SQLException {
        return new Series(row.getInt("number"), row.getObject("probe_id", UUID.class));
    }
}
