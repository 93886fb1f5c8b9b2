package io.bellwether;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The API is what {@code docs/openapi.yaml} says; a change of it is seen in review. */
@QuarkusTest
class OpenApiSnapshotTest {

    private static final Path SNAPSHOT = Path.of("docs/openapi.yaml");
    private static final Path NOW = Path.of("target/openapi.yaml");

    @Test
    void theApiIsTheOneThatWasCommitted() throws IOException {
        String now = As.viewer()
                .get("/q/openapi?format=yaml")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        Files.writeString(NOW, now);

        assertThat(now)
                .as("the API has changed; if that is meant, copy %s over %s", NOW, SNAPSHOT)
                .isEqualTo(Files.readString(SNAPSHOT));
    }
}
