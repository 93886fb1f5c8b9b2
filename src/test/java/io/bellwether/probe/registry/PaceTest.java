package io.bellwether.probe.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.platform.TestJson;
import io.bellwether.probe.KeptClosings;
import io.bellwether.probe.PublicSources;
import io.bellwether.probe.ScriptedSource;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How often each register may be asked, by its own rules. */
class PaceTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    private final ScriptedSource register = new ScriptedSource();
    private final List<Duration> apart = new ArrayList<>();
    private final PublicSources sources =
            new PublicSources(ScriptedSource.wire(), new KeptClosings(), (host, distance, limit) -> {
                apart.add(distance);
                return Optional.of(Duration.ZERO);
            });

    PaceTest() throws IOException {}

    @AfterEach
    void stop() {
        register.close();
    }

    @Test
    void companiesHouseIsAskedSixHundredTimesInFiveMinutes() {
        new CompaniesHouseProbe(
                        new CompaniesHouse(sources, TestJson.json(), Optional.of(register.base()), Optional.of("key")))
                .run(new CompaniesHouseProbe.Settings("01234567"), ScriptedSource.at(NOW));

        assertThat(apart).containsExactly(Duration.ofMinutes(5).dividedBy(600));
    }

    @Test
    void theIndexOfLegalEntitiesIsAskedSixtyTimesAMinute() {
        new LeiProbe(new Gleif(sources, TestJson.json(), Optional.of(register.base())))
                .run(new LeiProbe.Settings("529900EXAMPLE0000000"), ScriptedSource.at(NOW));

        assertThat(apart).containsExactly(Duration.ofMinutes(1).dividedBy(60));
    }
}
