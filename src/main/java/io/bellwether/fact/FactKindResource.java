package io.bellwether.fact;

import io.bellwether.core.finance.EvidenceTier;
import io.bellwether.core.score.FactMeasure;
import io.bellwether.core.score.FactWeight;
import io.bellwether.core.score.FactWeights;
import io.bellwether.core.score.FinancialPart;
import io.bellwether.platform.Page;
import io.bellwether.platform.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The kinds of dated facts that can be told of a vendor's finances, and what each weighs. */
@Path("/api/v1/finance/fact-kinds")
@RolesAllowed(Role.Names.VIEWER)
@RunOnVirtualThread
class FactKindResource {

    /**
     * @param points the most it takes; 0 for what is information only
     * @param pointsByAmount what it takes by its number, straight lines between; empty where that does not matter
     * @param halfLifeDays days after which half of it is left; null for what holds until it expires or is withdrawn
     * @param countsAfterDays for how long it must have gone on before it counts
     * @param unit of its number; null where it has none
     * @param sources how many it takes
     */
    public record Kind(
            String signal,
            FinancialPart part,
            EvidenceTier tier,
            double points,
            Map<Double, Double> pointsByAmount,
            @Nullable Long halfLifeDays,
            long countsAfterDays,
            @Nullable String unit,
            boolean amountNeeded,
            int sources,
            String name,
            String meaning,
            String rationale) {

        static Kind of(FactWeight weight) {
            Duration halfLife = weight.halfLife();
            return new Kind(
                    weight.signal(),
                    weight.part(),
                    weight.tier(),
                    weight.points(),
                    new TreeMap<>(weight.pointsByAmount()),
                    halfLife == null ? null : halfLife.toDays(),
                    weight.persists().toDays(),
                    weight.measure() == FactMeasure.NONE
                            ? null
                            : weight.measure().unit(),
                    weight.amountNeeded(),
                    weight.sources(),
                    weight.name(),
                    weight.meaning(),
                    weight.rationale());
        }
    }

    @GET
    public Page<Kind> all() {
        return new Page<>(FactWeights.all().stream().map(Kind::of).toList(), null);
    }
}
