package io.bellwether.probe.filings;

import java.util.List;
import java.util.Set;

/**
 * When the text of an 8-K's item tells more than its code. All words are in lower case.
 *
 * @param code of the item
 * @param suffix of the signal, after that of the item
 * @param needs lists of words of which one sentence has one of each
 * @param never words that spoil the sentence
 * @param nowhere words that spoil the whole section
 * @param beside items of the same report that spoil it, or tell it themselves
 */
record ItemRule(
        String code,
        String suffix,
        String meaning,
        List<List<String>> needs,
        List<String> never,
        List<String> nowhere,
        Set<String> beside) {

    private static final int LONGEST_EVIDENCE = 500;

    private static final List<String> HOLDING_STILL = List.of(
            "forbearance agreement",
            "agreed to forbear",
            "debtor-in-possession credit",
            "debtor-in-possession financing",
            "debtor-in-possession term loan",
            "dip credit agreement",
            "raise substantial doubt about",
            "raises substantial doubt about",
            "raised substantial doubt about",
            "is substantial doubt about",
            "expressed substantial doubt about",
            "substantial doubt exists about");

    /** Contracts speak of doubt that is not there, or that may come. */
    private static final List<String> NO_DOUBT = List.of(
            "not raise substantial doubt",
            "no substantial doubt",
            "whether there is substantial doubt",
            "whether substantial doubt",
            "could raise",
            "may raise",
            "might raise",
            "would raise",
            "alleviat");

    static final List<ItemRule> ALL = List.of(
            new ItemRule(
                    "5.02",
                    "chief",
                    "Its chief executive or its finance chief leaves",
                    List.of(
                            List.of(
                                    "chief executive officer",
                                    "chief financial officer",
                                    "principal executive officer",
                                    "principal financial officer"),
                            List.of(
                                    "resign",
                                    "step down",
                                    "stepping down",
                                    "stepped down",
                                    "retire",
                                    "departed",
                                    "his departure",
                                    "her departure",
                                    "departure of m",
                                    "was terminated",
                                    "was removed",
                                    "ceased to",
                                    "will cease",
                                    "leave the company",
                                    "left the company",
                                    "leaving the company")),
                    List.of("in the event", " if ", "severance", "vest", "upon termination", "entitled to", "eligible"),
                    List.of(),
                    Set.of()),
            new ItemRule(
                    "1.02",
                    "credit",
                    "A credit agreement ended, and no other took its place",
                    List.of(
                            List.of(
                                    "credit agreement",
                                    "loan agreement",
                                    "credit facility",
                                    "loan and security agreement"),
                            List.of("terminated", "notice of termination", "termination of the")),
                    List.of(),
                    List.of(
                            "replac",
                            "refinanc",
                            "new credit",
                            "new loan",
                            "repaid",
                            "repay",
                            "paid in full",
                            "prepaid",
                            "payoff",
                            "paid off",
                            "no outstanding",
                            "no amounts outstanding",
                            "merger"),
                    Set.of("1.01", "2.01", "2.03", "5.01")),
            new ItemRule(
                    "4.01",
                    "resignation",
                    "Its auditor resigned",
                    List.of(
                            List.of("resigned", "resignation", "declined to stand for re", "will not stand for re"),
                            List.of("accounting firm", "accountant", "auditor", " llp")),
                    List.of(),
                    List.of("dismiss"),
                    Set.of()),
            new ItemRule(
                    "3.01",
                    "voluntary",
                    "It moves to another exchange of its own will",
                    List.of(List.of("voluntar"), List.of("transfer", "list")),
                    List.of(),
                    List.of(
                            "deficien",
                            "not in compliance",
                            "noncompliance",
                            "non-compliance",
                            "no longer satisf",
                            "no longer compl",
                            "failed to",
                            "fails to",
                            "failure to comply",
                            "failure to regain"),
                    Set.of()),
            new ItemRule(
                    "1.01",
                    "forbearance",
                    "Its lenders hold still for now, or it is in doubt whether it can go on",
                    List.of(HOLDING_STILL),
                    NO_DOUBT,
                    List.of(),
                    Set.of()),
            new ItemRule(
                    "2.03",
                    "forbearance",
                    "It borrowed from lenders who hold still for now, or it is in doubt whether it can go on",
                    List.of(HOLDING_STILL),
                    NO_DOUBT,
                    List.of(),
                    Set.of("1.01")));

    /** @param section and its sentence in lower case */
    boolean appliesTo(String sentence, String section, Set<String> items) {
        return needs.stream().allMatch(words -> has(sentence, words))
                && !has(sentence, never)
                && !has(section, nowhere)
                && beside.stream().noneMatch(items::contains);
    }

    /** What it is an event of, beside that of the item itself. */
    Said said(String sentence) {
        return new Said(
                "filing-8k-" + code + "-" + suffix,
                "#" + code + "~" + suffix,
                meaning,
                sentence.substring(0, Math.min(LONGEST_EVIDENCE, sentence.length())));
    }

    private static boolean has(String text, List<String> words) {
        return words.stream().anyMatch(text::contains);
    }
}
