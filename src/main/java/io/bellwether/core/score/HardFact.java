package io.bellwether.core.score;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A fact so grave that the viability index cannot be high while it holds, whatever the scores say. */
public enum HardFact {
    /** The vendor may end, or change hands, by order of a court. */
    BANKRUPTCY_FILING(20, "bankruptcy filing", "it has filed for bankruptcy"),
    /** The same by a register of companies. */
    INSOLVENCY(20, "insolvency proceedings", "it is in insolvency proceedings"),
    /** Companies that were soon to fail looked like this, whatever their service looked like: see {@link FilingSlip}. */
    GRAVE_FILINGS(59, "several grave filings", "it had to report several kinds of trouble within weeks"),
    /** Browsers refuse to open the vendor's site, and its programs refuse to talk to ours. */
    CERTIFICATE_EXPIRED(50, "certificate expired", "its security seal has run out"),
    /** Work that needs the vendor has stopped. */
    DOWN_OVER_AN_HOUR(60, "down for more than 60 minutes", "it has not worked for more than 60 minutes");

    private final int limit;
    private final String reason;
    private final String meaning;

    HardFact(int limit, String reason, String meaning) {
        this.limit = limit;
        this.reason = reason;
        this.meaning = meaning;
    }

    /** What a vendor's filings and the entries of registers make of these. */
    public static Set<HardFact> ofFinances(List<FilingEvent> filings, List<RegisterState> registers, Instant now) {
        Set<HardFact> facts = EnumSet.noneOf(HardFact.class);
        boolean bankrupt = FilingState.of(filings, now)
                .filter(state -> state.kind() == FilingState.Kind.FAILED_OR_RESTRUCTURING)
                .isPresent();
        if (bankrupt) {
            facts.add(BANKRUPTCY_FILING);
        }
        if (RegisterLedger.insolvent(registers)) {
            facts.add(INSOLVENCY);
        }
        if (FilingSlip.holds(filings, now)) {
            facts.add(GRAVE_FILINGS);
        }
        return facts;
    }

    /** The highest index possible while it holds. */
    public int limit() {
        return limit;
    }

    public String reason() {
        return reason;
    }

    /** Its code among the drivers of an index, for example {@code bankruptcy-filing}. */
    public String signal() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The fact of a reason; null when there is none with it. */
    public static @Nullable HardFact of(@Nullable String reason) {
        return Arrays.stream(values())
                .filter(fact -> fact.reason.equals(reason))
                .findFirst()
                .orElse(null);
    }

    /** What a reason means, in plain words; itself when it is not known. */
    public static String meaning(String reason) {
        HardFact fact = of(reason);
        return fact == null ? reason : fact.meaning;
    }
}
