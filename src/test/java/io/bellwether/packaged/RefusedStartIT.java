package io.bellwether.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.TestPorts;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What cannot start says why, ends with a code that a supervisor understands, and leaves nothing running. */
@Execution(ExecutionMode.CONCURRENT)
class RefusedStartIT {

    @TempDir
    Path directory;

    @Test
    void aWrongSettingIsNamedInOneLine() throws Exception {
        try (Application application = Application.launch(directory, Map.of("BELLWETHER_ADMIN_TOKEN", "short"))) {
            assertThat(application.exitCode()).isEqualTo(1);
            assertThat(application.log().lines())
                    .contains("bellwether: BELLWETHER_ADMIN_TOKEN must have at least 24 characters; it has 5.");
            assertThat(application.log()).doesNotContain("Exception");
        }
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsNamed() throws Exception {
        String nowhere = "jdbc:postgresql://127.0.0.1:" + TestPorts.free(1) + "/bellwether";
        try (Application application = Application.launch(directory, Map.of("QUARKUS_DATASOURCE_JDBC_URL", nowhere))) {
            assertThat(application.exitCode()).isEqualTo(1);
            assertThat(application.log()).contains("Bellwether could not start.", "Connection to 127.0.0.1:");
        }
    }
}
