package io.bellwether.fact;

import io.bellwether.core.score.FilingState;
import io.bellwether.core.score.RegisterLedger;
import io.bellwether.core.score.RegisterState;
import io.bellwether.fact.EntityFacts.Other;
import io.bellwether.fact.finance.Assessed;
import io.bellwether.vendor.LegalEntity;
import io.bellwether.vendor.VendorEntity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a legal entity behind a vendor. Of one that is not rated it is shown and not counted, but for its
 * insolvency.
 *
 * @param entity null where a probe watches somebody of whom the register does not say who it is
 * @param rated whether it is the contracting entity, whose facts are those of the whole answer and not repeated here
 * @param numbers by which probes watch it; empty where none does, and for the rated one
 * @param asOf when the newest of these facts became known; null without any
 * @param state what overrides the sum of its filings; null when nothing does
 * @param insolventSince null when nothing says that it cannot pay its debts
 * @param pointsNow what its insolvency takes from the vendor's financial score, before rounding and scaling
 * @param events what happened to it, newest first
 * @param registers what registers of companies say of it now
 * @param assessment of the last three fiscal years that it filed; null where they are not there
 */
public record EntityFinance(
        @Nullable VendorEntity entity,
        boolean rated,
        List<LegalEntity> numbers,
        @Nullable Instant asOf,
        @Nullable FilingState state,
        @Nullable Instant insolventSince,
        double pointsNow,
        List<FinanceFacts.Event> events,
        List<FinanceFacts.RegisterEntry> registers,
        @Nullable Assessed assessment) {

    /** Of the contracting entity, or of one that nobody watches. */
    static EntityFinance of(VendorEntity entity, boolean rated) {
        return new EntityFinance(entity, rated, List.of(), null, null, null, 0, List.of(), List.of(), null);
    }

    static EntityFinance of(Other other, @Nullable Assessed assessment, Instant now) {
        RegisterState insolvency = other.insolvency(now).orElse(null);
        return new EntityFinance(
                other.entity(),
                false,
                other.numbers(),
                FinanceFacts.asOf(other.facts()),
                FilingState.of(other.filings(), now).orElse(null),
                insolvency == null ? null : insolvency.since(),
                insolvency == null ? 0 : points(insolvency, now),
                FinanceFacts.events(other.facts(), now),
                FinanceFacts.registers(other.facts(), now),
                assessment);
    }

    private static double points(RegisterState insolvency, Instant now) {
        return RegisterLedger.of(List.of(insolvency), now).stream()
                .mapToDouble(RegisterLedger.Entry::points)
                .sum();
    }
}
