package io.bellwether.core.posture.web;

import org.jspecify.annotations.Nullable;

/** Evidence with a page, and how it is to be read. */
record Look(PageEvidence evidence, PageEvidence.Page page, PolicyAnalysis policy, Dialect dialect) {

    static Look at(PageEvidence evidence, PageEvidence.Page page, Dialect dialect) {
        return new Look(evidence, page, PolicyAnalysis.of(page, dialect), dialect);
    }

    /** A header's values, joined; null when it is absent or empty. */
    @Nullable String header(String name) {
        String value = page.header(name);
        return value == null || value.isEmpty() ? null : value;
    }
}
