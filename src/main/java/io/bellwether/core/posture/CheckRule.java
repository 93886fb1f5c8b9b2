package io.bellwether.core.posture;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A check as a rule set publishes it.
 *
 * @param id lower-case kebab, unique in its rule set; the signal of the fact that it makes
 * @param name for people: {@code Content-Security-Policy}
 * @param meaning what its failure means for the business, one sentence without jargon
 * @param reference where the rule can be read, a URL
 * @param codes everything it can say
 */
public record CheckRule(
        String id,
        Category category,
        String name,
        String meaning,
        Remediation remediation,
        String reference,
        List<ResultCode> codes) {

    /** The code of a result that could not be had. */
    public static final String UNKNOWN = "unknown";

    /** The code of a result where there is nothing to look at. */
    public static final String NOT_APPLICABLE = "not-applicable";

    public CheckRule {
        codes = List.copyOf(codes);
    }

    public Optional<ResultCode> code(String code) {
        return codes.stream().filter(known -> known.code().equals(code)).findFirst();
    }

    /**
     * @param evidence JSON-shaped values that an engineer can check the result by
     * @throws IllegalArgumentException when the check has no such code
     */
    public CheckResult result(String code, Map<String, Object> evidence) {
        ResultCode known = code(code).orElseThrow(() -> new IllegalArgumentException(id + " has no code " + code));
        return new CheckResult(
                id, code, known.outcome(), known.modifier(), known.points(), known.says(), ordered(evidence));
    }

    /** @param reason why it cannot be told, one sentence */
    public CheckResult unknown(String reason) {
        return new CheckResult(id, UNKNOWN, CheckOutcome.UNKNOWN, 0, 0, reason, Map.of());
    }

    /** @param reason why there is nothing to look at, one sentence */
    public CheckResult notApplicable(String reason) {
        return new CheckResult(id, NOT_APPLICABLE, CheckOutcome.NOT_APPLICABLE, 0, 0, reason, Map.of());
    }

    /** In the order they were put. */
    private static Map<String, Object> ordered(Map<String, Object> evidence) {
        Map<String, Object> copy = new LinkedHashMap<>();
        evidence.forEach((name, value) -> copy.put(Objects.requireNonNull(name), Objects.requireNonNull(value)));
        return Collections.unmodifiableMap(copy);
    }
}
