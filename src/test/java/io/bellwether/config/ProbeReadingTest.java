package io.bellwether.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.config.Document.ProbeEntry;
import io.bellwether.config.text.SourceReader;
import io.bellwether.core.Confirmation;
import io.bellwether.core.Placement;
import io.bellwether.platform.Problem;
import io.bellwether.probe.Cadence;
import io.bellwether.probe.ProbeKinds;
import io.bellwether.vendor.ConfiguredProbe;
import io.bellwether.vendor.NewProbe;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProbeReadingTest {

    private final Faults faults = new Faults(SourceReader.yaml(""));
    private final ProbeReading reading = new ProbeReading(new KeyMaking());

    @Test
    void aNewProbeGetsWhatTheApiAssumes() {
        NewProbe probe = reading.read(entry("beat", null, Map.of("grace", "PT5S")), "job", null, "", faults);

        assertThat(probe)
                .isEqualTo(new NewProbe(
                        "beat",
                        "job",
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(10),
                        Confirmation.DEFAULT,
                        Map.of("grace", "PT5S", "key", "made")));
    }

    @Test
    void aShortIntervalShortensTheTimeout() {
        NewProbe probe =
                reading.read(entry("beat", Duration.ofSeconds(6), Map.of("grace", "PT5S")), "job", null, "", faults);

        assertThat(probe).isNotNull();
        assertThat(probe.timeout()).isEqualTo(Duration.ofSeconds(6));
    }

    @Test
    void whatIsLeftOutStaysAsItIs() {
        ConfiguredProbe before = stored("beat", Map.of("grace", "PT5S", "key", "first"));

        assertThat(reading.read(entry(null, null, null), "job", before, "", faults))
                .isEqualTo(Entries.values(before));
    }

    @Test
    void whatTheKindMadeStaysWhatItWas() {
        ConfiguredProbe before = stored("beat", Map.of("grace", "PT5S", "key", "first"));

        NewProbe probe = reading.read(entry("beat", null, Map.of("grace", "PT9S")), "job", before, "", faults);

        assertThat(probe).isNotNull();
        assertThat(probe.settings()).isEqualTo(Map.of("grace", "PT9S", "key", "first"));
    }

    @Test
    void whatIsUnchangedIsNotJudgedAgain() {
        ConfiguredProbe before = stored("gone", Map.of("anything", 1));

        assertThat(reading.read(entry("gone", null, Map.of("anything", 1)), "job", before, "", faults))
                .isEqualTo(Entries.values(before));
        assertThat(reading.read(entry("gone", null, Map.of("anything", 2)), "job", before, "", faults))
                .isNull();
        assertThat(faults.count()).isEqualTo(1);
    }

    private static ProbeEntry entry(
            @Nullable String kind, @Nullable Duration every, @Nullable Map<String, Object> settings) {
        return new ProbeEntry("job", kind, every, null, null, null, null, settings);
    }

    private static ConfiguredProbe stored(String kind, Map<String, Object> settings) {
        return new ConfiguredProbe(
                UUID.randomUUID(),
                UUID.randomUUID(),
                kind,
                "job",
                Duration.ofSeconds(30),
                Duration.ofSeconds(3),
                new Confirmation(2, Duration.ofSeconds(1)),
                Placement.ANYWHERE,
                settings,
                Instant.EPOCH,
                Instant.EPOCH,
                null,
                0);
    }

    /** One kind, which makes a key for those who give none. */
    private static final class KeyMaking implements ProbeKinds {

        @Override
        public List<Kind> all() {
            return List.of(new Kind("beat", "Beats.", Map.of("type", "object"), Cadence.USUAL));
        }

        @Override
        public boolean decidesAvailability(String kind) {
            return true;
        }

        @Override
        public Map<String, Object> shown(String kind, Map<String, Object> stored) {
            return stored;
        }

        @Override
        public Map<String, Object> validated(String kind, Map<String, Object> settings, Map<String, Object> stored) {
            if (!kind.equals("beat")) {
                throw Problem.invalid("/kind", "Unknown.");
            }
            Map<String, Object> validated = new HashMap<>(settings);
            validated.putIfAbsent("key", "made");
            return validated;
        }
    }
}
