package io.bellwether.probe.courtesy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Settings as a test wants them. */
record TestCourtesySettings(int contactsPerDay, Duration pause, Duration fullScanEvery, Optional<List<String>> optOut)
        implements CourtesySettings {

    static TestCourtesySettings budget(int contacts) {
        return new TestCourtesySettings(contacts, Duration.ZERO, Duration.ofHours(24), Optional.empty());
    }

    static TestCourtesySettings pausing(Duration pause) {
        return new TestCourtesySettings(240, pause, Duration.ofHours(24), Optional.empty());
    }

    TestCourtesySettings without(String... domains) {
        return new TestCourtesySettings(contactsPerDay, pause, fullScanEvery, Optional.of(List.of(domains)));
    }
}
