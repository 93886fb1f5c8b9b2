package io.bellwether.probe.filings;

import java.util.Map;

/**
 * The 8-K items and the form types that tell of a company's viability, with what they mean. Source: Form 8-K, General
 * Instructions, and the SEC's list of form types; of the many only those that move a judgement, and the periodic reports as
 * information.
 */
final class Meanings {

    static final Map<String, String> ITEMS = Map.ofEntries(
            Map.entry("1.01", "Entered into a material agreement"),
            Map.entry("1.02", "Ended a material agreement"),
            Map.entry("1.03", "Bankruptcy or receivership"),
            Map.entry("1.05", "Material cybersecurity incident"),
            Map.entry("2.01", "Completed an acquisition or a sale of assets"),
            Map.entry("2.03", "Took on a direct financial obligation"),
            Map.entry("2.04", "An obligation was accelerated"),
            Map.entry("2.05", "Costs of exit or lay-offs"),
            Map.entry("2.06", "Material impairment"),
            Map.entry("3.01", "Notice of delisting or of failing a listing rule"),
            Map.entry("4.01", "Changed its auditor"),
            Map.entry("4.02", "Earlier statements can no longer be relied on"),
            Map.entry("5.01", "Change of control"),
            Map.entry("5.02", "Directors or officers left or were appointed"));

    static final Map<String, String> FORMS = Map.ofEntries(
            Map.entry("NT 10-K", "The annual report will be late"),
            Map.entry("NT 10-Q", "The quarterly report will be late"),
            Map.entry("NT 20-F", "The annual report of a foreign company will be late"),
            Map.entry("10-K", "Annual report"),
            Map.entry("10-KT", "Annual report of a shortened year"),
            Map.entry("40-F", "Annual report of a Canadian company"),
            Map.entry("8-A12B", "Registers securities with an exchange"),
            Map.entry("10-Q", "Quarterly report"),
            Map.entry("20-F", "Annual report of a foreign company"),
            Map.entry("10-K/A", "Amended annual report"),
            Map.entry("25", "The company takes a class of securities off the exchange"),
            Map.entry("25-NSE", "The exchange delists a class of securities"),
            Map.entry("15-12B", "Ends its registration after delisting"),
            Map.entry("15-12G", "Ends its registration"),
            Map.entry("15-15D", "Suspends its duty to report"),
            Map.entry("DEFM14A", "Asks shareholders to vote on a merger"),
            Map.entry("SC TO-T", "A tender offer for a company by another"),
            Map.entry("SC TO-I", "The company offers to buy its own securities"),
            Map.entry("SC 14D9", "The company answers a tender offer"));

    private Meanings() {}
}
