package io.bellwether.deployment;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Kubernetes would be given, rendered by kubectl itself. */
@Tag("debian")
class KustomizeTest {

    @Test
    void theBaseRendersToOneOfEachKind(@TempDir Path directory) throws Exception {
        Map<String, Document> rendered = Document.allOf(kustomize(directory)).stream()
                .collect(toMap(document -> document.text("kind"), Function.identity()));

        assertThat(rendered)
                .containsOnlyKeys(
                        "ConfigMap", "Deployment", "NetworkPolicy", "PodDisruptionBudget", "Service", "ServiceAccount");
        assertThat(rendered.values()).allSatisfy(document -> {
            assertThat(document.at("metadata/namespace")).isNull();
            assertThat(document.map("metadata/labels")).containsEntry("app.kubernetes.io/name", "bellwether");
        });
        Document deployment = rendered.get("Deployment");
        assertThat(deployment.text("spec/template/spec/containers/0/image")).matches("bellwether:\\d+\\.\\d+\\.\\d+");
        assertThat(deployment.at("spec/template/spec/containers/0/envFrom/0/configMapRef/name"))
                .isEqualTo(rendered.get("ConfigMap").at("metadata/name"));
        assertThat(deployment.map("spec/selector/matchLabels")).containsOnlyKeys("app.kubernetes.io/name");
        assertThat(rendered.get("NetworkPolicy").map("spec/ingress/0/from/0/podSelector/matchLabels"))
                .containsOnlyKeys("bellwether-access");
    }

    private static String kustomize(Path directory) throws IOException, InterruptedException {
        Path output = directory.resolve("rendered.yaml");
        Process kubectl = new ProcessBuilder("kubectl", "kustomize", "k8s")
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(kubectl.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(kubectl.exitValue()).isZero();
        return Files.readString(output, StandardCharsets.UTF_8);
    }
}
