package io.bellwether.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** A database that several nodes share, and whose clock decides. */
final class SharedDatabase {

    private final String url;
    private final Jdbi jdbi;

    SharedDatabase(String url) {
        this.url = url;
        this.jdbi = Jdbi.create(url, "postgres", "postgres");
    }

    /** The environment of a node that may probe this machine. */
    Map<String, String> node(Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", url);
        environment.put("QUARKUS_DATASOURCE_USERNAME", "postgres");
        environment.put("QUARKUS_DATASOURCE_PASSWORD", "postgres");
        environment.put("BELLWETHER_EGRESS_ALLOW", "127.0.0.0/8,localhost");
        return environment;
    }

    /** The one number that a query for a time answers. */
    long number(String sql, Instant from, Instant to) {
        return number(sql, Map.of("from", from, "to", to));
    }

    long number(String sql, Map<String, ?> values) {
        return jdbi.withHandle(handle ->
                handle.createQuery(sql).bindMap(values).mapTo(long.class).one());
    }

    TableLock lock(String table) {
        return new TableLock(jdbi, table);
    }

    Instant now() {
        return jdbi.withHandle(handle ->
                handle.createQuery("SELECT now()").mapTo(Instant.class).one());
    }

    void awaitTime(Instant time) {
        await().atMost(Duration.ofMinutes(10))
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(now()).isAfter(time));
    }
}
