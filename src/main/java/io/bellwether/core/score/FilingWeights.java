package io.bellwether.core.score;

import static io.bellwether.core.score.FilingWeight.information;
import static io.bellwether.core.score.FilingWeight.risk;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The weights of filings with the U.S. Securities and Exchange Commission, part of {@link RuleSet}. They go by item code and
 * form, never by words of bankruptcy in the text: indentures of healthy companies speak of it too. Where what an item says
 * depends on its text (a voluntary transfer of listing, who resigned, a credit agreement), the lesser reading counts until that
 * has been read.
 */
public final class FilingWeights {

    static final String BANKRUPTCY = "filing-8k-1.03";
    static final String DELISTING_NOTICE = "filing-8k-3.01";
    static final String AUDITOR_CHANGE = "filing-8k-4.01";
    static final String RESTATEMENT = "filing-8k-4.02";
    static final String DEPARTURE = "filing-8k-5.02";
    static final String GOING_CONCERN = "filing-going-concern";
    static final String GOING_CONCERN_ALLEVIATED = "filing-going-concern-alleviated";
    static final String OVERDUE = "filing-overdue";
    /** Takes the place of a filing when people know that the proceedings are over. */
    static final String EMERGED = "bankruptcy-emerged";

    static final String ACQUISITION_ANNOUNCED = "acquisition-announced";
    static final String ACQUISITION_COMPLETED = "acquisition-completed";

