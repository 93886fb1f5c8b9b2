package io.bellwether.core.score;

import static io.bellwether.core.score.Deed.AGREE_STATEMENTS;
import static io.bellwether.core.score.Deed.ASK_AUDITED;
import static io.bellwether.core.score.Deed.ASK_CONTACT;
import static io.bellwether.core.score.Deed.ASK_LATE;
import static io.bellwether.core.score.Deed.ASK_PLANS;
import static io.bellwether.core.score.Deed.ASK_REPORT;
import static io.bellwether.core.score.Deed.ASK_ROADMAP;
import static io.bellwether.core.score.Deed.ASK_RUNWAY;
import static io.bellwether.core.score.Deed.CHANGE_KEYS;
import static io.bellwether.core.score.Deed.CHECK_EXIT;
import static io.bellwether.core.score.Deed.CLAIM_CREDIT;
import static io.bellwether.core.score.Deed.COMPARE_CONTRACT;
import static io.bellwether.core.score.Deed.CONFIRM_CONTRACT;
import static io.bellwether.core.score.Deed.CONFRONT_PAGE;
import static io.bellwether.core.score.Deed.ENTER_STATEMENTS;
import static io.bellwether.core.score.Deed.EXPORT_DATA;
import static io.bellwether.core.score.Deed.FIND_CONTRACT_PARTY;
import static io.bellwether.core.score.Deed.HOLD_WORK;
import static io.bellwether.core.score.Deed.KEEP_EVIDENCE;
import static io.bellwether.core.score.Deed.KEEP_EXPORT;
import static io.bellwether.core.score.Deed.LEAVE_TO_IT;
import static io.bellwether.core.score.Deed.LIST_DEPENDENCIES;
import static io.bellwether.core.score.Deed.NAME_SECOND;
import static io.bellwether.core.score.Deed.NOTE_FOR_REVIEW;
import static io.bellwether.core.score.Deed.NOTHING;
import static io.bellwether.core.score.Deed.NO_PREPAYMENT;
import static io.bellwether.core.score.Deed.PLAN_TIME;
import static io.bellwether.core.score.Deed.READ_FACTS;
import static io.bellwether.core.score.Deed.RENEW_CERTIFICATE;
import static io.bellwether.core.score.Deed.SEND_LETTER;
import static io.bellwether.core.score.Deed.SEND_MEASUREMENTS;
import static io.bellwether.core.score.Deed.STOP_AT_WARNING;
import static io.bellwether.core.score.Deed.TELL_PROTECTION;
import static io.bellwether.core.score.Deed.TEST_RESTORE;
import static io.bellwether.core.score.Deed.TEST_SUPPORT;
import static io.bellwether.core.score.Deed.TRUST_MEASUREMENTS;
import static io.bellwether.core.score.Deed.USE_FALLBACK;

import io.bellwether.core.posture.Category;
import io.bellwether.core.posture.CheckRule;
import io.bellwether.core.posture.catalogue.RuleSets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What should be done about each signal. It moves no score, so a change of it is a version of its own and no new
 * {@link RuleSet}. A signal without a row has the advice of its family, which its name tells.
 */
public final class AdviceTable {

    public static final String VERSION = "2026-11";

    /** Of which signals, and what should be done then, for each reader the most urgent first. */
    private record Row(List<String> signals, List<Deed> deeds) {

        Stream<Map.Entry<String, Advice>> entries() {
            Advice advice = Advice.of(VERSION, deeds);
            return signals.stream().map(signal -> Map.entry(signal, advice));
        }
    }

    private static final String AMENDED = "filing-8k-a-";
    private static final String CURRENT_REPORT = "filing-8k-";

