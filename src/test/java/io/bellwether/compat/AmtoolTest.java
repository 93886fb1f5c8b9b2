package io.bellwether.compat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bellwether.As;
import io.bellwether.vendor.NewVendor;
import io.bellwether.vendor.VendorRegister;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Alertmanager's own tool, as Debian packages it, with our API. */
@QuarkusTest
@Tag("debian")
class AmtoolTest {

    private final VendorRegister vendors;
    private final String vendor = "amtool-" + UUID.randomUUID();

    @TestHTTPResource("/alertmanager")
    URI base;

    AmtoolTest(VendorRegister vendors) {
        this.vendors = vendors;
    }

    private record Answer(int code, String text) {}

    @BeforeEach
    void aVendor() {
        vendors.create(new NewVendor("Amtool", vendor, null, null, null, null, null, null, null));
    }

    @Test
    void anAlertIsAddedAndFound() throws IOException, InterruptedException {
        Answer added = amtool(
                "alert",
                "add",
                "MailQueueGrows",
                "vendor=" + vendor,
                "severity=critical",
                "--annotation=summary=Late.");
        assertThat(added).isEqualTo(new Answer(0, ""));

        Answer found = amtool("alert", "query", "vendor=" + vendor);
        assertThat(found.code).isZero();
        assertThat(found.text).contains("MailQueueGrows", "active");
        assertThat(amtool("alert", "query", "vendor=nobody").text).doesNotContain("MailQueueGrows");
        assertThat(amtool("alert", "query", "-a", "-i", "-s", "-u", "alertname=~Mail.*", "vendor=" + vendor).text)
                .contains("MailQueueGrows");
        assertThat(amtool("-o", "extended", "alert", "query", "vendor=" + vendor).text)
                .contains("severity=\"critical\"");
        assertThat(amtool("-o", "json", "alert", "query", "vendor=" + vendor).text)
                .contains("\"fingerprint\"");
        assertThat(amtool("alert", "query", "--receiver=every.*", "vendor=" + vendor).text)
                .contains("MailQueueGrows");
        assertThat(amtool("alert", "query", "--receiver=nobody", "vendor=" + vendor).text)
                .doesNotContain("MailQueueGrows");
    }

    @Test
    void anAlertOfNoVendorIsRefusedInWords() throws IOException, InterruptedException {
        Answer added = amtool("alert", "add", "Lost", "vendor=nobody-" + vendor);

        assertThat(added.code).isNotZero();
        assertThat(added.text).contains("must be the slug of a vendor");
    }

    @Test
    void aSilenceIsAddedFoundUpdatedAndExpired() throws IOException, InterruptedException {
        amtool("alert", "add", "Noisy", "vendor=" + vendor);
        Answer added = amtool("silence", "add", "--duration=1h", "--comment=works", "--author=ida", "vendor=" + vendor);
        assertThat(added.code).isZero();
        String id = added.text.strip();

        assertThat(amtool("silence", "query", "vendor=" + vendor).text).contains(id, "works");
        await().untilAsserted(() ->
                assertThat(amtool("alert", "query", "vendor=" + vendor).text).doesNotContain("Noisy"));
        assertThat(amtool("alert", "query", "-s", "vendor=" + vendor).text).contains("Noisy", "suppressed");
        Answer updated = amtool("silence", "update", "--duration=2h", id);
        assertThat(updated.code).isZero();
        assertThat(updated.text).contains(id);
        assertThat(amtool("silence", "expire", id).code).isZero();
        assertThat(amtool("silence", "query", "vendor=" + vendor).text).doesNotContain(id);
        assertThat(amtool("silence", "query", "--expired", "--within=1h", "vendor=" + vendor).text)
                .contains(id);
    }

    @Test
    void silencesAreExportedAndImported() throws IOException, InterruptedException {
        String id = amtool("silence", "add", "--duration=1h", "--comment=works", "vendor=" + vendor)
                .text
                .strip();
        String exported = amtool("-o", "json", "silence", "query", "vendor=" + vendor).text;

        Answer imported = amtoolFed(exported.replace(id, UUID.randomUUID().toString()), "silence", "import");

        assertThat(imported.code).as(imported.text).isZero();
        assertThat(amtool("-q", "silence", "query", "vendor=" + vendor).text.lines())
                .hasSize(2);
    }

    @Test
    void theClusterAndTheConfigurationAreShown() throws IOException, InterruptedException {
        assertThat(amtool("cluster", "show").text).contains("disabled");
        assertThat(amtool("config", "show").text).contains("route:", "receivers:");
        assertThat(amtool("config", "routes", "show").text).contains("receiver: everybody");
        assertThat(amtool("config", "routes", "test", "vendor=" + vendor).text.strip())
                .isEqualTo("everybody");
    }

    private Answer amtool(String... arguments) throws IOException, InterruptedException {
        return amtoolFed("", arguments);
    }

    private Answer amtoolFed(String input, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("amtool"));
        command.addAll(List.of(arguments));
        command.add(
                "--alertmanager.url=http://tool:" + As.ADMIN_TOKEN + "@localhost:" + base.getPort() + base.getPath());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), text);
    }
}
