package io.bellwether.probe.filings;

/** One filing, as the list of a company's filings has it; what is not known is empty. */
record Filing(
        String accession,
        String form,
        String filingDate,
        String reportDate,
        String acceptedAt,
        String items,
        String document) {}
