package io.bellwether.fact;

import io.bellwether.core.Dimension;
import io.bellwether.core.Finding;
import io.bellwether.core.score.DatedFact;
import io.bellwether.core.score.FactWeights;
import io.bellwether.core.score.FilingEvent;
import io.bellwether.core.score.FilingWeights;
import io.bellwether.platform.Ids;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What people have told of a vendor's finances, and what probes have seen of the same kinds, among its facts. */
public final class DatedFacts {

    static final String CONFIDENCE = "confidence";
    static final String AMOUNT = "amount";
    static final String NOTE = "note";
    static final String SECOND_SOURCE = "secondSource";
    static final String EXPIRES_AT = "expiresAt";
    static final String ENTERED_BY = "enteredBy";

    /** How the keys of facts begin that people have entered: no probe makes such keys. */
    static final String PREFIX = "told:";

    private DatedFacts() {}

    /** Whether it is one of them: no filing, and no entry of a register. */
    public static boolean is(Fact fact) {
        return fact.value() == null && FactWeights.of(fact.signal()) != null;
    }

    /** Those that count for themselves; what would stand among filings is among the {@link #events}. */
    public static List<DatedFact> of(List<Fact> facts) {
        return facts.stream()
                .filter(fact -> is(fact) && !isEvent(fact.signal()))
                .map(DatedFacts::dated)
                .toList();
    }

    /** What was filed, and what people have told that stands among it: the end of proceedings, an acquisition. */
    public static List<FilingEvent> events(List<Fact> facts, Instant now) {
        return facts.stream()
                .filter(fact -> isEvent(fact, now))
                .map(FilingFacts::event)
                .toList();
    }

    static boolean isEvent(Fact fact, Instant now) {
        return FilingFacts.isEvent(fact) && (!is(fact) || (isEvent(fact.signal()) && !expired(fact, now)));
    }

    static boolean isEvent(String signal) {
        return FilingWeights.knows(signal);
    }

    static DatedFact dated(Fact fact) {
        return new DatedFact(
                fact.signal(),
                fact.key(),
                fact.occurredAt(),
                fact.source(),
                confidence(fact),
                amount(fact),
                expiresAt(fact));
    }

    /** @param fact without {@link NewFact#faults faults} */
    static Finding finding(NewFact fact, String enteredBy) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put(CONFIDENCE, fact.confidenceOrHalf());
        put(detail, AMOUNT, fact.amount());
        put(detail, SECOND_SOURCE, fact.secondSource());
        put(detail, NOTE, fact.note());
        put(detail, EXPIRES_AT, fact.expiresAt() == null ? null : String.valueOf(NewFact.time(fact.expiresAt())));
        detail.put(ENTERED_BY, enteredBy);
        return Finding.event(
                Dimension.FINANCIAL,
                Objects.requireNonNull(fact.signal()),
                PREFIX + Ids.next(),
                Objects.requireNonNull(NewFact.time(Objects.requireNonNull(fact.occurredAt()))),
                Objects.requireNonNull(fact.source()).strip(),
                detail);
    }

    private static void put(Map<String, Object> detail, String name, @Nullable Object value) {
        if (value != null) {
            detail.put(name, value);
        }
    }

    static double confidence(Fact fact) {
        return fact.detail().get(CONFIDENCE) instanceof Number number ? number.doubleValue() : NewFact.HALF;
    }

    static @Nullable Double amount(Fact fact) {
        return fact.detail().get(AMOUNT) instanceof Number number ? (Double) number.doubleValue() : null;
    }

    static @Nullable Instant expiresAt(Fact fact) {
        return fact.detail().get(EXPIRES_AT) instanceof String text ? NewFact.time(text) : null;
    }

    private static boolean expired(Fact fact, Instant now) {
        Instant end = expiresAt(fact);
        return end != null && !end.isAfter(now);
    }
}
