package io.bellwether.alert;

import io.bellwether.alert.RuleSettings.Posture;
import io.bellwether.core.Dimension;
import io.bellwether.core.alert.Signal;
import io.bellwether.fact.Fact;
import io.bellwether.fact.Suppressions;
import io.bellwether.fact.posture.CheckFact;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code posture-worse}. What takes no points is told nobody; what says something else only because the rules have changed is no news, nor is what somebody answers for. */
@Singleton
class PostureRule implements FactRule {

    private static final Set<String> TELLING = Set.of("PASS", "WARN", "FAIL");

    private final RuleBook book;
    private final FormerStates former;
    private final Suppressions suppressions;
    private final Clock clock;

    PostureRule(RuleBook book, FormerStates former, Suppressions suppressions, Clock clock) {
        this.book = book;
        this.former = former;
        this.suppressions = suppressions;
        this.clock = clock;
    }

    @Override
    public List<Evidence> judge(List<Fact> news, Map<Subject, StoredEpisode> open) {
        return book.active(BuiltInRule.POSTURE_WORSE, Posture.class)
                .map(rule -> news.stream()
                        .filter(PostureRule::isCheck)
                        .flatMap(CheckFact::of)
                        .map(check -> evidence(check, open, rule))
                        .toList())
                .orElse(List.of());
    }

    private static boolean isCheck(Fact fact) {
        return fact.dimension() == Dimension.SECURITY && !CertificateRule.isExpiry(fact) && !DomainRule.isExpiry(fact);
    }

    private Evidence evidence(CheckFact check, Map<Subject, StoredEpisode> open, ActiveRule<Posture> rule) {
        Fact fact = check.fact();
        Subject subject = Subject.of(BuiltInRule.POSTURE_WORSE, fact.vendorId(), fact.key());
        boolean ongoing = open.containsKey(subject);
        boolean mayBeNews = !ongoing && check.points() > 0 && !check.rebased() && !suppressed(check);
        String before = mayBeNews
                ? former.before(fact, TELLING::contains).map(Fact::value).orElse(null)
                : null;
        Signal signal = PostureJudge.judge(check.outcome().name(), before, ongoing, rule);
        return Evidence.of(rule, subject, Evidence.Kind.STATE, fact.knownAt(), signal, () -> facts(check));
    }

    private boolean suppressed(CheckFact check) {
        return check.suppression(suppressions.of(check.fact().vendorId(), clock.instant())) != null;
    }

    private static Map<String, Object> facts(CheckFact check) {
        Fact fact = check.fact();
        return Map.of(
                "signal", fact.signal(),
                "check", check.name(),
                "meaning", check.meaning(),
                "now", check.outcome().name(),
                "changedAt", fact.occurredAt().toString(),
                "source", fact.source());
    }
}