    private static final List<FilingWeight> ALL = List.of(
            risk(
                    BANKRUPTCY,
                    95,
                    365,
                    "8-K item 1.03, bankruptcy or receivership",
                    "It has filed for bankruptcy protection.",
                    "A state, not a hit: it holds undiminished until the proceedings are over."),
            risk(
                    "filing-8k-2.04",
                    45,
                    180,
                    "8-K item 2.04, acceleration of an obligation",
                    "Its lenders want their money back early.",
                    "Cash is due at once; among the last steps before a petition."),
            risk(
                    RESTATEMENT,
                    35,
                    365,
                    "8-K item 4.02, prior statements not reliable",
                    "It withdrew its published accounts because they cannot be relied on.",
                    "What was believed about its finances was wrong; it takes about a year to mend."),
            risk(
                    DELISTING_NOTICE,
                    25,
                    180,
                    "8-K item 3.01, listing notice or failure",
                    "The stock exchange warned that it may lose its listing.",
                    "Price, filings or equity fell below the exchange's rules; some recover. A move to another exchange weighs 10."),
            risk(
                    "filing-8k-2.05",
                    15,
                    180,
                    "8-K item 2.05, exit or layoffs",
                    "It is closing parts of the business or letting people go.",
                    "Costs are cut for a reason, but many healthy companies do it."),
            risk(
                    "filing-8k-2.06",
                    12,
                    180,
                    "8-K item 2.06, material impairment",
                    "It wrote off a large part of what it owned.",
                    "Past purchases lost their value; no cash leaves."),
            risk(
                    AUDITOR_CHANGE,
                    10,
                    180,
                    "8-K item 4.01, change of auditor",
                    "It changed the firm that checks its accounts.",
                    "Usually routine; after a restatement or a late report it is a warning and weighs 30."),
            risk(
                    "filing-8k-1.02",
                    8,
                    180,
                    "8-K item 1.02, material agreement ended",
                    "An important contract of it has ended.",
                    "Often routine; more when it was a credit agreement, which the code does not tell."),
            risk(
                    DEPARTURE,
                    3,
                    180,
                    "8-K item 5.02, officers or directors leave or join",
                    "There is a change in its leadership.",
                    "Very common: 3 each and at most 15 in 180 days."),
            risk(
                    "filing-8k-4.01-resignation",
                    30,
                    180,
                    "8-K item 4.01, the auditor resigned",
                    "The firm that checked its accounts gave up the task.",
                    "Auditors seldom leave a client of their own will. By the text of the item, in place of its code."),
            risk(
                    "filing-8k-1.02-credit",
                    20,
                    180,
                    "8-K item 1.02, credit agreement ended",
                    "A lender's contract with it has ended, and no other took its place.",
                    "Less money to fall back on; not where it was repaid or replaced. By the text of the item, in place of its code."),
            risk(
                    "filing-8k-3.01-voluntary",
                    10,
                    180,
                    "8-K item 3.01, move to another exchange",
                    "It moves to another stock exchange of its own will.",
                    "Says little, unless it goes where less is asked of it. By the text of the item, in place of its code."),
            risk(
                    "filing-8k-1.01-forbearance",
                    10,
                    180,
                    "8-K item 1.01, forbearance, a loan in proceedings, or doubt about going on",
                    "Its lenders hold still for now, or it is in doubt whether it can go on.",
                    "It could not keep its contract with them. By the text of the item, in place of its code."),
            risk(
                    "filing-8k-2.03-forbearance",
                    10,
                    180,
                    "8-K item 2.03, forbearance, a loan in proceedings, or doubt about going on",
                    "It borrowed from lenders who hold still for now, or it is in doubt whether it can go on.",
                    "It could not keep its contract with them. By the text of the item, in place of its code."),
            risk(
                    "filing-8k-5.02-chief",
                    8,
                    180,
                    "8-K item 5.02, chief executive or finance chief leaves",
                    "The head of the company or of its finances leaves.",
                    "At most 15 in 180 days with all others who leave. By the text of the item, in place of its code."),
            risk(
                    "filing-nt-10-k",
                    25,
                    270,
                    "NT 10-K, annual report late",
                    "It cannot publish its annual accounts on time.",
                    "Late filers are smaller, loss-making and indebted; doubled when repeated."),
            risk(
                    "filing-nt-10-q",
                    18,
                    270,
                    "NT 10-Q, quarterly report late",
                    "It cannot publish its quarterly figures on time.",
                    "As an annual report that is late, a little weaker; doubled when repeated."),
            risk(
                    "filing-nt-20-f",
                    25,
                    270,
                    "NT 20-F, annual report late",
                    "It cannot publish its annual accounts on time.",
                    "As NT 10-K, of a company from abroad."),
            risk(
                    "filing-25",
                    20,
                    180,
                    "Form 25, removal from listing",
                    "Its shares are being removed from the stock exchange.",
                    "Also filed for notes that fell due: counts only after a listing notice, without a merger or a new listing."),
            risk(
                    "filing-25-nse",
                    20,
                    180,
                    "Form 25-NSE, removal from listing by the exchange",
                    "The stock exchange is removing its shares.",
                    "Also filed for notes that fell due: counts only after a listing notice, without a merger or a new listing."),
            risk(
                    GOING_CONCERN,
                    40,
                    400,
                    "substantial doubt about going on",
                    "There is doubt that it can carry on for another year.",
                    "Said in a report of its own. Reports repeat it, so of several the heaviest counts, until one says the doubt is alleviated."),
            risk(
                    OVERDUE,
                    30,
                    270,
                    "periodic report overdue without notice",
                    "It did not publish its figures and did not say why.",
                    "Worse than a late report that was announced. It holds undiminished, and once, until a report comes."),
            risk(
                    "filing-15-12b",
                    15,
                    180,
                    "Form 15-12B, deregistration",
                    "It stops publishing figures.",
                    "Coverage ends, see below; counts only without a merger and without later reports."),
            risk(
                    "filing-15-12g",
                    15,
                    180,
                    "Form 15-12G, deregistration",
                    "It stops publishing figures.",
                    "Coverage ends, see below; counts only without a merger and without later reports."),
            risk(
                    "filing-15-15d",
                    15,
                    180,
                    "Form 15-15D, deregistration",
                    "It stops publishing figures.",
                    "Coverage ends, see below; counts only without a merger and without later reports."),
            information(
                    GOING_CONCERN_ALLEVIATED,
                    "doubt about going on alleviated",
                    "The doubt that it can carry on is over, by its own word."),
            information("filing-8k-1.01", "8-K item 1.01, material agreement", "It made an important contract."),
            information("filing-8k-1.05", "8-K item 1.05, cyber incident", "It reported an attack on its systems."),
            information(
                    "filing-8k-2.01",
                    "8-K item 2.01, acquisition or disposal completed",
                    "It bought or sold a business."),
            information("filing-8k-2.03", "8-K item 2.03, new debt", "It borrowed money."),
            information("filing-8k-5.01", "8-K item 5.01, change of control", "It has a new owner."),
            information("filing-10-k", "10-K, annual report", "It published its annual accounts."),
            information("filing-10-k-a", "10-K/A, amended annual report", "It corrected its annual accounts."),
            information("filing-10-q", "10-Q, quarterly report", "It published its quarterly figures."),
            information("filing-10-kt", "10-KT, annual report", "It published the accounts of a shortened year."),
            information("filing-20-f", "20-F, annual report", "It published its annual accounts."),
            information("filing-40-f", "40-F, annual report", "It published its annual accounts."),
            information("filing-8-a12b", "8-A12B, listing", "It registers with a stock exchange."),
            information("filing-defm14a", "DEFM14A, vote on a merger", "Its owners vote on a merger."),
            information(
                    "filing-sc-to-t",
                    "SC TO-T, tender offer",
                    "Someone offers to buy it, or it offers to buy another."),
            information("filing-sc-to-i", "SC TO-I, offer for its own shares", "It buys its own shares."),
            information("filing-sc-14d9", "SC 14D9, answer to an offer", "It answers an offer to buy it."),
            information(EMERGED, "proceedings over", "Its bankruptcy proceedings are over."),
            information(ACQUISITION_ANNOUNCED, "acquisition announced", "Another company wants to buy it."),
            information(ACQUISITION_COMPLETED, "acquisition completed", "It belongs to another company now."));

    private static final Map<String, FilingWeight> BY_SIGNAL =
            ALL.stream().collect(Collectors.toUnmodifiableMap(FilingWeight::signal, Function.identity()));

    private FilingWeights() {}

    public static List<FilingWeight> all() {
        return ALL;
    }

    /** Whether it is in the table, be it as information. */
    public static boolean knows(String signal) {
        return BY_SIGNAL.containsKey(signal);
    }

    /** Of a kind that is not in the table: information. */
    public static FilingWeight of(String signal) {
        FilingWeight known = BY_SIGNAL.get(signal);
        return known != null ? known : information(signal, signal, "It published something new.");
    }
}
