package io.bellwether.alert;

import io.bellwether.alert.RuleSettings.Viability;
import io.bellwether.core.Voices;
import io.bellwether.core.alert.Condition;
import io.bellwether.core.alert.Signal;
import io.bellwether.core.score.Driver;
import io.bellwether.core.score.HardFact;
import io.bellwether.core.score.Trend;
import io.bellwether.core.score.peer.PeerMove;
import io.bellwether.core.score.slip.Slip;
import io.bellwether.health.Health;
import io.bellwether.health.HealthAssessed;
import io.bellwether.health.HealthPoint;
import io.bellwether.health.HealthService;
import io.bellwether.health.PeerStandings;
import io.bellwether.vendor.Vendor;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code viability-slipping}. */
@Singleton
class ViabilityRule {

    private static final int USUAL_DAYS = 14;
    private static final int TOP = 3;
    /** The best that the index can be. */
    private static final int MOST = 100;

    private final RuleBook book;
    private final HealthService health;
    private final PeerStandings peers;

    ViabilityRule(RuleBook book, HealthService health, PeerStandings peers) {
        this.book = book;
        this.health = health;
        this.peers = peers;
    }

    Optional<Evidence> judge(HealthAssessed assessed, Subject subject, @Nullable StoredEpisode open) {
        return book.active(BuiltInRule.VIABILITY_SLIPPING, Viability.class)
                .map(rule ->
                        evidence(assessed, subject, rule.of(assessed.vendor().id())))
                .filter(evidence -> open == null || !isGoodAgainToday(evidence, open));
    }

    private Evidence evidence(HealthAssessed assessed, Subject subject, ActiveRule<Viability> rule) {
        Health now = assessed.now();
        Integer usual = now.trend() == Trend.SLIPPING || now.cap() != null ? usual(assessed) : null;
        Signal signal = ViabilityJudge.judge(now, usual, rule);
        return Evidence.of(
                rule, subject, Evidence.Kind.STATE, now.asOf(), signal, () -> facts(assessed.vendor(), now, usual));
    }

    /** Assessments come every minute, but only one a day counts as good: a slip is not over because of a good hour. */
    private static boolean isGoodAgainToday(Evidence evidence, StoredEpisode open) {
        return evidence.signal() instanceof Signal.Good
                && open.state().condition() == Condition.RECOVERING
                && day(evidence.at()).equals(day(open.state().lastEventAt()));
    }

    private @Nullable Integer usual(HealthAssessed assessed) {
        Slip slip = assessed.now().slip();
        if (slip != null) {
            // What slips slowly was as low as now two weeks ago.
            return (int) slip.usual();
        }
        LocalDate today = day(assessed.now().asOf());
        List<Integer> before =
                health.history(assessed.vendor().id(), today.minusDays(USUAL_DAYS), today.minusDays(1)).stream()
                        .map(HealthPoint::index)
                        .filter(Objects::nonNull)
                        .toList();
        if (!before.isEmpty()) {
            return ViabilityJudge.median(before);
        }
        return assessed.before() == null ? null : assessed.before().index();
    }

    private Map<String, Object> facts(Vendor vendor, Health now, @Nullable Integer usual) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("indexNow", now.index() == null ? "unknown" : now.index());
        facts.put("indexBefore", usual == null ? "unknown" : usual);
        facts.put("indexMost", MOST);
        facts.put("cap", now.cap() == null ? "" : now.cap());
        facts.put("capMeaning", now.cap() == null ? "" : HardFact.meaning(now.cap()));
        facts.put("ruleSet", now.ruleSet());
        facts.put("confidencePercent", Math.round(now.confidence() * 100));
        facts.put("drivers", drivers(now));
        Voices others = others(vendor, now);
        facts.put("peersIt", Circumstances.oneLine(others.it()));
        facts.put("peersMarketing", Circumstances.oneLine(others.marketing()));
        return facts;
    }

    /** Whether it is the whole category; empty where nothing tells. */
    private Voices others(Vendor vendor, Health now) {
        LocalDate today = day(now.asOf());
        LocalDate since = now.slip() == null ? today : now.slip().since();
        return peers.ofFall(vendor, since, today).map(PeerMove::text).orElse(new Voices("", ""));
    }

    private static List<Map<String, Object>> drivers(Health now) {
        Health.Dimensions dimensions = now.dimensions();
        return Stream.of(dimensions.uptime(), dimensions.latency(), dimensions.security(), dimensions.financial())
                .flatMap(score -> score.drivers().stream())
                .sorted(Comparator.comparingInt(Driver::contribution).reversed())
                .limit(TOP)
                .map(ViabilityRule::driver)
                .toList();
    }

    private static Map<String, Object> driver(Driver driver) {
        return Map.of(
                "signal", driver.signal(),
                "points", driver.contribution(),
                "it", Circumstances.oneLine(driver.text().it()),
                "marketing", Circumstances.oneLine(driver.text().marketing()));
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
