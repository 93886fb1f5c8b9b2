package io.bellwether.packaged;

import io.bellwether.notify.Sink;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * A PostgreSQL with room for several clusters of nodes, and a receiver of webhooks that all of them tell.
 *
 * @param directory where nodes write their logs
 */
record Stage(EmbeddedPostgres postgres, Sink sink, Path directory) implements AutoCloseable {

    static Stage open(Path directory) throws IOException {
        return new Stage(EmbeddedPostgres.start(), new Sink(), directory);
    }

    /** Nodes on a database that nobody else uses; none is started yet. */
    Cluster cluster() {
        String name = "cluster_" + UUID.randomUUID().toString().replace('-', '_');
        Jdbi.create(postgres.getPostgresDatabase()).useHandle(handle -> handle.execute("CREATE DATABASE " + name));
        return new Cluster(new SharedDatabase(postgres.getJdbcUrl("postgres", name)), sink, directory);
    }

    @Override
    public void close() throws IOException {
        sink.stop();
        postgres.close();
    }
}
