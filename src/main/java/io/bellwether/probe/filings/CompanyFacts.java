package io.bellwether.probe.filings;

import io.bellwether.core.finance.filed.FiledFact;
import java.util.List;
import java.util.Set;

/**
 * What we read of a company's {@code companyfacts/CIK….json}.
 *
 * @param cik its number; 0 where the file does not name one
 * @param name empty where the file does not name it
 * @param facts that some line of a statement is made of, without repeats
 * @param accessions the filings that state any of these, repeats included
 * @param unreadable how many of these had no number, no day or no filing
 */
record CompanyFacts(long cik, String name, List<FiledFact> facts, Set<String> accessions, int unreadable) {

    /** Of a company whose reports hold no figures that can be read by a machine. */
    static final CompanyFacts NONE = new CompanyFacts(0, "", List.of(), Set.of(), 0);
}
