package io.bellwether.fact.posture;

import io.bellwether.core.Dimension;
import io.bellwether.core.posture.CheckResult;
import io.bellwether.core.posture.letter.Correspondence;
import io.bellwether.core.posture.letter.Letter;
import io.bellwether.core.posture.letter.LetterFinding;
import io.bellwether.core.posture.letter.LetterWriter;
import io.bellwether.fact.Facts;
import io.bellwether.fact.Suppression;
import io.bellwether.fact.Suppressions;
import io.bellwether.vendor.Vendor;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Writes to vendors about what they should mend. */
@Singleton
class Letters {

    private final Facts facts;
    private final Suppressions suppressions;
    private final String organisation;
    private final Clock clock;

    /** @param organisation {@code bellwether.organisation}: who writes */
    Letters(
            Facts facts,
            Suppressions suppressions,
            @ConfigProperty(name = "bellwether.organisation", defaultValue = "One of your customers")
                    String organisation,
            Clock clock) {
        this.facts = facts;
        this.suppressions = suppressions;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** None when there is nothing to mend; what somebody answers for is not mentioned. */
    Optional<Letter> to(Vendor vendor) {
        Instant now = clock.instant();
        List<Suppression> inForce = suppressions.of(vendor.id(), now);
        List<LetterFinding> findings = facts.current(vendor.id(), Dimension.SECURITY).stream()
                .flatMap(CheckFact::of)
                .filter(check -> check.outcome().bad() && check.suppression(inForce) == null)
                .flatMap(Letters::finding)
                .toList();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return LetterWriter.write(new Correspondence(vendor.name(), organisation, today), findings);
    }

    private static Stream<LetterFinding> finding(CheckFact check) {
        if (check.rule() == null) {
            return Stream.empty();
        }
        CheckResult result = new CheckResult(
                check.fact().signal(),
                check.resultCode(),
                check.outcome(),
                check.modifier(),
                check.points(),
                check.reason(),
                evidence(check));
        return Stream.of(new LetterFinding(check.target(), check.rule(), result, check.since()));
    }

    private static Map<String, Object> evidence(CheckFact check) {
        Map<String, Object> evidence = new LinkedHashMap<>();
        if (check.fact().detail().get(CheckFact.EVIDENCE) instanceof Map<?, ?> kept) {
            kept.forEach((name, value) -> evidence.put(String.valueOf(name), value));
        }
        return evidence;
    }
}
