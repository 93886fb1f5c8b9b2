package io.bellwether.core.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    @Test
    void equalsWhatAlertmanagerPrints() {
        assertThat(Fingerprint.of(Map.of("alertname", "mix", "k", "v"))).isEqualTo("8d2f942855e60509");
        assertThat(Fingerprint.of(Map.of(
                        "alertname", "VendorDown", "audience", "marketing", "severity", "critical", "vendor", "acme")))
                .isEqualTo("40146891db5e74c4");
        assertThat(Fingerprint.of(Map.of("alertname", "VendorSlow", "severity", "warning", "vendor", "globex")))
                .isEqualTo("de7719e4ff687b03");
    }

    @Test
    void dropsLabelsWithoutValue() {
        assertThat(Fingerprint.of(Map.of("alertname", "mix", "k", "v", "empty", "")))
                .isEqualTo("8d2f942855e60509");
    }

    @Test
    void hashesTextAsUtf8() {
        String value = "Zürich € 𝄞";
        long hash = 0xcbf29ce484222325L;
        for (byte octet : ("k\0" + value + "\0").getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (octet == 0 ? 0xFF : octet & 0xFF)) * 0x100000001b3L; // 0 stands for the separator
        }

        assertThat(Fingerprint.of(Map.of("k", value))).isEqualTo(HexFormat.of().toHexDigits(hash));
    }

    @Test
    void refusesToNameNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> Fingerprint.of(Map.of("empty", "")));
    }
}
