package io.bellwether.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ComposeTest {

    private static final Path FILE = Path.of("docker/compose.yaml");
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{(\\w+)");

    private final Document compose = Document.of(FILE);

    @Test
    void everyImageIsNamedByVersion() {
        assertThat(compose.map("services"))
                .containsOnlyKeys("postgres", "mailpit", "bellwether")
                .allSatisfy((name, service) ->
                        assertThat(new Document(service).text("image")).matches("[\\w/-]+:v?\\d+(\\.\\d+)+(-\\w+)?"));
    }

    @Test
    void bellwetherIsBuiltFromThisRepository() {
        Path context = FILE.resolveSibling(compose.text("services/bellwether/build/context"))
                .normalize();

        assertThat(context.resolve("pom.xml")).exists();
        assertThat(context.resolve(compose.text("services/bellwether/build/dockerfile")))
                .exists();
    }

    @Test
    void bellwetherWaitsForAHealthyDatabaseAndKnowsIt() {
        assertThat(compose.text("services/bellwether/depends_on/postgres/condition"))
                .isEqualTo("service_healthy");
        assertThat(compose.<String>list("services/postgres/healthcheck/test")).contains("pg_isready");
        assertThat(compose.map("services/bellwether/environment"))
                .containsEntry(
                        "QUARKUS_DATASOURCE_JDBC_URL",
                        "jdbc:postgresql://postgres:5432/" + compose.text("services/postgres/environment/POSTGRES_DB"))
                .containsEntry("QUARKUS_DATASOURCE_USERNAME", compose.at("services/postgres/environment/POSTGRES_USER"))
                .containsEntry(
                        "QUARKUS_DATASOURCE_PASSWORD", compose.at("services/postgres/environment/POSTGRES_PASSWORD"))
                .containsEntry("QUARKUS_MAILER_HOST", "mailpit");
    }

    @Test
    void noSecretIsWrittenDownAndEachIsExplained() throws IOException {
        List<String> references = REFERENCE
                .matcher(Files.readString(FILE))
                .results()
                .map(match -> match.group(1))
                .distinct()
                .toList();

        assertThat(references).contains("BELLWETHER_DATABASE_PASSWORD", "BELLWETHER_ADMIN_TOKEN");
        assertThat(Files.readAllLines(Path.of("docker/.env.example")).stream()
                        .filter(line -> !line.isBlank() && !line.startsWith("#")))
                .containsExactlyInAnyOrderElementsOf(
                        references.stream().map(name -> name + "=").toList());
        assertThat(Files.readAllLines(Path.of(".gitignore"))).contains("docker/.env");
        assertThat(compose.map("services"))
                .allSatisfy(
                        (name, service) -> assertThat(secretsOf(service)).allMatch(value -> value.startsWith("${")));
    }

    @Test
    void nothingButLoopbackIsPublished() {
        assertThat(compose.map("services").values())
                .map(service -> new Document(service).<String>list("ports"))
                .filteredOn(ports -> ports != null)
                .isNotEmpty()
                .allSatisfy(ports -> assertThat(ports).allMatch(port -> port.startsWith("127.0.0.1:")));
    }

    @Test
    void everyNamedVolumeIsDeclaredAndEveryServiceKeepsItsData() {
        assertThat(compose.map("services").values())
                .map(service -> new Document(service).<String>list("volumes").getFirst())
                .map(volume -> volume.substring(0, volume.indexOf(':')))
                .containsExactlyInAnyOrderElementsOf(compose.map("volumes").keySet());
        assertThat(compose.<String>list("services/postgres/volumes"))
                .containsExactly("postgres-data:/var/lib/postgresql");
    }

    @Test
    void bellwetherIsGivenTimeToStopAndNoMorePowerThanItNeeds() {
        assertThat(Shutdown.seconds(compose.text("services/bellwether/stop_grace_period")))
                .isGreaterThan(Shutdown.timeoutSeconds());
        assertThat(compose.at("services/bellwether/read_only")).isEqualTo(true);
        assertThat(compose.<String>list("services/bellwether/cap_drop")).containsExactly("ALL");
        assertThat(compose.<String>list("services/bellwether/security_opt")).contains("no-new-privileges:true");
    }

    private static List<String> secretsOf(Object service) {
        Map<String, Object> environment = new Document(service).map("environment");
        return environment.entrySet().stream()
                .filter(entry -> entry.getKey().matches(".*(PASSWORD|TOKEN)"))
                .map(entry -> entry.getValue().toString())
                .toList();
    }
}
