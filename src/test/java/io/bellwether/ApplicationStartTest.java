package io.bellwether;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ApplicationStartTest {

    private final Jdbi jdbi;

    ApplicationStartTest(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Test
    void migratesAnEmptyDatabase() {
        int failed = jdbi.withHandle(
                handle -> handle.createQuery("SELECT count(*) FROM flyway_schema_history WHERE NOT success")
                        .mapTo(int.class)
                        .one());

        assertThat(failed).isZero();
    }
}