    private static final List<Row> ROWS = List.of(
            row(
                    signals(FilingWeights.BANKRUPTCY, "company-insolvency", "legal-entity-proceedings"),
                    EXPORT_DATA,
                    TEST_RESTORE,
                    LIST_DEPENDENCIES,
                    CHECK_EXIT,
                    NAME_SECOND,
                    NO_PREPAYMENT),
            row(
                    signals("company-status", "company-strike-off", "legal-entity-status", "service-sunset"),
                    EXPORT_DATA,
                    FIND_CONTRACT_PARTY,
                    CHECK_EXIT,
                    NO_PREPAYMENT),
            row(
                    signals(
                            "filing-8k-2.04",
                            FilingWeights.GOING_CONCERN,
                            "going-concern",
                            "filing-8k-1.01-forbearance",
                            "filing-8k-2.03-forbearance",
                            "filing-8k-1.02-credit"),
                    EXPORT_DATA,
                    LIST_DEPENDENCIES,
                    CHECK_EXIT,
                    ASK_RUNWAY,
                    NO_PREPAYMENT),
            row(
                    signals(
                            FinancialScore.STATEMENTS,
                            Liquidity.RUNWAY,
                            FactWeights.RUNWAY,
                            FactWeights.FUNDING,
                            FactWeights.HEADCOUNT,
                            "statements-withheld",
                            "company-floating-charge",
                            "filing-8k-2.06",
                            "filing-8k-2.03"),
                    KEEP_EXPORT,
                    ENTER_STATEMENTS,
                    ASK_RUNWAY),
            row(
                    signals(
                            "filing-nt-10-k",
                            "filing-nt-10-q",
                            "filing-nt-20-f",
                            FilingWeights.OVERDUE,
                            "accounts-overdue",
                            "company-accounts",
                            "company-confirmation"),
                    KEEP_EXPORT,
                    ENTER_STATEMENTS,
                    ASK_LATE,
                    NO_PREPAYMENT),
            row(
                    signals(FilingWeights.RESTATEMENT, FilingWeights.AUDITOR_CHANGE, "filing-8k-4.01-resignation"),
                    KEEP_EXPORT,
                    ENTER_STATEMENTS,
                    ASK_AUDITED),
            row(
                    signals(
                            FilingWeights.DELISTING_NOTICE,
                            "filing-8k-3.01-voluntary",
                            "filing-25",
                            "filing-25-nse",
                            "filing-15-12b",
                            "filing-15-12g",
                            "filing-15-15d",
                            "company-accounts-type",
                            RegisterWeights.REGISTRATION),
                    KEEP_EXPORT,
                    ENTER_STATEMENTS,
                    AGREE_STATEMENTS),
            row(
                    signals(
                            "filing-8k-2.05",
                            "layoffs",
                            "hiring-stopped",
                            "release-silence",
                            "page-silence",
                            "support-decay",
                            FactWeights.DOMAIN_NEGLECT,
                            FactWeights.CERTIFICATE_NEGLECT),
                    TEST_SUPPORT,
                    KEEP_EXPORT,
                    ASK_CONTACT),
            row(signals("price-change", "plan-change", "pricing-page-changed"), NOTE_FOR_REVIEW, COMPARE_CONTRACT),
            row(signals(FilingWeights.GOING_CONCERN_ALLEVIATED, "going-concern-alleviated"), READ_FACTS, NOTHING),
            row(
                    signals(
                            FilingWeights.DEPARTURE,
                            "filing-8k-5.02-chief",
                            "company-directors",
                            "filing-8k-1.01",
                            "filing-8k-1.02"),
                    NOTE_FOR_REVIEW,
                    ASK_PLANS),
            row(
                    signals(
                            "filing-8k-2.01",
                            "filing-8k-5.01",
                            "filing-defm14a",
                            "filing-sc-to-t",
                            "filing-sc-14d9",
                            FilingWeights.ACQUISITION_ANNOUNCED,
                            FilingWeights.ACQUISITION_COMPLETED,
                            FilingWeights.EMERGED),
                    ASK_ROADMAP,
                    KEEP_EXPORT,
                    CONFIRM_CONTRACT),
            row(signals("outage"), USE_FALLBACK, KEEP_EVIDENCE, HOLD_WORK, CLAIM_CREDIT),
            row(signals("availability", "flapping"), KEEP_EVIDENCE, CLAIM_CREDIT),
            row(signals("status-page-contradiction"), CONFRONT_PAGE, TRUST_MEASUREMENTS),
            row(signals("slower-than-usual", "degraded-answers", "slow"), SEND_MEASUREMENTS, PLAN_TIME),
            row(
                    signals("tls-certificate-expiry", "tls-chain", "tls-host-name"),
                    RENEW_CERTIFICATE,
                    SEND_LETTER,
                    STOP_AT_WARNING),
            row(signals("filing-8k-1.05", SecurityScore.BREACH), CHANGE_KEYS, ASK_REPORT, TELL_PROTECTION));

    private static final Map<String, Advice> BY_SIGNAL = ROWS.stream()
            .flatMap(Row::entries)
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    /** By what a signal begins with; of several that fit the first. */
    private static final List<Row> FAMILIES = List.of(
            row(signals("filing-"), READ_FACTS, NOTHING),
            row(signals("company-", "legal-entity-"), READ_FACTS, ASK_PLANS),
            row(signals(""), NOTE_FOR_REVIEW, ASK_PLANS));

    private static final Advice OF_CHECKS = Advice.of(VERSION, List.of(SEND_LETTER, LEAVE_TO_IT));
    private static final Advice OF_TRUST = Advice.of(VERSION, List.of(SEND_LETTER, ASK_REPORT, LEAVE_TO_IT));

    private AdviceTable() {}

    /** @param signal of a driver, of an event or of the state of a register; that of an amendment is as what it amends */
    public static Advice of(String signal) {
        String amended = signal.startsWith(AMENDED) ? CURRENT_REPORT + signal.substring(AMENDED.length()) : signal;
        Advice own = BY_SIGNAL.get(amended);
        return own == null ? ofFamily(amended) : own;
    }

    /** What comes first while it holds, whatever else does. */
    public static Advice of(HardFact fact) {
        return of(
                switch (fact) {
                    case BANKRUPTCY_FILING -> FilingWeights.BANKRUPTCY;
                    case INSOLVENCY -> "company-insolvency";
                    case GRAVE_FILINGS -> "going-concern";
                    case CERTIFICATE_EXPIRED -> "tls-certificate-expiry";
                    case DOWN_OVER_AN_HOUR -> "outage";
                });
    }

    private static Advice ofFamily(String signal) {
        return RuleSets.check(null, signal)
                .map(AdviceTable::of)
                .orElseGet(() -> FAMILIES.stream()
                        .filter(family -> family.signals().stream().anyMatch(signal::startsWith))
                        .findFirst()
                        .map(family -> Advice.of(VERSION, family.deeds()))
                        .orElseThrow());
    }

    private static Advice of(CheckRule check) {
        return check.category() == Category.TRUST ? OF_TRUST : OF_CHECKS;
    }

    private static List<String> signals(String... signals) {
        return List.of(signals);
    }

    private static Row row(List<String> signals, Deed... deeds) {
        return new Row(signals, Arrays.asList(deeds));
    }
}
