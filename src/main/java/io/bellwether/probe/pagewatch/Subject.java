package io.bellwether.probe.pagewatch;

import io.bellwether.core.Dimension;

/** What a page is about, and so what a change of it means. */
enum Subject {
    PRIVACY(
            "privacy-text-changed",
            "privacy policy",
            "The vendor has changed what it says about personal data.",
            "Ask your data protection officer whether the change touches the data you share with it."),
    TERMS(
            "terms-changed",
            "terms of service",
            "The vendor has changed the rules for using its service.",
            "Check whether the new wording fits your contract, and until when you may object."),
    SUBPROCESSORS(
            "sub-processors-changed",
            "list of sub-processors",
            "The list of companies that handle your data for the vendor has changed.",
            "Check whether your contract gives you time to object, and tell your data protection officer."),
    DPA(
            "dpa-changed",
            "data processing agreement",
            "The vendor has changed its agreement about handling personal data for you.",
            "Ask your data protection officer whether you must agree to it anew."),
    TRUST(
            "trust-page-changed",
            "trust page",
            "The vendor has changed what it says about its own security.",
            "Look whether a certificate or a promise that you rely on is still there."),
    PRICING(
            "pricing-page-changed",
            "page of prices",
            "The vendor has changed what it asks for its service, or what its plans contain.",
            "Compare it with your contract, and ask the vendor what you will pay when it is renewed."),
    OTHER("page-changed", "page", "A page of the vendor that you watch has changed.", "Read what is new.");

    private final String signal;
    private final String title;
    private final String meaning;
    private final String advice;

    Subject(String signal, String title, String meaning, String advice) {
        this.signal = signal;
        this.title = title;
        this.meaning = meaning;
        this.advice = advice;
    }

    String signal() {
        return signal;
    }

    /** What a change of it moves: prices tell of money, all other pages of how your data is treated. */
    Dimension dimension() {
        return this == PRICING ? Dimension.FINANCIAL : Dimension.SECURITY;
    }

    /** As in "the … at https://…". */
    String title() {
        return title;
    }

    String meaning() {
        return meaning;
    }

    String advice() {
        return advice;
    }
}
