package io.bellwether.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KubernetesTest {

    private static final Path BASE = Path.of("k8s");
    private static final String POD = "spec/template/spec/";
    private static final String CONTAINER = POD + "containers/0/";

    private final Document kustomization = Document.of(BASE.resolve("kustomization.yaml"));
    private final Document deployment = Document.of(BASE.resolve("deployment.yaml"));
    private final Document policy = Document.of(BASE.resolve("network-policy.yaml"));

    @Test
    void theKustomizationListsEveryFileAndPinsTheImage() {
        assertThat(BASE).isDirectoryNotContaining("glob:**.{yml,json}");
        assertThat(BASE.toFile().list())
                .containsExactlyInAnyOrderElementsOf(with("kustomization.yaml", kustomization.list("resources")));
        assertThat(kustomization.text("images/0/name")).isEqualTo(deployment.text(CONTAINER + "image"));
        assertThat(kustomization.text("images/0/newTag")).matches("\\d+\\.\\d+\\.\\d+");
        assertThat(kustomization.at("namespace")).isNull();
        assertThat(kustomization.map("labels/0/pairs")).containsEntry("app.kubernetes.io/name", "bellwether");
    }

    @Test
    void twoReplicasAreSpreadAndReplacedOneByOne() {
        assertThat(deployment.number("spec/replicas")).isEqualTo(2);
        assertThat(deployment.number("spec/strategy/rollingUpdate/maxUnavailable"))
                .isZero();
        assertThat(deployment.<Map<String, Object>>list(POD + "topologySpreadConstraints"))
                .extracting("topologyKey")
                .containsExactly("kubernetes.io/hostname", "topology.kubernetes.io/zone");
    }

    @ParameterizedTest
    @CsvSource({"startupProbe, started", "livenessProbe, live", "readinessProbe, ready"})
    void eachProbeAsksItsOwnHealthEndpoint(String probe, String endpoint) {
        assertThat(deployment.text(CONTAINER + probe + "/httpGet/path")).isEqualTo("/q/health/" + endpoint);
        assertThat(deployment.text(CONTAINER + probe + "/httpGet/port"))
                .isEqualTo(deployment.text(CONTAINER + "ports/0/name"));
    }

    @Test
    void resourcesAreRequestedAndLimited() {
        assertThat(deployment.map(CONTAINER + "resources/requests")).containsOnlyKeys("cpu", "memory");
        assertThat(deployment.map(CONTAINER + "resources/limits")).containsOnlyKeys("cpu", "memory");
    }

    @ParameterizedTest
    @CsvSource({
        "spec/template/spec/securityContext/runAsNonRoot, true",
        "spec/template/spec/securityContext/seccompProfile/type, RuntimeDefault",
        "spec/template/spec/automountServiceAccountToken, false",
        "spec/template/spec/containers/0/securityContext/allowPrivilegeEscalation, false",
        "spec/template/spec/containers/0/securityContext/readOnlyRootFilesystem, true",
        "spec/template/spec/containers/0/securityContext/capabilities/drop/0, ALL",
    })
    void thePodHasNoMorePowerThanItNeeds(String path, String value) {
        assertThat(deployment.text(path)).isEqualTo(value);
    }

    @Test
    void whatTheApplicationWritesHasAPlaceOnTheReadOnlyFileSystem() {
        assertThat(deployment.<Map<String, Object>>list(CONTAINER + "volumeMounts"))
                .extracting("mountPath")
                .containsExactly("/tmp", "/data");
        assertThat(deployment.<Map<String, Object>>list(POD + "volumes"))
                .allMatch(volume -> volume.get("emptyDir") != null);
    }

    @Test
    void theGracePeriodCoversThePauseAndTheShutdown() {
        int pause = deployment.number(CONTAINER + "lifecycle/preStop/sleep/seconds");

        assertThat(pause).isPositive();
        assertThat(deployment.number(POD + "terminationGracePeriodSeconds"))
                .isGreaterThanOrEqualTo((int) (pause + Shutdown.timeoutSeconds() + 5));
    }

    @Test
    void settingsComeFromTheConfigMapAndSecretsFromASecretThatIsNotHere() {
        assertThat(deployment.text(CONTAINER + "envFrom/0/configMapRef/name"))
                .isEqualTo(kustomization.text("configMapGenerator/0/name"));
        assertThat(deployment.text(CONTAINER + "envFrom/1/secretRef/name")).isEqualTo("bellwether");
        assertThat(kustomization.at("secretGenerator")).isNull();
        assertThat(kustomization.<String>list("configMapGenerator/0/literals"))
                .noneMatch(literal -> literal.matches(".*(PASSWORD|TOKEN).*"));
    }

    @Test
    void theServiceAccountGivesNoTokenAway() {
        Document account = Document.of(BASE.resolve("service-account.yaml"));

        assertThat(account.at("automountServiceAccountToken")).isEqualTo(false);
        assertThat(deployment.text(POD + "serviceAccountName")).isEqualTo(account.text("metadata/name"));
    }

    @Test
    void serviceBudgetAndPolicyMeanThePodsOfTheDeployment() {
        Object selector = deployment.at("spec/selector/matchLabels");
        Document budget = Document.of(BASE.resolve("pod-disruption-budget.yaml"));

        assertThat(deployment.at("spec/template/metadata/labels")).isEqualTo(selector);
        assertThat(Document.of(BASE.resolve("service.yaml")).at("spec/selector"))
                .isEqualTo(selector);
        assertThat(budget.at("spec/selector/matchLabels")).isEqualTo(selector);
        assertThat(budget.number("spec/minAvailable")).isEqualTo(1);
        assertThat(policy.at("spec/podSelector/matchLabels")).isEqualTo(selector);
    }

    @Test
    void onlyLabelledPodsReachItAndOnlyItsPort() {
        assertThat(policy.<String>list("spec/policyTypes")).containsExactlyInAnyOrder("Ingress", "Egress");
        assertThat(policy.list("spec/ingress")).hasSize(1);
        assertThat(policy.list("spec/ingress/0/from")).hasSize(1);
        assertThat(policy.map("spec/ingress/0/from/0/podSelector/matchLabels")).isNotEmpty();
        assertThat(policy.<Map<String, Object>>list("spec/ingress/0/ports"))
                .extracting("port")
                .containsExactly("http");
    }

    @Test
    void itReachesNamesAndTheInternetButNoMachineMetadata() {
        assertThat(policy.<Map<String, Object>>list("spec/egress/0/ports"))
                .extracting("port", "protocol")
                .containsExactlyInAnyOrder(tuple(53, "UDP"), tuple(53, "TCP"));
        assertThat(policy.text("spec/egress/2/to/0/ipBlock/cidr")).isEqualTo("0.0.0.0/0");
        assertThat(policy.<String>list("spec/egress/2/to/0/ipBlock/except")).contains("169.254.0.0/16");
        assertThat(policy.text("spec/egress/2/to/1/ipBlock/cidr")).isEqualTo("::/0");
    }

    private static List<String> with(String first, List<String> others) {
        return Stream.concat(Stream.of(first), others.stream()).toList();
    }
}
