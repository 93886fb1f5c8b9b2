package io.bellwether.dashboard;

import io.bellwether.core.Lens;
import io.bellwether.core.finance.EvidenceTier;
import io.bellwether.core.score.DimensionScore;
import io.bellwether.core.score.FilingState;
import io.bellwether.dashboard.chart.SlipChart;
import io.bellwether.fact.FinanceFacts;
import io.bellwether.fact.finance.StatementsView;
import io.bellwether.health.Health;
import io.bellwether.vendor.Vendor;
import io.bellwether.vendor.VendorEntity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A vendor's finances laid out for reading.
 *
 * @param suggested parents that a probe has found and nobody has registered
 * @param refused why a table that was sent was not taken; null where none was sent
 */
public record FinanceView(
        Vendor vendor,
        FinanceFacts finance,
        Health health,
        SlipChart history,
        List<VendorEntity> suggested,
        @Nullable RefusedTable refused) {

    private static final int EVENTS = 30;

    public String path() {
        return "/vendors/" + vendor.slug() + "/finance";
    }

    public String api() {
        return "/api/v1" + path();
    }

    public DimensionScore financial() {
        return health.dimensions().financial();
    }

    /** The state in plain words; null where none overrides the sum. */
    public @Nullable String state() {
        FilingState state = finance.state();
        return state == null ? null : FinanceWords.state(state.kind());
    }

    public boolean failed() {
        FilingState state = finance.state();
        return state != null && state.kind() == FilingState.Kind.FAILED_OR_RESTRUCTURING;
    }

    /** What the evidence rests on, the firmest first. */
    public List<EvidenceTier> tiers() {
        List<EvidenceTier> tiers = new ArrayList<>();
        if (!finance.events().isEmpty() || finance.statements() != null) {
            tiers.add(EvidenceTier.FILED);
        }
        if (!finance.registers().isEmpty()) {
            tiers.add(EvidenceTier.REGISTERED);
        }
        if (!finance.stated().statements().isEmpty()) {
            tiers.add(EvidenceTier.STATED);
        }
        return tiers;
    }

    /** What still takes points and the newest of what does not, newest first. */
    public List<EventLine> events(Lens lens) {
        List<FinanceFacts.Event> all = finance.events();
        long quiet = all.stream().filter(event -> event.pointsNow() == 0).count();
        long shown = Math.max(0, EVENTS - (all.size() - quiet));
        List<EventLine> lines = new ArrayList<>();
        for (FinanceFacts.Event event : all) {
            if (event.pointsNow() > 0 || shown-- > 0) {
                lines.add(EventLine.of(event, lens));
            }
        }
        return lines;
    }

    /** How many events are not shown. */
    public int untold(Lens lens) {
        return finance.events().size() - events(lens).size();
    }

    /** What it filed; null where nothing was read, or nothing can be told. */
    public @Nullable FigureTable years() {
        StatementsView statements = finance.statements();
        return statements == null ? null : FigureTable.ofYears(statements);
    }

    public @Nullable FigureTable quarters() {
        StatementsView statements = finance.statements();
        return statements == null ? null : FigureTable.ofQuarters(statements);
    }

    public FigureTable stated() {
        return FigureTable.of(finance.stated().statements());
    }

    /** Of what it filed, else of what it told; null without three years of either. */
    public @Nullable AssessmentView assessment() {
        if (finance.assessment() != null) {
            return new AssessmentView(EvidenceTier.FILED, finance.assessment());
        }
        return finance.stated().assessment() == null
                ? null
                : new AssessmentView(EvidenceTier.STATED, finance.stated().assessment());
    }
}
