package io.bellwether.alert;

import io.bellwether.alert.ContradictionJudge.PageSays;
import io.bellwether.history.LatestState;
import io.bellwether.vendor.ConfiguredProbe;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The latest states of all probes of one vendor. */
record Scene(List<LatestState> states, Map<UUID, ConfiguredProbe> probes) {

    Optional<LatestState> state(UUID probeId) {
        return states.stream().filter(state -> state.probeId().equals(probeId)).findFirst();
    }

    /** What the vendor's status pages say; one that admits trouble outweighs those that do not. */
    PageSays page(Instant at, int freshIntervals) {
        List<PageSays> words = states.stream()
                .filter(state -> fresh(state, at, freshIntervals))
                .map(state -> PageSays.of(state.outcome(), state.cause()))
                .toList();
        if (words.contains(PageSays.IMPAIRED)) {
            return PageSays.IMPAIRED;
        }
        return words.contains(PageSays.OPERATIONAL) ? PageSays.OPERATIONAL : PageSays.NOTHING;
    }

    /** The status page's own words, for people. */
    String pageWords() {
        return states.stream()
                .filter(this::isPage)
                .map(state -> Circumstances.oneLine(state.reason()))
                .findFirst()
                .orElse("No status page is watched.");
    }

    private boolean fresh(LatestState state, Instant at, int intervals) {
        ConfiguredProbe probe = probes.get(state.probeId());
        return probe != null
                && probe.kind().equals(Batch.PAGE)
                && !state.at().plus(probe.every().multipliedBy(intervals)).isBefore(at);
    }

    private boolean isPage(LatestState state) {
        ConfiguredProbe probe = probes.get(state.probeId());
        return probe != null && probe.kind().equals(Batch.PAGE);
    }
}
