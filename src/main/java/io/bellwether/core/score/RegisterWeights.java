package io.bellwether.core.score;

import static io.bellwether.core.score.RegisterWeight.Gravity.ENDED;
import static io.bellwether.core.score.RegisterWeight.Gravity.INSOLVENT;
import static io.bellwether.core.score.RegisterWeight.Gravity.WARNING;
import static io.bellwether.core.score.RegisterWeight.fixed;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The weights of what registers of companies say: the British Companies House ({@code company-…}) and the index of legal
 * entities ({@code legal-entity-…}), and of what they say of those behind a vendor ({@code entity-…}). Part of {@link RuleSet}. What is not listed, such as a winding-up by members that can
 * pay all debts, a merger or an entry that could not be read, takes nothing.
 */
public final class RegisterWeights {

    static final String REGISTRATION = "legal-entity-registration";
    static final String LAPSED = "LAPSED";

    private static final List<RegisterWeight> ALL = List.of(
            fixed(
                    "company-insolvency",
                    "INSOLVENT",
                    95,
                    INSOLVENT,
                    "insolvency proceedings at Companies House",
                    "It is in insolvency proceedings.",
                    "As a bankruptcy filing: a state that holds until the register says it is over."),
            fixed(
                    "company-insolvency",
                    "ARRANGEMENT",
                    60,
                    INSOLVENT,
                    "voluntary arrangement or moratorium at Companies House",
                    "It agreed with its creditors to pay later or less.",
                    "It cannot pay everybody in full and in time, but means to carry on."),
            fixed(
                    "company-insolvency",
                    "RECEIVER",
                    45,
                    WARNING,
                    "receiver appointed at Companies House",
                    "A lender has taken control of part of what it owns.",
                    "Often about one property only; still a debt that was not paid."),
            fixed(
                    "company-status",
                    "DISSOLVED",
                    70,
                    ENDED,
                    "company dissolved at Companies House",
                    "The company does not exist any more.",
                    "Contracts with it have no other side; why it ended, the entry does not tell."),
            fixed(
                    "company-status",
                    "REMOVED",
                    70,
                    ENDED,
                    "company removed from Companies House",
                    "The company does not exist any more.",
                    "As dissolved."),
            fixed(
                    "company-strike-off",
                    "PROPOSED",
                    50,
                    WARNING,
                    "active proposal to strike off at Companies House",
                    "The register means to delete the company soon.",
                    "Usually for accounts that never came; many objections and late filings end it."),
            new RegisterWeight(
                    "company-accounts",
                    "OVERDUE",
                    20,
                    5,
                    45,
                    WARNING,
                    "accounts overdue at Companies House",
                    "It has not published its accounts in time.",
                    "Late filers are weaker; 5 more for each month, for it leads to a strike-off."),
            fixed(
                    "company-floating-charge",
                    "NEW",
                    12,
                    WARNING,
                    "new floating charge over all assets",
                    "It pledged all it owns to a lender in the last half year.",
                    "Usual for bank loans, but in a failure all others stand behind that lender."),
            fixed(
                    "company-confirmation",
                    "OVERDUE",
                    8,
                    WARNING,
                    "confirmation statement overdue at Companies House",
                    "It has not confirmed its entry in the register in time.",
                    "Little work, so that not doing it tells of neglect."),
            fixed(
                    "company-directors",
                    "SEVERAL_LEFT",
                    8,
                    WARNING,
                    "two or more directors resigned within 90 days",
                    "Several of its directors have left within three months.",
                    "Also after a sale of the company; with other signs it counts as people who know more."),
            fixed(
                    "company-accounts-type",
                    "DOWNGRADED",
                    6,
                    WARNING,
                    "accounts of a much smaller kind than before",
                    "It now publishes much less about its finances than before.",
                    "It shrank, or tells less; steps between neighbouring kinds are not counted."),
            fixed(
                    "company-accounts-date",
                    "SHORTENED",
                    6,
                    WARNING,
                    "financial year shortened long after its end",
                    "It won time for its accounts by a change of its calendar.",
                    "Puts off the day on which the accounts are due; one that is shortened early is not counted."),
            fixed(
                    "legal-entity-proceedings",
                    "INSOLVENCY",
                    95,
                    INSOLVENT,
                    "bankruptcy or insolvency in the LEI index",
                    "It is in insolvency proceedings.",
                    "As a bankruptcy filing."),
            fixed(
                    "legal-entity-proceedings",
                    "LIQUIDATION",
                    60,
                    ENDED,
                    "liquidation or dissolution in the LEI index",
                    "The company is being closed.",
                    "The index does not tell whether all debts can be paid."),
            fixed(
                    "legal-entity-proceedings",
                    "ARRANGEMENT",
                    60,
                    INSOLVENT,
                    "voluntary arrangement in the LEI index",
                    "It agreed with its creditors to pay later or less.",
                    "As at Companies House."),
            fixed(
                    "legal-entity-status",
                    "INACTIVE",
                    60,
                    ENDED,
                    "legal entity inactive in the LEI index",
                    "The company does not exist any more, as far as banks know.",
                    "Ended without a merger; a merged company is told as MERGED and takes nothing."),
            new RegisterWeight(
                    REGISTRATION,
                    LAPSED,
                    4,
                    0,
                    10,
                    WARNING,
                    "LEI registration lapsed",
                    "It has not renewed its entry in the worldwide list of companies.",
                    "Mostly an unpaid renewal; 10 where a register says something else that counts."),
            fixed(
                    "entity-insolvency",
                    "PARENT",
                    20,
                    WARNING,
                    "insolvency of a parent",
                    "The company that owns it cannot pay its debts.",
                    "Another debtor, so no failure of the vendor; but its money, its name and its plans may be the parent's."),
            fixed(
                    "entity-insolvency",
                    "GUARANTOR",
                    20,
                    WARNING,
                    "insolvency of a guarantor",
                    "The company that answers for it cannot pay its debts.",
                    "The vendor is as able as before; what was promised in case it is not is worth little now."));

    private RegisterWeights() {}

    public static List<RegisterWeight> all() {
        return ALL;
    }

    /** What the state weighs; null when it is no bad news. */
    static @Nullable RegisterWeight of(RegisterState state) {
        for (RegisterWeight weight : ALL) {
            if (weight.signal().equals(state.signal()) && weight.value().equals(state.value())) {
                return weight;
            }
        }
        return null;
    }
}
