package io.bellwether.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.list;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reads the Dockerfile as a builder would, as far as that goes without one. */
class DockerfileTest {

    private final List<Instruction> instructions = Instruction.parse(Files.readString(Path.of("docker/Dockerfile")));
    private final List<Instruction> lastStage =
            instructions.subList(instructions.lastIndexOf(named("FROM").getLast()), instructions.size());

    DockerfileTest() throws IOException {}

    @Test
    void bothStagesNameTheirImageByVersion() {
        assertThat(named("FROM"))
                .hasSize(2)
                .allSatisfy(from -> assertThat(from.arguments())
                        .matches("eclipse-temurin:25[.\\d]*_\\d+-(jdk|jre)-\\w+( AS \\w+)?"));
    }

    @Test
    void theBuildUsesTheWrapperAndRunsOnAJdk() {
        assertThat(named("FROM").getFirst().arguments()).contains("-jdk-");
        assertThat(named("RUN").getFirst().arguments()).contains("./mvnw").contains("-DskipTests package");
    }

    @Test
    void theImageHasARuntimeOnlyAndCopiesFromTheBuild() {
        assertThat(lastStage.getFirst().arguments()).contains("-jre-");
        assertThat(inLastStage("COPY"))
                .isNotEmpty()
                .allMatch(copy -> copy.arguments().startsWith("--from=build "));
    }

    @Test
    void theImageHasPingAndNoPackageLists() {
        assertThat(inLastStage("RUN").getFirst().arguments())
                .startsWith("apt-get update")
                .contains("install -y --no-install-recommends iputils-ping")
                .endsWith("rm -rf /var/lib/apt/lists/*");
    }

    @Test
    void librariesChangeLeastAndComeFirst() {
        assertThat(inLastStage("COPY"))
                .extracting(copy -> copy.arguments().replaceAll(".*/quarkus-app/(\\S+) .*", "$1"))
                .containsExactly("lib/", "quarkus-run.jar", "app/", "quarkus/");
    }

    @Test
    void itRunsAsAnUnprivilegedUserGivenByNumber() {
        assertThat(inLastStage("USER").getLast().arguments()).matches("[1-9]\\d{3,}:[1-9]\\d{3,}");
    }

    @Test
    void itKeepsItsDataInAVolumeAndListensToTheNetwork() {
        assertThat(inLastStage("VOLUME")).extracting(Instruction::arguments).containsExactly("/data");
        assertThat(inLastStage("ENV").getFirst().arguments())
                .contains("BELLWETHER_DATA_DIR=/data")
                .contains("QUARKUS_HTTP_HOST=0.0.0.0");
    }

    @Test
    void theEntrypointIsTheProcessItselfWithTheOptionsTheBuildTestsWith() throws IOException {
        Document command =
                Document.allOf(named("ENTRYPOINT").getFirst().arguments()).getFirst();
        String options =
                Files.readString(Path.of("pom.xml")).replaceAll("(?s).*<jvm.options>(.*)</jvm.options>.*", "$1");

        assertThat(command.root())
                .asInstanceOf(list(String.class))
                .startsWith("java")
                .contains(options.split(" "))
                .endsWith("-jar", "/app/quarkus-run.jar");
        assertThat(named("CMD")).isEmpty();
    }

    @Test
    void theHealthCheckNeedsNothingThatTheImageLacks() {
        assertThat(named("HEALTHCHECK").getFirst().arguments())
                .contains("/q/health/ready")
                .doesNotContain("curl", "wget");
    }

    private List<Instruction> named(String name) {
        return instructions.stream().filter(one -> one.name().equals(name)).toList();
    }

    private List<Instruction> inLastStage(String name) {
        return lastStage.stream().filter(one -> one.name().equals(name)).toList();
    }

    private record Instruction(String name, String arguments) {

        static List<Instruction> parse(String text) {
            return text.replaceAll("\\\\\n\\s*", "")
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> new Instruction(
                            line.substring(0, line.indexOf(' ')),
                            line.substring(line.indexOf(' ') + 1).strip()))
                    .toList();
        }
    }
}
