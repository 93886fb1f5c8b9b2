package io.bellwether.health;

import io.bellwether.core.Tier;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to be assumed of a vendor. Nothing of it is kept.
 *
 * @param facts beside what is known, or instead of it, 50 at most
 * @param without keys or signals of facts that are known and are to be left out
 * @param tier how much the business depends on the vendor; as much as it does when absent
 * @param asOf the day, or the RFC 3339 instant, to judge at: now when absent, 400 days ahead at most
 * @param statements of its last three years, oldest first, as in {@code POST /api/v1/finance/assessments}
 * @param marketValue of all its shares at the end of the last of them, in millions of US dollars
 */
public record SimulationRequest(
        @Nullable List<@Nullable SupposedFact> facts,
        @Nullable List<@Nullable String> without,
        @Nullable Tier tier,
        @Nullable String asOf,
        @Nullable List<@Nullable Map<String, @Nullable Double>> statements,
        @Nullable Double marketValue) {}
