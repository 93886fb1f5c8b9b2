package io.bellwether.probe.registry;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What Companies House might answer about a company of our own making. */
final class CompanySamples {

    /** Of a healthy one. */
    static final String PROFILE = """
            {"company_number": "01234567", "company_name": "ACME LTD", "company_status": "active", "type": "ltd",
             "jurisdiction": "england-wales", "date_of_creation": "2010-05-04", "has_insolvency_history": false,
             "has_charges": false,
             "accounts": {"overdue": false, "next_due": "2026-12-31",
                          "next_accounts": {"overdue": false, "due_on": "2026-12-31"},
                          "last_accounts": {"made_up_to": "2025-03-31", "type": "full"}},
             "confirmation_statement": {"overdue": false, "next_due": "2027-02-01"}}""";

    private CompanySamples() {}

    /** @param accounts each as its type, the day it is made up to and the day it was filed */
    static String filings(String... accounts) {
        return Arrays.stream(accounts)
                .map(each -> each.split(" "))
                .map(words -> """
                        {"type": "AA", "category": "accounts", "description": "accounts-with-accounts-type-%s",
                         "description_values": {"made_up_date": "%s"}, "date": "%s"}""".formatted(words[0], words[1], words[2]))
                .collect(Collectors.joining(",", "{\"total_count\": " + accounts.length + ", \"items\": [", "]}"));
    }
}
